"""The phrases of a reception's line that are more than one word: how many came, to whom it goes, what was answered.

    group    = ["a"] "group of" n | ("and" | "with" | "plus") n ("others" | "more" | "other people")
    report   = ["to be"] ("report" | "reported") "to" people
    handover = ["forward" | "forwarded" | "refer" | "referred" | "transfer" | "pass" | "passed"] "to" people
    people   = capitalised words {("and" | "&") capitalised words}, at the end or before another phrase
    answered = (当场答复 | 已答复 | "answered" ["on the spot"]) ":" words to the end

``to`` after a verb of going (``moved to Hedong``) hands nothing over.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Lead: TypeAlias = Literal["report", "to"]

__all__ = ["ON_THE_SPOT", "answered_words", "group", "people_after", "people_titled"]

_GROUPS = ("a group of ", "group of ")
_MORE = ("and ", "with ", "plus ", "& ")
_OTHERS = ("other people", "other residents", "others", "other", "more people", "more")
_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}
_MOST = 9_999
_LEADS: dict[Lead, tuple[str, ...]] = {
    "report": ("to be reported to ", "report to "),
    "to": (
        *("forwarded to ", "forward to ", "referred to ", "refer to ", "transferred to ", "transfer to ", "passed to "),
        *("passed on to ", "pass to ", "pass on to ", "handed to ", "hand to ", "to "),
    ),
}
_GOING = frozenset(
    (
        *("move", "moved", "moves", "moving", "go", "goes", "going", "went", "gone", "return", "returned"),
        *("returns", "returning", "travel", "travelled", "came", "come", "back", "relocated", "relocate"),
        *("relocation", "access", "entitled", "road", "way", "trip", "bus", "train", "close", "next", "due"),
        *("according", "related", "relating", "belongs", "belong", "sent", "owed", "paid", "pay", "given"),
        *("gave", "moved-in", "admission", "admitted", "appeal", "appealed", "complain", "complained", "spoke"),
        *("spoken", "talk", "talked", "speak", "listen", "listened", "married", "similar", "compared", "compare"),
        *("objection", "objects", "report", "reported", "reports", "said", "lost", "sold", "lent", "loan"),
        *("rented", "promised", "refused", "thanks", "thank", "letter", "donated", "donate", "gift"),
    )
)
"""Words after which ``to`` says where somebody goes or to whom something was done, not who deals with the entry."""
_NEXT = ("answer", "reply", "respond", "report", "reported", "call", "by", "tell", "forward", "refer", "before", "due")
"""Words that may follow the people: another phrase begins."""
_ANSWERED = ("已当场答复", "当场答复", "现场答复", "已答复", "answered on the spot", "answered at once", "answered")


ON_THE_SPOT = ("answered on the spot", "answered at once")
"""Phrases that say of an entry that it was answered as it came."""
_TITLES = ("director", "chief", "head", "secretary", "mayor", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.",
           "comrade", "leader", "manager", "deputy", "officer", "clerk")  # fmt: skip
_NAMES = ("sun", "mon", "wed", "sat", "may", "march", "april", "june", "jun", "august")
"""Names of days and months that are names of people as well: Director Sun is nobody's Sunday."""


def group(low: str) -> tuple[int, int, int] | None:
    """How many came by ``group of 7`` or ``and 6 others``, and where that stands; ``None`` when neither does."""
    for opener in _GROUPS:
        at = _word(low, opener, 0)
        if at >= 0:
            found = _number(low, at + len(opener))
            if found is not None:
                return found[0], at, found[1]
    for opener in _MORE:
        at = _word(low, opener, 0)
        while at >= 0:
            found = _number(low, at + len(opener))
            if found is not None:
                rest = low[found[1] :]
                for others in _OTHERS:
                    if rest.lstrip(" ").startswith(others):
                        end = found[1] + len(rest) - len(rest.lstrip(" ")) + len(others)
                        if not low[end : end + 1].isalpha():
                            return found[0] + 1, at, end
            at = _word(low, opener, at + 1)
    return None


def people_after(line: str, low: str, lead: Lead) -> tuple[tuple[str, ...], int, int] | None:
    """The people of ``report to NAME`` or ``to NAME``, and where the phrase stands; ``None`` when there is none."""
    for opener in _LEADS[lead]:
        at = _word(low, opener, 0)
        while at >= 0:
            end = _people_end(line, low, at + len(opener))
            going = opener == "to " and _before(low, at) in _GOING
            if end is not None and not going and low[:at].strip(" \0,;"):
                names = line[at + len(opener) : end].replace(" & ", " and ").split(" and ")
                return tuple(name.strip() for name in names), at, end
            at = _word(low, opener, at + 1)
    return None


def people_titled(line: str, low: str) -> list[tuple[int, int]]:
    """Where a capitalised word that could be a day or month stands behind a title, and so is somebody's name."""
    found = []
    for name in _NAMES:
        at = _word(low, name, 0)
        while at >= 0:
            end = at + len(name)
            if line[at].isupper() and not low[end : end + 1].isalpha() and _before(low, at) in _TITLES:
                found.append((at, end))
            at = _word(low, name, at + 1)
    return found


def answered_words(line: str, low: str) -> tuple[str, int] | None:
    """What was answered on the spot, and where the phrase begins, which runs to the end of the line."""
    for sign in _ANSWERED:
        at = _word(low, sign, 0)
        if at < 0:
            continue
        rest = line[at + len(sign) :]
        words = rest.lstrip(" ")
        if words[:1] in (":", "："):
            words = words[1:].strip(' “”"「」')
            return (words, at) if words else None
    return None


def _word(low: str, sought: str, start: int) -> int:
    """Where some words stand, a Latin one at the beginning of a word only; -1 when nowhere."""
    at = low.find(sought, start)
    while at > 0 and sought[0].isascii() and low[at - 1].isalnum() and low[at - 1].isascii():
        at = low.find(sought, at + 1)
    return at


def _number(low: str, at: int) -> tuple[int, int] | None:
    """A number in figures or as an English word, and where it ends."""
    end = at
    while end < len(low) and low[end].isalnum() and low[end].isascii():
        end += 1
    word = low[at:end]
    value = int(word) if word.isdecimal() and len(word) <= len(str(_MOST)) else _NUMBERS.get(word, 0)
    return (value, end) if value else None


def _before(low: str, at: int) -> str:
    """The word before a place."""
    words = low[:at].replace("\0", " ").split()
    return words[-1] if words else ""


def _people_end(line: str, low: str, at: int) -> int | None:
    """Where the capitalised words that begin at a place end; ``None`` when none does, or the sentence goes on."""
    end, place = at, at
    while place < len(line):
        stop = place
        while stop < len(line) and line[stop] not in " \0,;，；.。":
            stop += 1
        word = line[place:stop]
        joins = end > at and low[place:stop] in ("and", "&") and line[stop + 1 : stop + 2].isupper()
        if "\0" in low[place:stop] or not (joins or word[:1].isupper() or _han(word)):
            break
        if not joins:
            end = stop
        place = stop + 1 if line[stop : stop + 1] == " " else len(line) + 1
        if _han(word):
            break
    if end == at:
        return None
    rest = low[end:].lstrip(" ")
    if not rest or rest[0] in "\0,;，；.。":
        return end
    return end if rest.split(" ", 1)[0].rstrip(",;.") in _NEXT else None


def _han(word: str) -> bool:
    """Whether a word begins with a Chinese character."""
    return "\u4e00" <= word[:1] <= "\u9fff"
