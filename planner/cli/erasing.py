"""``planner visits erase NUMBER --reason WORDS`` and ``planner visits retention``: who is kept no longer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.cli.rows import laid_out
from planner.desk.erasing import due_for_erasure, erase, plan_erasure
from planner.desk.references import reception_number
from planner.desk.refused import Refused
from planner.domain.moment import iso
from planner.wording import n, p, t
from planner.wording.changes import record_label
from planner.wording.numbers import reception_label
from planner.wording.page import reception_row

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.desk.erasing import Erased

__all__ = ["run_erase", "run_retention"]

_YES = ("y", "yes", "是", "好", "对")


def run_erase(options: Namespace, words: list[str], desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Erase the visitor of the entry that the words name, or with ``--dry-run`` say what would go."""
    reason = " ".join(words[1:]) or options.reason
    if not words or not reason:
        raise UsageError(t("Say which and why: planner visits erase V2026-0123 --reason “…”"))
    number = reception_number(words[0], desk.now.year)
    if not options.dry_run and not options.yes:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            plan_erasure(desk, number, reason, everywhere=options.everywhere)  # refuses what can't be erased at all
            raise Refused(t("Erasing is for good: add --yes if that is meant. Nothing was erased."))
        _tell(plan_erasure(desk, number, reason, everywhere=options.everywhere), talk, dry=True)
        _ask(reception_label(number))
    act = plan_erasure if options.dry_run else erase
    _tell(act(desk, number, reason, everywhere=options.everywhere), talk, dry=options.dry_run)
    return 0


def _ask(label: str) -> None:
    """Ask before a person is erased for good. Raises ``Refused`` unless the answer is yes."""
    sys.stderr.write(t("Erase the person of {label} for good? (y/N) ", label=label))
    sys.stderr.flush()
    try:
        answer = input().strip().lower()
    except EOFError:
        answer = ""
    if answer not in _YES:
        raise Refused(t("Nothing was erased."))


def _tell(erased: Erased, talk: Talk, *, dry: bool) -> None:
    """Say what went, what is left, and what a person has to do about it."""
    comma = p("enumeration", ", ")
    labels = comma.join(map(reception_label, erased.receptions))
    label = reception_label(erased.reception.number)
    if dry:
        talk.say(t("{labels}: name, unit, phone, age, sex and attachments would go, for good.", labels=labels))
    else:
        talk.say(
            t("{labels}: the person is erased for good; number, dates and handling stay. No undo brings it back.",
              labels=labels)
        )  # fmt: skip
    if erased.linked:
        names = comma.join(record_label(kind, number) for kind, number in erased.linked)
        talk.say(t("The name goes out of {records} too.", records=names))
    if erased.others:
        names = comma.join(map(reception_label, erased.others))
        talk.say(t("The same person stands in {labels} as well: --everywhere erases those too.", labels=names))
    if erased.elsewhere:
        names = comma.join(record_label(kind, number) for kind, number in erased.elsewhere)
        talk.say(t("The name or phone stands in {records} as well, which are left: look at them.", records=names))
    if erased.files:
        talk.say(t("The name or phone stands in {files} as well: look at them.", files=comma.join(erased.files)))
    if erased.reception.state == "open":
        talk.say(t("{label} still waits for its answer.", label=label))
    if erased.backups:
        talk.say(
            n(
                "{count} older backup still holds the person; when the law asks for that too: planner backup --delete"
                " {names}",
                "{count} older backups still hold the person; when the law asks for that too: planner backup --delete"
                " {names}",
                len(erased.backups),
                names=" ".join(erased.backups),
            )
        )


def run_retention(options: Namespace, words: list[str], desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """List the entries that are kept longer than the term that is set; nothing is erased by it."""
    years = desk.settings.retention_years
    if not years:
        talk.say(t("No term is set: planner config retention_years 5 names entries closed five years ago or more."))
    found = due_for_erasure(desk)
    if options.json:
        out.json([{"number": reception_label(one.reception.number), "since": iso(one.since)} for one in found])
        return 0
    day = desk.day()
    rows = [
        reception_row(one.reception, None, day, desk.lang, private=options.private).replace(
            left=t("due for erasure since {day}", day=iso(one.since))
        )
        for one in found
    ]
    for line in laid_out(rows, None if options.plain else out.width):
        out.line(line)
    if found:
        label = reception_label(found[0].reception.number)
        talk.say(
            n(
                "{count} entry is due for erasure: planner visits erase {label} --reason “…”",
                "{count} entries are due for erasure: planner visits erase {label} --reason “…”",
                len(found),
                label=label,
            )
        )
    elif years:
        talk.say(
            n("No entry was closed {count} year ago or more.", "No entry was closed {count} years ago or more.", years)
        )
    return 0
