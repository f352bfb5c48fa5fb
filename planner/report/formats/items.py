"""Records as to-dos of other programs: what a calendar, todo.txt and Taskwarrior all hold, made once for the three.

Matters are to-dos or appointments, a reception that waits is a to-do until its nearest clock, a point one until all are
told. Parties and checklists are none.
"""

from __future__ import annotations

from planner.domain.moment import date, datetime, timedelta
from planner.domain.record import Record
from planner.domain.recurrence import BadRuleError, parse_rule
from planner.domain.terms import MATTER_STATES
from planner.wording import voice_of
from planner.wording.dates import stamp
from planner.wording.fields import field
from planner.wording.numbers import reception_label
from planner.wording.page import visitor_of
from planner.wording.safe import shown
from planner.wording.terms import term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal, TypeAlias

    from planner.domain.matter import Matter
    from planner.domain.moment import Moment
    from planner.domain.point import Point
    from planner.domain.reception import Reception
    from planner.report.selection import Selection

    State: TypeAlias = Literal["open", "waiting", "done", "dropped"]

__all__ = ["Item", "items_of", "words_of"]

_MEETING = timedelta(minutes=60)
"""How long a meeting without an end takes, as in the agenda."""


class Item(Record):
    """A to-do, or an appointment when ``ends`` is there. Its texts are safe to show and on one line."""

    key: str
    """Names it for good: the same record gives the same in every export."""
    title: str
    state: State = "open"
    created: datetime
    changed: datetime
    closed: datetime | None = None
    due: Moment | None = None
    ends: Moment | None = None
    """The end of an appointment; its last day, included, where it has no time."""
    start: Moment | None = None
    """Not to be seen before."""
    priority: int = 4
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    rrule: str | None = None
    from_completion: bool = False
    exdates: tuple[date, ...] = ()
    remind: tuple[int, ...] = ()
    """Minutes before it is due."""
    needs: tuple[str, ...] = ()
    """Keys of what must be done first."""
    lines: tuple[str, ...] = ()
    """What else is to be known."""
    number: int = 0


def items_of(selection: Selection) -> tuple[Item, ...]:
    """The to-dos of a selection, each kind by number; void receptions are none."""
    return (
        *(_of_matter(one, selection) for one in selection.matters),
        *(_of_reception(one, selection) for one in selection.receptions if one.state != "voided"),
        *(_of_point(one, selection) for one in selection.points),
    )


def words_of(text: str) -> str:
    """A tag or name as one word without signs that part tags elsewhere."""
    return "_".join(shown(text).replace(",", " ").replace("，", " ").split())


def _of_matter(matter: Matter, selection: Selection) -> Item:
    """A matter: an appointment when it has an end, or is a meeting at a time."""
    created = matter.created or selection.made
    ends = matter.end
    if ends is None and matter.work == "meetings" and isinstance(matter.due, datetime):
        ends = matter.due + _MEETING
    living = matter.rrule if matter.is_open and matter.due is not None else None
    return Item(
        key=f"matter-{matter.number}" if living is None else f"series-{matter.series or matter.number}",
        title=_line(matter.title),
        state=matter.state if matter.state in MATTER_STATES else "open",  # a newer planner's is not known
        created=created,
        changed=matter.changed or created,
        closed=matter.closed,
        due=matter.due,
        ends=ends,
        start=matter.start,
        priority=matter.priority,
        tags=_tags(matter, selection.lang),
        people=_safe(dict.fromkeys((*matter.handed_to, *matter.parties))),
        rrule=living if living and _is_rule(living) else None,
        from_completion=matter.from_completion,
        exdates=matter.exdates,
        remind=tuple(minutes for minutes in matter.remind if minutes >= 0) if matter.is_open else (),
        needs=tuple(f"matter-{number}" for number in matter.needs),
        lines=_lines_of_matter(matter, selection),
        number=matter.number,
    )


def _of_reception(reception: Reception, selection: Selection) -> Item:
    """A reception: to be answered, or given its written notice, until its nearest clock runs out."""
    voice = voice_of(selection.lang)
    label = reception_label(reception.number)
    title = voice.t("{label} {visitor}: {matter}", label=label, visitor=visitor_of(reception), matter=reception.matter)
    return Item(
        key=f"reception-{reception.number}",
        title=_line(title),
        state="open" if reception.is_waiting else "done",
        created=reception.created or reception.at,
        changed=reception.changed or reception.at,
        closed=reception.closed,
        due=selection.due_of(reception) if reception.is_waiting else reception.replied,
        tags=_safe(reception.tags),
        people=_safe(reception.handed_to),
        lines=_lines(selection, ("reply", reception.reply), ("phone", reception.phone), ("unit", reception.unit)),
        number=reception.number,
    )


def _of_point(point: Point, selection: Selection) -> Item:
    """A point: to be told until everybody was."""
    voice = voice_of(selection.lang)
    names = voice.p("enumeration", ", ").join(point.waiting or point.parties)
    created = point.created or selection.made
    return Item(
        key=f"point-{point.number}",
        title=_line(voice.t("Tell {name}: {text}", name=names, text=point.text)),
        state="open" if point.is_open else "done",
        created=created,
        changed=point.changed or created,
        closed=point.closed,
        due=point.due,
        tags=_safe(point.tags),
        people=_safe(point.parties),
        lines=_lines(
            selection,
            ("original", point.original),
            *(("answer", tick.answer) for tick in point.ticks),
        ),
        number=point.number,
    )


def _lines_of_matter(matter: Matter, selection: Selection) -> tuple[str, ...]:
    """What else is to be known of a matter, line by line."""
    lang, now = selection.lang, selection.made
    join = voice_of(lang).p("enumeration", ", ")
    day = stamp(matter.due, now, lang, matter.end) if matter.due is not None and matter.end is not None else None
    return _lines(
        selection,
        ("due", day),
        ("assigned_by", matter.assigned_by),
        ("handed_to", join.join(matter.handed_to)),
        ("words", matter.words),
        ("result", matter.result),
        *(("steps", _step(step.text, done=step.is_settled)) for step in matter.steps),
        *(("returns", one.words) for one in matter.returns),
        *(("notes", note.text) for note in matter.notes),
        *(("links", link) for link in matter.links),
    )


def _step(text: str, *, done: bool) -> str:
    """A step with a box that is ticked when it is done."""
    return f"[{'x' if done else ' '}] {text}"


def _lines(selection: Selection, *pairs: tuple[str, str | None]) -> tuple[str, ...]:
    """``label: words`` of what is there."""
    voice = voice_of(selection.lang)
    return tuple(
        _line(voice.t("{who}: {words}", who=field(name, selection.lang), words=words)) for name, words in pairs if words
    )


def _tags(matter: Matter, lang: str) -> tuple[str, ...]:
    """A matter's tags, and its work and grade, by which other programs may filter."""
    kinds = [] if matter.work is None else [term("work", matter.work, lang)]
    if matter.grade == "major":
        kinds.append(term("grade", "major", lang))
    return _safe(dict.fromkeys((*matter.tags, *kinds)))


def _safe(texts: Iterable[str]) -> tuple[str, ...]:
    """Names as one word each."""
    return tuple(dict.fromkeys(word for word in map(words_of, texts) if word))


def _line(text: str) -> str:
    """A text on one line, made safe."""
    return shown(" ".join(text.split())) or "-"


def _is_rule(text: str) -> bool:
    """Whether a recur value is one by RFC 5545."""
    try:
        parse_rule(text)
    except BadRuleError:
        return False
    return True
