"""What a person types to name records."""

from __future__ import annotations

import pytest

from planner.desk.references import matter_numbers, reception_number, reference
from planner.desk.refused import Refused


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (["12"], (12,)),
        (["3", "5-7"], (3, 5, 6, 7)),
        (["3,5-7,9"], (3, 5, 6, 7, 9)),
        (["3，5、7"], (3, 5, 7)),
        (["5", "5", "4-6"], (5, 4, 6)),
        (["007"], (7,)),
        (["3,"], (3,)),
        ([], ()),
        (["1-10000"], tuple(range(1, 10_001))),
    ],
)
def test_numbers_and_ranges(words, numbers):
    assert matter_numbers(words) == numbers


@pytest.mark.parametrize(
    "word",
    ["x", "0", "-3", "3-", "7-5", "1.5", "1-10001", "1-99999999", "9999999999", "１２", "²", "5--7", "3-x", "\udc80"],
)
def test_what_is_no_number_is_refused_and_shown(word):
    with pytest.raises(Refused) as caught:
        matter_numbers(["1", word])
    assert word in str(caught.value)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("访2026-0123", 202600123),
        ("V2026-0123", 202600123),
        ("v2026-123", 202600123),
        ("2025-7", 202500007),
        ("123", 202600123),
        ("V123", 202600123),
        ("访0123", 202600123),
        (" V2026-0123 ", 202600123),
        ("V2026-99999", 202699999),
    ],
)
def test_receptions(word, number):
    assert reception_number(word, 2026) == number


@pytest.mark.parametrize(
    "word", ["", "V", "访", "V0", "V26-12", "V2026-", "V2026-0", "V2026-100000", "V2026-1-2", "W12", "V12345678901"]
)
def test_what_is_no_reception_is_refused_and_shown(word):
    with pytest.raises(Refused) as caught:
        reception_number(word, 2026)
    assert word in str(caught.value)


@pytest.mark.parametrize(
    ("word", "kind", "number"),
    [
        ("12", "matter", 12),
        ("matter:12", "matter", 12),
        ("point:3", "point", 3),
        ("point：3", "point", 3),
        ("party:2", "party", 2),
        ("checklist:1", "checklist", 1),
        ("V2026-0123", "reception", 202600123),
        ("访0123", "reception", 202600123),
        ("2026-0123", "reception", 202600123),
    ],
)
def test_any_record(word, kind, number):
    assert reference(word, 2026) == (kind, number)


@pytest.mark.parametrize(
    "word", ["", "0", "point:", "point:0", "point:x", "leader:3", "Li", ":3", "-", "V", "12345678901"]
)
def test_what_names_no_record_is_refused(word):
    with pytest.raises(Refused):
        reference(word, 2026)
