"""``planner tell NAME WORDS``: note one thing to tell somebody, kept word for word. The number goes to stdout.

``planner tell --edit 3 WORDS`` changes the words that are passed on; those it came in are kept beside them.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.cli.prompt import ask_live
from planner.cli.shapes import point_shape
from planner.desk.discretion import Discretion
from planner.desk.references import matter_numbers, reception_number
from planner.desk.talks import tell_draft, understand_point
from planner.wording import t
from planner.wording.differences import difference_said
from planner.wording.echo import echo_point

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("line", nargs="*", help=t("the line; none asks for it"))
    parser.add_argument("--original", metavar="WORDS", help=t("the words it came in, kept as they are"))
    parser.add_argument("--source", metavar="NAME", help=t("whose words they are"))
    parser.add_argument("--visit", metavar="NUMBER", help=t("the reception that it is about"))
    parser.add_argument("--edit", metavar="NUMBER", help=t("change the words that this point passes on"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Note it, or change its words."""
    line = _line(options.line)
    if not line:
        if not sys.stdin.isatty():
            raise UsageError(t("Say whom to tell, and what: planner tell NAME WORDS"))
        line = ask_live(t("Whom to tell, and what? "), "point", desk, talk)
    if options.edit is not None:
        return _reword(options.edit, line, desk, out, talk, as_json=options.json)
    at = desk.now
    told = tell_draft(
        desk,
        understand_point(desk, line, at),
        at,
        original=options.original,
        source=options.source,
        reception=None if options.visit is None else reception_number(options.visit, at.year),
    )
    if options.json:
        out.json(point_shape(told.point))
    else:
        out.line(str(told.point.number))
    talk.say(echo_point(told.draft, desk.now, desk.lang, desk.calendar, told.new_names))
    if told.point.original:
        _tell_difference(told.point.original, told.point.text, talk)
    return 0


def _line(words: list[str]) -> str:
    """The words as one line. A name that stands apart from a quoted text with an ``@name`` in it is told as well."""
    first, rest = words[:1], words[1:]
    plain = bool(first) and first[0][:1].isalpha() and not any(sign in first[0] for sign in "@:：>》+#")
    if plain and any("@" in word and " " in word for word in rest):
        first = [f'@"{first[0]}"' if " " in first[0] else f"@{first[0]}"]
    return " ".join([*first, *rest])


def _reword(word: str, text: str, desk: Desk, out: Out, talk: Talk, *, as_json: bool) -> int:
    """Change the words of a point, and show what that leaves out and puts in."""
    from planner.desk.relaying import reword

    numbers = matter_numbers([word.removeprefix("point:")])
    point = reword(desk, numbers[0], text)
    point = Discretion(desk)(point)
    if as_json:
        out.json(point_shape(point))
    talk.say(t("Point {number}: {text}", number=point.number, text=point.text))
    if point.original:
        _tell_difference(point.original, point.text, talk)
    return 0


def _tell_difference(original: str, text: str, talk: Talk) -> None:
    """What the words passed on leave out of the original, and put in."""
    said = difference_said(original, text)
    if said:
        talk.say(said)
