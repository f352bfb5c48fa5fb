"""``planner today``: the day's page as text, one item a line where no terminal cuts it."""

from __future__ import annotations

from planner.cli.options import plain_words
from planner.cli.rows import laid_out
from planner.desk.pages import today_of
from planner.wording import n, t
from planner.wording.dates import day_heading
from planner.wording.page import bands_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "quick", "run"]


MOST = 20
"""Rows of a band that the text page shows; ``planner list`` and ``--json`` show all."""


def quick(words: tuple[str, ...], desk: Desk, out: Out, talk: Talk) -> int | None:
    """Print the page when no more than ``--json`` or ``--plain`` was typed; ``None`` asks for the full parser."""
    split = plain_words(words, ("--json", "--plain"))
    if split is None or split[1]:
        return None
    return _today(desk, out, talk, as_json=split[0]["--json"], plain=split[0]["--plain"])


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("--json", action="store_true", help=t("print JSON"))
    parser.add_argument("--plain", action="store_true", help=t("one item a line, whole, as where there is no terminal"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print the page."""
    return _today(desk, out, talk, as_json=options.json, plain=options.plain)


def _today(desk: Desk, out: Out, talk: Talk, *, as_json: bool, plain: bool) -> int:
    """Read the book and print the page, and say what was odd about the book."""
    snapshot = desk.book.read()
    page = today_of(desk, snapshot)
    day = desk.day()
    if as_json:
        from planner.cli.pages import today_shape

        out.json(today_shape(page, day))
    else:
        width = None if plain else out.width
        out.bold(day_heading(page.now, page.now, desk.lang))
        bands = bands_of(page, day, desk.lang, MOST)
        for band in bands:
            out.bold(t("{title} ({count})", title=band.title, count=band.count))
            for line in laid_out(band.rows, width):
                out.line(line)
            if band.rest:
                out.line(band.rest)
        if not bands:
            out.line(t("Nothing is open. planner add takes the first matter."))
        if page.hidden:
            out.line(
                n(
                    "{count} more begins later or is kept for some day.",
                    "{count} more begin later or are kept for some day.",
                    page.hidden,
                )
            )
    if any(getattr(mark, "state", "") == "missed" for mark in snapshot.open("reminder")):
        from planner.cli.missed import tell_missed

        tell_missed(desk, talk)
    if snapshot.notices:
        talk.say(t("Something about the book's files is odd. planner check says what."))
    return 0
