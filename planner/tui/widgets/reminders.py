"""Reminders on the screen: the strip at the foot when one comes due, and the list where they are put off."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget

from planner.wording import n, p, t
from planner.wording.dates import short_times
from planner.wording.reminders import state_name
from planner.wording.safe import cells, fit, pad, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult, RenderResult
    from textual.binding import BindingType
    from textual.geometry import Size

    from planner.desk.reminding import Claim, Listed
    from planner.domain.moment import datetime

__all__ = ["Choice", "Chosen", "ReminderList", "Strip", "choices"]

MOST = 3
"""Reminders at the foot; the list has them all."""

STATE_CELLS = 10


class Choice(NamedTuple):
    """A way to put one off: its digit, what it is called, and the words that the desk reads."""

    digit: str
    label: str
    words: str


def choices() -> tuple[Choice, ...]:
    """The ways to put a reminder off; without words it is asked for them."""
    return (
        Choice("1", p("snooze", "10 min"), "10m"),
        Choice("2", p("snooze", "1 h"), "1h"),
        Choice("3", p("snooze", "afternoon"), "afternoon"),
        Choice("4", p("snooze", "tomorrow"), "tomorrow"),
        Choice("5", p("snooze", "other"), ""),
    )


class Strip(Widget):
    """A line for each reminder that came due, with what can be done with the mouse; ``b`` opens the list.

    ``act`` is told what was clicked: ``open``, ``away``, or the words to put it off with.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Strip { height: auto; background: $panel; padding: 0 1; }
    """

    def __init__(self, claims: tuple[Claim, ...], act: Callable[[Claim, str], None]) -> None:
        super().__init__()
        self._claims = claims
        self._act = act
        self._spots: list[tuple[int, int, int, str]] = []

    def show(self, claims: tuple[Claim, ...]) -> None:
        """Show others; without any it takes no room."""
        if claims != self._claims:
            self._claims = claims
            self.display = bool(claims)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """A line each, and one for those that have no room."""
        return min(len(self._claims), MOST) + (len(self._claims) > MOST)

    def render(self) -> RenderResult:
        """The lines, the latest last."""
        self._spots = []
        parts: list[tuple[str, str]] = []
        width = self.size.width
        more = len(self._claims) - MOST
        if more > 0:
            parts += [
                (fit(n("{count} more: b shows it", "{count} more: b shows them", more), width), "$muted"),
                ("\n", ""),
            ]
        for place, claim in enumerate(self._claims[-MOST:]):
            row = place + (more > 0)
            acts = self._acts(claim) if width >= 60 else (("away", "×"),)
            taken = sum(cells(label) + 2 for _, label in acts)
            mark = p("strip", "missed") if claim.late else p("strip", "now")
            text = pad(f"{mark}  {shown(claim.said.title)}", max(1, width - taken))
            parts.append((text, "bold $warning" if claim.late else "bold $accent"))
            at = cells(text)
            for act, label in acts:
                self._spots.append((row, at + 2, at + 2 + cells(label), f"{len(self._claims[:-MOST]) + place}:{act}"))
                parts.append((f"  {label}", "$muted"))
                at += 2 + cells(label)
            parts.append(("\n", ""))
        return Content.assemble(*parts[:-1])

    def _acts(self, claim: Claim) -> tuple[tuple[str, str], ...]:
        """What a click does."""
        made: list[tuple[str, str]] = []
        if len(claim.keys) == 1:
            made += [(choice.words, choice.label) for choice in choices()[:2]]
        made.append(("open", p("strip", "open")))
        return (*made, ("away", "×"))

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked; anywhere else opens."""
        at = event.get_content_offset_capture(self)
        for row, start, end, what in self._spots:
            if row == at.y and start <= at.x < end:
                place, _, act = what.partition(":")
                self._act(self._claims[int(place)], act)
                return


class Chosen(NamedTuple):
    """How the list was left: with a reminder to open, or one that is put off by words still to be typed."""

    row: Listed
    opens: bool


