"""What a line at the foot can be: its prompt, its hint, and how what is typed is understood while it is typed.

A grammar reads with the same pure functions that the desk saves with, so a preview and what is kept cannot disagree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.tui.naming import names_of
from planner.wording import p, t

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.domain.draft import Span
    from planner.tui.known import Known
    from planner.tui.messages import Sight
    from planner.wording.echo import Part

__all__ = [
    "HOWS",
    "Grammar",
    "Reading",
    "answer_and_how",
    "answered",
    "chased",
    "date",
    "how_and_words",
    "matter",
    "names",
    "names_of",
    "on_day",
    "plain",
    "point",
    "reworded",
    "step",
    "told",
    "visit",
    "waited",
]

HOWS = (
    ("in person", "当面", "口头"),
    ("by phone", "phone", "电话", "电话答复"),
    ("in writing", "writing", "letter", "书面", "书面答复", "函", "复信"),
    ("meeting", "at a meeting", "会上", "会议"),
    ("message", "by message", "微信", "短信", "网上"),
)
"""How something was said, as it is typed before a colon; the first of each row is the English word for it."""


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
    bare: str = ""
    """Where a name stands without a sign, for Tab: as ``completing.completion`` takes it."""


def plain(name: str, prompt: str, hint: str = "") -> Grammar:
    """A line of words that are kept as they are."""
    return Grammar(name, prompt, hint)


def matter(known: Known | None = None) -> Grammar:
    """A matter; ``known`` warns of what the book holds against it."""
    hint = t("what is to be done, by when: Report to Director Li fri 5pm p1 @Li +major")
    return Grammar(
        "matter", t("add"), hint, lambda line, sight: _read_matter(line, sight, known), several=True, together=True
    )


def visit(known: Known | None = None) -> Grammar:
    """A visit, a call or a letter; ``known`` tells of earlier ones."""
    hint = t("who, phone, what about, to whom it goes, by when: Wang Wei 13800000000 low-income claim")
    return Grammar(
        "visit", t("visit"), hint, lambda line, sight: _read_visit(line, sight, known), several=True, bare="handed"
    )


def point() -> Grammar:
    """One thing to tell somebody."""
    hint = t("whom, then what to say: @Li the relief fund has arrived")
    return Grammar("point", t("point"), hint, _read_point, bare="first")


def date() -> Grammar:
    """A day or a time."""
    return Grammar("date", t("date"), t("fri, tomorrow 3pm, in 3 days, 27/11"), _read_date)


def names() -> Grammar:
    """Names, the first of which leads."""
    hint = t("names with commas between; the first leads")
    return Grammar("names", t("hand over to"), hint, _read_names, bare="list")


def chased() -> Grammar:
    """An entry of the chase log; a date in it is what was promised."""
    return Grammar("chase", t("chase"), t("what was said; a date in it is the promise: report ready fri"), _read_chase)


def waited(prompt: str) -> Grammar:
    """What a matter waits for; a date in it is until when."""
    return Grammar("wait", prompt, t("whom or what; a date in it is until when: the city's answer fri"), _read_until)


def on_day(prompt: str) -> Grammar:
    """The day on which something happened; today when nothing is typed."""
    return Grammar("on", prompt, t("its date; today when left empty"), _read_past)


def answered(prompt: str) -> Grammar:
    """What was answered; how, before a colon."""
    hint = t("what was answered; how, before a colon: in writing: granted from October")
    return Grammar("reply", t("{number} answered", number=prompt), hint, _read_answer)


def told(prompt: str) -> Grammar:
    """What somebody answered to a point; how, before a colon; with a plus at the start it becomes a matter."""
    hint = t("what they answered; how, before a colon: by phone: agreed; + makes a matter of it")
    return Grammar("answer", prompt, hint, _read_told)


def reworded(prompt: str, original: str) -> Grammar:
    """Other words for what is passed on; what they leave out of the first ones is told while they are typed."""

    def read(line: str, sight: Sight) -> Reading:  # noqa: ARG001 - a grammar's signature
        from planner.wording.differences import difference_said
        from planner.wording.echo import Part
        from planner.wording.safe import shown

        difference = difference_said(original, line.strip())
        return Reading((Part(role="note", text=shown(difference)),) if difference else ())

    return Grammar("reword", prompt, t("the words to pass on"), read)


def step(prompt: str) -> Grammar:
    """A step of a matter; ``ahead:3wd`` is how many working days before its date it comes."""
    return Grammar("step", prompt, t("what is to be done, or a template's name: review, meeting"))


def how_and_words(line: str) -> tuple[str | None, str]:
    """How something was said, when the line begins with a word for that and a colon, and what was said."""
    for colon in ":：":
        before, found, after = line.partition(colon)
        if found and any(before.strip().casefold() in row for row in HOWS):
            return before.strip(), after.strip()
    return None, line.strip()


def answer_and_how(line: str) -> tuple[bool, str | None, str]:
    """Whether an answer is to become a matter (``+`` before it), how it was given, and the words."""
    bare = line.strip()
    becomes = bare[:1] in ("+", "＋")
    how, words = how_and_words(bare[1:] if becomes else bare)
    return becomes and bool(words), how, words


def _read_matter(line: str, sight: Sight, known: Known | None) -> Reading:
    from planner.capture import parse
    from planner.wording.echo import parts

    day = sight.day
    draft = parse(line, day.now, sight.lang, calendar=day.calendar, day_first=sight.day_first)
    people = (*draft.parties, *draft.handed_to, *((draft.assigned_by,) if draft.assigned_by else ()))
    made = parts(draft, day.now, sight.lang, day.calendar, _new(people, sight))
    made = (*made, *_meant(people, sight))
    return Reading(made if known is None else (*made, *known.of_matter(draft, sight)), draft.spans)


def _read_visit(line: str, sight: Sight, known: Known | None) -> Reading:
    from planner.capture import parse_visit
    from planner.wording.echo import parts_of_visit

    day = sight.day
    draft = parse_visit(line, day.now, sight.lang, calendar=day.calendar, day_first=sight.day_first)
    new = _new((*draft.handed_to, *draft.report_to), sight)
    made = parts_of_visit(draft, day.now, sight.lang, day.calendar, new)
    made = (*made, *_meant((*draft.handed_to, *draft.report_to), sight))
    return Reading(made if known is None else (*made, *known.of_visit(draft, sight)), draft.spans)


def _read_point(line: str, sight: Sight) -> Reading:
    from planner.capture import parse_point
    from planner.wording.echo import parts_of_point

    day = sight.day
    draft = parse_point(line, day.now, sight.lang, calendar=day.calendar, day_first=sight.day_first)
    made = parts_of_point(draft, day.now, sight.lang, day.calendar, _new(draft.parties, sight))
    return Reading((*made, *_meant(draft.parties, sight)), draft.spans)


def _read_date(line: str, sight: Sight) -> Reading:
    from planner.capture import parse_moment
    from planner.wording.dates import said
    from planner.wording.echo import Part

    day = sight.day
    moment = parse_moment(line, day.now, sight.lang, calendar=day.calendar, day_first=sight.day_first)
    if moment is None:
        return Reading((Part(role="remark", text=t("not understood as a date yet")),))
    return Reading((Part(role="due", text=said(moment, day.now, sight.lang, day.calendar)),))


def _read_until(line: str, sight: Sight) -> Reading:
    from planner.capture import parse
    from planner.wording.dates import said
    from planner.wording.echo import Part

    day = sight.day
    draft = parse(line, day.now, sight.lang, calendar=day.calendar, day_first=sight.day_first)
    if draft.due is None:
        return Reading()
    words = t("until {when}", when=said(draft.due, day.now, sight.lang, day.calendar))
    return Reading((Part(role="due", text=words),), tuple(span for span in draft.spans if span.role == "due"))


def _read_past(line: str, sight: Sight) -> Reading:
    from planner.tui.been import been
    from planner.wording.echo import Part

    ok, words = been(sight)(line)
    return Reading((Part(role="due" if ok else "remark", text=words),) if words else ())


def _read_answer(line: str, sight: Sight) -> Reading:  # noqa: ARG001 - a grammar's signature
    from planner.domain.draft import Span
    from planner.wording.echo import Part
    from planner.wording.safe import shown

    how, words = how_and_words(line)
    if how is None:
        return Reading()
    parts = (Part(role="channel", text=t("how: {how}", how=shown(how))), Part(role="title", text=shown(words)))
    return Reading(parts, (Span(start=0, end=len(line) - len(line.lstrip()) + len(how), role="channel"),))


def _read_told(line: str, sight: Sight) -> Reading:  # noqa: ARG001 - a grammar's signature
    from planner.wording.echo import Part
    from planner.wording.safe import shown

    becomes, how, words = answer_and_how(line)
    parts = [Part(role="title", text=shown(words))]
    if how is not None:
        parts.append(Part(role="channel", text=t("how: {how}", how=shown(how))))
    if becomes:
        parts.append(Part(role="mark", text=t("becomes a matter")))
    return Reading(tuple(parts) if words else ())


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
    return Reading((*made, *_meant(names_of(line), sight)))


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


def _meant(names: tuple[str, ...], sight: Sight) -> tuple[Part, ...]:
    """What a new name may have been meant for: the known ones that it is the beginning of."""
    if all(name in sight.names for name in names):
        return ()
    from planner.tui.completing import meant
    from planner.wording.echo import Part
    from planner.wording.safe import shown

    made = []
    for name in names:
        known = p("enumeration", ", ").join(map(shown, meant(name, sight)))
        if known:
            words = t("“{name}” is new: did you mean {known}?", name=shown(name), known=known)
            made.append(Part(role="remark", text=words))
    return tuple(made)


def _new(names: tuple[str, ...], sight: Sight) -> tuple[str, ...]:
    """The names that the book has not seen before."""
    return tuple(name for name in names if name not in sight.names)
