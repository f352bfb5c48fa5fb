"""The line of a reception: who came, called or wrote, wanting what, handed to whom, answered by when.

    visit    = [name ["等" n "人"]] {phone | headcount | channel | kind | unit | handover | report | reply | sign}
               matter
    name     = 未留名 | 匿名 | "anon" | 2-4 characters that begin with a surname | capitalised words
    phone    = 7-15 digits, parted by spaces or hyphens, "+86" before them
    headcount = n "人" | 等 n 人 | 一行 n 人 | n "people" | "+" n (so many more)
    channel  = 来访 来电 电话 来信 网上 12345 热线 上级转办 | visit call phone letter online hotline
    handover = 转 name | "to:" names | ">" names;   report = 报 name | "@" name | "report:" name
    accused  = ("accused:" | 被反映人：) (name {"、" name} | "-")
    reply    = date (答复 | 回复 | 反馈) | ("reply" | "answer") ["by"] date | 当场答复 | "answered"

Phrases of more than one word (``group of 7``, ``to Relief``, ``当场答复：…``) stand in ``visit_phrases``.

Whatever is none of these is the matter, in the words typed.
"""

from __future__ import annotations

from planner.capture.fold import fold, is_han
from planner.capture.signs import Signs, scan
from planner.capture.title import title_of
from planner.capture.visit_phrases import ON_THE_SPOT, answered_words, group, people_after, people_titled
from planner.capture.visitor import (
    ANSWERED,
    CHANNELS,
    KINDS,
    NAMELESS,
    NO_NAME,
    headcount,
    name_at,
    phone,
    unit_at,
)
from planner.domain.draft import Span, VisitDraft
from planner.domain.petition_words import class_suggested

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from planner.capture.reading import Reading
    from planner.capture.visit_phrases import Lead
    from planner.domain.draft import Role
    from planner.domain.moment import Moment, datetime
    from planner.domain.workdays import Calendar

__all__ = ["read_visit"]

_NOT_HANDED = frozenset("办变移账正学院户让租款达交业型化岗租运口入出来去至正述发告机")
_NOT_REPORTED = frozenset("销名告警废到案考酬修刊纸表税关价备送批请账错单失捕复答")
_REPLIES = ("前答复", "答复", "回复", "反馈", "回话", "给答复", "回电")
_PARTS_OF_DAY = frozenset(
    (
        *("at night", "in the night", "in the evening", "in the morning", "at noon"),
        *("夜间", "夜里", "晚上", "半夜", "深夜", "凌晨"),
    )
)
"""Times that say when something happens (noise at night), and of no day by which an answer was promised."""
_REPLY_LEADS = ("reply by", "answer by", "reply", "answer", "respond by", "call back", "答复期限", "答复时限")


def read_visit(line: str, now: datetime, lang: str, calendar: Calendar | None, *, day_first: bool) -> VisitDraft:
    """The draft of a reception's line."""
    said = answered_words(line, fold(line))
    signs = scan(line if said is None else line[: said[1]])
    if said is not None:
        signs.spans.append(Span(start=said[1], end=len(line), role="reply_due"))
    found = _Visit(signs)
    found.read()
    due = found.reply(now, lang, calendar, day_first=day_first)
    spans = sorted(signs.spans, key=lambda span: (span.start, span.end))
    matter = title_of(line, spans)
    fields = found.fields
    if said is not None:
        fields["answered"] = True
    tags: tuple[str, ...] = signs.fields.get("tags", ())
    hidden = {"restricted", "保密", "涉密"}
    return VisitDraft(
        matter=matter,
        handed_to=found.handed + signs.fields.get("handed_to", ()),
        report_to=found.reported + tuple(n for n in signs.fields.get("parties", ()) if n not in found.reported),
        reply_due=due,
        tags=tuple(tag for tag in tags if tag not in hidden),
        restricted=any(tag in hidden for tag in tags),
        petition_class=class_suggested(matter),
        reply=None if said is None else said[0],
        spans=tuple(spans),
        remarks=tuple(signs.remarks),
        **fields,
    )


