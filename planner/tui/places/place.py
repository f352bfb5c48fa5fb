"""What every place is: a head, a list with a detail pane beside it, a line that opens at the foot, the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.tui.commands import BY_ID, applies, bindings, label_of, verb_of
from planner.tui.states import states_of
from planner.tui.subjects import subject_of
from planner.tui.widgets.body import Body
from planner.tui.widgets.foot import Foot
from planner.tui.widgets.head import Head
from planner.tui.widgets.record_list import RecordList
from planner.tui.widgets.sections import Sieve
from planner.tui.widgets.slot import Slot
from planner.wording import t

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from planner.desk.desk import Desk
    from planner.tui.app import PlannerApp
    from planner.tui.messages import Outcome, Sight
    from planner.tui.widgets.sections import Key, Section

__all__ = ["Place"]


class Place(Screen[None]):
    """The base of the places. A place names itself, says what the clerk reads for it, and makes sections of it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings()  # type: ignore[assignment]
    AUTO_FOCUS = "RecordList"
    NAME = ""

    app: PlannerApp

    def __init__(self) -> None:
        super().__init__()
        self.head = Head(self.heading())
        self.list = RecordList(id="list")
        self.body = Body(self.list)
        self.slot = Slot()
        self.foot = Foot()
        self.sight: Sight | None = None
        self.unread = True
        """Whether its first page is still awaited: a verb typed ahead would find no record under the cursor."""
        self.sieve = Sieve()
        self._follow: Key | None = None
        self._before = ""

    def heading(self) -> str:
        """The head's first words, before anything is read."""
        raise NotImplementedError

    def reading(self) -> Callable[[Desk], object]:
        """The function by which the clerk reads this place's page."""
        raise NotImplementedError

    def sections_of(self, page: object, sight: Sight) -> tuple[Section, ...]:
        """The sections that a page is shown as; the place may word its head as well."""
        raise NotImplementedError

    def teaching(self) -> str:
        """What is said in an empty list: the next key."""
        return t("Nothing here. Press a to write a matter down, v for a visitor, n for a point.")

    def compose(self) -> ComposeResult:
        """Little is mounted at once: the detail pane and the line come when they are needed."""
        yield self.head
        yield self.body
        yield self.slot
        yield self.foot

    def on_screen_resume(self) -> None:
        """Read anew whatever happened while another place was seen."""
        self.app.reload()

    def see(self, page: object, sight: Sight) -> None:
        """Show a page that the clerk brought."""
        self.sight = sight
        self.unread = False
        self.sieve.fill(self.sections_of(page, sight))
        self.sift(self.sieve.words)
        self.slot.see(sight)

    def sift(self, words: str) -> None:
        """Show only the rows that hold these words; all without words."""
        empty = self.teaching() if self.sight is not None else ""
        if words.strip():
            empty = t("Nothing holds “{words}”. Esc shows all again.", words=words)
        self.list.show(self.sieve.sift(words), empty=empty, follow=self._follow)
        self._follow = None

    @property
    def subject(self) -> object | None:
        """The record under the cursor: a matter, a reception, a point, a party's talk; ``None`` on none."""
        return subject_of(self.list.record)

    @property
    def kind(self) -> str | None:
        """The kind of what a command is for: matters, when some are marked, else the record under the cursor."""
        if self.list.marked:
            return "matter"
        subject = self.subject
        for name, cls in (("matter", Matter), ("reception", Reception), ("point", Point)):
            if isinstance(subject, cls):
                return name
        return None if subject is None else "party"

    def numbers_of_matters(self) -> tuple[int, ...]:
        """The matters that a verb is for: those that are marked, else the one under the cursor, else none."""
        if self.list.marked:
            return tuple(sorted(number for _, number in self.list.marked if isinstance(number, int)))
        subject = self.subject
        return (subject.number,) if isinstance(subject, Matter) else ()

    def on_record_list_moved(self) -> None:
        """Follow the cursor with detail and foot."""
        self.foot.offer(self.kind)
        self.head.hold(states_of(self), partial=bool(self.sieve.words.strip()))
        if self.sight is not None:
            self.body.tell(self.list.record, self.sight)

    def on_record_list_opened(self) -> None:
        """A second click opens."""
        self.action_command("open")

    def on_slot_changed(self, event: Slot.Changed) -> None:
        """Show the keys of an open line instead of the place's."""
        self.foot.lend(event.keys)

    def on_foot_chosen(self, event: Foot.Chosen) -> None:
        """A key of the foot was clicked."""
        self.action_command(event.command)

    def action_command(self, name: str) -> None:
        """Give a command of the table, when it applies to what is under the cursor."""
        command = BY_ID[name]
        self.foot.say("")
        if not applies(command, self.kind):
            self.foot.say(t("“{label}” needs another kind of record under the cursor.", label=label_of(command)))
            return
        if command.group == "do" and self.list.marked - {self.list.place[1]}:
            from planner.tui.marks import ask_first

            if not ask_first(self, command):
                return
        verb_of(command)(self)
        self._before = "" if self._before == name else name

    def is_second(self, name: str) -> bool:
        """Whether the command was given just before as well: a key pressed twice."""
        return self._before == name

    def write(self, work: Callable[[Desk], Outcome]) -> None:
        """Have the clerk change the book."""
        self.app.clerk.write(work)

    def told(self, sentence: str, follow: Key | None = None, *, refusal: bool = False) -> None:
        """Say what came of it, and go to the record at the next showing."""
        self.foot.say(sentence, refusal=refusal)
        self._follow = follow
        if not refusal and follow is not None:
            self.list.mark(frozenset())
