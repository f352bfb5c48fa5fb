"""What is hidden of a visitor where others may look: a phone's middle, a name's given part, a restricted entry's words.

``discreet`` gives a record as it may be shown; whoever prints one without being asked for what is private prints that.
"""

from __future__ import annotations

from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.privacy import LOST, is_linked, secret_of
from planner.domain.reception import Reception
from planner.domain.terms import SOMEDAY
from planner.wording.numbers import reception_label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from planner.domain.privacy import Lookup
    from planner.domain.record import Record

    Kept = TypeVar("Kept", bound=Record)
    Shown = TypeVar("Shown")

__all__ = ["HIDDEN", "discreet", "masked_name", "masked_phone", "phones_masked"]

HIDDEN = "*"
"""Stands for words that may not be told, where something must stand."""

_SHOWN_HEAD = 3
_SHOWN_TAIL = 4
_COUNTRY = ("0086", "86", "")
"""What may stand before a number's own digits."""
_PARTED = " -.·\u2010\u2011\u2012\u2013\u2014\uff0d\u00a0\u3000()（）"
"""Signs that part the digits of one number."""
_WIDEST_GAP = 3
"""Signs that may stand between two groups of digits, as in ``139 - 1111``."""
_GROUP = 3
"""Digits of a group within a number at least, so that no date beside a count is taken for one."""
_MOBILE = 11
_LANDLINE = (10, 11, 12)
"""Digits of a landline with its area code."""


def masked_phone(phone: str | None) -> str | None:
    """``138****0000``: the first three and last four digits; a short number shows its last two only."""
    if phone is None:
        return None
    if len(phone) >= _SHOWN_HEAD + _SHOWN_TAIL + 2:
        return f"{phone[:_SHOWN_HEAD]}****{phone[-_SHOWN_TAIL:]}"
    return f"****{phone[-2:]}"


def phones_masked(text: str) -> str:
    """A text with each phone number in it cut (``138****0000``), however its digits are parted, with or without +86.

    A mobile has eleven digits and begins with 13 to 19; a landline has an area code that begins with a 0.
    """
    made: list[str] = []
    at = kept = 0
    while at < len(text):
        if not text[at].isdecimal():
            at += 1
            continue
        found = _phone_at(text, at)
        if found is not None:
            digits, end = found
            made += (text[kept : at - (at > kept and text[at - 1] == "+")], masked_phone(digits) or "")
            at = kept = end
        else:
            while at < len(text) and text[at].isdecimal():
                at += 1
    return "".join((*made, text[kept:]))


def _phone_at(text: str, at: int) -> tuple[str, int] | None:
    """The digits of the phone number that begins at a place where a group of digits does, and where it ends."""
    groups: list[str] = []
    end = at
    while True:
        start = end
        while end < len(text) and text[end].isdecimal():
            end += 1
        groups.append("".join(str(int(digit)) for digit in text[start:end]))
        found = _as_phone(groups)
        if found is not None:
            return found, end
        gap = end
        while gap < len(text) and gap - end < _WIDEST_GAP and text[gap] in _PARTED:
            gap += 1
        if gap == end or gap >= len(text) or not text[gap].isdecimal() or sum(map(len, groups)) > _MOBILE:
            return None
        end = gap


def _as_phone(groups: list[str]) -> str | None:
    """The number that groups of digits are, without the country's code; ``None`` when they are none."""
    for code in _COUNTRY:
        own = groups
        if code:
            if not groups[0].startswith(code):
                continue
            rest = groups[0][len(code) :]
            own = [rest, *groups[1:]] if rest else groups[1:]
        digits = "".join(own)
        if not own or (len(own) > 1 and any(len(group) < _GROUP for group in own)):
            continue
        if len(digits) == _MOBILE and digits[0] == "1" and digits[1] in "3456789":
            return digits
        area = digits[:1] == "0" and (len(own) == 1 or len(own[0]) in (3, 4))
        if not code and area and digits[1:2] not in ("", "0") and len(digits) in _LANDLINE:
            return digits
    return None


def masked_name(name: str | None) -> str | None:
    """``王某``: a Chinese name's first character; of any other name the initial."""
    if not name:
        return name
    return f"{name[0]}某" if "\u4e00" <= name[0] <= "\u9fff" else f"{name[0]}."


def discreet(record: Shown, record_of: Lookup) -> Shown:
    """A record as it is shown to whoever did not ask for what is private. A copy to show, never to keep.

    Of a restricted entry, and of what is linked to one, no words are left; else phones in what came of a visitor are
    cut. ``record_of`` gives the record of a kind and number.
    """
    if not is_linked(record):
        return record
    secret = secret_of(record, record_of)
    made: object = record
    if isinstance(record, Reception):
        made = _reception(record) if secret is None else _secret_reception(record)
    elif isinstance(record, Matter):
        made = _matter(record) if secret is None else _secret_matter(record, secret)
    elif isinstance(record, Point):
        made = _point(record) if secret is None else _secret_point(record, secret)
    return made  # type: ignore[return-value]  # of the class that came in


