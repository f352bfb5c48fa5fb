"""The filter language, shared by the command line, the screen and saved views: a text becomes a filter's value.

    filter  = either
    either  = both { ("or" | 或 | "|") both }
    both    = part { ["and" | 且 | "&"] part }          parts that stand beside each other must both hold
    part    = ["not" | 非 | "!" | "-"] one
    one     = "(" either ")" | key ":" values | sign | "/" pattern "/" | quoted | word
    sign    = "@" name | "+" tag-or-reserved-word | ">" name | "p1".."p4"
    values  = for a date: [< <= > >=] days, or days ".." days (``filter_days``); none, any
              for a number: [< <= > >=] 3, or 3-7,12; for the rest: one or several words with commas; none, any

Full-width twins count, ``《`` and ``》`` before a value are ``<`` and ``>`` as an input method types them. ``-word``
and ``!word`` turn one part round; ``!1`` is the priority, as in the capture line. A key that is not known is an error,
not a word to be searched: quotation marks make it one. Errors say where.
"""

from __future__ import annotations

from planner.capture.filter_words import AND, KEYS, NOT, OR, RESERVED, keys_in
from planner.capture.fold import CLOSERS, STOPS, fold, is_han, is_word
from planner.domain.filter import (
    Amount,
    Being,
    Choice,
    Concerned,
    Matching,
    Tagged,
    Words,
    both,
    either,
    negated,
)
from planner.domain.pattern import BadPatternError, Pattern
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.filter import Filter
    from planner.domain.moment import datetime
    from planner.domain.workdays import Calendar

__all__ = ["FilterSlipError", "read_filter"]

_LONGEST = 2_000
_DEEPEST = 40
"""Brackets within brackets."""
_SIGNS = frozenset('@+#("“「/!-')
"""What may follow a joining word without a space: ``@李局且+办文``."""


class FilterSlipError(ValueError):
    """A filter that can't be read. ``said`` is the sentence, ``text[start:end]`` the place that it is about."""

    def __init__(self, said: str, text: str, start: int, end: int) -> None:
        super().__init__(said)
        self.said = said
        self.text = text
        self.start = start
        self.end = max(end, start + 1)


def read_filter(
    text: str, now: datetime, lang: str = "en", *, calendar: Calendar | None = None, day_first: bool = False
) -> Filter:
    """What a filter asks; everything when it is blank. Raises ``FilterSlipError``."""
    return Reader(text, now, lang, calendar, day_first=day_first).whole()


