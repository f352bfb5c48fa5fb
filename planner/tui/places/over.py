"""A place that opens over another for one record, as for a talk or a checklist: Esc goes back, nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from planner.tui.places.place import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.tui.messages import Sight
    from planner.tui.widgets.slot import Slot

__all__ = ["OverPlace"]


class OverPlace(Place):
    """Its own meaning of some commands stands in ``OWN``: the command's id, the method that does it."""

    AUTO_FOCUS = ""
    TAKES_KEYBOARD: ClassVar[bool] = True
    """Keys typed ahead wait until its first page is seen."""
    OWN: ClassVar[Mapping[str, str]] = {}

    def keys(self) -> str:
        """What the foot says: the keys that mean something here."""
        raise NotImplementedError

    def see(self, page: object, sight: Sight) -> None:
        """Show a page; with the first one the list has the keyboard."""
        super().see(page, sight)
        if self.focused is None:
            self.foot.lend(self.keys())
            self.set_focus(self.list)

    def on_slot_changed(self, event: Slot.Changed) -> None:
        """Show the keys of an open line, then one's own again."""
        self.foot.lend(event.keys or self.keys())

    def action_command(self, name: str) -> None:
        """Do what a command means here."""
        if name in ("back", "quit") and not self.sieve.words:
            self.leave()
        elif name in self.OWN:
            self.foot.say("")
            getattr(self, self.OWN[name])()
        else:
            super().action_command(name)

    def leave(self) -> None:
        """Back to where it was opened, once."""
        if self.is_current:
            self.app.pop_screen()
