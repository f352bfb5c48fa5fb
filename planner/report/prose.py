"""Words as a report may carry them: names by formal title, visitors as 王某, no phones, punctuation settled.

What a person typed is not worded anew: only these four things are done to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.domain.reception import number_in_year, year_of
from planner.wording import later_p, voice_of
from planner.wording.masks import phones_masked
from planner.wording.petitioners import Petitioners

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.moment import date
    from planner.domain.party import Party

__all__ = ["Prose", "day_said", "days_said", "long_day", "month_said", "settled"]

_ENDS = "。！？!?…."
_DROPPED = " \t，,；;：:、。."
"""Signs that do not end a sentence, or end it twice."""
_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_CLOSERS = "”’」』）)》】"
_MONTHS = (
    later_p("month in full", "January"),
    later_p("month in full", "February"),
    later_p("month in full", "March"),
    later_p("month in full", "April"),
    later_p("month in full", "May"),
    later_p("month in full", "June"),
    later_p("month in full", "July"),
    later_p("month in full", "August"),
    later_p("month in full", "September"),
    later_p("month in full", "October"),
    later_p("month in full", "November"),
    later_p("month in full", "December"),
)
_PHONE = re.compile(
    r"(?:[,，;；、]?[ \t]*(?<![打来回去致])"
    r"(?:联系电话|联系方式|手机号码?|电话号码?|手机|电话|\b(?:tel|phone|mobile)\b\.?)"
    r"[ \t]*(?:是|为)?[ \t]*[:：]?)?[ \t]*(?:\d{3}\*{4}\d{4}|\*{4}\d{2})(?!\d)",
    re.IGNORECASE,
)
"""A phone that was cut, with the word that stands before it: a document says nothing of it at all."""
_NOT_OFFICE = "(?!办公)"
"""What stands behind a leader's title names an office or a meeting with it: 李明局长办公会."""
_EMPTIED = re.compile(r"[ \t]*[(（][ \t]*[)）]")
_INITIAL = re.compile(r"\b[A-Z]\.$")
"""A visitor's initial, whose full stop ends no sentence."""
_SHORTEST = 2
"""Characters of a name that may stand for somebody within other words."""


class Prose:
    """Says texts in a report's words, for one report."""

    __slots__ = ("_addressee", "_titles", "_visitors", "lang")

    def __init__(
        self, lang: str, parties: Iterable[Party], visitors: Iterable[str] = (), addressee: str | None = None
    ) -> None:
        self.lang = lang
        self._addressee = addressee if addressee and len(addressee) >= _SHORTEST else None
        self._titles: list[tuple[str, str]] = []
        known = tuple(parties)
        for party in known:
            if party.title and party.kind == "leader":  # 城关街道办事处助餐点 is no better than what was typed
                names = (party.title, party.name, *party.aliases)
                self._titles += [(name, party.title) for name in names if len(name) >= _SHORTEST]
        self._titles.sort(key=lambda pair: -len(pair[0]))
        ours = {name for party in known for name in (party.name, *party.aliases)}
        self._visitors = Petitioners(name for name in visitors if name not in ours)

    def title_of(self, name: str, parties: Iterable[Party]) -> str:
        """A party's formal title; the name as typed when it has none."""
        for party in parties:
            if party.answers_to(name):
                return _one_line(party.title or party.name)
        return _one_line(name)

    def spoken(self, text: str) -> str:
        """A text with the leader whom a Chinese report is for as 您; an English one names each leader by title."""
        if self.lang != "zh" or self._addressee is None:
            return text
        return re.sub(re.escape(self._addressee) + _NOT_OFFICE, "您", text)

    def phrase(self, text: str) -> str:
        """A text as part of a sentence: without a stop at its end."""
        said = self._said(text)
        return said if _INITIAL.search(said) else said.rstrip(_DROPPED) or said

    def sentence(self, text: str) -> str:
        """A text as a sentence of its own."""
        return settled(self._said(text), self.lang)

    def unnamed(self, text: str) -> str:
        """A text without a visitor's name or a phone, and else as it was typed."""
        cut = phones_masked(self._visitors.masked(text))
        return cut if cut == text and "****" not in text else _EMPTIED.sub("", _PHONE.sub("", cut))

    def _said(self, text: str) -> str:
        """The text on one line, with its names and numbers as a report has them."""
        line = _one_line(_unnumbered(text)) or _one_line(text)
        line = self.spoken(self._formal(self.unnamed(line).strip() or phones_masked(line)))
        return _widened(_unspaced(line)) if self.lang == "zh" else line

    def _formal(self, text: str) -> str:
        """Every known name as its formal title, the longest first; what stands as a title already stays."""
        made: list[str] = []
        at = 0
        while at < len(text):
            found = next((pair for pair in self._titles if _stands(pair[0], text, at)), None)
            if found is None:
                made.append(text[at])
                at += 1
                continue
            name, title = found
            said = "".join(made)
            made = [said[: len(said) - (0 if title.startswith(name) else _overlap(said, title))], title]
            at += len(name)
            at += 0 if title.endswith(name[-1]) else _run_on(text[at:], title)
        return "".join(made)


