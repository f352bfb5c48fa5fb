"""The matter 事项: a to-do of the office, with its grade, dates, parties, steps and what came of it."""

from __future__ import annotations

from planner.domain.entry import Entry, Note, one_line, one_of, subset_of
from planner.domain.moment import date, datetime, day_of
from planner.domain.record import Invalid, Record
from planner.domain.terms import (
    GRADES,
    IF_OFF,
    LOWEST_PRIORITY,
    MARKS,
    MATTER_STATES,
    NATURES,
    ORIGINS,
    SOMEDAY,
    STAGES,
    URGENCIES,
    WORKS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal, TypeAlias

    from planner.domain.moment import Moment
    from planner.domain.terms import Grade, IfOff, Mark, MatterState, Nature, Origin, Stage, Urgency, Work

    GradeReason: TypeAlias = Literal["by_hand", "marks", "plain"]

__all__ = ["Chase", "Extension", "Matter", "Note", "Return", "Step"]


class Step(Record):
    """One line of a checklist inside a matter. With ``ahead`` it is a countdown step 倒排节点."""

    text: str
    done: datetime | None = None
    ahead: int | None = None
    """Working days before the matter's due day on which it appears; negative after it."""
    skipped: str | None = None
    """Why it does not apply (不适用), when it was marked so."""
    gate: bool = False
    """Whether the matter can't go for signature before this is settled."""

    @property
    def is_settled(self) -> bool:
        """Whether it is done, or marked as not applicable."""
        return self.done is not None or self.skipped is not None


class Return(Record):
    """Sent back to be done again (退回重办), with the words said."""

    at: datetime
    words: str
    by: str | None = None


class Chase(Record):
    """One entry of the chase log 催办记录: whom, how, what was said, what was promised and for when."""

    at: datetime
    party: str | None = None
    how: str | None = None
    """By phone, in person, in writing."""
    said: str | None = None
    """What was said, apart from what was promised."""
    promise: str | None = None
    promised: Moment | None = None


class Extension(Record):
    """A date put off, with what was asked: the reason, how far it is, who agreed; ``late`` when the date had passed."""

    at: datetime
    was: Moment
    until: Moment
    reason: str | None = None
    progress: str | None = None
    approver: str | None = None
    late: bool = False


class Matter(Entry):
    """A to-do of the office. Parties stand as they were typed; aliases are resolved when read."""

    title: str
    state: MatterState = "open"
    priority: int = LOWEST_PRIORITY
    grade_by_hand: Grade | None = None
    """Set by hand, it outweighs the marks."""
    marks: tuple[Mark, ...] = ()
    nature: Nature | None = None
    origin: Origin | None = None
    urgency: Urgency | None = None
    work: Work | None = None
    due: Moment | None = None
    end: Moment | None = None
    start: Moment | None = None
    """Hidden from the day's lists until then."""
    rrule: str | None = None
    from_completion: bool = False
    if_off: IfOff | None = None
    exdates: tuple[date, ...] = ()
    catch_up: bool = False
    """Whether missed occurrences are each to be done; skipped when not."""
    anchor: date | None = None
    """The day of this occurrence by its rule, where its due day differs."""
    followed: int | None = None
    """The occurrence that was made when this one was finished; finished again, it makes no other."""
    series: int | None = None
    """The number of the first matter of its series."""
    parties: tuple[str, ...] = ()
    assigned_by: str | None = None
    handed_to: tuple[str, ...] = ()
    """The first leads 主办, the rest assist 协办."""
    handed: datetime | None = None
    """When it was handed over."""
    supervised: bool = False
    stage: Stage | None = None
    """How far a supervised matter is (交办 … 销号)."""
    extensions: tuple[Extension, ...] = ()
    words: str | None = None
    """A leader's own words, verbatim; read-only once kept."""
    tags: tuple[str, ...] = ()
    remind: tuple[int, ...] = ()
    """Minutes before the due time."""
    needs: tuple[int, ...] = ()
    steps: tuple[Step, ...] = ()
    signing: datetime | None = None
    """When it was last sent for signature 送签; a return clears it."""
    links: tuple[str, ...] = ()
    """Files and addresses that belong to it, as they were given."""
    notes: tuple[Note, ...] = ()
    chases: tuple[Chase, ...] = ()
    returns: tuple[Return, ...] = ()
    waiting_for: str | None = None
    """What it waits for (等待), in words; of a matter whose state is ``waiting``."""
    waiting_until: Moment | None = None
    """From then on it waits no longer (``planner.domain.waiting``)."""
    postponed: int = 0
    """How many times its date was put off."""
    put_off: int = 0
    """How many of them came after the last work on it."""
    touched: datetime | None = None
    """When it was last worked on; re-tagging is not work."""
    rank: int | None = None
    """Its place in the order by hand, small first; ``None`` when it was never moved."""
    result: str | None = None
    """What came of it, in words: the report is made of these."""
    receptions: tuple[int, ...] = ()
    in_report: bool | None = None
    """入报 or 不报, as set by hand; ``None``: by the rule of ``planner.domain.reporting``."""
    reviewed: date | None = None
    """The day on which it was last looked at in a review."""
    review_every: int | None = None
    """Working days after which it is to be looked at again; ``None``: in each review."""

    @property
    def grade(self) -> Grade:
        """Major when set so by hand or when any mark holds; minor otherwise."""
        if self.grade_by_hand is not None:
            return self.grade_by_hand
        return "major" if self.marks else "minor"

    @property
    def grade_reason(self) -> GradeReason:
        """Why the matter has its grade: it is always shown."""
        if self.grade_by_hand is not None:
            return "by_hand"
        return "marks" if self.marks else "plain"

    @property
    def last(self) -> Moment | None:
        """When its time runs out: the end of a range, else the due date."""
        return self.due if self.end is None else self.end

    @property
    def is_open(self) -> bool:
        """Whether it still waits to be done."""
        return self.state in ("open", "waiting")

    @property
    def is_assigned(self) -> bool:
        """Whether it was handed to somebody, so that others owe it."""
        return bool(self.handed_to)

    @property
    def is_someday(self) -> bool:
        """Whether it is kept for some day, by its tag."""
        tags = self.tags
        return bool(tags) and any(tag in SOMEDAY for tag in tags)

    def worked(self, at: datetime, **changes: Any) -> Matter:
        """The matter changed by work on it, which begins the clock of neglect anew; re-tagging is no work.

        One that waited waits no longer, unless the change itself says its state.
        """
        if self.state == "waiting" and changes.get("state", "open") != "waiting":
            changes = {"state": "open", "waiting_for": None, "waiting_until": None, **changes}
        return self.replace(**changes, touched=at, changed=at, put_off=0)

    def check(self) -> None:
        """Raise ``Invalid`` when a field breaks its rule."""
        super().check()
        one_line("title", self.title)
        if not 1 <= self.priority <= LOWEST_PRIORITY:
            raise Invalid("priority", "priority", self.priority)
        one_of("state", self.state, MATTER_STATES)
        one_of("grade", self.grade_by_hand, GRADES)
        subset_of("marks", self.marks, MARKS)
        one_of("nature", self.nature, NATURES)
        one_of("origin", self.origin, ORIGINS)
        one_of("urgency", self.urgency, URGENCIES)
        one_of("work", self.work, WORKS)
        one_of("stage", self.stage, STAGES)
        one_of("if_off", self.if_off, IF_OFF)
        if self.end is not None and (self.due is None or _before(self.end, self.due)):
            raise Invalid("end", "end_before_start", self.end)
        if self.review_every is not None and self.review_every < 1:
            raise Invalid("review_every", "positive", self.review_every)
        if self.number in self.needs:
            raise Invalid("needs", "needs_itself", self.number)
        if self.is_open == (self.closed is not None):
            raise Invalid("closed", "state_and_closed", self.state)


def _before(one: Moment, other: Moment) -> bool:
    """Whether ``one`` is before ``other``; a day and a time are compared by their days."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return day_of(one) < day_of(other)