class Reader:
    """Reads one filter by recursive descent. ``low`` is the text folded, place for place."""

    def __init__(self, text: str, now: datetime, lang: str, calendar: Calendar | None, *, day_first: bool) -> None:
        self.text = text
        self.low = fold(text)
        self.now = now
        self.lang = lang
        self.calendar = calendar
        self.day_first = day_first
        self.at = 0
        self._depth = 0

    def slip(self, said: str, start: int, end: int | None = None) -> FilterSlipError:
        """The error for a place."""
        return FilterSlipError(said, self.text, start, self.at if end is None else end)

    def whole(self) -> Filter:
        """The whole text."""
        if len(self.text) > _LONGEST:
            raise self.slip(t("a filter has at most {count} characters", count=_LONGEST), _LONGEST, len(self.text))
        self._space()
        if self.at >= len(self.low):
            return both(())
        found = self._either()
        if self.at < len(self.low):
            raise self.slip(t("this bracket was never opened: take it out, or put ( before"), self.at, self.at + 1)
        return found

    def _either(self) -> Filter:
        """Parts joined by *or*."""
        parts = [self._both()]
        while self._joined_by(OR):
            parts.append(self._both())
        return either(parts)

    def _both(self) -> Filter:
        """Parts joined by *and*, or standing beside each other."""
        parts = [self._part()]
        while True:
            if not self._joined_by(AND) and (self._ends() or self._operator(OR) is not None):
                return both(parts)
            parts.append(self._part())

    def _joined_by(self, words: tuple[str, ...]) -> bool:
        """Pass a joining word, when one stands here."""
        end = self._operator(words)
        if end is None:
            return False
        start, self.at = self.at, end
        self._space()
        if self._ends():
            raise self.slip(t("nothing stands behind this word: say what else must hold"), start, end)
        return True

    def _part(self) -> Filter:
        """One part, turned round or not."""
        turned = False
        while True:
            start = self.at
            end = self._operator(NOT)
            if end is None and self.low[start] in "!-" and not self._is_priority(start):
                end = start + 1 if self.low[start + 1 : start + 2].strip() else None
            if end is None:
                break
            self.at = end
            self._space()
            if self._ends():
                raise self.slip(t("nothing stands behind this word: say what else must hold"), start, end)
            turned = not turned
        for words in (OR, AND):
            end = self._operator(words)
            if end is not None:
                raise self.slip(t("nothing stands before this word: put it in quotes to search for it"), self.at, end)
        found = self._one()
        self._space()
        return negated(found) if turned else found

    def _one(self) -> Filter:
        """One thing asked."""
        char = self.low[self.at]
        if char == "(":
            return self._bracket()
        if char in CLOSERS and char not in "《〈":
            return Words(text=self.quoted())
        if char == "/":
            return self._pattern()
        sign = self._sign(char)
        if sign is not None:
            return sign
        if self._is_priority(self.at):
            self.at += 2
            number = int(self.low[self.at - 1])
            return Amount(field="priority", ranges=((number, number),))
        return self._keyed() or Words(text=self._word())

    def _bracket(self) -> Filter:
        """What stands in brackets."""
        start = self.at
        self.at += 1
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self.slip(t("too many brackets stand within each other"), start)
        self._space()
        if self.at < len(self.low) and self.low[self.at] == ")":
            raise self.slip(t("nothing stands between these brackets"), start, self.at + 1)
        if self.at >= len(self.low):
            raise self.slip(t("this bracket is never closed: put ) behind what belongs together"), start, start + 1)
        found = self._either()
        if self.at >= len(self.low):
            raise self.slip(t("this bracket is never closed: put ) behind what belongs together"), start, start + 1)
        self._depth -= 1
        self.at += 1
        return found

    def _pattern(self) -> Filter:
        """``/…/``; a slash within is written with a backslash."""
        start = self.at
        end = start + 1
        while end < len(self.text) and self.low[end] != "/":
            end += 2 if self.text[end] == "\\" else 1
        if end >= len(self.text):
            raise self.slip(t("this pattern has no second /: add it, or put the words in quotes"), start, start + 1)
        pattern = self.text[start + 1 : end].replace("\\/", "/")
        try:
            Pattern(pattern)
        except BadPatternError as error:
            said = t("the pattern can't be used: {why}", why=_why(error.why))
            place = min(start + 1 + error.place, end)
            raise self.slip(said, place, place + 1) from None
        self.at = end + 1
        if self.at < len(self.low) and self.low[self.at] not in " )|":
            raise self.slip(t("put a space behind a pattern, or quotes around text with slashes"), self.at, self.at + 1)
        return Matching(pattern=pattern)

    def _sign(self, char: str) -> Filter | None:
        """``@name``, ``+tag`` and ``>name``; ``None`` when the character is only text."""
        after = self.low[self.at + 1 : self.at + 2]
        opens = after in CLOSERS and after not in {"《", "〈"}
        named = bool(after) and (opens or is_word(after) or is_han(after))
        if char not in "@+#>》" or not named or (char in "+#" and after.isdecimal()):
            return None
        self.at += 1
        start = self.at
        name = self.quoted() if opens else self._name()
        if char == "@":
            return Concerned(role="any", names=(name,))
        if char in ">》":
            return Concerned(role="to", names=(name,))
        reserved = None if opens else RESERVED.get(self.low[start : self.at])
        if reserved is None:
            return Tagged(tags=(name,))
        field, code = reserved
        if field == "is":
            return Being(what=code)
        from planner.capture.filter_values import FIELDS

        return Choice(field=FIELDS[field], values=(code,))

    def _name(self) -> str:
        """A name or tag up to the next stop, without a joining word that a sign follows directly (``@李局且+办文``)."""
        start = end = self.at
        while end < len(self.low) and self.low[end] not in STOPS and self.low[end] != "|":
            end += 1
        if self.low[end : end + 1] in _SIGNS and end < len(self.low):
            for word in (*AND, *OR):
                if not word.isascii() and self.low.endswith(word, start + 1, end):
                    end -= len(word)
                    break
        self.at = end
        return self.text[start:end]

    def _keyed(self) -> Filter | None:
        """``key:value``; ``None`` when no key stands here. Raises ``FilterSlipError`` for a key that is not known."""
        start = end = self.at
        while end < len(self.low) and (self.low[end].isalpha() or self.low[end] in "-_"):
            end += 1
        if end == start or self.low[end : end + 1] != ":":
            return None
        word = self.low[start:end]
        key = KEYS.get(word)
        if key is None:
            raise self.slip(
                t(
                    "there is no key “{key}”: put the words in quotes to search for them; the keys are {keys}",
                    key=self.text[start:end],
                    keys=" ".join(keys_in(self.lang)),
                ),
                start,
                end + 1,
            )
        from planner.capture.filter_values import read_values

        self.at = end + 1
        return read_values(self, key, start)

    def quoted(self) -> str:
        """The text between quotation marks. Between straight ones a backslash takes the next character literally."""
        start = self.at
        opening = self.low[start]
        closing = CLOSERS[opening]
        found = []
        self.at += 1
        while self.at < len(self.text) and self.low[self.at] != closing:
            if opening == '"' and self.text[self.at] == "\\":
                self.at += 1
            found.append(self.text[self.at : self.at + 1])
            self.at += 1
        if self.at >= len(self.text):
            raise self.slip(t("this quotation mark is never closed"), start, start + 1)
        self.at += 1
        if not "".join(found).strip():
            raise self.slip(t("nothing stands between these quotation marks"), start)
        return "".join(found)

    def _word(self) -> str:
        """A word to be searched, up to a space, a bracket, a quotation mark or ``|``."""
        start = self.at
        while self.at < len(self.low) and self.low[self.at] not in ' ()|"“「':
            self.at += 1
        if self.at == start:
            self.at += 1
        return self.text[start : self.at]

    def _is_priority(self, start: int) -> bool:
        """Whether ``p1`` to ``p4`` or its twin ``!1`` to ``!4`` stands there alone."""
        return (
            self.low[start : start + 1] in {"p", "!"}
            and self.low[start + 1 : start + 2] in {"1", "2", "3", "4"}
            and (start + 2 >= len(self.low) or self.low[start + 2] in " )|")
        )

    def _operator(self, words: tuple[str, ...]) -> int | None:
        """Where one of some joining words that stands here ends; ``None`` when none does."""
        for word in words:
            if not self.low.startswith(word, self.at):
                continue
            end = self.at + len(word)
            after = self.low[end : end + 1]
            if not (word[0].isalpha() or is_han(word[0])) or after in {"", " ", ")"} or after in _SIGNS:
                return end
        return None

    def _ends(self) -> bool:
        """Whether the text or the bracket ends here."""
        return self.at >= len(self.low) or self.low[self.at] == ")"

    def _space(self) -> None:
        """Pass spaces."""
        while self.at < len(self.low) and self.low[self.at].isspace():
            self.at += 1


def _why(code: str) -> str:
    """Why a pattern can't be used."""
    reasons = {
        "unclosed": t("a bracket in it is never closed"),
        "unopened": t("a bracket in it was never opened"),
        "nothing": t("there is nothing here to repeat"),
        "braces": t("a number of times is one or two numbers up to 100"),
        "backslash": t("it ends in a backslash"),
        "escape": t("this character has no meaning behind a backslash"),
        "look": t("looking ahead or back is not possible"),
        "range": t("this range runs backwards"),
        "deep": t("too many brackets stand within each other"),
        "long": t("it is too long"),
        "large": t("it repeats too much"),
    }
    return reasons[code]
