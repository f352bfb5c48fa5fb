"""The one table of commands: each is a module of ``planner.cli.commands`` and a line here, imported when asked.

A module has ``configure(parser)`` and ``run(options, desk, out, talk) -> int``. The two that must start within
milliseconds, ``add`` and ``today``, have ``quick(words, desk, out, talk) -> int | None`` as well, which reads plain
words itself and returns ``None`` to ask for the full parser (argparse costs 0.75 of an interpreter start).
"""

from __future__ import annotations

from planner.domain.record import Record
from planner.wording import later

__all__ = ["COMMANDS", "Command", "command_named"]


class Command(Record):
    """A row: the word that is typed, and what it does."""

    name: str
    summary: str
    module: str = ""
    """The module's name when it differs from the word, as where several words share one."""


COMMANDS: tuple[Command, ...] = (
    Command(name="add", summary=later("Take a matter in one typed line")),
    Command(name="quick", summary=later("Nothing but the capture line: for a hotkey or a small window")),
    Command(name="today", summary=later("The day's page as text")),
    Command(name="agenda", summary=later("A week, a month or any days, day by day")),
    Command(name="list", summary=later("List matters"), module="list_"),
    Command(name="views", summary=later("Saved views: list them, save one")),
    Command(name="show", summary=later("Everything about one record")),
    Command(name="why", summary=later("Why a matter stands where it does")),
    Command(name="edit", summary=later("Change matters by a typed line")),
    Command(name="done", summary=later("Mark matters done, with what came of it"), module="verbs"),
    Command(name="reopen", summary=later("Open closed matters again"), module="verbs"),
    Command(name="return", summary=later("Send matters back to be done again"), module="verbs"),
    Command(name="postpone", summary=later("Put matters off to a later day")),
    Command(name="note", summary=later("Write down what happened with matters"), module="verbs"),
    Command(name="wait", summary=later("Let matters wait, for what and until when")),
    Command(name="drop", summary=later("Give matters up, with the reason"), module="verbs"),
    Command(name="hand", summary=later("Hand matters to parties")),
    Command(name="chase", summary=later("Write down that a matter was chased")),
    Command(name="extend", summary=later("Extend the term of a matter, or of a reception")),
    Command(name="stage", summary=later("Say how far a supervised matter is")),
    Command(name="owed", summary=later("What others owe, with lights and how long they are silent")),
    Command(name="rank", summary=later("Move a matter up or down by hand")),
    Command(name="steps", summary=later("A matter's checklist: show, add, tick")),
    Command(name="sign", summary=later("Send documents for signature, behind their review gate"), module="steps"),
    Command(name="templates", summary=later("Templates of steps"), module="steps"),
    Command(name="tags", summary=later("Tags: count, rename, merge, remove")),
    Command(name="link", summary=later("Files and addresses that belong to a record")),
    Command(name="find", summary=later("Find words in every record, archived ones too")),
    Command(name="visit", summary=later("Register a visit, call or letter in one line")),
    Command(name="visits", summary=later("List receptions; correct, forward or void one")),
    Command(
        name="notice", summary=later("Record the written notice of receipt of a petition"), module="reception_steps"
    ),
    Command(name="accept", summary=later("Record the acceptance of a petition"), module="reception_steps"),
    Command(
        name="objection", summary=later("Record the objection that a petition is not ours"), module="reception_steps"
    ),
    Command(name="reply", summary=later("Record the answer to a visitor"), module="reception_steps"),
    Command(name="clocks", summary=later("The clocks of receptions: what runs how long from when")),
    Command(name="tell", summary=later("Note one thing to tell somebody")),
    Command(name="talk", summary=later("The list for a talk; tick what was said")),
    Command(name="parties", summary=later("Whom the office talks with, and what is owed to them")),
    Command(name="checklist", summary=later("Checklists of their own: make one of a template, tick it")),
    Command(name="import", summary=later("Take over a file of another program"), module="import_"),
    Command(name="export", summary=later("A report, a list or records in a format, for others")),
    Command(name="review", summary=later("What a week or any days came to; the report that can be sent")),
    Command(name="undo", summary=later("Take back the last change, whole"), module="past"),
    Command(name="redo", summary=later("Do again what was taken back"), module="past"),
    Command(name="history", summary=later("Who changed what, and when")),
    Command(name="check", summary=later("Check the book's files; mend them")),
    Command(name="backup", summary=later("Back up the book now, or list the backups")),
    Command(name="restore", summary=later("Bring the book back to a backup")),
    Command(name="remind", summary=later("Show the reminders that are due; have them come while no planner is open")),
    Command(name="themes", summary=later("Colour themes that can be chosen")),
    Command(name="config", summary=later("Show or change settings")),
    Command(name="completion", summary=later("A script that has your shell complete commands with Tab")),
)

_BY_NAME = {command.name: command for command in COMMANDS}


def command_named(name: str) -> Command | None:
    """The row of a word; ``None`` when it is no command."""
    return _BY_NAME.get(name)