def settled(text: str, lang: str) -> str:
    """A text as a sentence: one full stop at its end, and none of the half stops that a note ends with."""
    line = text.strip()
    bare = line.rstrip(_DROPPED)
    if not bare:
        return line  # nothing but signs was typed, and they are kept
    if bare[-1] in _ENDS or (len(bare) > 1 and bare[-1] in _CLOSERS and bare[-2] in _ENDS):
        return bare
    return bare + ("。" if lang == "zh" else ".")


def month_said(number: int, lang: str) -> str:
    """``9月``, ``September``, for a month from 1 to 12."""
    return voice_of(lang).p("month in full", _MONTHS[number - 1])


def day_said(day: date, near: date, lang: str) -> str:
    """A day as a report names it: ``21日``; with the month, or year, when it is another than that of ``near``."""
    voice = voice_of(lang)
    if day.year != near.year:
        return long_day(day, lang)
    if day.month != near.month or lang == "en":
        return voice.p("report", "{day} {month}", day=day.day, month=month_said(day.month, lang))
    return voice.p("report", "on the {day}th", day=day.day)


def long_day(day: date, lang: str) -> str:
    """A day in full: ``2026年9月24日``, ``24 September 2026``."""
    voice = voice_of(lang)
    return voice.p("report", "{day} {month} {year}", day=day.day, month=month_said(day.month, lang), year=day.year)


def days_said(first: date, last: date, lang: str, *, year: bool = True) -> str:
    """Days from one to another as a report names them: ``2026年9月21日—24日``, ``28日—30日``."""
    begin = long_day(first, lang) if year else day_said(first, last, lang)
    if first == last:
        return begin
    voice = voice_of(lang)
    if lang == "en" and first.year == last.year:
        head = str(first.day) if first.month == last.month else day_said(first, last, lang)
        end = long_day(last, lang) if year else day_said(last, last, lang)
        return voice.p("report", "{first}–{last}", first=head, last=end)
    return voice.p("report", "{first}–{last}", first=begin, last=day_said(last, first, lang))


def _stands(name: str, text: str, at: int) -> bool:
    """Whether a name begins at a place of a text; a name in Latin letters is a word of its own."""
    if not text.startswith(name, at):
        return False
    before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
    return not (_latin(name[0]) and _latin(before)) and not (_latin(name[-1]) and _latin(after))


def _latin(char: str) -> bool:
    """Whether a character is a Latin letter or a digit."""
    return char.isascii() and char.isalnum()


def _overlap(said: str, title: str) -> int:
    """How much of a title stands before the name already: ``Director `` of ``Director Li Ming``."""
    return next((size for size in range(len(title) - 1, 0, -1) if said.endswith(title[:size])), 0)


def _run_on(rest: str, title: str) -> int:
    """How much of a title's end follows the name: ``长`` in ``李局长`` when the name is ``李局``."""
    return next((size for size in range(len(title) - 1, 0, -1) if rest.startswith(title[-size:])), 0)


def _one_line(text: str) -> str:
    """A text on one line, its blanks single."""
    return " ".join(text.split())


def _unnumbered(text: str) -> str:
    """A text without the numbers by which the planner names a reception, ``访2026-0123``."""
    words = text.split(" ")
    return " ".join(word for word in words if not _is_label(word))


def _is_label(word: str) -> bool:
    """Whether a word is a reception's number."""
    year, dash, place = word[1:].partition("-")
    if word[:1] not in ("访", "V") or not dash or not (year.isdecimal() and place.isdecimal() and len(year) == 4):
        return False
    number = int(year) * 100_000 + int(place)
    return year_of(number) > 0 and number_in_year(number) > 0


def _widened(text: str) -> str:
    """Half-width signs beside Chinese characters as full-width ones."""
    made = list(text)
    for at, char in enumerate(made):
        if char in _WIDE:
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            if _chinese(before) or (char == "(" and _chinese(after)) or (char == ")" and "（" in made[:at]):
                made[at] = _WIDE[char]
    return "".join(made)


def _unspaced(text: str) -> str:
    """A comma for each space between Chinese characters: 局务会 三楼 is two things said in one line."""
    return "".join(
        "，" if char == " " and _chinese(text[at - 1 : at]) and _chinese(text[at + 1 : at + 2]) else char
        for at, char in enumerate(text)
    )


def _chinese(char: str) -> bool:
    """Whether a character is Chinese."""
    return bool(char) and "\u4e00" <= char <= "\u9fff"