class Rows(Widget, can_focus=True):
    """The reminders, a line each, one widget for all."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j,down", "move(1)"),
        ("k,up", "move(-1)"),
        ("G,end", "move(100000)"),
        ("home", "move(-100000)"),
    ]
    at: reactive[int] = reactive(0)

    def __init__(self, rows: tuple[Listed, ...], now: datetime, lang: str) -> None:
        super().__init__(id="reminders")
        self.rows = rows
        self._now = now
        self._lang = lang
        waiting = [place for place, row in enumerate(rows) if row.state in ("missed", "claimed")]
        past = [place for place, row in enumerate(rows) if row.at <= now]
        self.set_reactive(Rows.at, (waiting or past or [0])[-1])

    def show(self, rows: tuple[Listed, ...]) -> None:
        """Show them anew, the cursor on the same one."""
        key = self.row.key if self.row is not None else ""
        self.rows = rows
        self.at = next((place for place, row in enumerate(rows) if row.key == key), min(self.at, max(0, len(rows) - 1)))
        self.refresh(layout=True)

    @property
    def row(self) -> Listed | None:
        """The reminder under the cursor."""
        return self.rows[self.at] if 0 <= self.at < len(self.rows) else None

    def get_content_height(self, *_: object) -> int:
        """A line each."""
        return max(1, len(self.rows))

    def render(self) -> RenderResult:
        """The lines."""
        if not self.rows:
            return Content.styled(fit(t("Nothing reminds today."), self.size.width), "$muted")
        width = max(1, self.size.width)
        whens = [short_times(row.times, self._now, self._lang) for row in self.rows]
        wide = max(map(cells, whens))
        parts: list[tuple[str, str]] = []
        for place, (row, when) in enumerate(zip(self.rows, whens, strict=True)):
            lit = place == self.at
            ground = " on $panel" if lit else ""
            late = row.state == "missed"
            state = pad(state_name(row.state), STATE_CELLS)
            head = f"{'› ' if lit else '  '}{pad(when, wide)}  "
            rest = max(1, width - cells(head) - STATE_CELLS - 1)
            tone = "$error" if late else "$muted" if row.state == "shown" else "$foreground"
            parts += [
                (head, f"bold $accent{ground}"),
                (state + " ", f"{tone}{ground}"),
                (pad(shown(row.said.title), rest), f"$foreground{ground}"),
                ("\n", ""),
            ]
        return Content.assemble(*parts[:-1])

    def watch_at(self) -> None:
        """Keep the line in sight."""
        if self.is_mounted:
            line = Region(0, self.virtual_region.y + self.at, 1, 1)
            self.screen.query_one("#box").scroll_to_region(line, animate=False)

    def action_move(self, by: int) -> None:
        """Mark another line."""
        self.at = max(0, min(len(self.rows) - 1, self.at + by))

    def on_click(self, event: events.Click) -> None:
        """Mark what is clicked; a second click opens it."""
        if 0 <= event.y < len(self.rows):
            if self.at == event.y and event.chain > 1 and isinstance(self.screen, ReminderList):
                self.screen.action_open()
            self.at = event.y


class ReminderList(ModalScreen["Chosen | None"]):
    """Today's reminders and those that were missed. A digit puts one off, Enter opens what it is about."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,b", "leave"),
        ("enter", "open"),
        *((choice, f"snooze('{choice}')") for choice in "12345"),
    ]
    AUTO_FOCUS = "Rows"
    TAKES_KEYBOARD: ClassVar[bool] = True
    DEFAULT_CSS = """
    ReminderList { align: center middle; background: $background 60%; }
    ReminderList #box {
        width: 84; max-width: 96%; height: auto; max-height: 92%; background: $surface; padding: 0 1;
        border: round $rule; border-title-color: $accent; border-subtitle-color: $muted; scrollbar-size-vertical: 1;
    }
    ReminderList Rows { height: auto; }
    """

    def __init__(
        self,
        rows: tuple[Listed, ...],
        now: datetime,
        lang: str,
        put_off: Callable[[ReminderList, Listed, str], None],
    ) -> None:
        super().__init__()
        self.list = Rows(rows, now, lang)
        self._put_off = put_off

    def compose(self) -> ComposeResult:
        """A box with the list; what the digits do stands in its frame."""
        with VerticalScroll(id="box", can_focus=False) as box:
            box.border_title = Content(t("Reminders"))
            ways = "  ".join(f"{choice.digit} {choice.label}" for choice in choices())
            box.border_subtitle = Content(t("{ways}  Enter opens", ways=ways))
            yield self.list

    def show(self, rows: tuple[Listed, ...]) -> None:
        """Show them as they stand now."""
        self.list.show(rows)

    def action_leave(self) -> None:
        """Go back."""
        if self.is_current:
            self.dismiss(None)

    def action_open(self) -> None:
        """Go to what the reminder is about."""
        row = self.list.row
        if self.is_current:
            self.dismiss(None if row is None else Chosen(row, opens=True))

    def action_snooze(self, digit: str) -> None:
        """Put the reminder under the cursor off."""
        row = self.list.row
        words = next(choice.words for choice in choices() if choice.digit == digit)
        if row is None or not self.is_current:
            return
        if words:
            self._put_off(self, row, words)
        else:
            self.dismiss(Chosen(row, opens=False))
