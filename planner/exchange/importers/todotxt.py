"""todo.txt: one task a line (the format's own description: github.com/todotxt/todo.txt).

``+project`` and ``@context`` become tags, ``+大事`` and its like the grade; a context that the office knows as a party
is one, and every context when asked for. ``due:``, ``t:`` (hidden until), ``rec:``, ``pri:`` and this planner's own
``at:`` and ``rrule:`` are read; any other ``key:value`` stays in the title. A line has no number, so it is known again
by its words without dates, priority and the mark of completion.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

from planner.domain.matter import Matter
from planner.domain.moment import date, datetime, time
from planner.domain.record import Invalid
from planner.domain.terms import GRADES
from planner.exchange.importers.cleaning import lines_of, one_line, rule_kept
from planner.exchange.incoming import Incoming, Reading, Remark
from planner.wording import t
from planner.wording.refusals import refusal
from planner.wording.terms import term

if TYPE_CHECKING:
    from planner.exchange.incoming import Options

__all__ = ["read"]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"\d{2}:\d{2}")
_PRIORITY = re.compile(r"\(([A-Z])\)")
_EVERY = re.compile(r"(\+?)(\d{1,4})([dbwmy])")
_GRADES = {word: code for code in GRADES for word in (code, term("grade", code, "en"), term("grade", code, "zh"))}
_FREQUENCIES = {"d": "DAILY", "w": "WEEKLY", "m": "MONTHLY", "y": "YEARLY"}
_BUSINESS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


def read(text: str, options: Options) -> Reading:
    """Read a list. Every line that is not empty is a task; one with an impossible date is told and not taken."""
    found: list[Incoming] = []
    slips: list[Remark] = []
    remarks: list[Remark] = []
    seen: dict[str, int] = {}
    for place, line in enumerate(lines_of(text), 1):
        if not line.strip():
            continue
        try:
            entry, words = _matter(place, line.strip(), options, remarks)
        except Invalid as error:
            slips.append(Remark(place=place, words=refusal(error)))
            continue
        except ValueError:
            slips.append(Remark(place=place, words=t("it has a date that does not exist")))
            continue
        digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:20]
        seen[digest] = seen.get(digest, 0) + 1
        found.append(Incoming(place=place, key=f"todotxt:{digest}/{seen[digest]}", entry=entry))
    return Reading(format="todotxt", found=tuple(found), slips=tuple(slips), remarks=tuple(remarks))


def _matter(place: int, line: str, options: Options, remarks: list[Remark]) -> tuple[Matter, str]:
    """The matter of a line, and the words by which the line is known. Raises ValueError, Invalid."""
    words = line.split()
    done = words[0] == "x" and len(words) > 1
    if done:
        words = words[1:]
    priority = 4
    match = _PRIORITY.fullmatch(words[0])
    if match:
        priority = _level(match[1])
        words = words[1:]
    dates: list[date] = []
    while words and len(dates) < (2 if done else 1) and _DATE.fullmatch(words[0]):
        dates.append(date.fromisoformat(words.pop(0)))
    created = _at(dates[-1]) if dates and (len(dates) == 2 or not done) else options.now
    closed = (_at(dates[0]) if dates else options.now) if done else None
    title: list[str] = []
    tags: list[str] = []
    people: list[str] = []
    places: list[str] = []
    fields: dict[str, Any] = {}
    for one in words:
        key, colon, value = one.partition(":")
        if one[0] == "+" and len(one) > 1:
            grade = _GRADES.get(one[1:].casefold())
            if grade is None:
                tags.append(one[1:])
            else:
                fields["grade_by_hand"] = grade
        elif one[0] == "@" and len(one) > 1:
            name = one[1:]
            (people if options.contexts_are_people or options.knows_party(name) else places).append(name)
        elif colon and key == "due" and _DATE.fullmatch(value):
            fields["due"] = date.fromisoformat(value)
        elif colon and key == "t" and _DATE.fullmatch(value):
            fields["start"] = date.fromisoformat(value)
        elif colon and key == "pri" and len(value) == 1 and value.isalpha():
            priority = _level(value.upper())
        elif colon and key == "at" and _CLOCK.fullmatch(value) and "due" in fields:
            day, clock = fields["due"], time.fromisoformat(value)
            fields["due"] = datetime(day.year, day.month, day.day, clock.hour, clock.minute)
        elif one == "state:dropped" and done:
            fields["state"] = "dropped"
        elif colon and key == "rrule" and rule_kept(value):
            fields["rrule"], fields["from_completion"] = value, False
        elif colon and key == "rec" and (rule := _rule(value)):
            fields["rrule"], fields["from_completion"] = rule
        else:
            title.append(one)
    if "rrule" in fields and ("due" not in fields or done):
        del fields["rrule"], fields["from_completion"]
        if not done:
            remarks.append(Remark(place=place, words=t("it recurs and has no due date: taken over once")))
    known = " ".join((*title, *(f"+{tag}" for tag in tags), *(f"@{name}" for name in sorted((*people, *places)))))
    matter = Matter(
        number=place,
        created=created,
        changed=created,
        closed=closed,
        state=fields.pop("state", "done" if done else "open"),
        title=one_line(" ".join(title)) or known,
        priority=priority,
        tags=tuple(dict.fromkeys((*tags, *places))),
        parties=tuple(dict.fromkeys(people)),
        **fields,
    )
    return matter, known


def _rule(value: str) -> tuple[str, bool] | None:
    """The rule of ``rec:1w``, and whether it runs from completion: a ``+`` says that it does not."""
    match = _EVERY.fullmatch(value)
    if match is None or int(match[2]) < 1:
        return None
    if match[3] == "b":
        return (_BUSINESS, not match[1]) if match[2] == "1" else None
    every = "" if match[2] == "1" else f";INTERVAL={int(match[2])}"
    return f"FREQ={_FREQUENCIES[match[3]]}{every}", not match[1]


def _level(letter: str) -> int:
    """A is the highest of four levels; all from D on are the lowest."""
    return min("ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) + 1, 4)


def _at(day: date) -> datetime:
    """A day's beginning."""
    return datetime(day.year, day.month, day.day)
