"""What every sentence of one report is said with: its language, its day, its names, and whom it speaks to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.directory import Directory
from planner.domain.moment import day_of
from planner.domain.reporting import goes_in
from planner.report.joining import capitalised, told
from planner.report.prose import Prose, day_said, settled
from planner.wording import voice_of

if TYPE_CHECKING:
    from planner.domain.matter import Matter
    from planner.domain.moment import Moment
    from planner.report.review import Review

__all__ = ["Speaker"]


class Speaker:
    """Speaks for one report."""

    __slots__ = ("_near", "directory", "lang", "prose", "review", "voice", "withheld")

    def __init__(self, review: Review, lang: str, addressee: str | None) -> None:
        self.review = review
        self.lang = lang
        self.voice = voice_of(lang)
        self.prose = Prose(lang, review.parties, review.visitors, addressee)
        self.directory = Directory(review.parties)
        self.withheld = frozenset(review.withheld)
        self._near = min(review.now.date(), review.span.last)

    def goes_in(self, matter: Matter) -> bool:
        """Whether a matter stands in this report."""
        return matter.number not in self.withheld and goes_in(matter)

    def by_rank(self, matters: tuple[Matter, ...]) -> list[Matter]:
        """Majors first; what a leader assigned by that leader's rank, each in the order that it came in."""
        return sorted(
            matters,
            key=lambda one: (one.grade == "minor", self.directory.order(one.assigned_by or "")[:2]),
        )

    def item(self, matter: Matter, words: str, *, reads_on: bool = False) -> str:
        """A title and what is told of it, in one sentence; ``reads_on`` as in ``joining.told``."""
        return settled(told(self.topic(matter), words, self.lang, reads_on=reads_on), self.lang)

    def topic(self, matter: Matter) -> str:
        """A title at the head of a sentence; behind a blank in a meeting's title stands its place."""
        title = matter.title
        if self.lang == "zh" and matter.work == "meetings" and "（" not in title:
            name, _, place = title.partition(" ")
            if place and not place.isascii():
                return f"{self.prose.phrase(name)}（{self.prose.phrase(place)}）"
        return self.prose.phrase(title)

    def titled(self, matter: Matter, *, before_colon: bool = False) -> str:
        """A title within a sentence; what a visitor asked stands in its own signs."""
        title = self.topic(matter)
        if matter.receptions:
            return self.voice.p("report", "a visitor's matter ({title})", title=title)
        return f"“{title}”" if before_colon and self.lang == "en" and ": " in title else title

    def day(self, moment: Moment) -> str:
        """A day as this report names it."""
        return day_said(day_of(moment), self._near, self.lang)

    def party(self, name: str | None) -> str:
        """A party by its formal title, the addressee as whom one speaks to; empty for none."""
        return "" if name is None else self.prose.spoken(self.prose.title_of(name, self.review.parties))

    def lead(self, matter: Matter) -> str:
        """Who owes a matter: the first it was handed to."""
        return self.party(matter.handed_to[0] if matter.handed_to else None)

    def joined(self, parts: list[str], chinese: str = "，") -> str:
        """Parts as one sentence, its first letter large."""
        if not parts:
            return ""
        text = (chinese if self.lang == "zh" else "; ").join(parts)
        return settled(capitalised(text) if self.lang == "en" else text, self.lang)
