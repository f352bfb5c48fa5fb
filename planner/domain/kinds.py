"""The one table of kinds of record. A new kind is its module and a line here; whatever lacks it is named by a test.

Modules are named as text and imported when asked for, so that ``planner add`` loads only what it writes.
"""

from __future__ import annotations

from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.entry import Entry

__all__ = ["KINDS", "Kind", "kind_named", "kind_of", "kind_of_table"]


class Kind(Record):
    """A kind of record: its name in code, its table in the book, the class that holds it."""

    name: str
    table: str
    class_name: str
    yearly: bool = False
    """Numbers restart each year and have no gap; undoing a registration voids it instead of deleting."""
    machine: bool = False
    """The machine's own notes: no search finds them, and the history tells of them only when it is asked for them."""

    @property
    def record(self) -> type[Entry]:
        """The record class, imported now."""
        module = __import__(f"planner.domain.{self.name}", fromlist=(self.class_name,))
        made: type[Entry] = getattr(module, self.class_name)
        return made


KINDS: tuple[Kind, ...] = (
    Kind(name="matter", table="matters", class_name="Matter"),
    Kind(name="reception", table="receptions", class_name="Reception", yearly=True),
    Kind(name="party", table="parties", class_name="Party"),
    Kind(name="point", table="points", class_name="Point"),
    Kind(name="checklist", table="checklists", class_name="Checklist"),
    Kind(name="reminder", table="reminders", class_name="Reminder", machine=True),
    Kind(name="kept_report", table="reports", class_name="KeptReport"),
    Kind(name="walk", table="walks", class_name="Walk"),
)

_BY_NAME = {kind.name: kind for kind in KINDS}
_BY_TABLE = {kind.table: kind for kind in KINDS}
_BY_CLASS = {kind.class_name: kind for kind in KINDS}


def kind_named(name: str) -> Kind:
    """The kind of that name. Raises KeyError."""
    return _BY_NAME[name]


def kind_of_table(table: str) -> Kind | None:
    """The kind that a table holds; ``None`` for a table that is not the planner's."""
    return _BY_TABLE.get(table)


def kind_of(record: Entry) -> Kind:
    """The kind of a record. Raises KeyError when its class is in no line of the table."""
    return _BY_CLASS[type(record).__name__]
