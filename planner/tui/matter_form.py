"""The edit form of a matter: its fields as they stand, and the draft that what was typed in them makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.capture import parse
from planner.domain.draft import Draft
from planner.domain.moment import datetime, iso
from planner.domain.terms import MARKS, URGENCIES, WORKS
from planner.tui.checks import FINE, Verdict, names, needed, numbers, when
from planner.tui.naming import names_of
from planner.tui.widgets.form import Field
from planner.wording import p, t
from planner.wording.echo import parts
from planner.wording.fields import field
from planner.wording.recurrence import recurrence
from planner.wording.terms import term

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.domain.matter import Matter
    from planner.domain.moment import Moment
    from planner.domain.workdays import Calendar
    from planner.tui.messages import Sight
    from planner.tui.widgets.form import Answer

    Check = Callable[[str], Verdict]
    Read = Callable[[str, Callable[[str], Draft]], Draft]

__all__ = ["draft_of", "fields_of"]

NONE = "-"
"""The value of a choice that says nothing."""
YES = "yes"


def fields_of(matter: Matter, sight: Sight) -> tuple[Field, ...]:
    """The form's fields, as the matter has them."""
    lang = sight.lang
    comma = ", "
    ahead = [step.ahead for step in matter.steps if step.ahead is not None and step.text == t("prepare")]
    return (
        Field("title", field("title"), matter.title, check=needed(t("a title is needed"))),
        Field("due", field("due"), _when(matter.due, matter.end), t("fri 5pm, next wed 9-10:30"), _due(sight)),
        Field("start", field("start"), _when(matter.start), t("hidden until then"), when(sight)),
        Field("priority", field("priority"), str(matter.priority), choices=_priorities()),
        Field("grade", field("grade"), matter.grade_by_hand or NONE, choices=_grades(lang)),
        Field(
            "marks",
            field("marks"),
            ",".join(matter.marks),
            choices=tuple((mark, term("short mark", mark, lang)) for mark in MARKS),
            several=True,
        ),
        Field("assigned_by", field("assigned_by"), matter.assigned_by or "", check=names(sight)),
        Field("parties", field("parties"), comma.join(matter.parties), check=names(sight)),
        Field("handed_to", field("handed_to"), comma.join(matter.handed_to), t("the first leads"), names(sight)),
        Field("supervised", t("supervised"), YES if matter.supervised else NONE, choices=_yes_no()),
        Field("tags", field("tags"), " ".join(matter.tags)),
        Field("work", field("work"), matter.work or NONE, choices=_terms("work", WORKS, lang)),
        Field("urgency", field("urgency"), matter.urgency or NONE, choices=_terms("urgency", URGENCIES, lang)),
        Field("rrule", field("rrule"), _recurrence(matter, sight), t("every mon, after 2 weeks"), _repeats(sight)),
        Field("needs", field("needs"), comma.join(map(str, matter.needs)), t("numbers: 3 5-7"), numbers),
        Field(
            "remind",
            field("remind"),
            comma.join(t("{minutes}m", minutes=one) for one in matter.remind),
            t("30m, 1d"),
            _reminds(sight),
        ),
        Field(
            "ahead", field("ahead"), comma.join(t("{days}wd", days=one) for one in ahead), t("5wd"), _prepares(sight)
        ),
        Field("note", t("new note"), multiline=True),
    )


def draft_of(answers: tuple[Answer, ...], now: datetime, lang: str, calendar: Calendar, *, day_first: bool) -> Draft:
    """What the changed fields say; those that were changed stand in ``cleared`` as well, so that they are replaced."""

    def read(line: str) -> Draft:
        return parse(line, now, lang, calendar=calendar, day_first=day_first)

    made = Draft(title="")
    cleared = []
    for name, value, changed in answers:
        if not changed:
            continue
        if name == "title":
            made = made.replace(title=value.strip(), retitled=True)
        elif name == "note":
            made = made.replace(note=value.strip() or None)
        else:
            cleared.append(name)
            made = _with(made, name, value.strip(), read)
    return made.replace(cleared=tuple(cleared))


def _with(draft: Draft, name: str, value: str, read: Callable[[str], Draft]) -> Draft:
    """The draft with what one field says."""
    if not value or value == NONE:
        return draft
    if name == "due":
        found = read(value)
        return draft.replace(due=found.due, end=found.end)
    if name == "rrule":
        return _repeating(draft, read(value))
    if name in ("remind", "ahead"):
        return draft.replace(**{name: getattr(_keyed(name, value, read), name)})
    if name == "needs":
        from planner.desk.references import matter_numbers

        return draft.replace(needs=matter_numbers(value.split()))
    simple: dict[str, Callable[[], object]] = {
        "start": lambda: read(value).due,
        "priority": lambda: int(value),
        "marks": lambda: tuple(value.split(",")),
        "assigned_by": lambda: names_of(value)[0] if names_of(value) else None,
        "parties": lambda: names_of(value),
        "handed_to": lambda: names_of(value),
        "supervised": lambda: value == YES,
        "tags": lambda: tuple(dict.fromkeys(word.lstrip("+#＋＃") for word in value.split() if word.strip("+#＋＃"))),
    }
    return draft.replace(**{name: simple[name]() if name in simple else value})


