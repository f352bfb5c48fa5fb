"""User text made safe, measured and cut."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from planner.wording.safe import cells, fit, pad, shown

ANY = st.text(st.characters(exclude_categories=()))  # surrogates and unassigned characters as well
WORDS = st.text(st.sampled_from("abcÅé 中文，。：（）１ａ한あ・—…“”●\u0301\u200d\u00a0"))


def acts(char: str) -> bool:
    """The definition, by Unicode's own categories, of what must never reach a terminal as it is."""
    return unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char in "\u202a\u202b\u202c\u202d\u202e" + "".join(
        map(chr, range(0x2066, 0x206A))
    )


@given(ANY)
def test_nothing_that_acts_is_left(text: str) -> None:
    assert not any(map(acts, shown(text)))
    assert not any(acts(char) for char in shown(text, lines=True) if char != "\n")


@given(ANY)
def test_all_else_stands_as_it_was(text: str) -> None:
    assert shown(text) == "".join(f"\\u{ord(char):04x}" if acts(char) else char for char in text)
    assert shown(text, lines=True).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("\x1b]52;c;aGk=\x07", "\\u001b]52;c;aGk=\\u0007"),
        ("a\tb\nc", "a\\u0009b\\u000ac"),
        ("\x9b31m", "\\u009b31m"),
        ("\ud800", "\\ud800"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("\u202eabc\u2066", "\\u202eabc\\u2066"),
        ("向李局长汇报　低保 [b]x[/b] {y}", "向李局长汇报　低保 [b]x[/b] {y}"),
    ],
)
def test_known_dangers(text: str, safe: str) -> None:
    assert shown(text) == safe


def test_every_character_that_acts_is_seen_to() -> None:
    missed = [hex(code) for code in range(0x110000) if acts(chr(code)) != (shown(chr(code)) != chr(code))]
    assert missed == []


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("李局", 4),
        ("a李b", 4),
        ("，", 2),
        ("１", 2),
        ("e\u0301", 1),
        ("…", 1),
        ("한국", 4),
        ("●", 1),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@given(WORDS)
def test_cells_agree_with_the_screen(text: str) -> None:
    if "\u200d" not in text:  # joined emoji are the terminal's to decide, and none of them stands in a column
        assert cells(text) == cell_len(text)


@given(WORDS, st.integers(0, 30))
def test_what_is_fitted_fits_and_says_that_it_was_cut(text: str, width: int) -> None:
    cut = fit(text, width)
    assert cells(cut) <= width
    assert cut == text or width == 0 or (cut.endswith("…") and text.startswith(cut[:-1]))
    assert (cut == text) == (cells(text) <= width)


@given(WORDS, st.integers(0, 30), st.booleans())
def test_what_is_padded_takes_its_width(text: str, width: int, right: bool) -> None:
    assert cells(pad(text, width, right=right)) == width


def test_padding_stands_on_the_side_asked_for() -> None:
    assert pad("李局", 6) == "李局  "
    assert pad("李局", 6, right=True) == "  李局"
    assert pad("李局长", 5) == "李局…"
    assert pad("李局长", 4) == "李… "
