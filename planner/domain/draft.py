"""What a typed line was understood to mean, before anything is saved: the capture's only product.

Drafts carry spans, so that a preview can colour each understood part and strike it from the title.
"""

from __future__ import annotations

from planner.domain.moment import date, datetime
from planner.domain.record import Record
from planner.domain.terms import LOWEST_PRIORITY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from planner.domain.moment import Moment
    from planner.domain.terms import (
        Channel,
        Direction,
        Grade,
        IfOff,
        Mark,
        Nature,
        Origin,
        PetitionClass,
        Urgency,
        VisitorKind,
        Work,
    )

    Role: TypeAlias = Literal[
        "due",
        "recurrence",
        "priority",
        "grade",
        "mark",
        "nature",
        "origin",
        "urgency",
        "start",
        "party",
        "assigned_by",
        "handed_to",
        "supervised",
        "words",
        "tag",
        "work",
        "remind",
        "ahead",
        "needs",
        "note",
        "name",
        "phone",
        "headcount",
        "channel",
        "reply_due",
        "report_to",
        "refused",
    ]
    Remark: TypeAlias = Literal["rolled_forward", "two_readings", "past", "conflict", "unread", "unknown_year"]

__all__ = ["Draft", "PointDraft", "Span", "VisitDraft", "date", "datetime"]


class Span(Record):
    """A part of the line that was understood, ``line[start:end]`` in characters, and what it was taken for."""

    start: int
    end: int
    role: Role


class Draft(Record):
    """A matter as typed. An absent part is ``None`` or ``()``; ``due`` is a day, or a minute when a time was typed."""

    title: str
    due: Moment | None = None
    end: Moment | None = None
    """The inclusive end of a range, of the same type as ``due``."""
    start: Moment | None = None
    rrule: str | None = None
    """An RFC 5545 recur value without the ``RRULE:`` prefix, as ``FREQ=WEEKLY;BYDAY=MO``."""
    from_completion: bool = False
    if_off: IfOff | None = None
    exdates: tuple[date, ...] = ()
    catch_up: bool | None = None
    """Whether each missed occurrence is to be done (``missed:each``) or skipped; ``None`` when not said."""
    priority: int | None = None
    """1 to 4; ``None`` when none was typed."""
    grade: Grade | None = None
    marks: tuple[Mark, ...] = ()
    nature: Nature | None = None
    origin: Origin | None = None
    urgency: Urgency | None = None
    parties: tuple[str, ...] = ()
    assigned_by: str | None = None
    handed_to: tuple[str, ...] = ()
    """The first leads 主办, the rest assist 协办."""
    supervised: bool = False
    words: str | None = None
    tags: tuple[str, ...] = ()
    work: Work | None = None
    remind: tuple[int, ...] = ()
    """Minutes before the due time."""
    ahead: tuple[int, ...] = ()
    """Working days before the due day at which a countdown step appears."""
    needs: tuple[int, ...] = ()
    note: str | None = None
    cleared: tuple[str, ...] = ()
    """Names of fields that the line empties (``due:-``); only an edit heeds them."""
    time_only: bool = False
    """Whether ``due`` is a time typed without a day: an edit then keeps the day that there is."""
    retitled: bool = False
    """Whether ``title:`` was typed, which is what makes an edit change the title."""
    spans: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """What the echo must say beside the reading: a past date rolled forward, a second honest reading, and so on."""

    @property
    def all_day(self) -> bool:
        """Whether the due date, when there is one, names no time of day."""
        return self.due is not None and not isinstance(self.due, datetime)

    @property
    def effective_priority(self) -> int:
        """The priority a matter made of this draft gets: 4 when none was typed."""
        return LOWEST_PRIORITY if self.priority is None else self.priority


class VisitDraft(Record):
    """A visit, call or letter as typed in one line."""

    matter: str
    """What it is about and what is wished, in the words typed."""
    name: str | None = None
    """``None`` when none was left (未留名, anon)."""
    phone: str | None = None
    unit: str | None = None
    headcount: int = 1
    channel: Channel = "visit"
    kind: VisitorKind = "public"
    handed_to: tuple[str, ...] = ()
    answered: bool = False
    """Answered on the spot (当场答复)."""
    reply: str | None = None
    """What was answered on the spot, when the line says it."""
    reply_due: Moment | None = None
    report_to: tuple[str, ...] = ()
    """Parties for whom a point is made in the same step (报王局)."""
    tags: tuple[str, ...] = ()
    restricted: bool = False
    """Marked so by the line itself (``+restricted``, 保密)."""
    accused: tuple[str, ...] = ()
    """Whom it accuses (``accused:NAME``); ``-`` when that is nobody of the book's."""
    petition_class: PetitionClass | None = None
    """What the words suggest; what may be an accusation is restricted at once (art. 30)."""
    spans: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()


class PointDraft(Record):
    """One thing to tell one or more parties, as typed (``李局 低保资金已到账``)."""

    text: str
    parties: tuple[str, ...] = ()
    direction: Direction | None = None
    due: Moment | None = None
    matter: int | None = None
    original: str | None = None
    """The words it came in, which are kept as they are."""
    tags: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()
