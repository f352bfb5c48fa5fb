"""``planner quick``: nothing but the capture line, for a hotkey or a small window; it leaves at Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.wording import t

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--visit", action="store_true", help=t("register a visit instead of a matter"))
    kinds.add_argument("--point", action="store_true", help=t("note a point to tell somebody"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Open the line, save what is entered, and leave."""
    if talk.live is None or not talk.is_read:
        raise UsageError(t("planner quick needs a terminal; planner add LINE does without."))
    kind = "visit" if options.visit else "point" if options.point else "matter"
    line = talk.live(desk, kind).strip()
    if not line:
        talk.say(t("Nothing was typed, so nothing was saved."))
        return 1
    number, words = _saved(desk, kind, line)
    out.line(number)
    talk.say(words)
    return 0


def _saved(desk: Desk, kind: str, line: str) -> tuple[str, str]:
    """Save the line; the number of what was made of it, and what was understood."""
    from planner.wording import echo

    at, lang, calendar = desk.now, desk.lang, desk.calendar
    if kind == "visit":
        from planner.desk.receptions import register
        from planner.wording.numbers import reception_label

        made = register(desk, line)
        label = reception_label(made.reception.number)
        return label, echo.echo_visit(made.draft, at, lang, calendar, made.new_names)
    if kind == "point":
        from planner.desk.talks import tell

        told = tell(desk, line)
        return str(told.point.number), echo.echo_point(told.draft, at, lang, calendar, told.new_names)
    from planner.desk.capturing import add

    added = add(desk, line)
    return str(added.matter.number), echo.echo(added.draft, at, lang, calendar, added.new_names)
