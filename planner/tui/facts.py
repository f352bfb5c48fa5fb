"""All that is kept about a record, in words: a title, lines of label and words, logs. Drawn by ``widgets.detail``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.talk import TalkOwed
from planner.tui.subjects import subject_of
from planner.wording import n, t
from planner.wording.details import details_of
from planner.wording.fields import field
from planner.wording.safe import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planner.tui.messages import Sight

    Line = tuple[str, str]

__all__ = ["Facts", "facts_of"]

LAST = 6
"""Entries of a log that are shown, the latest last."""
LOGS = ("returns", "extensions", "chases", "notes", "ticks")
"""Fields that grow for years."""
WHOLE = ("steps", "links")
"""Fields of several lines, each of which is shown."""


class Facts(NamedTuple):
    """What is told of one record. A line with a label and no words is a heading; one without a label stands alone."""

    title: str = ""
    lines: tuple[tuple[str, str], ...] = ()


def facts_of(record: object, sight: Sight, *, private: bool = False) -> Facts:
    """The record in words, safe to show; a restricted entry tells its words only when ``private``.

    A matter or point is told as it is given: whoever reads a page makes it fit to be shown.
    """
    own = getattr(record, "facts", None)
    if own is not None:
        found: Facts = own()
        return found
    subject = subject_of(record)
    if isinstance(subject, Matter | Reception | Point):
        (_, title), *lines = details_of(
            subject, sight.day, sight.lang, private=private, directory=sight.directory, thresholds=sight.thresholds
        )
        if isinstance(subject, Reception) and subject.restricted and not private:
            lines = [line for line in lines if line[0] != field("marked_restricted")]
            lines.insert(1, ("", t("restricted entry: Y shows its words")))
        if isinstance(subject, Reception):
            lines = _clocks_first(lines)
        elif isinstance(subject, Matter) and subject.state == "open":
            lines = [line for line in lines if line[0] != field("state")]
        lines = [(t("written down"), words) if label == field("created") else (label, words) for label, words in lines]
        return Facts(shown(title), tuple(_grouped(lines)))
    if subject is None:
        return Facts()
    name = str(getattr(subject, "name", ""))
    return Facts(shown(name), tuple(_party(record, subject, name, sight)))


def _clocks_first(lines: list[Line]) -> list[Line]:
    """A reception's state, then the clocks, which matter most and must be seen without scrolling; then the rest."""
    clocks = [line for line in lines if line[0] == t("clock")]
    rest = [line for line in lines if line[0] != t("clock")]
    if clocks:
        rest.append(("", t("Time limits are for reference, not legal advice.")))
    return [*rest[:1], *clocks, *rest[1:]]


def _grouped(lines: Iterable[Line]) -> Iterator[Line]:
    """The plain lines, then each log and list under a heading of its own."""
    heads = {field(name): name for name in (*WHOLE, *LOGS)}
    groups: dict[str, list[str]] = {}
    for label, words in lines:
        if label in heads:
            groups.setdefault(label, []).append(words)
        else:
            yield label, shown(words)
    for label, entries in groups.items():
        yield label, ""
        for words in entries[-LAST:] if heads.get(label) in LOGS else entries:
            yield "", shown(words)


def _party(record: object, subject: object, name: str, sight: Sight) -> Iterator[Line]:
    """A party with what waits for it, in the words that are to be said."""
    party = getattr(record, "party", None) or subject
    if isinstance(party, Party):
        _, *lines = details_of(party, sight.day, sight.lang)
        yield from ((label, shown(words)) for label, words in lines if label != field("created"))
    talk = getattr(record, "talk", subject)
    if isinstance(talk, TalkOwed) and talk.late:
        yield t("overrun"), n("{count} working day", "{count} working days", talk.late)
    waiting = [words for names, words in sight.points if name in names]
    if waiting:
        yield field("points"), ""
        for words in waiting:
            yield "", t("[ ] {text}", text=shown(words))
