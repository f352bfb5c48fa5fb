"""Correcting an entry of the reception log: ``name:Wang unit:"Hedong" phone:-``. The old values stay in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.capture import parse_moment
from planner.desk.been import moment_been
from planner.desk.reception_steps import possible, reception_in, settled
from planner.desk.receptions import accused_asked, refuse_no_clocks
from planner.desk.refused import Refused
from planner.domain.directory import Directory
from planner.domain.erasure import PERSON
from planner.domain.matter import Matter
from planner.domain.moment import datetime, day_of
from planner.domain.party import Party
from planner.domain.petition_words import class_suggested
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.record import Record
from planner.domain.terms import CHANNELS, PETITION_CLASSES, ROUTES, VISITOR_KINDS
from planner.domain.visitor import NOBODY, accused_among, is_accusation, suspects
from planner.wording import LANGUAGES, t
from planner.wording.fields import field as named
from planner.wording.terms import term

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.moment import Moment
    from planner.store.transaction import Transaction

__all__ = ["KEYS", "Corrected", "correct", "read_corrections"]

KEYS: dict[str, tuple[str, ...]] = {
    "at": ("at", "时间"),
    "matter": ("matter", "事由", "诉求"),
    "name": ("name", "姓名"),
    "unit": ("unit", "address", "单位", "地址", "住址"),
    "phone": ("phone", "电话"),
    "headcount": ("headcount", "people", "人数"),
    "channel": ("channel", "渠道"),
    "kind": ("kind", "类型"),
    "petition_class": ("class", "petition_class", "类别"),
    "petition_number": ("petition-number", "petition_number", "信访编号"),
    "asked": ("asked", "找谁"),
    "received_by": ("received-by", "received_by", "接待人"),
    "route": ("route", "处理"),
    "reply_due": ("reply-by", "reply_due", "答复期限"),
    "noticed": ("noticed", "告知日期"),
    "accepted": ("accepted", "受理日期"),
    "reply": ("reply", "答复"),
    "reply_how": ("how", "reply_how", "答复方式"),
    "replied": ("replied", "答复时间"),
    "template": ("clocks", "template", "时限"),
    "accused": ("accused", "被反映人"),
    "grave": ("grave", "重大紧急"),
    "marked_restricted": ("restricted", "限制"),
    "sex": ("sex", "性别"),
    "age": ("age", "年龄"),
    "left": ("left", "离开"),
    "attachments": ("attachments", "附件"),
    "satisfaction": ("satisfaction", "满意度"),
    "tags": ("tags", "标签"),
}
"""Field, and what is typed before the colon for it."""

_BY_KEY = {key: field for field, keys in KEYS.items() for key in keys}
_CHOICES = {
    "channel": ("channel", CHANNELS),
    "kind": ("visitor kind", VISITOR_KINDS),
    "petition_class": ("petition class", PETITION_CLASSES),
    "route": ("route", ROUTES),
}
_NUMBERS = ("headcount", "age")
_DAYS = ("noticed", "accepted")
_TIMES = ("at", "left")
_MOMENTS = ("reply_due", "replied")
_YES_NO = ("grave", "marked_restricted")
_LISTS = ("accused", "attachments", "tags")
_YES = ("yes", "true", "1", "是", "y")
_NO = ("no", "false", "0", "否", "n", "-")


class Corrected(Record):
    """An entry as it was corrected, the fields that changed, and what must be told beside it."""

    reception: Reception
    fields: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def read_corrections(desk: Desk, words: list[str] | tuple[str, ...]) -> dict[str, object]:
    """What ``field:value`` words mean, by field; ``-`` empties. Raises ``Refused`` at the first that is not understood.

    A value goes on over the words that have no key of their own.
    """
    texts: dict[str, str] = {}
    current = None
    for word in words:
        key, colon, rest = word.replace("：", ":", 1).partition(":")
        field = _BY_KEY.get(key.strip().lower()) if colon else None
        if field is not None:
            current = field
            texts[field] = rest.strip()
        elif current is None or (colon and key.isascii() and key.isalpha() and not rest.startswith("//")):
            keys = ", ".join(keys[0] for keys in KEYS.values())
            raise Refused(t("“{word}” names no field: write field:value with {keys}.", word=word, keys=keys))
        else:
            texts[current] = f"{texts[current]} {word}".strip()
    if not texts:
        raise Refused(t("Say what to correct: planner visits edit V2026-0123 name:… unit:…"))
    return {field: _value(desk, field, text) for field, text in texts.items()}


def correct(desk: Desk, number: int, words: list[str] | tuple[str, ...]) -> Corrected:
    """Correct an entry. One that becomes restricted takes its words out of what is linked to it."""
    changes = read_corrections(desk, words)
    at = desk.now
    when = changes.get("at")
    if isinstance(when, datetime) and when > at:
        raise Refused(t("That day is still ahead: record it when it has happened."))
    refuse_no_clocks(desk, changes.get("template"))
    with desk.change("correct") as tx:
        before = reception_in(tx, number)
        _refuse_erased(before, changes)
        made = before.replace(**changes, changed=at)
        if made.petition_class is None and "petition_class" not in changes and "matter" in changes:
            made = made.replace(petition_class=class_suggested(made.matter))
        if made.accused == (NOBODY,) and not is_accusation(made):
            made = made.replace(accused=())
        _check_steps(before, made, changes, at)
        made = settled(desk, made, at)
        tx.put(made)
        if made.restricted and not before.restricted:
            _retitle(tx, made, at)
        warnings = _warnings(tx, made)
    told = dict.fromkeys((*changes, "petition_class"))
    changed = tuple(field for field in told if getattr(before, field) != getattr(made, field))
    return Corrected(reception=made, fields=changed, warnings=warnings)


def _refuse_erased(before: Reception, changes: dict[str, object]) -> None:
    """Raise ``Refused`` when a correction would bring back a person who was erased."""
    if before.erased is not None and any(changes.get(name) for name in PERSON):
        from planner.wording.numbers import reception_label

        day = before.erased.date().isoformat()
        raise Refused(
            t("{label} was erased on {day}: who it was is not written into it again.",
              label=reception_label(before.number), day=day)
        )  # fmt: skip


def _check_steps(before: Reception, made: Reception, changes: dict[str, object], at: datetime) -> None:
    """Raise ``Refused`` when a correction would do what the step itself could not: it runs no way round the clocks."""
    from planner.wording.numbers import reception_label

    if "reply" in changes or "replied" in changes:
        label = reception_label(before.number)
        if before.state != "answered":
            raise Refused(t("{label} has no answer to correct: record it with planner reply {label} “…”.", label=label))
        if made.replied is None or not made.reply:
            raise Refused(t("{label} is answered, and an answer can't be emptied: planner undo takes it back.",
                            label=label))  # fmt: skip
    for field in ("noticed", "accepted", "replied"):
        value = getattr(made, field)
        if value is not None and (field in changes or "at" in changes):
            possible(made, value, at)


def _value(desk: Desk, field: str, text: str) -> object:
    """What a text means for a field. Raises ``Refused``."""
    if field == "accused" and text == NOBODY:
        return (NOBODY,)
    if text in ("", "-") and field not in _YES_NO:
        default: object = next(one.default for one in Reception.FIELDS if one.name == field)
        if field in ("matter", "at"):
            raise Refused(t("The {field} can't be emptied.", field=named(field)))
        return default
    if field in _CHOICES:
        return _choice(*_CHOICES[field], text)
    if field in _NUMBERS:
        if not text.isdecimal() or len(text) > 6:
            raise Refused(t("{field} takes a whole number, not “{text}”.", field=named(field), text=text))
        return int(text)
    if field in _YES_NO:
        return _yes(field, text)
    if field in _LISTS:
        for mark in "，、；;":
            text = text.replace(mark, ",")
        return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if field in (*_DAYS, *_TIMES, *_MOMENTS):
        return _moment(desk, field, text)
    return text


def _moment(desk: Desk, field: str, text: str) -> Moment:
    """The day or time that a text names for a field."""
    day_first = desk.settings.day_first
    if field == "reply_due":
        found = parse_moment(text, desk.now, desk.lang, calendar=desk.calendar, day_first=day_first)
    else:
        found = moment_been(text, desk.day(), desk.lang, day_first=day_first)
    if found is None:
        raise Refused(t("“{words}” is not a date: write fri, 27/11, in 3 days or 2026-11-27.", words=text))
    if field in _DAYS:
        return day_of(found)
    if field in _TIMES and not isinstance(found, datetime):
        return datetime(found.year, found.month, found.day)
    return found


def _choice(family: str, codes: tuple[str, ...], text: str) -> str:
    """The code that a word of either language stands for."""
    low = text.casefold()
    for code in codes:
        if low == code or any(low == term(family, code, lang).casefold() for lang in LANGUAGES):
            return code
    known = ", ".join(term(family, code) for code in codes)
    raise Refused(t("“{word}” is none of: {known}.", word=text, known=known))


def _yes(field: str, text: str) -> bool:
    """Yes or no."""
    if text.lower() in _YES:
        return True
    if text.lower() in _NO or not text:
        return False
    raise Refused(t("{field} takes yes or no, not “{text}”.", field=named(field), text=text))


def _retitle(tx: Transaction, reception: Reception, at: datetime) -> None:
    """Title by its number what is linked to an entry that became restricted (art. 30)."""
    from planner.wording.numbers import reception_label

    label = reception_label(reception.number)
    for number in reception.matters:
        matter = tx.get("matter", number)
        if isinstance(matter, Matter):
            tx.put(matter.replace(title=label, changed=at))
    for number in reception.points:
        point = tx.get("point", number)
        if isinstance(point, Point):
            tx.put(point.replace(text=label, original=None, changed=at))


def _warnings(tx: Transaction, reception: Reception) -> tuple[str, ...]:
    """What a person must be told: that an entry, or a matter or point of it, is with somebody whom it accuses."""
    directory = Directory(record for record in tx.all("party") if isinstance(record, Party))
    warnings = []
    named = suspects(reception, directory)
    if named:
        warnings.append(accused_asked(reception.number, named))
    found = accused_among(reception.handed_to, reception.accused, directory)
    if found is not None:
        warnings.append(
            t("It was forwarded to {name}, whom it accuses: call it back and forward it elsewhere.", name=found)
        )
    for number in reception.matters:
        matter = tx.get("matter", number)
        if isinstance(matter, Matter):
            found = accused_among((*matter.handed_to, *matter.parties), reception.accused, directory)
            if found is not None:
                warnings.append(
                    t("Its matter {number} is with {name}, whom it accuses: planner hand {number} NAME.",
                      number=number, name=found)
                )  # fmt: skip
    for number in reception.points:
        point = tx.get("point", number)
        if isinstance(point, Point):
            found = accused_among(point.parties, reception.accused, directory)
            if found is not None:
                warnings.append(
                    t("Its point {number} is for {name}, whom it accuses: do not tell them.", number=number, name=found)
                )
    return tuple(warnings)
