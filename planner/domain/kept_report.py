"""A report 周报 that was written: its words as they were edited, the days it covers, and when it was sent."""

from __future__ import annotations

from planner.domain.entry import Entry
from planner.domain.record import Invalid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import date, datetime

__all__ = ["KeptReport"]


class KeptReport(Entry):
    """The report of a span of days. The next one covers what came after it was sent."""

    first: date
    last: date
    span: str = "week"
    """The kind of its span: ``week``, ``month``, ``quarter``, ``year``, ``days``, ``since``."""
    after: datetime | None = None
    """When the report before it was sent, when it covers what came since."""
    lang: str = "zh"
    text: str | None = None
    """Its words as edited, a block a line; ``None`` while it is as it was drafted."""
    sent: datetime | None = None

    def check(self) -> None:
        """Raise ``Invalid`` when it ends before it begins."""
        super().check()
        if self.last < self.first:
            raise Invalid("last", "end_before_start", self.last)
