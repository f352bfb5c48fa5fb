"""The review: its place, the walk, the report."""

from __future__ import annotations

from planner.tui.command import MATTER, Command
from planner.wording import later, later_p

__all__ = ["ROWS"]

ROWS: tuple[Command, ...] = (
    Command(
        id="review",
        keys=("5",),
        label=later_p("command", "Review"),
        help=later("What the days came to, and the report"),
        run="review:go_review",
        group="look",
    ),
    Command(
        id="walk",
        keys=("w",),
        label=later_p("command", "walk"),
        help=later("Walk through what needs a look; again leaves it where it is"),
        run="review:walk",
        group="look",
    ),
    Command(
        id="seen",
        keys=("full_stop", "。", "．"),
        label=later_p("command", "seen"),
        help=later("Looked at: on to the next of the walk"),
        run="review:seen",
        group="do",
    ),
    Command(
        id="include",
        keys=("I",),
        label=later_p("command", "in report"),
        help=later("In the report, out of it, or by the rule again"),
        run="review:include",
        on=MATTER,
        group="do",
        menu=True,
    ),
    Command(
        id="review-interval",
        keys=("U",),
        label=later_p("command", "look again"),
        help=later("After how many working days a review looks at it again; empty: each time"),
        run="review:interval",
        on=MATTER,
        group="do",
        menu=True,
    ),
    Command(
        id="report",
        keys=("T",),
        label=later_p("command", "report"),
        help=later("Show the report as it can be sent"),
        run="review:report",
        group="look",
    ),
    Command(
        id="report-edit",
        keys=("ctrl+e",),
        label=later_p("command", "edit report"),
        help=later("Edit the report's words; they are kept with their days"),
        run="review:edit",
        group="look",
    ),
    Command(
        id="report-save",
        keys=("ctrl+x",),
        label=later_p("command", "export report"),
        help=later("Write the report to a file: report.docx, report.html, report.md"),
        run="review:save",
        group="look",
    ),
    Command(
        id="report-sent",
        keys=("ctrl+o",),
        label=later_p("command", "report sent"),
        help=later("The report has gone out: the next one begins here"),
        run="review:sent",
        group="look",
    ),
)
