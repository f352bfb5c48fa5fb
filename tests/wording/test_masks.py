"""What is hidden of a visitor: phones in any dress, and the words of what is linked to a restricted entry."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.wording.masks import phones_masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("打13911112222找他", "打139****2222找他"),
        ("call +8613911112222", "call 139****2222"),
        ("8613911112222", "139****2222"),
        ("008613911112222", "139****2222"),
        ("+86 139 1111 2222.", "139****2222."),
        ("+86-13911112222", "139****2222"),
        ("139 1111 2222", "139****2222"),
        ("139-1111-2222", "139****2222"),
        ("１３９１１１１２２２２", "139****2222"),
        ("010-88886666", "010****6666"),
        ("(010)88886666", "(010****6666"),
        ("0571 8888 6666", "057****6666"),
        ("01088886666，13911112222", "010****6666，139****2222"),
        ("13911112222 13811113333", "139****2222 138****3333"),
        ("2026-11-27 13911112222", "2026-11-27 139****2222"),
    ],
)
def test_a_phone_is_cut_however_it_is_written(text, shown):
    assert phones_masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-27",
        "2026-11-25T10:00:00",
        "15 2026-11-27",
        "12345678901",
        "20261127",
        "130 000 yuan",
        "V2026-0001",
        "[202600001, 12]",
        "139111122223333",
        "",
        "9",
        "+",
    ],
)
def test_what_is_no_phone_stays(text):
    assert phones_masked(text) == text


@given(st.text(alphabet="0123456789 -+()年a", max_size=40))
def test_no_plain_mobile_stays_whatever_stands_around_it(text):
    assert re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", phones_masked(f"{text} 13911112222{text}")) is None
