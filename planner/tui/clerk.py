"""The clerk: one thread, outside Textual's workers, that does everything with the book, in the order it was asked.

A write in a Textual worker is lost when its screen or the app goes; the clerk is drained when the app has gone, so what
was typed before quitting is kept. It answers by messages posted to the app.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from planner.desk.refused import Problem, sentence_of
from planner.tui.messages import BookChanged, BookMoved, Broke, Fetched, PageRead, Refused, Sight

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from concurrent.futures.thread import ThreadPoolExecutor
    from typing import Any

    from textual.message import Message

    from planner.config.settings import Settings
    from planner.desk.desk import Desk
    from planner.tui.messages import Outcome

__all__ = ["Clerk"]


class Clerk:
    """Does errands one after the other. ``post`` takes its messages, and says whether they can still be heard."""

    def __init__(self, desk: Desk, post: Callable[[Message], bool]) -> None:
        self._desk = desk
        self._post = post
        self._hand: ThreadPoolExecutor | None = None
        self._last: Future[Message | None] | None = None
        self._reading: set[str] = set()
        self._seen: tuple[object, ...] | None = None
        self.unheard: list[Message] = []
        """Refusals and faults that came after the app was gone: whoever closes the clerk says them."""

    @property
    def settings(self) -> Settings:
        """What the director set."""
        return self._desk.settings

    def write(self, work: Callable[[Desk], Outcome]) -> None:
        """Change the book; ``BookChanged``, ``Refused`` or ``Broke`` will tell."""
        self._ask(lambda: BookChanged(work(self._desk)))

    def read(self, place: str, work: Callable[[Desk], object]) -> None:
        """Read a place's page; ``PageRead`` brings it. A reading that is still queued is not queued again."""
        if place in self._reading:
            return
        self._reading.add(place)

        def errand() -> Message:
            self._reading.discard(place)
            self._seen = self._moment()
            page = work(self._desk)
            return PageRead(place, page, self._sight())

        self._ask(errand)

    def fetch(self, work: Callable[[Desk], object], then: Callable[[Any], None], *, opens: bool) -> None:
        """Look something up for a verb; ``Fetched`` brings it, ``Refused`` or ``Broke`` say why not."""
        self._ask(lambda: Fetched(work(self._desk), then, opens=opens))

    def look(self) -> None:
        """See whether the book, or the minute, moved since the last reading; ``BookMoved`` tells."""
        if self._seen is None or self._reading:
            return
        self._ask(lambda: None if self._moment() == self._seen else BookMoved())

    @property
    def busy(self) -> bool:
        """Whether an errand is under way or queued."""
        return self._last is not None and not self._last.done()

    async def settled(self) -> None:
        """Wait until everything asked so far is done."""
        if self._last is not None:
            await asyncio.wait((asyncio.wrap_future(self._last),))

    def close(self) -> None:
        """Finish what is queued, and stop."""
        if self._hand is not None:
            self._hand.shutdown(wait=True)

    def _moment(self) -> tuple[object, ...]:
        """What changes when a page should be read anew."""
        return self._desk.book.revision(), self._desk.now.replace(second=0)

    def _sight(self) -> Sight:
        """How pages are to be read now."""
        from planner.desk.discretion import Discretion
        from planner.domain.directory import Directory
        from planner.domain.matter import Matter
        from planner.domain.party import Party
        from planner.domain.point import Point

        desk = self._desk
        snapshot = desk.book.read()
        fit_to_show = Discretion(desk, snapshot)
        parties = [record for record in snapshot.all("party") if isinstance(record, Party)]
        directory = Directory(parties)
        return Sight(
            day=desk.day(),
            lang=desk.lang,
            day_first=desk.settings.day_first,
            names=frozenset(name for party in parties for name in (party.name, *party.aliases)),
            tags=frozenset(tag for one in snapshot.open("matter") if isinstance(one, Matter) for tag in one.tags),
            points=tuple(
                (tuple(directory.canonical(name) for name in point.waiting), fit_to_show(point).text)
                for point in snapshot.open("point")
                if isinstance(point, Point)
            ),
            directory=directory,
            thresholds=desk.rules().thresholds,
        )

    def _ask(self, errand: Callable[[], Message | None]) -> None:
        """Queue an errand."""
        if self._hand is None:
            from concurrent.futures.thread import ThreadPoolExecutor

            from planner.wording.shell import speak_for_the_screen

            # An executor of one is a plain thread with a queue; the interpreter itself waits for it at exit.
            self._hand = ThreadPoolExecutor(1, "planner-clerk", initializer=speak_for_the_screen)
        self._last = self._hand.submit(errand)
        self._last.add_done_callback(self._answer)

    def _answer(self, done: Future[Message | None]) -> None:
        """Tell how an errand ended. Runs in the clerk's thread."""
        error = done.exception()
        if error is None:
            message = done.result()
        elif isinstance(error, Problem):
            message = Refused(sentence_of(error))
        else:
            message = Broke(error)
        if message is not None and not self._post(message) and isinstance(message, Refused | Broke):
            self.unheard.append(message)