def _repeating(draft: Draft, found: Draft) -> Draft:
    """The draft with a recurrence; its first day counts when no date is given beside it."""
    return draft.replace(
        rrule=found.rrule,
        from_completion=found.from_completion,
        if_off=found.if_off,
        exdates=found.exdates,
    )


def _keyed(key: str, value: str, read: Callable[[str], Draft]) -> Draft:
    """Reminders, or days ahead: as the words of a line, or as figures alone."""
    found = read(value)
    if getattr(found, key) and not found.title.strip():
        return found
    unit = "wd" if key == "ahead" else "m"
    figures = [word + (unit if word.isdecimal() else "") for word in value.replace("，", ",").replace(",", " ").split()]
    return read(f"{key}:{','.join(figures)}")


def _when(moment: Moment | None, end: Moment | None = None) -> str:
    """A moment, or a range, as it is typed."""
    if moment is None:
        return ""
    if end is None:
        return iso(moment).replace("T", " ")
    if isinstance(moment, datetime) and isinstance(end, datetime) and moment.date() == end.date():
        return f"{iso(moment).replace('T', ' ')}-{iso(end)[11:]}"
    return f"due:{iso(moment)}/{iso(end)}"


def _recurrence(matter: Matter, sight: Sight) -> str:
    """A recurrence in words that mean it, else as its rule."""
    if matter.rrule is None:
        return ""
    now = sight.day.now
    words = recurrence(matter.rrule, now, sight.lang, from_completion=matter.from_completion, if_off=matter.if_off)
    found = parse(words, now, sight.lang, calendar=sight.day.calendar, day_first=sight.day_first)
    same = (found.rrule, found.from_completion, found.if_off) == (matter.rrule, matter.from_completion, matter.if_off)
    if same and not found.title.strip():
        return words
    off = f" if-off:{matter.if_off}" if matter.if_off else ""
    return f"{'after' if matter.from_completion else 'every'}:{matter.rrule}{off}"


def _checked(sight: Sight, name: str, wrong: str, read: Read) -> Check:
    """A check that reads with the capture line and says what it understood."""

    def check(text: str) -> Verdict:
        if not text.strip():
            return FINE
        day = sight.day

        def line(words: str) -> Draft:
            return parse(words, day.now, sight.lang, calendar=day.calendar, day_first=sight.day_first)

        found = read(text.strip(), line)
        if found.title.strip() or getattr(found, name) in (None, ()):
            return Verdict(ok=False, words=wrong)
        told = [part.text for part in parts(found, day.now, sight.lang, day.calendar)]
        return Verdict(ok=True, words=" | ".join(told))

    return check


def _due(sight: Sight) -> Check:
    wrong = t("not a date yet: fri, tomorrow 3pm, in 3 days, 27/11")
    return _checked(sight, "due", wrong, lambda text, read: read(text).replace(rrule=None))


def _repeats(sight: Sight) -> Check:
    wrong = t("not a recurrence yet: every mon, every last workday, after 2 weeks")
    return _checked(sight, "rrule", wrong, lambda text, read: read(text).replace(due=None, end=None))


def _reminds(sight: Sight) -> Check:
    wrong = t("not a time before yet: 30m, 2h, 1d")
    return _checked(sight, "remind", wrong, lambda text, read: _keyed("remind", text, read))


def _prepares(sight: Sight) -> Check:
    wrong = t("not a number of working days yet: 5wd")
    return _checked(sight, "ahead", wrong, lambda text, read: _keyed("ahead", text, read))


def _priorities() -> tuple[tuple[str, str], ...]:
    return (
        ("1", t("p{level} {word}", level=1, word=p("priority", "highest"))),
        ("2", t("p{level} {word}", level=2, word=p("priority", "high"))),
        ("3", t("p{level} {word}", level=3, word=p("priority", "raised"))),
        ("4", t("p{level} {word}", level=4, word=p("priority", "none given"))),
    )


def _grades(lang: str) -> tuple[tuple[str, str], ...]:
    return ((NONE, t("by its marks")), *((code, term("grade", code, lang)) for code in ("major", "minor")))


def _yes_no() -> tuple[tuple[str, str], ...]:
    return ((YES, p("answer", "yes")), (NONE, p("answer", "no")))


def _terms(family: str, codes: tuple[str, ...], lang: str) -> tuple[tuple[str, str], ...]:
    return ((NONE, p("choice", "none")), *((code, term(family, code, lang)) for code in codes))
