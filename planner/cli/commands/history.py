"""``planner history [NUMBER]``: who changed what, and when, the latest first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.desk.handing import directory_of
from planner.desk.pages import record_named
from planner.desk.past import changes, titles_of
from planner.desk.references import reference
from planner.domain.moment import iso
from planner.domain.supervision import kind_named
from planner.wording import t
from planner.wording.changes import change_said, field_change_said
from planner.wording.handing import handed_said
from planner.wording.masks import HIDDEN
from planner.wording.terms import verb_of_handing

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.store.history import Change, FieldChange

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("number", nargs="?", help=t("12 for a matter, V2026-0123 for a reception, point:3 for a point"))
    parser.add_argument("--limit", type=int, default=20, metavar="N", help=t("how many changes"))
    parser.add_argument("--private", action="store_true", help=t("a restricted entry and phones too"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Print them."""
    kind, number = reference(options.number, desk.now.year) if options.number else (None, None)
    if options.limit < 1:
        raise UsageError(t("--limit takes a whole number from 1 on, not {count}.", count=options.limit))
    rows = changes(desk, kind=kind, number=number, limit=options.limit, private=options.private)
    if not rows and options.number:
        record_named(desk, options.number)  # refuses what never was; what was imported may have no history
    titles = titles_of(desk, rows, private=options.private)
    if options.json:
        out.json(
            [
                {
                    "seq": change.seq,
                    "at": iso(change.at),
                    "who": change.who,
                    "command": change.command,
                    "undone_by": change.undone_by,
                    "records": [
                        {
                            "kind": row.kind,
                            "number": row.number,
                            "title": titles.get((row.kind, row.number)) or None,
                            "fields": [
                                {"name": field.name, "before": _told(field.before), "after": _told(field.after)}
                                for field in row.fields
                            ],
                        }
                        for row in change.rows
                    ],
                }
                for change in rows
            ]
        )
        return 0
    directory = directory_of(desk)
    for change in rows:
        records = tuple((row.kind, row.number) for row in change.rows)
        handed = _handed(change) if change.command == "hand" else ()
        did = handed_said(kind_named(handed[0], directory), handed) if handed else ""
        said = change_said(change.command, records, change.at, change.who, desk.now, desk.lang, titles=titles, did=did)
        out.line(t("{change} (taken back)", change=said) if change.undone_by else said)
        if number is not None:
            for row in change.rows:
                for field in row.fields:
                    label = verb_of_handing(kind_named(handed[0], directory)) if _tells(field, handed) else ""
                    out.line(f"    {field_change_said(field.name, field.before, field.after, label)}")
    return 0


def _told(value: str | None) -> str | None:
    """A value as JSON gives it: nothing where it may not be told."""
    return None if value == HIDDEN else value


def _handed(change: Change) -> tuple[str, ...]:
    """To whom the first of a change's matters was handed over."""
    for row in change.rows:
        for field in row.fields:
            if row.kind == "matter" and field.name == "handed_to" and field.after:
                return tuple(map(str, json.loads(field.after)))
    return ()


def _tells(field: FieldChange, handed: tuple[str, ...]) -> bool:
    """Whether a field says to whom a matter was handed over."""
    return bool(handed) and field.name == "handed_to"
