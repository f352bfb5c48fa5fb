"""Two timed matters at once: how long each takes its people, and which of them overlap.

Only an appointment can clash: at a deadline nobody need be anywhere, so that two reports due on Friday at 17:00 stand
in each other's way no more than any other two. A timed matter is an appointment when it has an end, when it is work at
which people come together (meetings 办会, reception 接待), or when its title says so (会, 面谈, meeting, call).

It loads no recurrences, so the day's page and a line that is being typed can ask it. The agenda asks it too.
"""

from __future__ import annotations

from planner.domain.moment import datetime, timedelta
from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.day import Day
    from planner.domain.draft import Draft
    from planner.domain.matter import Matter
    from planner.domain.moment import Moment

    Span = tuple[datetime, datetime]

__all__ = [
    "MEETING_MINUTES",
    "MOST_OVERLAPS",
    "Overlap",
    "clashing",
    "extent",
    "is_appointment",
    "overlap",
    "overlaps",
]

_GATHERING = ("meetings", "reception")
"""Kinds of work at which people come together."""
_MEET = ("会见", "面谈", "座谈", "约谈", "谈话", "约见", "见面", "接访", "接待", "培训", "面试", "汇报", "出席", "陪同")
_PAPERS = ("方案", "材料", "提纲", "纪要", "记录", "通知", "稿", "总结", "会签", "回执", "请示", "报送", "起草", "撰写")
"""What is written for a meeting, or of it, is due and not kept."""
_NO_MEETING_BEFORE = "社机学协工商联不才只将就都"
_NO_MEETING_AFTER = "计签办同费员长展务"
"""Characters beside 会 in words that are no meeting: 社会, 机会, 工会, 会计, 会同."""
_MEET_WORDS = frozenset(
    (
        *("meeting", "meetings", "meet", "call", "conference", "interview", "appointment", "hearing", "briefing"),
        *("training", "lunch", "dinner", "visit", "session", "workshop"),
    )
)
_PAPER_WORDS = frozenset(
    (
        "draft",
        "minutes",
        "notes",
        "memo",
        "report",
        "slides",
        "agenda",
        "paper",
        "papers",
        "invitation",
        "write",
        "send",
    )
)
MEETING_MINUTES = 60
"""How long a meeting without an end counts; any other matter without one is a moment."""
MOST_OVERLAPS = 100
"""Overlaps that are looked for: nobody reads more, and their number grows with the square of the matters."""


class Overlap(Record):
    """Two open matters whose times overlap, the earlier first."""

    one: Matter
    other: Matter


def is_appointment(timed: Draft | Matter) -> bool:
    """Whether a timed matter keeps its people somewhere, and is no deadline alone."""
    return timed.end is not None or timed.work in _GATHERING or _says_meeting(timed.title)


def _says_meeting(title: str) -> bool:
    """Whether a title says that people come together, and not that something is written for it."""
    words = "".join(char if char.isalpha() else " " for char in title.lower()).split()
    if any(paper in title for paper in _PAPERS) or not _PAPER_WORDS.isdisjoint(words):
        return False
    return not _MEET_WORDS.isdisjoint(words) or any(word in title for word in _MEET) or _holds_meeting(title)


def _holds_meeting(title: str) -> bool:
    """Whether a 会 in a title is a meeting."""
    at = title.find("会")
    while at >= 0:
        before, after = title[max(0, at - 1) : at], title[at + 1 : at + 2]
        if not (before and before in _NO_MEETING_BEFORE) and not (after and after in _NO_MEETING_AFTER):
            return True
        at = title.find("会", at + 1)
    return False


def extent(due: datetime, end: Moment | None, *, meeting: bool) -> Span:
    """From when until when something timed takes its people's time."""
    if isinstance(end, datetime):
        return due, end
    if end is not None:
        return due, datetime(end.year, end.month, end.day, 23, 59)
    return due, due + timedelta(minutes=MEETING_MINUTES if meeting else 0)


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches of time have a moment in common; one may end when the other begins."""
    return one[0] == other[0] or (one[0] < other[1] and other[0] < one[1])


def clashing(draft: Draft, matters: Iterable[Matter], but: int | None = None) -> tuple[Matter, ...]:
    """The open matters whose times overlap those of a line as typed, by number; none for a line without a time.

    ``but`` is the matter that the line edits. Occurrences to come are not looked at: ``agenda.clashes`` does.
    """
    due = draft.due
    if not isinstance(due, datetime) or not is_appointment(draft):
        return ()
    mine = extent(due, draft.end, meeting=draft.work == "meetings")
    found = []
    for matter in matters:
        theirs = matter.due
        if not isinstance(theirs, datetime) or matter.number == but or not matter.is_open:
            continue
        if overlap(mine, _span(matter)) and is_appointment(matter):
            found.append(matter)
    found.sort(key=lambda matter: matter.number)
    return tuple(found)


def overlaps(matters: Iterable[Matter], day: Day) -> tuple[Overlap, ...]:
    """Every two of these open matters that overlap today or later, the soonest first, up to ``MOST_OVERLAPS``."""
    timed = [
        (_span(matter), matter.number, matter)
        for matter in matters
        if isinstance(matter.due, datetime)
        and matter.is_open
        and day.days_to(matter.last or matter.due) >= 0
        and is_appointment(matter)
    ]
    timed.sort()
    found: list[Overlap] = []
    going: list[tuple[Span, int, Matter]] = []
    for entry in timed:
        begins = entry[0][0]
        going = [one for one in going if one[0][1] > begins or one[0][0] == begins]
        found += [Overlap(one=one[2], other=entry[2]) for one in going if overlap(one[0], entry[0])]
        if len(found) >= MOST_OVERLAPS:  # a hundred matters at one time make five thousand
            return tuple(found[:MOST_OVERLAPS])
        going.append(entry)
    return tuple(found)


def _span(matter: Matter) -> Span:
    """When a timed matter takes its people's time."""
    due = matter.due
    if not isinstance(due, datetime):
        raise TypeError(due)
    return extent(due, matter.end, meeting=matter.work == "meetings")
