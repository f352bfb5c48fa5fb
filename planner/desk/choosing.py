"""Choosing matters by a filter: for lists, for verbs on many at once, for saved views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.capture.filters import FilterSlipError, read_filter
from planner.desk.discretion import Discretion
from planner.desk.pages import in_order
from planner.desk.refused import Refused
from planner.domain.directory import Directory
from planner.domain.filter import Choice, both, speaks_of_closing
from planner.domain.filtering import Scene, test_of
from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.record import Record
from planner.wording import t
from planner.wording.safe import cells
from planner.wording.safe import shown as safe

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.desk.pages import Listed
    from planner.domain.filter import Filter
    from planner.store.snapshot import Snapshot

__all__ = ["BadFilter", "Reach", "View", "chosen", "filter_of", "listed", "scene_of", "view_named", "views", "within"]

_OPEN = Choice(field="state", values=("open", "waiting"))


class BadFilter(Refused):
    """A filter that can't be read: its text is the line for the director, ``pointed`` shows the place under it.

    ``start`` and ``end`` are the place in ``text``, in characters.
    """

    exit_code = 2

    def __init__(self, slip: FilterSlipError, view: str | None = None) -> None:
        where = slip.start + 1
        if view is None:
            said = t("The filter, at column {column}: {slip}.", column=where, slip=slip.said)
        else:
            said = t("The view “{view}”, at column {column}: {slip}.", view=view, column=where, slip=slip.said)
        super().__init__(said)
        self.text = slip.text
        self.start = slip.start
        self.end = slip.end
        caret = "^" * max(1, cells(safe(slip.text[slip.start : slip.end])))
        self.pointed = (safe(slip.text), " " * cells(safe(slip.text[: slip.start])) + caret)


class View(Record):
    """A saved view: its name and text, and the line that says why it can't be used, when it can't."""

    name: str
    text: str
    problem: str | None = None


class Reach(Record):
    """Of a range of numbers, those that a verb is not meant for, and those that no matter has."""

    others: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()


def within(desk: Desk, numbers: tuple[int, ...], *, closed: bool = False) -> Reach:
    """Which of some numbers are no open matters, or with ``closed`` no closed ones."""
    snapshot = desk.book.read()
    others, unknown = [], []
    for number in numbers:
        found = snapshot.get("matter", number)
        if not isinstance(found, Matter):
            unknown.append(number)
        elif found.is_open == closed:
            others.append(number)
    return Reach(others=tuple(others), unknown=tuple(unknown))


def filter_of(desk: Desk, text: str, *, view: str | None = None) -> Filter:
    """What a filter asks. Raises ``BadFilter``; ``view`` is its name when it is a saved one."""
    try:
        return read_filter(text, desk.now, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
    except FilterSlipError as slip:
        raise BadFilter(slip, view) from None


def chosen(desk: Desk, text: str, *, archived: bool = False) -> tuple[Matter, ...]:
    """The matters that a filter finds, by number: open ones only unless it asks for a state or a day of closing.

    Raises ``BadFilter``.
    """
    return _found(desk, desk.book.read(), filter_of(desk, text), archived=archived)


def listed(desk: Desk, part: Filter, *, archived: bool = False) -> tuple[Listed, ...]:
    """The matters that a filter finds: open ones by score, then closed ones, the latest first."""
    snapshot = desk.book.read()
    return in_order(desk, snapshot, _found(desk, snapshot, part, archived=archived))


def scene_of(desk: Desk, snapshot: Snapshot) -> Scene:
    """What filters are asked against, in a book that was read."""
    rules = desk.rules()
    return Scene(
        desk.day(),
        Directory(record for record in snapshot.all("party") if isinstance(record, Party)),
        _open_matters(snapshot),
        rules.patience,
        rules.thresholds,
    )


def views(desk: Desk) -> tuple[View, ...]:
    """The saved views; one whose filter can't be read says so and keeps no other from being used."""
    made = []
    for name, text in desk.settings.views:
        problem = None
        try:
            filter_of(desk, text, view=name)
        except BadFilter as slip:
            problem = str(slip)
        made.append(View(name=name, text=text, problem=problem))
    return tuple(made)


def view_named(desk: Desk, name: str) -> Filter:
    """What a saved view asks. Raises ``Refused`` when there is none of that name, ``BadFilter``."""
    text = dict(desk.settings.views).get(name)
    if text is None:
        raise Refused(
            t("There is no view “{name}”. planner views lists them; planner views NAME FILTER saves one.", name=name)
        )
    return filter_of(desk, text, view=name)


def _found(desk: Desk, snapshot: Snapshot, part: Filter, *, archived: bool) -> tuple[Matter, ...]:
    """The matters that a filter finds, by number."""
    closing = speaks_of_closing(part)
    test = test_of(part if closing else both((_OPEN, part)), scene_of(desk, snapshot))
    records = snapshot.all("matter") if closing else snapshot.open("matter")
    if archived:
        records = (*records, *snapshot.archived("matter"))
    shown = Discretion(desk, snapshot)  # words that are not told are not found either
    found = [record for record in records if isinstance(record, Matter) and test(shown(record))]
    return tuple(sorted(found, key=lambda matter: matter.number))


def _open_matters(snapshot: Snapshot) -> list[Matter]:
    """The open matters of a book."""
    return [record for record in snapshot.open("matter") if isinstance(record, Matter)]
