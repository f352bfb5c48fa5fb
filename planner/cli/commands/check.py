"""``planner check``: what is odd or damaged in the book's files; ``--repair`` mends what it can, after a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.care import check, repair
from planner.domain.kinds import kind_of_table
from planner.wording import t
from planner.wording.changes import record_label
from planner.wording.findings import finding_meant, finding_said

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.store.finding import Finding

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("--repair", action="store_true", help=t("mend what can be mended, after a backup"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print the findings; exit 1 when something is damaged."""
    mended = repair(desk) if options.repair else ()
    findings = check(desk)
    damaged = any(finding.severe for finding in findings)
    if options.json:
        out.json([_shape(finding) for finding in (*mended, *findings)])
        return 1 if damaged else 0
    for finding in mended:
        out.line(finding_said(finding))
    told = set()
    for finding in findings:
        out.line(finding_said(finding))
        if finding.code not in told and (meant := finding_meant(finding)):
            out.line(f"    {meant}")
        told.add(finding.code)
    if not findings:
        talk.say(t("All is well."))
    elif damaged:
        talk.say(t("planner check --repair mends what can be mended, after a backup."))
    return 1 if damaged else 0


def _shape(finding: Finding) -> dict[str, object]:
    """A finding under stable keys: the code, what it is about, and the words."""
    kind = kind_of_table(finding.table)
    return {
        "code": finding.code,
        "severe": finding.severe,
        "mended": finding.mended,
        "path": finding.path or None,
        "record": record_label(kind.name, finding.number) if kind is not None and finding.number is not None else None,
        "field": finding.field or None,
        "rule": finding.rule or None,
        "count": finding.count or None,
        "said": finding_said(finding),
        "means": finding_meant(finding) or None,
    }
