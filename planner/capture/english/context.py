"""What every rule of the English grammar reads from: the tokens, the clock's reading, and the settings."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.capture.english.lexer import Token
    from planner.capture.reading import Day
    from planner.domain.moment import date, datetime
    from planner.domain.workdays import Calendar

__all__ = ["Context"]


class Context:
    """The line being read; ``counted`` is how deep a day counted from another day (2 days after …) is nested.

    ``day`` is the rule for a day, for the rules that it is made of and that need one themselves (the week of …).
    """

    __slots__ = ("_calendar", "counted", "day", "day_first", "now", "today", "words")

    def __init__(
        self,
        words: list[Token],
        now: datetime,
        calendar: Calendar | None,
        day: Callable[..., tuple[Day, int] | None],
        *,
        day_first: bool,
    ) -> None:
        self.words = words
        self.day = day
        self.now = now
        self.today: date = now.date()
        self._calendar = calendar
        self.day_first = day_first
        self.counted = 0

    @property
    def calendar(self) -> Calendar:
        """The working days; China's when none was given."""
        if self._calendar is None:
            from planner.domain.workdays import CHINA

            self._calendar = CHINA
        return self._calendar

    def text(self, at: int) -> str:
        """The word at a place, empty past the end."""
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def ends(self, at: int) -> bool:
        """Whether the line, or a part of it, ends here."""
        return self.text(at) in {"", ".", ",", ";", "!", "?", ")", ":", "-", "…"} or self.text(at)[:1] == "\0"

    def alone(self, start: int, end: int) -> bool:
        """Whether nothing but this stands on the line."""
        return (
            start <= 1 and self.text(0) in {self.text(start), "the", "in", "by", "on"} and self.text(end) in {"", "."}
        )
