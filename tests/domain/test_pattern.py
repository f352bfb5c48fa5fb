"""Patterns find what ``re`` finds, refuse what can't be walked once, and never run away."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.pattern import BadPatternError, Pattern

FOUND = [
    ("低保.*报", "低保提标请示报市局", True),
    ("低保.*报", "报低保", False),
    ("^Report", "report to the bureau", True),
    ("^Report", "the report", False),
    ("局$", "报市局", True),
    ("局$", "市局45号", False),
    (r"\d{2}号", "市局45号函", True),
    (r"\d{3}号", "市局45号函", False),
    ("[A-C]x", "bX", True),
    ("[^A-C]x", "bX", False),
    ("[]a]", "]", True),
    ("[a-]", "-", True),
    ("(救助|养老)(科|院)", "转养老院", True),
    ("(?:ab)+c", "xababc", True),
    ("a{2,3}b", "xab", False),
    ("a{2,}b", "aaaab", True),
    (r"\.", "a.b", True),
    (r"\.", "ab", False),
    ("", "anything", True),
    ("^$", "", True),
    ("^$", "a", False),
    ("a?b*?c", "c", True),
    ("ÄB", "xäby", True),
    (r"\S\s\W", "a !", True),
    (".", "\n", False),
]


@pytest.mark.parametrize(("pattern", "text", "found"), FOUND)
def test_found(pattern: str, text: str, found: bool) -> None:
    assert Pattern(pattern).found_in(text) is found


REFUSED = [
    ("(a", 0, "unclosed"),
    ("a)", 1, "unopened"),
    ("[a", 0, "unclosed"),
    ("*a", 0, "nothing"),
    ("a|+", 2, "nothing"),
    ("a{x}", 1, "braces"),
    ("a{3,2}", 1, "braces"),
    ("a{101}", 1, "braces"),
    ("a\\", 1, "backslash"),
    (r"(a)\1", 3, "escape"),
    ("(?=a)", 0, "look"),
    ("(?P<x>a)", 0, "look"),
    ("[z-a]", 1, "range"),
    ("(" * 30 + ")" * 30, 20, "deep"),
    ("a" * 201, 200, "long"),
    ("((a{100}){100}){100}", 0, "large"),
    ("((((){100}){100}){100}){100}", 0, "large"),
]


@pytest.mark.parametrize(("pattern", "place", "why"), REFUSED)
def test_refused(pattern: str, place: int, why: str) -> None:
    with pytest.raises(BadPatternError) as caught:
        Pattern(pattern)
    assert (caught.value.place, caught.value.why) == (place, why)


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "^(a|a)*$", "(a*)*b", "a?" * 60 + "a" * 60 + "b", ".*.*.*.*x", "((a?)*)*b"]
)
def test_what_runs_away_elsewhere_does_not_here(pattern: str) -> None:
    text = "a" * 5_000 + "!"
    assert Pattern(pattern).found_in(text) is False


def test_sets_are_forgotten_and_begun_anew() -> None:
    """``(a|b)*a(a|b){12}`` has 8,192 sets: more than are remembered at once."""
    pattern = Pattern("a" + "[ab]" * 12 + "c")
    text = "".join("ab"[number * number % 7 % 2] for number in range(9_000))
    assert pattern.found_in(text) is False
    assert pattern.found_in(text[:100] + "a" + "b" * 12 + "c") is True
    assert pattern.found_in(text[:100] + "b" * 14 + "c") is bool(re.search("a[ab]{12}c", text[:100] + "b" * 14 + "c"))


PARTS = st.recursive(
    st.sampled_from(["a", "b", "科", ".", "[ab]", "[^a]", r"\d", r"\w", "^", "$"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{1,2}", "{0,}"])).map(
            lambda two: f"(?:{two[0]}){two[1]}"
        ),
    ),
    max_leaves=6,
)


@given(PARTS, st.text("ab1科x", max_size=8))
def test_it_finds_what_re_finds(pattern: str, text: str) -> None:
    assert Pattern(pattern).found_in(text) is bool(re.search(pattern.replace("$", r"\Z"), text, re.IGNORECASE))
