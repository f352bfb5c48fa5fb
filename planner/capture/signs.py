"""The signs of a line: everything that is marked by a character or a key, as against read from plain words.

    sign    = "p" 1-4 | "!" 1-4 | "+" word | "#" word | "@" name | ">" names | "》" names | key ":" value
    names   = name {"," name}            name, word = text to the next space, sign or punctuation | quoted
    value   = "-" | quoted | text to the next space            (``note:`` runs to the next sign)
    quoted  = '"' text '"' | “text” | 「text」 | 『text』

A sign counts at the start of a word or right after a Chinese character; ``C++``, ``a@b.com``, ``5>3`` and ``+86`` are
text. Quoted text, 《titles》 and addresses are set aside unread. A backslash takes the sign or the reading after it
literally. Whatever is no sign is left for the date grammars in ``Signs.text``, where all that was taken is blanked with
NUL characters so that no position moves. The scan walks the line once.
"""

from __future__ import annotations

from planner.capture.fold import CLOSERS, STOPS, fold, is_han, is_word, simplified
from planner.capture.guard import may_be_english
from planner.domain.draft import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from planner.domain.draft import Remark, Role

__all__ = ["BLANK", "Signs", "scan"]

BLANK = "\0"
_STARTS = frozenset("@#+!>》\\\":“「『《〈'p/批")
_OPENERS = frozenset((*CLOSERS, "'"))
_BREAKS = frozenset(" ,;!?()[]{}、。；！？（）【】“”\"'「」『』《》…\0")
_MOST_NUMBER = 10
_DAY_WORDS = frozenset("今明后昨前大下本这上周星礼每年")
"""What a Chinese word for a day begins with."""
_WINDOW = 200
"""Characters looked at to see whether a sign follows a backslash."""


class Signs:
    """What the signs of a line said: ``fields`` of the draft by name, the spans struck, and the text left to read."""

    __slots__ = ("dates", "escapes", "fields", "line", "low", "remarks", "spans", "text")

    def __init__(self, line: str) -> None:
        self.line = line
        self.low = simplified(fold(line))
        self.text = self.low
        self.fields: dict[str, Any] = {}
        self.spans: list[Span] = []
        self.dates: list[tuple[str, int, int, int]] = []
        """Keys whose value is a date phrase: (key, start of the key, start of the value, end)."""
        self.escapes: list[int] = []
        """Places of backslashes that may refuse a reading."""
        self.remarks: list[Remark] = []

    def span(self, start: int, end: int, role: Role) -> None:
        """Note that ``line[start:end]`` was taken."""
        self.spans.append(Span(start=start, end=end, role=role))

    def put(self, field: str, value: object) -> None:
        """Set a field; a second, different value wins and is remarked on."""
        if self.fields.get(field, value) != value and "conflict" not in self.remarks:
            self.remarks.append("conflict")
        self.fields[field] = value

    def add(self, field: str, *values: object) -> None:
        """Add to a field that holds several, each once, in the order typed."""
        have: tuple[object, ...] = self.fields.get(field, ())
        self.fields[field] = have + tuple(value for at, value in enumerate(values) if value not in have + values[:at])


def scan(line: str) -> Signs:
    """Read the signs of a line."""
    signs = Signs(line)
    if not _STARTS.isdisjoint(signs.low):
        _Scanner(signs).run()
    if "提前" in signs.low or "remind" in signs.low or "遇" in signs.low or "逢" in signs.low:
        from planner.capture.leads import read_leads

        read_leads(signs)
    return signs


