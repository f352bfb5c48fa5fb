"""What a line at the foot can be: its prompt, its hint, and how what is typed is understood while it is typed.

A grammar reads with the same pure functions that the desk saves with, so a preview and what is kept cannot disagree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.wording import t

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.domain.draft import Span
    from planner.tui.messages import Sight
    from planner.wording.echo import Part

__all__ = ["Grammar", "Reading", "chased", "date", "matter", "names", "names_of", "plain", "point", "visit"]


class Reading(NamedTuple):
    """What a line was understood to mean so far: in words, and which parts of the line they are."""

    parts: tuple[Part, ...] = ()
    spans: tuple[Span, ...] = ()


class Grammar(NamedTuple):
    """One kind of line."""

    name: str
    prompt: str
    hint: str
    read: Callable[[str, Sight], Reading] | None = None
    several: bool = False
    """Whether each line of a paste of several is one of its own."""
    together: bool = False
    """Whether such lines are saved together, as one change."""


def plain(name: str, prompt: str, hint: str = "") -> Grammar:
    """A line of words that are kept as they are."""
    return Grammar(name, prompt, hint)


def matter() -> Grammar:
    """A matter."""
    hint = t("what is to be done, by when: Report to Director Li fri 5pm p1 @Li +major")
    return Grammar("matter", t("add"), hint, _read_matter, several=True, together=True)


def visit() -> Grammar:
    """A visit, a call or a letter."""
    hint = t("who, phone, what about, to whom it goes, by when: Wang Wei 13800000000 low-income claim")
    return Grammar("visit", t("visit"), hint, _read_visit, several=True)


def point() -> Grammar:
    """One thing to tell somebody."""
    return Grammar("point", t("point"), t("whom, then what to say: @Li the relief fund has arrived"), _read_point)


def date() -> Grammar:
    """A day or a time."""
    return Grammar("date", t("date"), t("fri, tomorrow 3pm, in 3 days, 27/11"), _read_date)


def names() -> Grammar:
    """Names, the first of which leads."""
    return Grammar("names", t("hand over to"), t("names with commas between; the first leads"), _read_names)


def chased() -> Grammar:
    """An entry of the chase log; a date in it is what was promised."""
    return Grammar("chase", t("chase"), t("what was said; a date in it is the promise: report ready fri"), _read_chase)


def names_of(line: str) -> tuple[str, ...]:
    """The names that a line lists, each once."""
    for sign in "，、;；":
        line = line.replace(sign, ",")
    return tuple(dict.fromkeys(name.strip().lstrip("@＠") for name in line.split(",") if name.strip().lstrip("@＠")))


def _read_matter(line: str, sight: Sight) -> Reading:
    from planner.capture import parse
    from planner.wording.echo import parts

    day = sight.day
    draft = parse(line, day.now, sight.lang, calendar=day.calendar, day_first=sight.day_first)
    people = (*draft.parties, *draft.handed_to, *((draft.assigned_by,) if draft.assigned_by else ()))
    return Reading(parts(draft, day.now, sight.lang, day.calendar, _new(people, sight)), draft.spans)


def _read_visit(line: str, sight: Sight) -> Reading:
    from planner.capture import parse_visit
    from planner.wording.echo import parts_of_visit

    day = sight.day
    draft = parse_visit(line, day.now, sight.lang, calendar=day.calendar, day_first=sight.day_first)
    new = _new((*draft.handed_to, *draft.report_to), sight)
    return Reading(parts_of_visit(draft, day.now, sight.lang, day.calendar, new), draft.spans)


def _read_point(line: str, sight: Sight) -> Reading:
    from planner.capture import parse_point
    from planner.wording.echo import parts_of_point

    day = sight.day
    draft = parse_point(line, day.now, sight.lang, calendar=day.calendar, day_first=sight.day_first)
    return Reading(parts_of_point(draft, day.now, sight.lang, day.calendar, _new(draft.parties, sight)), draft.spans)


def _read_date(line: str, sight: Sight) -> Reading:
    from planner.capture import parse_moment
    from planner.wording.dates import said
    from planner.wording.echo import Part

    day = sight.day
    moment = parse_moment(line, day.now, sight.lang, calendar=day.calendar, day_first=sight.day_first)
    if moment is None:
        return Reading((Part(role="remark", text=t("not understood as a date yet")),))
    return Reading((Part(role="due", text=said(moment, day.now, sight.lang, day.calendar)),))


def _read_names(line: str, sight: Sight) -> Reading:
    from planner.wording.echo import Part
    from planner.wording.safe import shown

    made = []
    for place, name in enumerate(names_of(line)):
        role = "handed_to" if place == 0 else "party"
        words = t("{name} leads", name=shown(name)) if place == 0 else t("{name} assists", name=shown(name))
        if name not in sight.names:
            words = t("{name} *new*", name=words)
        made.append(Part(role=role, text=words))
    return Reading(tuple(made))


def _read_chase(line: str, sight: Sight) -> Reading:
    from planner.capture import parse
    from planner.wording.dates import said
    from planner.wording.echo import Part

    day = sight.day
    draft = parse(line, day.now, sight.lang, calendar=day.calendar, day_first=sight.day_first)
    if draft.due is None:
        return Reading()
    words = t("promised for {when}", when=said(draft.due, day.now, sight.lang, day.calendar))
    return Reading((Part(role="due", text=words),), tuple(span for span in draft.spans if span.role == "due"))


def _new(names: tuple[str, ...], sight: Sight) -> tuple[str, ...]:
    """The names that the book has not seen before."""
    return tuple(name for name in names if name not in sight.names)
