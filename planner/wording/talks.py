"""The checklist for a talk in words: its sections line by line, and the half page of Markdown to take along."""

from __future__ import annotations

from planner.domain.clock import nearest_clock
from planner.domain.record import Record
from planner.wording import t
from planner.wording.dates import left, short, stamp
from planner.wording.masks import phones_masked
from planner.wording.numbers import reception_label
from planner.wording.page import visitor_of
from planner.wording.safe import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.day import Day
    from planner.domain.matter import Matter
    from planner.domain.reception import Reception
    from planner.domain.talk import Agenda

__all__ = ["AgendaSection", "agenda_markdown", "agenda_sections"]

_MARKED = "\\`*_[]<>#|~"
"""Signs that Markdown would read as its own."""


class AgendaSection(Record):
    """A part of the checklist: its heading and its lines. ``name`` is its field in ``Agenda``, or ``points``."""

    name: str
    title: str
    lines: tuple[str, ...]


def agenda_sections(agenda: Agenda, day: Day, lang: str, *, private: bool = False) -> tuple[AgendaSection, ...]:
    """The parts in the order of a talk; the points come first, empty parts have no lines.

    A restricted entry tells its words only when ``private``.
    """
    points = []
    for point in agenda.waiting:
        since = "" if point.created is None else short(point.created.date(), day.now, lang)
        points.append(t("[ ] {number}  {text}  ({since})", number=point.number, text=point.text, since=since))
        if point.original and point.original != point.text:
            points.append(t("      in their words: “{words}”", words=point.original))
    points += [t("[x] {number}  {text}", number=point.number, text=point.text) for point in agenda.told]
    return (
        AgendaSection(name="points", title=t("to say"), lines=tuple(points)),
        AgendaSection(name="done", title=t("Done since"), lines=tuple(_done(one) for one in agenda.done)),
        AgendaSection(name="overdue", title=t("Overdue"), lines=tuple(_open(one, day, lang) for one in agenda.overdue)),
        AgendaSection(
            name="stuck", title=t("Standing still"), lines=tuple(_open(one, day, lang) for one in agenda.stuck)
        ),
        AgendaSection(
            name="visits",
            title=t("Visitors"),
            lines=tuple(_visit(one, day, lang, private=private) for one in agenda.visits),
        ),
        AgendaSection(name="questions", title=t("To ask"), lines=tuple(f"[ ] {one}" for one in agenda.questions)),
    )


def agenda_markdown(agenda: Agenda, day: Day, lang: str, *, private: bool = False) -> str:
    """The checklist as Markdown: a heading with the day, a list a part; what a person typed is never markup."""
    name = agenda.name if agenda.party is None else agenda.party.title or agenda.name
    lines = [t("# Talk with {name}, {day}", name=_plain(name), day=stamp(day.today, day.now, lang))]
    for section in agenda_sections(agenda, day, lang, private=private):
        if not section.lines:
            continue
        lines += ["", f"## {section.title}", ""]
        for line in section.lines:
            mark, text = ("", line.strip())
            for box in ("[ ]", "[x]"):
                if text.startswith(box):
                    mark, text = f"{box} ", text[len(box) :].strip()
            lines.append(f"- {mark}{_plain(text)}" if not line.startswith("      ") else f"  {_plain(text)}")
    return "\n".join(lines)


def _done(matter: Matter) -> str:
    """A matter that was done, with what came of it."""
    title = f"{matter.number}  {matter.title}"
    return t("{title}: {result}", title=title, result=matter.result) if matter.result else title


def _open(matter: Matter, day: Day, lang: str) -> str:
    """A matter that is still open, with its date."""
    when = "" if matter.due is None else left(matter.due, day.now, lang, day.calendar)
    return "  ".join(part for part in (str(matter.number), matter.title, when) if part)


def _visit(reception: Reception, day: Day, lang: str, *, private: bool) -> str:
    """A visitor who waits, masked as lists do."""
    label = reception_label(reception.number, this_year=day.today.year)
    clock = nearest_clock(reception, day)
    when = "" if clock is None else left(clock.due, day.now, lang, day.calendar)
    if reception.restricted and not private:
        return "  ".join(part for part in (label, t("restricted entry"), when) if part)
    words = (label, visitor_of(reception), reception.matter if private else phones_masked(reception.matter), when)
    return "  ".join(part for part in words if part)


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return "".join(f"\\{char}" if char in _MARKED else char for char in shown(text))
