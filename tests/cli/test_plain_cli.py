"""Every place of the screen has a twin on the command line that reads well aloud: one item a line, whole."""

from __future__ import annotations

import pytest

LONG = "a title so long that no terminal of eighty columns could ever show the whole of it on one line of its own"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("today", "--plain"), LONG),
        (("list", "--plain"), LONG),
        (("visits", "--plain"), "housing"),
        (("parties", "--plain"), "Li"),
        (("review", "--plain"), LONG),
    ],
)
def test_one_item_a_line(shell, words, told):
    shell("add", LONG, "@Li", "fri")
    shell("visit", "Wang Wei housing")
    lines = [line for line in shell(*words).out.splitlines() if told in line]
    assert lines
    assert all("…" not in line and "  " * 8 not in line for line in lines)
