"""Review 小结: the figures of some days as pictures, what they came to record by record, and the walk through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.config.clock import now
from planner.tui.places.place import Place
from planner.tui.subjects import key_of
from planner.tui.widgets.bars import Gauge, Gauges
from planner.tui.widgets.sections import Lazy, Section
from planner.wording import n, p, t
from planner.wording.dates import week_heading

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from planner.desk.desk import Desk
    from planner.desk.walking import Walked
    from planner.domain.day import Day
    from planner.report.review import Review
    from planner.report.span import Span
    from planner.report.stops import Stop
    from planner.tui.messages import Sight
    from planner.tui.widgets.sections import Tone
    from planner.tui.widgets.slot import Slot
    from planner.wording.page import Row

__all__ = ["ReviewPlace"]

_CYCLE = ("", "week", "month", "quarter", "year")
"""The spans that ``l`` goes through: since the last report first."""


class ReviewPlace(Place):
    """What came of some days; or, while it is walked, what is left to look at."""

    NAME = "review"

    def __init__(self) -> None:
        self.walking = False
        self.days = ""
        """The words for the span that is looked at."""
        self.span: Span | None = None
        """The span that is looked at, once it was turned to another or read."""
        self._turned: Span | None = None
        self.gauges = Gauges()
        super().__init__()

    def heading(self) -> str:
        """The place's name."""
        return t("Review")

    def compose(self) -> ComposeResult:
        """The figures stand over the list."""
        yield self.head
        yield self.gauges
        yield self.body
        yield self.slot
        yield self.foot

    def teaching(self) -> str:
        """What an empty page says."""
        if self.walking:
            return t("Everything was looked at. w goes back, T shows the report.")
        return t("Nothing happened in these days. Left and right turn to others.")

    def reading(self) -> Callable[[Desk], object]:
        """The review of the days, or the walk as far as it has come."""
        if self.walking:
            return _read_walk
        days = self._turned or self.days
        return lambda desk: _read(desk, days)

    def sections_of(self, page: object, sight: Sight) -> tuple[Section, ...]:
        """The review's parts, or the stops of the walk."""
        from planner.desk.walking import Walked
        from planner.report.review import Review

        self.foot.lend(self.keys())
        if isinstance(page, Walked):
            self.gauges.tell(())
            self._head(
                t("Walk through the review"),
                n("{count} left", "{count} left", len(page.left)),
                n("{count} seen", "{count} seen", page.seen) if page.seen else "",
            )
            return _stops(page, sight)
        if not isinstance(page, Review):
            return ()
        self.span = page.span
        moment = now()
        self._head(t("Review"), week_heading(page.span.first, page.span.last, moment, sight.lang), _since(page))
        self.gauges.tell(_gauges(page))
        return _parts(page, sight)

    def on_screen_resume(self) -> None:
        """Read anew; the foot has the keys of this place."""
        super().on_screen_resume()
        self.foot.lend(self.keys())

    def on_slot_changed(self, event: Slot.Changed) -> None:
        """Show the keys of an open line, then one's own again."""
        self.foot.lend(event.keys or self.keys())

    def keys(self) -> str:
        """What the foot says."""
        if self.walking:
            return t(". seen  x done  d date  c chase  > hand  Enter menu  Esc leave  u undo  ? help")
        return t("w walk  T report  I in or out  l week or month  left right turn  Enter menu  ? help")

    def walk(self) -> None:
        """Begin the walk, or leave it where it is."""
        self.walking = not self.walking
        self.app.reload()

    def leave_walk(self) -> None:
        """Back to the figures, when it is walked."""
        if self.walking:
            self.walk()

    def next_list(self) -> None:
        """What came since the last report; then this week, month, quarter, year."""
        self._turned = None
        self.walking = False
        self.days = _CYCLE[(_CYCLE.index(self.days) + 1) % len(_CYCLE)]
        self.app.reload()

    def earlier(self) -> None:
        """The span before."""
        from planner.report.span import before

        self._turn(before)

    def later(self) -> None:
        """The span after."""
        from planner.report.span import following

        self._turn(following)

    def _turn(self, to: Callable[[Span], Span]) -> None:
        """Look at another span; the walk is of now only."""
        from planner.report.span import span_around

        if self.walking or self.span is None:
            self.told(t("Not in this place."), refusal=True)
            return
        span = self.span if self.span.kind != "since" else span_around("week", self.span.last)
        self._turned = to(span)
        self.app.reload()

    def _head(self, title: str, middle: str, summary: str) -> None:
        """Word the first line."""
        self.head.tell(title, middle, summary)


