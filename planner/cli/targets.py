"""Which matters a verb is for: the numbers that stand first, or all that a filter finds (``--where``).

One verb on many matters is one change and one undo. Above a number that is settable (``bulk_ask``) it asks first. A
range takes the open matters in it and says which it left out: nobody who types 9-28 has looked at each of twenty.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from planner.cli.numbered import split_numbers
from planner.desk.choosing import within
from planner.desk.references import matter_numbers
from planner.desk.refused import Refused
from planner.wording import n, p, t

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Talk
    from planner.desk.desk import Desk

__all__ = ["add_targets", "add_where", "ask_before", "targets", "where"]

_YES = ("y", "yes", "是", "好", "对")

_DATED = ("edit", "postpone", "extend")
"""The verbs whose words may begin with a date, and so with a number: ``edit 18 9 oct``, ``postpone 18 9-28``."""
_NUMBERS_ONLY = ("reopen", "sign", "stage", "rank")
"""The verbs that take no words, or one of a few: what is a number there names a matter."""


def add_targets(parser: Parser, metavar: str, says: str) -> None:
    """Let a verb take numbers and words, or ``--where`` and words; ``says`` is the help of the words."""
    parser.add_argument("words", nargs="*", metavar=metavar, help=says)
    parser.keeps_dashes = True
    add_where(parser)


def add_where(parser: Parser) -> None:
    """Let a verb take a filter instead of numbers."""
    parser.add_argument("--where", metavar="FILTER", help=t("for every matter that a filter finds, instead of numbers"))
    parser.add_argument("--yes", action="store_true", help=t("do not ask before many are changed"))


def targets(options: Namespace, desk: Desk, talk: Talk) -> tuple[tuple[int, ...], str]:
    """The numbers that are meant, and the words behind them; says what a range left out.

    Raises ``UsageError``, ``Refused``, ``BadFilter``.
    """
    if options.where is None:
        named, text = split_numbers(
            options.words, lambda text: _read(text, options.command, desk), f"planner {options.command}"
        )
        numbers = _in_reach(named, options.command, desk, talk)
    else:
        words = options.words[1:] if options.words[:1] == ["--"] else options.words
        numbers, text = where(options, desk), " ".join(words)
    ask_before(options, desk, len(numbers))
    return numbers, text


def _read(text: str, command: str, desk: Desk) -> str | None:
    """A text that begins with a number as the words of a verb: a date, nothing, or ``None`` where it may be either."""
    if command in _NUMBERS_ONLY:
        return ""
    if command not in _DATED:
        return None
    from planner.capture import parse

    first, _, rest = text.partition(" ")
    month, dash, day = first.partition("-")
    for said in (text, f"{month}月{day}日 {rest}".strip()) if dash else (text,):  # 9-28 as the planner prints it
        draft = parse(said, desk.now, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
        left_over = "" if draft.retitled else draft.title.strip()
        if not left_over.startswith(said.split(maxsplit=1)[0]):
            return said
    return text if not rest else None


def _in_reach(named: list[str], command: str, desk: Desk, talk: Talk) -> tuple[int, ...]:
    """The numbers of the words that list matters; of a range only the matters that the verb is meant for."""
    numbers = matter_numbers(named)
    parts = [part for word in named for part in word.replace("，", ",").replace("、", ",").split(",")]
    alone = set(matter_numbers([part for part in parts if "-" not in part]))
    if len(alone) == len(numbers):
        return numbers
    reach = within(desk, numbers, closed=command == "reopen")
    others = tuple(number for number in reach.others if number not in alone)
    unknown = tuple(number for number in reach.unknown if number not in alone)
    taken = tuple(number for number in numbers if number not in others and number not in unknown)
    if others and command == "reopen":
        talk.say(t("Left out of the range, being open: {numbers}.", numbers=_runs(others)))
    elif others:
        talk.say(t("Left out of the range, being closed: {numbers}.", numbers=_runs(others)))
    if unknown and taken:
        talk.say(t("Left out of the range, there being none: {numbers}.", numbers=_runs(unknown)))
    if not taken:
        raise Refused(t("The range {words} holds no matter for this. Nothing was changed.", words=" ".join(named)))
    return taken


def _runs(numbers: tuple[int, ...]) -> str:
    """Numbers as a person writes them, those that follow each other as a range: 4, 6-9."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    return p("enumeration", ", ").join("-".join(map(str, run)) for run in runs)


def where(options: Namespace, desk: Desk) -> tuple[int, ...]:
    """The numbers of the matters that ``--where`` finds. Raises ``Refused`` when it finds none, ``BadFilter``."""
    from planner.desk.choosing import chosen

    if not options.where.strip():
        raise Refused(t("The filter is empty: say which matters, as --where 'is:overdue @NAME'."))
    found = tuple(matter.number for matter in chosen(desk, options.where))
    if not found:
        raise Refused(t("No matter meets “{filter}”, so nothing was changed.", filter=options.where))
    return found


def ask_before(options: Namespace, desk: Desk, count: int) -> None:
    """Ask at a terminal before many are changed. Raises ``Refused`` when the answer is no, or nobody can be asked."""
    limit = desk.settings.bulk_ask
    if count <= limit or options.yes:
        return
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise Refused(
            t(
                "{count} matters would be changed, more than {limit}: add --yes if that is meant. Nothing was changed.",
                count=count,
                limit=limit,
            )
        )
    sys.stderr.write(n("Change {count} matter? (y/n) ", "Change {count} matters? (y/n) ", count))
    sys.stderr.flush()
    try:
        answer = input().strip().lower()
    except EOFError:
        answer = ""
    if answer not in _YES:
        raise Refused(t("Nothing was changed."))
