"""The reception 接待: who came, called or wrote, wanting what, told what, by when."""

from __future__ import annotations

from planner.domain.entry import Entry, Note, one_line, one_of
from planner.domain.record import Invalid, Record
from planner.domain.terms import CHANNELS, PETITION_CLASSES, RECEPTION_STATES, ROUTES, VISITOR_KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import Moment, date, datetime
    from planner.domain.terms import Channel, PetitionClass, ReceptionState, Route, VisitorKind

__all__ = ["YEAR_STEP", "Event", "Extended", "Reception", "number_in_year", "year_of"]

YEAR_STEP = 100_000
"""A reception's number is its year times this plus its place in the year: 访2026-0123 is 202600123."""


def year_of(number: int) -> int:
    """The year of registration in a reception's number."""
    return number // YEAR_STEP


def number_in_year(number: int) -> int:
    """The gapless place of a reception in its year of registration."""
    return number % YEAR_STEP


class Event(Record):
    """Something that happened with a reception, on its own day, and when that was written down."""

    name: str
    """One of ``planner.domain.clock_rows.EVENTS``, or a name that a user's clock waits for."""
    on: date
    at: datetime
    words: str | None = None


class Extended(Record):
    """A term lengthened (art. 34): by how many days of its clock, decided when, by whom, why."""

    on: date
    days: int
    reason: str | None = None
    approver: str | None = None
    late: bool = False
    """Whether the end had passed already."""


class Reception(Entry):
    """An entry of the reception log. It is voided with a reason, never deleted."""

    at: datetime
    matter: str
    """What it is about and what is wished, written down truthfully (art. 19)."""
    state: ReceptionState = "open"
    name: str | None = None
    """``None``: none was left 未留名."""
    unit: str | None = None
    phone: str | None = None
    headcount: int = 1
    channel: Channel = "visit"
    kind: VisitorKind = "public"
    petition_class: PetitionClass | None = None
    asked: str | None = None
    """Of whom it was asked."""
    received_by: str | None = None
    route: Route | None = None
    handed_to: tuple[str, ...] = ()
    reply_due: Moment | None = None
    """A promise of the office's own, beside the clocks of the law."""
    noticed: date | None = None
    """The written notice of receipt (art. 23)."""
    accepted: date | None = None
    """Acceptance 受理, from which the 60 days run (art. 34)."""
    reply: str | None = None
    reply_how: str | None = None
    """In person, by phone, in writing."""
    replied: Moment | None = None
    petition_number: str | None = None
    template: str | None = None
    """The template of its clocks; ``None`` is the public's for the public, and none for others."""
    events: tuple[Event, ...] = ()
    extensions: tuple[Extended, ...] = ()
    accused: tuple[str, ...] = ()
    """Whom it accuses: it can't be forwarded to them (art. 30)."""
    grave: bool = False
    """Grave or urgent: to be reported promptly (art. 25)."""
    sex: str | None = None
    age: int | None = None
    left: datetime | None = None
    attachments: tuple[str, ...] = ()
    satisfaction: str | None = None
    marked_restricted: bool = False
    void_reason: str | None = None
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    """Files and addresses that belong to it, as they were given."""
    notes: tuple[Note, ...] = ()
    matters: tuple[int, ...] = ()
    points: tuple[int, ...] = ()
    erased: datetime | None = None
    """When the person was erased from it by law; what stays is the number, the dates and the handling."""
    erase_reason: str | None = None

    @property
    def restricted(self) -> bool:
        """Whether it is shown only on demand: marked so, or an accusation (检举控告 is so by itself, art. 30)."""
        return self.marked_restricted or self.petition_class == "accusation"

    @property
    def is_waiting(self) -> bool:
        """Whether something is still owed: the answer, or the written notice when it was answered by word of mouth."""
        return self.closed is None

    def voided(self, reason: str, at: datetime) -> Reception:
        """The same entry voided: its number stays, so the year has no gap."""
        return self.replace(state="voided", void_reason=reason, closed=at, changed=at)

    def check(self) -> None:
        """Raise ``Invalid`` when a field breaks its rule."""
        super().check()
        one_line("matter", self.matter)
        if year_of(self.number) < 1 or number_in_year(self.number) < 1:
            raise Invalid("number", "yearly", self.number)
        if self.headcount < 1:
            raise Invalid("headcount", "positive", self.headcount)
        if self.age is not None and self.age < 1:
            raise Invalid("age", "positive", self.age)
        one_of("state", self.state, RECEPTION_STATES)
        one_of("channel", self.channel, CHANNELS)
        one_of("kind", self.kind, VISITOR_KINDS)
        one_of("petition_class", self.petition_class, PETITION_CLASSES)
        one_of("route", self.route, ROUTES)
        if self.state == "voided" and not self.void_reason:
            raise Invalid("void_reason", "empty", self.void_reason)
        if (self.state == "open" and self.closed is not None) or (self.state == "voided" and self.closed is None):
            raise Invalid("closed", "state_and_closed", self.state)
