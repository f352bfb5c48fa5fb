"""``planner check``: what is odd or damaged in the book's files; ``--repair`` mends what it can, after a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.care import check, repair
from planner.wording import t
from planner.wording.findings import finding_said

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("--repair", action="store_true", help=t("mend what can be mended, after a backup"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print the findings; exit 1 when something is damaged."""
    if options.repair:
        for finding in repair(desk):
            out.line(finding_said(finding))
    findings = check(desk)
    for finding in findings:
        out.line(finding_said(finding))
    damaged = any(finding.severe for finding in findings)
    if not findings:
        talk.say(t("All is well."))
    elif damaged:
        talk.say(t("planner check --repair mends what can be mended, after a backup."))
    return 1 if damaged else 0