def _with(record: Kept, **changes: object) -> Kept:
    """A copy to show: its rules are not asked, since it says less than a record must."""
    return type(record).restore({**{name: getattr(record, name) for name, _, _ in record.PARTS}, **changes})


def _cut(text: str | None) -> str | None:
    """A text that may be absent, with its phones cut."""
    return None if text is None else phones_masked(text)


def _reception(one: Reception) -> Reception:
    """An entry that everybody may see, with its phones cut."""
    return _with(
        one,
        phone=masked_phone(one.phone),
        **{
            name: _cut(getattr(one, name))
            for name in ("matter", "name", "unit", "asked", "reply", "reply_how", "satisfaction", "void_reason")
        },
        attachments=tuple(map(phones_masked, one.attachments)),
        links=tuple(map(phones_masked, one.links)),
        events=tuple(_with(event, words=_cut(event.words)) for event in one.events),
        extensions=tuple(_with(made, reason=_cut(made.reason)) for made in one.extensions),
        notes=tuple(_with(note, text=phones_masked(note.text)) for note in one.notes),
    )


def _secret_reception(one: Reception) -> Reception:
    """A restricted entry: its number, state and days."""
    empty = ("unit", "asked", "received_by", "petition_number", "reply", "reply_how", "sex", "age", "satisfaction")
    return _with(
        one,
        name=masked_name(one.name),
        phone=masked_phone(one.phone),
        matter=HIDDEN,
        void_reason=one.void_reason and HIDDEN,
        erase_reason=one.erase_reason and HIDDEN,
        **dict.fromkeys(empty),
        **dict.fromkeys(("accused", "attachments", "links", "notes", "tags"), ()),
        events=tuple(_with(event, words=None) for event in one.events),
        extensions=tuple(_with(made, reason=None, approver=None) for made in one.extensions),
    )


def _matter(one: Matter) -> Matter:
    """A matter that came of an entry that everybody may see."""
    return _with(
        one,
        title=phones_masked(one.title),
        words=_cut(one.words),
        waiting_for=_cut(one.waiting_for),
        result=_cut(one.result),
        links=tuple(map(phones_masked, one.links)),
        notes=tuple(_with(note, text=phones_masked(note.text)) for note in one.notes),
        chases=tuple(
            _with(chase, said=_cut(chase.said), promise=_cut(chase.promise), how=_cut(chase.how))
            for chase in one.chases
        ),
        returns=tuple(_with(back, words=phones_masked(back.words)) for back in one.returns),
        steps=tuple(_with(step, text=phones_masked(step.text), skipped=_cut(step.skipped)) for step in one.steps),
        extensions=tuple(
            _with(made, reason=_cut(made.reason), progress=_cut(made.progress)) for made in one.extensions
        ),
    )


def _secret_matter(one: Matter, secret: int) -> Matter:
    """A matter that came of a restricted entry: titled by its number, its dates and hands, no words."""
    return _with(
        one,
        title=_label(secret),
        tags=_harmless(one.tags),
        words=None,
        waiting_for=one.waiting_for and HIDDEN,
        result=one.result and HIDDEN,
        links=(),
        notes=tuple(_with(note, text=HIDDEN) for note in one.notes),
        chases=tuple(
            _with(chase, said=chase.said and HIDDEN, promise=chase.promise and HIDDEN, how=None) for chase in one.chases
        ),
        returns=tuple(_with(back, words=HIDDEN) for back in one.returns),
        steps=tuple(_with(step, text=HIDDEN, skipped=step.skipped and HIDDEN) for step in one.steps),
        extensions=tuple(_with(made, reason=None, progress=None, approver=None) for made in one.extensions),
    )


def _label(secret: int) -> str:
    """The number of a restricted entry, which stands for the words of what came of it."""
    return HIDDEN if secret == LOST else reception_label(secret)


def _harmless(tags: tuple[str, ...]) -> tuple[str, ...]:
    """The tags that say when, not what: those of 'some day'."""
    return tuple(tag for tag in tags if tag in SOMEDAY)


def _point(one: Point) -> Point:
    """A point that came of an entry that everybody may see."""
    return _with(
        one,
        text=phones_masked(one.text),
        original=_cut(one.original),
        ticks=tuple(_with(tick, how=_cut(tick.how), answer=_cut(tick.answer)) for tick in one.ticks),
    )


def _secret_point(one: Point, secret: int) -> Point:
    """A point that came of a restricted entry: its number and who was told."""
    return _with(
        one,
        text=_label(secret),
        tags=_harmless(one.tags),
        original=None,
        source=None,
        ticks=tuple(_with(tick, how=None, answer=tick.answer and HIDDEN) for tick in one.ticks),
    )
