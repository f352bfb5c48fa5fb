"""Which matters a verb is for: the numbers that stand first, or all that a filter finds (``--where``).

One verb on many matters is one change and one undo. Above a number that is settable (``bulk_ask``) it asks first.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from planner.cli.numbered import split_numbers
from planner.desk.refused import Refused
from planner.wording import n, t

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.desk.desk import Desk

__all__ = ["add_targets", "add_where", "ask_before", "targets", "where"]

_YES = ("y", "yes", "是", "好", "对")


def add_targets(parser: Parser, metavar: str, says: str) -> None:
    """Let a verb take numbers and words, or ``--where`` and words; ``says`` is the help of the words."""
    parser.add_argument("words", nargs="*", metavar=metavar, help=says)
    parser.keeps_dashes = True
    add_where(parser)


def add_where(parser: Parser) -> None:
    """Let a verb take a filter instead of numbers."""
    parser.add_argument("--where", metavar="FILTER", help=t("for every matter that a filter finds, instead of numbers"))
    parser.add_argument("--yes", action="store_true", help=t("do not ask before many are changed"))


def targets(options: Namespace, desk: Desk) -> tuple[tuple[int, ...], str]:
    """The numbers that are meant, and the words behind them. Raises ``UsageError``, ``Refused``, ``BadFilter``."""
    if options.where is None:
        numbers, text = split_numbers(options.words)
    else:
        words = options.words[1:] if options.words[:1] == ["--"] else options.words
        numbers, text = where(options, desk), " ".join(words)
    ask_before(options, desk, len(numbers))
    return numbers, text


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
