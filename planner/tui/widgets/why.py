"""Why a matter stands where it does: its grade, what is suggested, each term of its score with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from planner.tui.facts import Facts
from planner.tui.widgets.detail import Told
from planner.tui.widgets.sheet import Sheet
from planner.wording import t
from planner.wording.fields import field
from planner.wording.safe import cells, fit, pad, shown
from planner.wording.terms import grade_reason, term
from planner.wording.why import reason_of

if TYPE_CHECKING:
    from textual.app import ComposeResult, RenderResult
    from textual.geometry import Size

    from planner.desk.pages import Explained
    from planner.domain.suggestion import Suggestion
    from planner.tui.messages import Sight

__all__ = ["Why"]

POINTS = 6
"""Cells of the column of points."""
BAR = 24
"""Cells of the longest bar."""


class Terms(Widget):
    """A line a term: its reason, its points, a bar as long as they weigh."""

    DEFAULT_CSS = """
    Terms { height: auto; margin: 1 0; }
    """

    def __init__(self, found: Explained) -> None:
        super().__init__()
        self._rows = [(reason_of(part), part.points) for part in found.terms]
        self._sum = found.score

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """A line a term, and the sum under a rule."""
        return len(self._rows) + 2

    def render(self) -> RenderResult:
        """The table."""
        width = max(1, self.size.width)
        reasons = max((cells(reason) for reason, _ in self._rows), default=0)
        reasons = min(max(reasons, cells(t("sum"))), max(1, width - POINTS - 1))
        room = min(BAR, width - reasons - POINTS - 3)
        most = max((abs(points) for _, points in self._rows), default=1) or 1
        parts: list[tuple[str, str]] = []
        for reason, points in self._rows:
            parts += [
                (pad(fit(reason, reasons), reasons), "$foreground"),
                (pad(f"{points:+d}", POINTS, right=True), "bold $foreground"),
            ]
            if room > 3:
                long = max(1, round(room * abs(points) / most))
                parts.append(("  " + "━" * long, "$accent" if points > 0 else "$muted"))
            parts.append(("\n", ""))
        parts += [
            ("─" * (reasons + POINTS) + "\n", "$rule"),
            (pad(t("sum"), reasons), "bold $foreground"),
            (pad(str(self._sum), POINTS, right=True), "bold $accent"),
        ]
        return Content.assemble(*parts)


class Why(Sheet):
    """The panel that ``y`` opens."""

    def __init__(self, found: Explained, suggestions: tuple[Suggestion, ...], sight: Sight) -> None:
        matter = found.matter
        reason = grade_reason(matter.grade_reason, matter.marks, sight.lang)
        grade = term("grade", matter.grade, sight.lang)
        lines = [(field("grade"), t("{grade}: {reason}", grade=grade, reason=reason))]
        for one in suggestions:
            mark = term("mark", one.mark, sight.lang)
            words = t("“{word}” suggests {mark}; m makes it major", word=shown(one.because), mark=mark)
            lines.append((t("suggested"), words))
        super().__init__(Facts(t("{number} {title}", number=matter.number, title=shown(matter.title)), tuple(lines)))
        self._found = found

    def words(self) -> ComposeResult:
        """Its grade, what is suggested, the terms, and where the weights are set."""
        yield Told(self._facts)
        yield Terms(self._found)
        yield Told(Facts(lines=(("", t("each weight is set in config.toml under [weights]; J and K move by hand")),)))
