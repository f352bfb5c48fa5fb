"""``planner quick``: the line alone, for each kind of record."""

from __future__ import annotations

import io

import pytest

from planner.cli.commands import quick
from planner.cli.options import UsageError
from planner.cli.parser import Parser
from planner.cli.streams import Out, Talk
from planner.config.settings import Settings
from planner.desk.desk import Desk
from planner.domain.moment import datetime


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def quickly(tmp_path, words, line, *, terminal=True):
    asked: list[str] = []
    desk = Desk(str(tmp_path), Settings(), "en", lambda: datetime(2026, 9, 21, 7, 50))
    parser = Parser("quick")
    quick.configure(parser)
    told, said = io.StringIO(), Terminal() if terminal else io.StringIO()
    code = quick.run(
        parser.parse_args(words), desk, Out(told), Talk(said, lambda _, kind: (asked.append(kind), line)[1])
    )
    return code, asked, told.getvalue(), said.getvalue(), desk


@pytest.mark.parametrize(
    ("words", "kind", "line", "number"),
    [
        ([], "matter", "Call Li fri", "1\n"),
        (["--visit"], "visit", "Wang Wei housing", "V2026-0001\n"),
        (["--point"], "point", "@Li funds came", "1\n"),
    ],
)
def test_what_is_entered_is_kept_and_said_back(tmp_path, words, kind, line, number):
    code, asked, told, said, desk = quickly(tmp_path, words, line)
    assert (code, asked, told) == (0, [kind], number)
    assert "Li" in said or "Wang" in said
    assert len(desk.book.read().all({"visit": "reception"}.get(kind, kind))) == 1


def test_nothing_typed_saves_nothing(tmp_path):
    code, _, told, said, desk = quickly(tmp_path, [], " ")
    assert (code, told) == (1, "")
    assert "nothing was saved" in said
    assert not desk.book.read().all("matter")


def test_without_a_terminal_it_says_what_to_use(tmp_path):
    with pytest.raises(UsageError, match="planner add"):
        quickly(tmp_path, [], "x", terminal=False)