class _Visit:
    """A line being read, word by word."""

    __slots__ = ("fields", "handed", "reported", "signs")

    def __init__(self, signs: Signs) -> None:
        self.signs = signs
        self.fields: dict[str, Any] = {}
        self.handed: tuple[str, ...] = ()
        self.reported: tuple[str, ...] = ()

    def take(self, start: int, end: int, role: Role) -> None:
        """Strike a stretch."""
        self.signs.spans.append(Span(start=start, end=end, role=role))
        text = self.signs.text
        self.signs.text = text[:start] + "\0" * (end - start) + text[end:]

    def read(self) -> None:
        """Phone and headcount anywhere, then the words in order."""
        found = phone(self.signs.text)
        if found:
            start, end = found
            self.fields["phone"] = "".join(c for c in self.signs.low[start:end] if c.isdecimal() or c == "+")
            self.take(start, end, "phone")
        self.phrases()
        counted = group(self.signs.text)
        if counted:
            self.fields["headcount"] = counted[0]
            self.take(counted[1], counted[2], "headcount")
        words = self.words()
        self.name(words)
        counted = None if counted else headcount(self.signs.text)
        if counted:
            self.fields["headcount"] = counted[0]
            self.take(counted[1], counted[2], "headcount")
        for start, end in self.words():
            self.word(start, end)

    def phrases(self) -> None:
        """To whom an English line forwards and reports (``to Relief``, ``report to Wang``), and that it is answered."""
        for said in ON_THE_SPOT:
            at = self.signs.text.find(said)
            if at >= 0:
                self.fields["answered"] = True
                self.take(at, at + len(said), "reply_due")
        leads: tuple[tuple[Lead, Role], ...] = (("report", "report_to"), ("to", "handed_to"))
        for lead, role in leads:
            found = people_after(self.signs.line, self.signs.text, lead)
            if found is not None:
                names, start, end = found
                if lead == "report":
                    self.reported += names
                else:
                    self.handed += names
                self.take(start, end, role)

    def words(self) -> list[tuple[int, int]]:
        """The words that are left, by spaces and commas."""
        found, text, at = [], self.signs.text, 0
        while at < len(text):
            if text[at] in " \0,;，；":
                at += 1
                continue
            end = at
            while end < len(text) and text[end] not in " \0,;，；":
                end += 1
            found.append((at, end))
            at = end
        return found

    def name(self, words: list[tuple[int, int]]) -> None:
        """The visitor's name, when the line begins with one and goes on."""
        if not words:
            return
        start, end = words[0]
        text = self.signs.low[start:end]
        for nameless, channel in NAMELESS.items():
            if text.startswith(nameless):
                self.fields["channel"] = channel
                self.take(start, start + len(nameless), "name")
                return
        for none in NO_NAME:
            if text == none or (text.startswith(none) and is_han(none[0])):
                self.take(start, start + len(none), "name")
                return
        if len(words) < 2 and not self.signs.spans:
            return
        stop = name_at(self.signs.line, self.signs.low, words)
        if stop <= start:
            return
        self.fields["name"] = self.signs.line[start:stop]
        self.take(start, stop, "name")
        rest = [word for word in self.words() if word[0] >= stop]
        unit = unit_at(self.signs.line, rest) if len(rest) > 1 else None
        if unit:
            self.fields["unit"] = self.signs.line[unit[0] : unit[1]].strip("()（）")
            self.take(*unit, "name")

    def word(self, start: int, end: int) -> None:
        """A word that says channel, kind, handover, report or an answer."""
        low = self.signs.low[start:end]
        if low in CHANNELS:
            self.fields["channel"] = CHANNELS[low]
            self.take(start, end, "channel")
        elif low in KINDS:
            self.fields["kind"] = KINDS[low]
            self.take(start, end, "channel")
        elif low.rstrip(":") in ANSWERED:
            self.fields["answered"] = True
            self.take(start, end, "reply_due")
        elif low.startswith(("来电", "来信", "来访")) and low[2:4] in {"反映", "咨询", "投诉", "求助", "要求", "询问"}:
            self.fields["channel"] = CHANNELS[low[:2]]
            self.take(start, start + 2, "channel")
        elif low[0] == "转" and len(low) >= 3 and low[1] not in _NOT_HANDED:
            self.handed += self.names(start + 1, end)
            self.take(start, end, "handed_to")
        elif low == "报" and self.signs.line[end:].lstrip()[:1] in {"@", "＠"}:
            self.take(start, end, "report_to")
        elif low[0] == "报" and 2 <= len(low) <= 8 and low[1] not in _NOT_REPORTED:
            self.reported += self.names(start + 1, end)
            self.take(start, end, "report_to")
        elif low.startswith(("report:", "tell:")) and not low.endswith(":"):
            self.reported += self.names(start + low.index(":") + 1, end)
            self.take(start, end, "report_to")
        elif low.startswith(("accused:", "被反映人:")) and not low.endswith(":"):
            stretch = self.signs.line[start + low.index(":") + 1 : end]
            self.fields["accused"] = tuple(name for name in stretch.replace("，", "、").split("、") if name)
            self.take(start, end, "party")
        elif low.startswith(("unit:", "单位:")) and not low.endswith(":"):
            self.fields["unit"] = self.signs.line[start + low.index(":") + 1 : end]
            self.take(start, end, "name")

    def names(self, start: int, end: int) -> tuple[str, ...]:
        """Names parted by 、 in a stretch."""
        parts = self.signs.line[start:end].split("、")
        return tuple(name for part in parts if (name := part.lstrip(":：@＠")))

    def _tells_when(self, reading: Reading) -> bool:
        """Whether a reading is a bare part of the day, with no word of an answer beside it."""
        text = self.signs.text
        if reading.key or text[reading.start : reading.end].strip() not in _PARTS_OF_DAY:
            return False
        return not text.startswith(_REPLIES, reading.end) and not text[: reading.start].rstrip().endswith(_REPLY_LEADS)

    def reply(self, now: datetime, lang: str, calendar: Calendar | None, *, day_first: bool) -> Moment | None:
        """The day by which an answer was promised, and the words around it that only say so."""
        from planner.capture.keyed import read_keyed
        from planner.capture.line import date_readings
        from planner.capture.settle import settle

        def read(text: str) -> list[Reading]:
            return date_readings(text, now, lang, calendar, day_first=day_first)

        signs = self.signs
        for start, end in people_titled(signs.line, signs.text):  # stays in the matter, and is no day
            signs.text = signs.text[:start] + "\0" * (end - start) + signs.text[end:]
        readings = read_keyed(signs, now, read) if signs.dates else []
        readings += read(signs.text)
        settled = settle([one for one in readings if one.rule is None and not self._tells_when(one)], now)
        for reading in settled.used:
            if reading.key:
                continue
            start, end = reading.start, reading.end
            for word in _REPLIES:
                if signs.text.startswith(word, end):
                    end += len(word)
                    break
            before = signs.text[:start].rstrip()
            for word in _REPLY_LEADS:
                if before.endswith(word):
                    start = len(before) - len(word)
                    break
            signs.spans.append(Span(start=start, end=end, role="reply_due"))
        signs.remarks.extend(code for code in settled.remarks if code not in signs.remarks)
        due: Moment | None = settled.end or settled.due or signs.fields.get("due")
        return due
