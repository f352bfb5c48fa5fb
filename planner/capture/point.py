"""The line of a talk: whom to tell, and what, kept word for word.

    point     = [direction] [whom] text
    whom      = "@" name {"@" name} | name … "@" name | first word | title and name | names ":" | 向 name 汇报
    direction = 汇报 | 传达 | 通气 | "up" | "down" | "across"

Only signs and keys are struck: a date in the text is part of what is said, so the due day is typed with ``due:``, and
the matter it belongs to with ``re:12``; ``words:"…"`` are the words it came in, kept beside those passed on.
"""

from __future__ import annotations

from planner.capture.signs import Signs, scan
from planner.capture.title import title_of
from planner.domain.draft import PointDraft, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import Moment, datetime
    from planner.domain.terms import Direction
    from planner.domain.workdays import Calendar

__all__ = ["read_point"]

_DIRECTIONS: dict[str, Direction] = {
    **dict.fromkeys(("up", "report", "汇报", "呈报", "上报"), "up"),
    **dict.fromkeys(("down", "pass", "传达", "转达"), "down"),
    **dict.fromkeys(("across", "通气", "通报", "沟通"), "across"),
}
_TITLES = frozenset(
    (
        *("director", "deputy", "mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr.", "chief", "secretary", "minister"),
        *("mayor", "president", "chairman", "chair", "head", "manager", "inspector", "section", "bureau", "department"),
        *("vice", "governor", "commissioner", "professor", "prof", "prof."),
    )
)
_OFFICES = ("局", "局长", "处", "处长", "科", "科长", "主任", "书记", "市长", "县长", "区长", "镇长", "院长", "所长")
"""What a name ends in that is a leader or a section, so that it is one though another has an ``@``."""
_LONGEST_NAME = 6
_OPENERS = ("向", "给", "对", "跟", "与", "同")
_TELLING = ("汇报", "传达", "通气", "报告", "通报", "说明", "说")


def read_point(line: str, now: datetime, lang: str, calendar: Calendar | None, *, day_first: bool) -> PointDraft:
    """The draft of a talk's line."""
    signs = scan(line)
    parties: tuple[str, ...] = signs.fields.get("parties", ()) + signs.fields.get("handed_to", ())
    direction = _direction(signs)
    if not parties or _named_first(signs):
        named, told = _whom(signs)
        parties = named + tuple(party for party in parties if party not in named)
        direction = direction or told
    due = _due(signs, now, lang, calendar, day_first=day_first)
    matter = _matter(signs)
    kept = {"party", "handed_to", "tag", "due", "name", "needs", "words", "refused"}
    spans = sorted((span for span in signs.spans if span.role in kept), key=lambda span: (span.start, span.end))
    return PointDraft(
        text=title_of(line, spans),
        parties=parties,
        direction=direction,
        due=due,
        matter=matter,
        original=signs.fields.get("words"),
        tags=signs.fields.get("tags", ()),
        spans=tuple(spans),
        remarks=tuple(signs.remarks),
    )


def _start(signs: Signs) -> int:
    """Where the first word that is no sign begins."""
    at, text = 0, signs.text
    while at < len(text) and text[at] in " \0,:":
        at += 1
    return at


def _word(signs: Signs, at: int) -> int:
    """Where the word that begins here ends."""
    text, end = signs.text, at
    while end < len(text) and text[end] not in " \0":
        end += 1
    return end


def _direction(signs: Signs) -> Direction | None:
    """A word of direction before everything else."""
    at = _start(signs)
    end = _word(signs, at)
    found = _DIRECTIONS.get(signs.text[at:end].rstrip(":"))
    if found and signs.text[end:].strip(" \0"):
        signs.span(at, end, "name")
        signs.text = signs.text[:at] + "\0" * (end - at) + signs.text[end:]
        return found
    return None


def _whom(signs: Signs) -> tuple[tuple[str, ...], Direction | None]:
    """The first word or words as names, when more follows them; and the direction that 向…汇报 says."""
    text, at = signs.text, _start(signs)
    if at >= len(text):
        return (), None
    told: Direction | None = None
    for opener in _OPENERS:
        if text.startswith(opener, at):
            for verb in _TELLING:
                close = text.find(verb, at + 2, at + 14)
                if close > 0 and " " not in text[at:close]:
                    told = _DIRECTIONS.get(verb, "up")
                    end = close + len(verb)
                    signs.span(at, end + (text[end : end + 1] in {":", ","}), "party")
                    return _names(signs.line[at + len(opener) : close]), told
    end = _word(signs, at)
    while text[at:end] in _TITLES and text[end : end + 1] == " " and _word(signs, end + 1) > end + 1:
        end = _word(signs, end + 1)
    colon = text.find(":", at, at + 40)
    if (
        colon > 0
        and len(text[at:colon].split()) <= 3
        and (colon < end or text[at:colon].isascii())
        and text[colon - 1] != " "
    ):
        end = colon
    if not text[end:].strip(" \0:"):
        return (), None
    names = _names(signs.line[at:end])
    signs.span(at, end + (text[end : end + 1] == ":"), "party")
    return names, None


def _named_first(signs: Signs) -> bool:
    """Whether a line with an ``@name`` later on begins with another name: 李局 资金已到账 @王局, Li: paid @Wang."""
    text, at = signs.text, _start(signs)
    if any(span.role in {"party", "handed_to"} and span.start < at for span in signs.spans):
        return False
    end = _word(signs, at)
    if text[at:end].endswith(":") or text[at:end] in _TITLES:
        return bool(text[end:].strip(" \0"))
    name = text[at:end]
    named = len(name) <= _LONGEST_NAME and name.endswith(_OFFICES) and not name.startswith(_OPENERS)
    return named and bool(text[end:].strip(" \0"))


def _names(text: str) -> tuple[str, ...]:
    """Names parted by commas."""
    for mark in "，,；;":
        text = text.replace(mark, "、")
    found: list[str] = []
    for name in text.split("、"):
        if name.strip(" :：") and name.strip(" :：") not in found:
            found.append(name.strip(" :："))
    return tuple(found)


def _due(signs: Signs, now: datetime, lang: str, calendar: Calendar | None, *, day_first: bool) -> Moment | None:
    """The day that ``due:`` names."""
    if not signs.dates:
        return None
    from planner.capture.keyed import read_keyed
    from planner.capture.line import date_readings
    from planner.capture.settle import settle

    signs.dates = [one for one in signs.dates if one[0] == "due"]
    read = read_keyed(signs, now, lambda text: date_readings(text, now, lang, calendar, day_first=day_first))
    settled = settle(read, now)
    due: Moment | None = settled.due or signs.fields.get("due")
    return due


def _matter(signs: Signs) -> int | None:
    """``re:12`` or ``#12``: the matter that the point belongs to."""
    for opener in ("re:", "#", "事项:"):
        at = signs.low.find(opener)
        while at >= 0:
            end = at + len(opener)
            while end < len(signs.low) and "0" <= signs.low[end] <= "9":
                end += 1
            if (
                at + len(opener) < end < at + len(opener) + 10
                and (at == 0 or signs.low[at - 1] == " ")
                and signs.low[end : end + 1] in {"", " "}
            ):
                signs.spans.append(Span(start=at, end=end, role="needs"))
                return int(signs.low[at + len(opener) : end])
            at = signs.low.find(opener, at + 1)
    return None
