"""What a command is: its keys, its words, where it applies, what does it. The table is in ``planner.tui.table``."""

from __future__ import annotations

from planner.domain.record import Record
from planner.wording import later

__all__ = ["ANYTHING", "GROUPS", "MATTER", "PARTY", "POINT", "RECEPTION", "Command"]

ANYTHING = ("matter", "reception", "party", "point")


class Command(Record):
    """One thing that can be done with a key, a click, a digit in the menu, or by name."""

    id: str
    keys: tuple[str, ...]
    """Textual's names; the first is the one that is shown."""
    label: str
    """Shortly, for foot and menu."""
    help: str
    """A sentence for help and palette."""
    run: str
    """``module:function`` under ``planner.tui.verbs``; the function takes the place."""
    on: tuple[str, ...] = ()
    """Kinds of record that it applies to; everywhere when empty."""
    group: str = "go"
    foot: int = 0
    """Its place in the foot, small first; 0: not there."""
    menu: bool = False
    """Whether it stands in the menu of the record under the cursor."""
    called: tuple[tuple[str, str], ...] = ()
    """(kind, label) where it goes by another word with a record of that kind."""


GROUPS: tuple[tuple[str, str], ...] = (
    ("take", later("Take down")),
    ("do", later("With the record under the cursor")),
    ("book", later("Take back")),
    ("look", later("Look")),
    ("go", later("Move")),
)
"""In the order of the help."""

MATTER = ("matter",)
RECEPTION = ("reception",)
PARTY = ("party",)
POINT = ("point",)
