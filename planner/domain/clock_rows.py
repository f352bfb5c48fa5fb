"""The clock templates that come with the planner: rows of data, which a user's ``clocks.toml`` adds to or replaces.

They stand as Python and not as TOML because the day's page reads them each morning: ``tomllib`` alone costs 1.5 of the
four interpreter starts that it may take. Reference, not legal advice. Sources: 信访工作条例 (in force 2022-05-01)
arts. 22, 23, 25, 34, 35, 36; 政府信息公开条例 (2019) arts. 32, 33.
"""

from __future__ import annotations

from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Asks: TypeAlias = Literal["always", "forwarded", "grave", "named"]

__all__ = ["ASKS", "BUILT_IN", "EVENTS", "NO_CLOCKS", "ClockRule", "ClockTable"]

EVENTS = (
    "received",
    "forwarded",
    "noticed",
    "accepted",
    "objected",
    "reported",
    "consulted",
    "heard",
    "replied",
    "review_asked",
    "reviewed",
    "rereview_asked",
)
"""What a clock can start or stop at, in the order in which it happens; a user's rows may name others."""

NO_CLOCKS = "none"
"""The template that no row belongs to: an entry for which no term of the law runs."""

ASKS = ("always", "forwarded", "grave", "named")
"""For which receptions a row stands: all of its template, those forwarded to us, grave or urgent ones, those with a
name."""


class ClockRule(Record):
    """One row: how long from which event, until which event, on which article."""

    template: str
    """The rows of one template run together for one reception."""
    name: str
    days: int
    """0 is promptly: the day itself."""
    working: bool = False
    """Whether the days are working days; calendar days when not."""
    starts: str = "received"
    assumes: str | None = None
    """The event that stands in for ``starts`` until that is recorded, so that the clock is never hidden."""
    stops: tuple[str, ...] = ("replied",)
    """Any one of them ends the clock."""
    article: str | None = None
    asks: Asks = "always"
    extension: int = 0
    """Days by which it can be extended in all, of the same sort; 0 when it can't."""
    pauses: tuple[str, ...] = ()
    """Two events between which no day is counted."""
    window: bool = False
    """The petitioner's own: shown, without a light, and after the reply too."""


class ClockTable(Record):
    """The rows in force, and the template of a visitor from the public when none is named."""

    rules: tuple[ClockRule, ...]
    public: str = "petition"

    def of(self, template: str) -> tuple[ClockRule, ...]:
        """The rows of a template; none when there is no such template."""
        return tuple(rule for rule in self.rules if rule.template == template)

    @property
    def templates(self) -> tuple[str, ...]:
        """The templates' names, in order."""
        return tuple(dict.fromkeys(rule.template for rule in self.rules))


def _petition(template: str) -> tuple[ClockRule, ...]:
    """The rows that a petition has wherever it arrives."""
    return (
        ClockRule(
            template=template,
            name="finish",
            days=60,
            starts="accepted",
            assumes="received",
            article="信访工作条例 34",
            extension=30,
        ),
        ClockRule(
            template=template,
            name="report",
            days=0,
            stops=("reported", "replied"),
            article="信访工作条例 25",
            asks="grave",
        ),
        ClockRule(
            template=template,
            name="review",
            days=30,
            starts="replied",
            stops=("review_asked",),
            article="信访工作条例 35",
            window=True,
        ),
        ClockRule(
            template=template,
            name="rereview",
            days=30,
            starts="reviewed",
            stops=("rereview_asked",),
            article="信访工作条例 36",
            window=True,
        ),
    )


BUILT_IN = ClockTable(
    rules=(
        ClockRule(
            template="petition",
            name="notice",
            days=15,
            stops=("noticed",),
            article="信访工作条例 23",
            asks="named",
        ),
        ClockRule(
            template="petition",
            name="objection",
            days=5,
            working=True,
            stops=("objected", "accepted"),
            article="信访工作条例 23",
            asks="forwarded",
        ),
        *_petition("petition"),
        ClockRule(
            template="petition-office",
            name="forward",
            days=15,
            stops=("forwarded",),
            article="信访工作条例 22",
        ),
        *_petition("petition-office"),
        ClockRule(
            template="disclosure",
            name="answer",
            days=20,
            working=True,
            article="政府信息公开条例 33",
            extension=20,
            pauses=("consulted", "heard"),
        ),
        ClockRule(
            template="disclosure",
            name="third_party",
            days=15,
            working=True,
            starts="consulted",
            stops=("heard", "replied"),
            article="政府信息公开条例 32",
        ),
        ClockRule(template="answer", name="answer", days=5, working=True),
    )
)