class _Scanner:
    """Walks a line once, left to right."""

    __slots__ = ("blanks", "line", "low", "open_title", "signs", "unclosed")

    def __init__(self, signs: Signs) -> None:
        self.signs = signs
        self.line = signs.line
        self.low = signs.low
        self.blanks: list[tuple[int, int]] = []
        self.unclosed: set[str] = set()
        self.open_title = 0

    def run(self) -> None:
        """Take every sign, then blank what was taken."""
        low, size, at = self.low, len(self.low), 0
        while at < size:
            end = self.step(at) if low[at] in _STARTS else 0
            if end > at:
                at = end
                continue
            at += 1
        if self.blanks:
            parts, done = [], 0
            for start, end in self.blanks:
                parts.append(low[done:start] + BLANK * (end - start))
                done = end
            self.signs.text = "".join(parts) + low[done:]
        if self.signs.escapes:
            chars = list(self.signs.text)
            for place in self.signs.escapes:
                chars[place] = " "
            self.signs.text = "".join(chars)

    def boundary(self, at: int) -> bool:
        """Whether a sign may begin here: at the start of a word or right after a Chinese character."""
        if at == 0:
            return True
        before = self.low[at - 1]
        return before in _BREAKS or is_han(before) or any(end == at for _, end in self.blanks[-1:])

    def blank(self, start: int, end: int) -> int:
        """Set a stretch aside; returns its end."""
        self.blanks.append((start, end))
        return end

    def took(self, start: int, end: int, role: Role) -> int:
        """A stretch was a sign."""
        self.signs.span(start, end, role)
        return self.blank(start, end)

    def step(self, at: int) -> int:
        """Try what begins at a character that may begin something; returns where it ends, or 0."""
        char = self.low[at]
        if char == ":":
            return self.key(at)
        if char == "/":
            return self.address(at)
        if char in _OPENERS:
            return self.quote(at)
        if not self.boundary(at):
            return 0
        if char == "\\":
            return self.escape(at)
        return self.sign(at)

    def sign(self, at: int) -> int:
        """Try a sign proper at a place where one may begin."""
        char = self.low[at]
        if char in "p!":
            return self.priority(at)
        if char == "批":
            return self.words(at)
        if char == "@":
            return self.names(at, "parties", "party")
        if char in ">》":
            if char == "》" and self.open_title:
                return 0
            return self.names(at, "handed_to", "handed_to")
        if char in "+#":
            return self.plus(at)
        return 0

    def priority(self, at: int) -> int:
        """``p1`` or ``!1``, standing alone."""
        end = at + 2
        digit = self.low[at + 1 : end]
        if digit not in {"1", "2", "3", "4"} or not self.ends(end):
            return 0
        self.signs.put("priority", int(digit))
        return self.took(at, end, "priority")

    def ends(self, at: int) -> bool:
        """Whether a word may end here."""
        return at >= len(self.low) or self.low[at] in STOPS or (self.low[at] in ".;-" and not self.word_at(at + 1))

    def word_at(self, at: int) -> bool:
        """Whether a letter, digit or ideograph stands here."""
        return at < len(self.low) and self.low[at].isalnum()

    def name_end(self, at: int) -> int:
        """Where the name that begins here ends: at a space, sign or punctuation; a dot inside it counts as part."""
        low, size, end = self.low, len(self.low), at
        while end < size and low[end] not in STOPS and not (low[end] == "." and not self.word_at(end + 1)):
            end += 1
        return end

    def name(self, at: int) -> tuple[str, int]:
        """The name or quoted text at a place, as typed, and where it ends; empty when there is none."""
        char = self.low[at : at + 1]
        closer = CLOSERS.get(char) if char not in "《〈" else None
        if char and closer:
            close = self.low.find(closer, at + 1)
            if close > at + 1:
                return self.line[at + 1 : close].strip(), close + 1
            return "", at
        end = self.name_end(at)
        return self.line[at:end].strip(), end

    def names(self, at: int, field: str, role: Role) -> int:
        """``@name``, or ``>name,name``."""
        first = self.low[at + 1 : at + 2]
        if not (first.isalpha() or first in {'"', "“", "「"}):
            return 0
        found, end = self.name_list(at + 1) if field == "handed_to" else self.one_name(at + 1)
        if not found:
            return 0
        self.signs.add(field, *found)
        return self.took(at, end, role)

    def one_name(self, at: int) -> tuple[list[str], int]:
        """A single name, as a list."""
        name, end = self.name(at)
        return ([name] if name else []), end

    def name_list(self, at: int) -> tuple[list[str], int]:
        """Names parted by commas."""
        found, end = self.one_name(at)
        while found and self.low[end : end + 1] in {",", "、"}:
            name, after = self.name(end + 1)
            if not name:
                break
            found.append(name)
            end = after
        return found, end

    def plus(self, at: int) -> int:
        """``+word`` or ``#word``: a reserved word, or a tag."""
        first = self.low[at + 1 : at + 2]
        if not first.isalpha() and first != '"':
            return 0
        word, end = self.name(at + 1)
        if not word:
            return 0
        from planner.capture.sign_words import GRADES, MARKS, NATURES, ORIGINS, SUPERVISED, URGENCIES, WORKS

        key, signs = word.lower(), self.signs
        if self.low[at] == "+":
            tables: tuple[tuple[Role, Mapping[str, object]], ...] = (
                ("grade", GRADES),
                ("nature", NATURES),
                ("origin", ORIGINS),
                ("urgency", URGENCIES),
                ("work", WORKS),
            )
            for field, table in tables:
                if key in table:
                    signs.put(field, table[key])
                    return self.took(at, end, field)
            if key in MARKS:
                signs.add("marks", MARKS[key])
                return self.took(at, end, "mark")
            if key in SUPERVISED:
                signs.fields["supervised"] = True
                return self.took(at, end, "supervised")
        elif key in WORKS:
            signs.put("work", WORKS[key])
            return self.took(at, end, "work")
        signs.add("tags", word)
        return self.took(at, end, "tag")

    def words(self, at: int) -> int:
        """``批示“…”`` without a colon."""
        if not self.low.startswith("批示", at) or self.low[at + 2 : at + 3] not in {"“", "「", '"'}:
            return 0
        text, end = self.name(at + 2)
        if not text:
            return 0
        self.signs.put("words", text)
        return self.took(at, end, "words")

    def quote(self, at: int) -> int:
        """Quoted text is set aside unread; an opening mark that nothing closes is text."""
        char = self.low[at]
        if char == "'":
            return self.single_quote(at)
        if char in self.unclosed:
            return 0
        close = self.low.find(CLOSERS[char], at + 1)
        if close < 0:
            self.unclosed.add(char)
            self.open_title += char == "《"
            return 0
        return self.blank(at, close + 1)

    def single_quote(self, at: int) -> int:
        """``'text'`` counts as quoted when both marks stand at the edges of words (never an apostrophe)."""
        if "'" in self.unclosed or (at and is_word(self.low[at - 1])):
            return 0
        close = self.low.find("'", at + 1)
        while close > 0 and (self.low[close - 1] == " " or self.word_at(close + 1)):
            close = self.low.find("'", close + 1)
        if close <= at + 1:
            self.unclosed.add("'")
            return 0
        return self.blank(at, close + 1)

    def address(self, at: int) -> int:
        """``scheme://…`` up to the next space is one word that is never parsed."""
        if not self.low.startswith("://", at - 1) or at < 2:
            return 0
        start = at - 1
        while start and self.low[start - 1].isalpha() and self.low[start - 1].isascii():
            start -= 1
        end = at
        while end < len(self.low) and self.low[end] not in {" ", "，", "。", "”", '"'} and not is_han(self.low[end]):
            end += 1
        return self.blank(max(start, self.blanks[-1][1] if self.blanks else 0), end)

    def escape(self, at: int) -> int:
        """A run of backslashes: the last one takes the sign after it literally, or waits to refuse a reading."""
        end = at
        while self.low[end : end + 1] == "\\":
            end += 1
        if end >= len(self.low) or self.low[end] == " ":
            return end
        last = end - 1
        if self.would_take(end):
            self.signs.span(last, end, "refused")
            self.blank(at, end)
            return self.literal(end)
        self.signs.escapes.append(last)
        if last == at and self.may_be_date(end):
            self.signs.span(last, end, "refused")
        self.blank(at, end)
        return end

    def may_be_date(self, at: int) -> bool:
        """Whether the word here is one that dates are made of, so that a backslash before it refuses it in any case."""
        end = at
        while end < len(self.low) and "a" <= self.low[end] <= "z":
            end += 1
        if end > at:
            return not self.low[end : end + 1].isdecimal() and may_be_english(self.low[at:end])
        return self.low[at] in _DAY_WORDS

    def literal(self, at: int) -> int:
        """Set aside the word that begins here: its sign or its quotation mark is text."""
        end = at + 1
        while end < len(self.low) and self.low[end] not in {" ", ",", "、", "。"}:
            end += 1
        return self.blank(at, end)

    def would_take(self, at: int) -> bool:
        """Whether a sign, key or quotation begins here; nothing is kept of the trial."""
        trial = _Scanner(Signs(self.line[at : at + _WINDOW]))
        if trial.low[0] in _STARTS and trial.low[0] not in ":/" and trial.step(0):
            return True
        colon = 0
        while (
            colon < len(trial.low)
            and colon < _MOST_NUMBER + 2
            and (trial.low[colon].isalpha() or trial.low[colon] == "-")
        ):
            colon += 1
        return trial.low[colon : colon + 1] == ":" and trial.key(colon) > 0

    def key(self, colon: int) -> int:
        """``key:value``; the key is the word before the colon."""
        start = colon
        floor = max(0, colon - _MOST_NUMBER, self.blanks[-1][1] if self.blanks else 0)
        while start > floor and (self.low[start - 1].isalpha() or self.low[start - 1] == "-"):
            start -= 1
        if start == colon:
            return 0
        from planner.capture.keys import take_key

        return take_key(self, start, colon)