def _since(review: Review) -> str:
    """Where the span begins, when that is a report that was sent."""
    return t("since the last report") if review.span.kind == "since" else ""


def _gauges(review: Review) -> tuple[Gauge, ...]:
    """The figures that the director looks at, as pictures."""
    figures, was = review.figures, review.before
    balances = {balance.field: balance for balance in review.balances}
    open_majors = sum(matter.grade == "major" for matter in review.progress)

    def compared(words: str, before: str | None) -> str:
        return words if before is None else t("{words} (before: {before})", words=words, before=before)

    made = [
        Gauge(
            label=p("gauge", "load"),
            words=compared(n("{count} done", "{count} done", figures.done), None if was is None else str(was.done)),
            levels=tuple(count for _, count in figures.load) or (0,),
        ),
        Gauge(
            label=p("gauge", "on time"),
            words=compared(
                t("{part} of {whole}", part=figures.on_time, whole=figures.due),
                None if was is None else t("{part} of {whole}", part=was.on_time, whole=was.due),
            ),
            part=figures.on_time,
            whole=figures.due,
        ),
        Gauge(
            label=p("gauge", "majors"),
            words=t("{done} done, {open} open", done=figures.majors_done, open=open_majors),
            part=figures.majors_done,
            whole=figures.majors_done + open_majors,
        ),
    ]
    for field, label in (("nature", p("gauge", "policy : routine")), ("origin", p("gauge", "planned : ad hoc"))):
        (_, first), (_, second) = balances[field].shares
        made.append(Gauge(label=label, words=f"{first} : {second}", part=first, whole=first + second))
    owed = sum(one.late is not None for one in review.talks_owed)
    made.append(
        Gauge(
            label=p("gauge", "talks"),
            words=t(
                "{talks}, visits {visits}, proposals {proposals}",
                talks=figures.talks,
                visits=figures.visits,
                proposals=figures.proposals,
            ),
            part=figures.talks,
            whole=figures.talks + owed,
        )
    )
    return tuple(made)


def _parts(review: Review, sight: Sight) -> tuple[Section, ...]:
    """The review's parts as sections; the words are the same as on the command line."""
    from planner.report.outline import Told, parts_of

    def draw(one: Told) -> Row:
        return one.row

    def tone(one: Told) -> Tone:
        return one.tone

    return tuple(
        Section(
            part.name,
            part.title,
            Lazy(part.rows, draw=draw, key=lambda one: key_of(one.record), tone=tone),
            strong=part.name == "majors_done",
            lights=part.name == "owed",
        )
        for part in parts_of(review, sight.day, sight.lang)
    )


def _stops(walked: Walked, sight: Sight) -> tuple[Section, ...]:
    """The stops that are left, each under its question."""
    from planner.report.stops import QUESTIONS, STOPS, TITLES

    made: list[Section] = []
    for name in STOPS:
        found = [stop for stop in walked.left if stop.name == name]
        if found:
            made.append(
                Section(
                    name,
                    p("stop", TITLES[name]),
                    Lazy(found, draw=lambda stop: _stop_row(stop, sight.day, sight.lang), key=key_of),
                    note=f"{len(found)}  {p('stop', QUESTIONS[name])}",
                    strong=not made,
                )
            )
    return tuple(made)


def _stop_row(stop: Stop, day: Day, lang: str) -> Row:
    """The row of a stop's record."""
    from planner.report.outline import stop_row

    return stop_row(stop, day, lang)


def _read(desk: Desk, days: str | Span) -> object:
    """The review, in the clerk's thread."""
    import planner.report.outline  # noqa: F401 - loaded here, before it is needed
    from planner.desk.reviewing import review

    return review(desk, days)


def _read_walk(desk: Desk) -> object:
    """The walk, in the clerk's thread."""
    from planner.desk.walking import walked

    return walked(desk)
