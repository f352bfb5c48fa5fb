"""The sheet for a talk with one party 沟通清单: what to say, what changed with theirs, who waits, what to ask.

Each point is ticked as it is said, and kept at once; held, the talk begins the cadence anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from planner.domain.clock import nearest_clock
from planner.domain.point import Point
from planner.domain.record import Record
from planner.domain.talk import Agenda
from planner.tui import grammars
from planner.tui.messages import BookChanged, Outcome
from planner.tui.places.bands import tone_of_matter
from planner.tui.places.over import OverPlace
from planner.tui.subjects import key_of
from planner.tui.telling import TITLE, said
from planner.tui.widgets.sections import Lazy, Section
from planner.wording import n, p, t
from planner.wording.dates import short, stamp
from planner.wording.page import Row, matter_row, reception_row
from planner.wording.safe import fit, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planner.desk.desk import Desk
    from planner.tui.messages import Sight

__all__ = ["Question", "TalkPlace"]


class Question(Record):
    """Something that is asked in each talk, and whether it was."""

    place: int
    text: str
    asked: bool = False


class TalkPlace(OverPlace):
    """The talk with one party."""

    OWN: ClassVar[Mapping[str, str]] = {"point": "add", "held": "hold"}

    def __init__(self, name: str) -> None:
        self._whom = name
        self._asked: frozenset[int] = frozenset()
        self._said: tuple[int, ...] = ()
        """The points to say in their order: ticked ones keep their rows, so that an answer goes where the tick is."""
        self._agenda: Agenda | None = None
        self.NAME = f"talk {name}"
        super().__init__()

    def heading(self) -> str:
        """Whom the talk is with."""
        return t("Talk with {name}", name=shown(self._whom))

    def keys(self) -> str:
        """The keys of a talk."""
        return t("Space told  Enter answer  n point  M matter  h held  u undo  Esc back")

    def teaching(self) -> str:
        """What an empty sheet says."""
        return t("Nothing waits for {name}. n notes a point, h says that the talk was held.", name=shown(self._whom))

    def reading(self) -> Callable[[Desk], object]:
        """The checklist, as it may lie open on a table."""
        name = self._whom

        def read(desk: Desk) -> object:
            from planner.desk.discretion import Discretion
            from planner.desk.talks import agenda

            found = agenda(desk, name)
            fit_to_show = Discretion(desk)
            parts = ("waiting", "told", "done", "overdue", "stuck")
            return found.replace(**{part: tuple(map(fit_to_show, getattr(found, part))) for part in parts})

        return read

    def sections_of(self, page: object, sight: Sight) -> tuple[Section, ...]:
        """What to say first, then what to report on and to ask; parts that are empty go."""
        if not isinstance(page, Agenda):
            return ()
        self._agenda = page
        self.head.tell(self.heading(), self._since(page, sight), self._count(page))
        day, lang = sight.day, sight.lang
        questions = [
            Question(place=place, text=text, asked=place in self._asked) for place, text in enumerate(page.questions)
        ]
        to_say = self._to_say(page)
        kept = {one.number for one in to_say}
        told = [one for one in page.told if one.number not in kept]
        parts = (
            ("waiting", t("To say"), to_say, lambda one: self._row(one, page, sight)),
            ("overdue", t("Overdue"), page.overdue, lambda one: matter_row(one, day, lang)),
            ("stuck", t("Standing still"), page.stuck, lambda one: matter_row(one, day, lang)),
            (
                "done",
                t("Done since"),
                page.done,
                lambda one: matter_row(one, day, lang).replace(detail=one.result or ""),
            ),
            (
                "visits",
                t("Visitors"),
                page.visits,
                lambda one: reception_row(one, nearest_clock(one, day), day, lang),
            ),
            ("questions", t("To ask"), questions, _question),
            ("told", t("Told"), told, lambda one: _told(one, self._whom, sight)),
        )
        return tuple(
            Section(
                name,
                title,
                Lazy(found, draw=draw, key=_key(name), tone=_tone(name, sight)),
                note=str(len(page.waiting)) if name == "waiting" else "",
                strong=name == "waiting",
            )
            for name, title, found, draw in parts
            if found
        )

    def action_command(self, name: str) -> None:
        """Tick and answer what is to be said or asked; everything else is as it is everywhere."""
        record = self.list.record
        own: Callable[[], None] | None = None
        if isinstance(record, Question):
            own = {"done": self.ask, "open": self.ask}.get(name)
        elif isinstance(record, Point) and self.list.place[0] == "waiting":
            own = {"done": self.tick, "open": self.answer, "answer": self.answer}.get(name)
        if own is None:
            super().action_command(name)
        else:
            self.foot.say("")
            own()

    def tick(self) -> None:
        """The point under the cursor was told; on one that is ticked already, go on to the next."""
        number = self._point_number()
        if not self._waits(number):
            self.list.move(1)
            self.foot.say(t("{number} was told already: i takes down the answer, u takes the tick back", number=number))
            return
        self.write(lambda desk: self._tick(desk, number, None, None))

    def answer(self) -> None:
        """The point was told, now or just before: ask what was answered, and how."""
        number = self._point_number()

        def entered(words: str) -> None:
            becomes, how, answer = grammars.answer_and_how(words)
            self.write(lambda desk: self._tick(desk, number, how, answer or None, matter=becomes))

        self.slot.ask(grammars.told(t("{number} answered", number=number)), self.sight, entered)

    def ask(self) -> None:
        """The question under the cursor was asked, or was not after all; kept while the sheet is open."""
        record = self.list.record
        if isinstance(record, Question) and self._agenda is not None and self.sight is not None:
            self._asked ^= {record.place}
            self.see(self._agenda, self.sight)
            if self._asked:
                self.foot.say(t("what was asked is ticked only until this sheet is left; n keeps an answer as a point"))

    def add(self) -> None:
        """Note a point for them on the fly."""
        from planner.tui.verbs.taking import note_point

        note_point(self, self._whom)

    def hold(self) -> None:
        """The talk was held: begin the cadence anew; what was not said waits for the next one."""
        name = self._whom

        def work(desk: Desk) -> Outcome:
            from planner.desk.talks import agenda, hold_talk

            left = len(agenda(desk, name).waiting)
            hold_talk(desk, name, ())
            words = t("the talk with {name} was held", name=shown(name))
            if left:
                words = n(
                    "{sentence}; {count} point waits for the next",
                    "{sentence}; {count} points wait for the next",
                    left,
                    sentence=words,
                )
            return Outcome(sentence=said(words), follow=("party", name))

        def held(outcome: Outcome) -> None:
            self.leave()
            place = self.app.place
            if place is not None:
                self.app.on_book_changed(BookChanged(outcome))

        self.app.fetch(work, held)

    def _to_say(self, page: Agenda) -> tuple[Point, ...]:
        """The points that wait, and in their places those that were ticked since the sheet was opened."""
        waiting = tuple(one.number for one in page.waiting)
        self._said = (*self._said, *(number for number in waiting if number not in self._said))
        found = {one.number: one for one in (*page.told, *page.waiting)}
        return tuple(found[number] for number in self._said if number in found)

    def _waits(self, number: int) -> bool:
        """Whether a point is still to be said."""
        return self._agenda is not None and any(one.number == number for one in self._agenda.waiting)

    def _row(self, point: Point, page: Agenda, sight: Sight) -> Row:
        """A row among what is to be said: still waiting, or ticked in its place."""
        waits = any(one.number == point.number for one in page.waiting)
        return _point(point, sight) if waits else _told(point, self._whom, sight)

    def _point_number(self) -> int:
        """The number of the point under the cursor."""
        record = self.list.record
        if not isinstance(record, Point):
            raise TypeError(type(record).__name__)
        return record.number

    def _tick(self, desk: Desk, number: int, how: str | None, answer: str | None, *, matter: bool = False) -> Outcome:
        """Tick a point for this party; with ``matter`` the answer becomes one, in the same change."""
        from planner.desk.discretion import Discretion
        from planner.desk.talks import tick_all

        made = tick_all(desk, (number,), self._whom, how, answer, matters=matter)
        words = t("told: {words}", words=fit(shown(Discretion(desk)(made.points[0]).text), TITLE))
        if made.matters:
            words = t("{sentence}; its answer is matter {number}", sentence=words, number=made.matters[0].number)
        return Outcome(sentence=said(words))

    def _since(self, page: Agenda, sight: Sight) -> str:
        """When the last talk was, and the formal title."""
        party = page.party
        if party is None:
            return ""
        made = [shown(party.title)] if party.title else []
        if party.last_talk is not None:
            made.append(t("last {when}", when=stamp(party.last_talk.date(), sight.day.now, sight.lang)))
        return "  ".join(made)

    def _count(self, page: Agenda) -> str:
        """How far the talk is."""
        told = n("{count} told", "{count} told", len(page.told))
        return p("enumeration", ", ").join((n("{count} to say", "{count} to say", len(page.waiting)), told))


def _key(section: str) -> Callable[[object], tuple[str, int | str]]:
    """What a row is about; a told point is another row than the same point that waits, so the cursor stays."""

    def key(record: object) -> tuple[str, int | str]:
        if isinstance(record, Question):
            return "question", record.place
        kind, number = key_of(record)
        return (section if section == "told" else kind), number

    return key


def _tone(section: str, sight: Sight) -> Callable[[object], str]:
    """How a row's date is felt."""
    if section in ("overdue", "stuck"):
        return lambda matter: tone_of_matter(matter, sight.day)  # type: ignore[arg-type]
    return lambda _: "calm" if section == "told" else "plain"


def _point(point: Point, sight: Sight) -> Row:
    """A point to say, with the words it came in when it passes on others."""
    relayed = point.original is not None and point.original != point.text
    return Row(
        number=str(point.number),
        badge="[ ]",
        text=point.text,
        detail=t("in their words: “{words}”", words=point.original) if relayed else "",
        when="" if point.created is None else short(point.created.date(), sight.day.now, sight.lang),
    )


def _told(point: Point, name: str, sight: Sight) -> Row:
    """A point that was said, with what was answered."""
    tick = next((one for one in reversed(point.ticks) if one.party == name), point.ticks[-1])
    words = (
        t("{how}: {answer}", how=tick.how, answer=tick.answer) if tick.how and tick.answer else tick.answer or tick.how
    )
    return Row(
        number=str(point.number),
        badge="[x]",
        text=point.text,
        detail=words or "",
        when=short(tick.at.date(), sight.day.now, sight.lang),
    )


def _question(question: Question) -> Row:
    """Something to ask."""
    return Row(badge="[x]" if question.asked else "[ ]", text=question.text)
