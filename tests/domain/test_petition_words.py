"""Words of an accusation or an enquiry, and names that stand in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.directory import Directory
from planner.domain.party import Party
from planner.domain.petition_words import ACCUSING, class_suggested, in_words, named_in

LI = Directory((Party(number=1, name="李明", aliases=("李局", "Director Li")),))


@pytest.mark.parametrize(
    ("word", "words", "stands"),
    [
        ("李局", "举报李局长收受红包", True),
        ("Sun", "accuses director Sun of theft", True),
        ("sun", "SUN took it", True),
        ("Sun", "on Sunday", False),
        ("Li", "complains of Ling", False),
        ("brib*", "took bribes", True),
        ("brib*", "subscribers", False),
        ("Sun", "举报Sun受贿", True),
        ("李", "行李", False),
        ("", "words", False),
    ],
)
def test_a_word_stands_in_words_as_a_word_of_its_own(word, words, stands):
    assert in_words(word, words) is stands


@pytest.mark.parametrize(
    ("words", "names", "found"),
    [
        ("举报李局收受红包", ("养老科", "李明"), "李明"),
        ("举报李明收受红包", ("李局",), "李局"),
        ("accuses director li", ("李明",), "李明"),
        ("举报王科收受红包", ("李明", "王科"), "王科"),
        ("举报王科收受红包", ("李明",), None),
    ],
)
def test_a_name_is_found_by_every_name_of_its_party(words, names, found):
    assert named_in(words, names, LI) == found


@given(st.text(max_size=30), st.sampled_from([word for word in ACCUSING if not word.isascii()]), st.text(max_size=30))
def test_a_chinese_word_of_an_accusation_is_found_in_whatever_stands_around_it(before, word, behind):
    assert class_suggested(before + word + behind) == "accusation"
