"""The passages of a report: each item as a sentence or two, made of its title, its result and its dates.

A note is a director's own and stands in none of them, unless it was written for the report (``told_note``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.moment import datetime, day_of
from planner.domain.reporting import told_note
from planner.domain.terms import CHANNELS
from planner.report.joining import capitalised
from planner.report.speaker import Speaker
from planner.report.troubles import Troubles
from planner.wording.terms import term

if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.domain.matter import Matter
    from planner.report.review import Coming, Review

    Groups: TypeAlias = tuple[tuple[str | None, tuple[str, ...]], ...]

__all__ = ["Passages"]

_ALREADY = "已"
"""A result that begins so takes its day before it: 21日已报市局."""
_CONVENED = ("召开", "会见", "会商")
"""A meeting's title with one of these says already that it is held."""
_FINISH = "完成"


class Passages:
    """Words the sections of one report."""

    __slots__ = ("_review", "_say", "_troubles")

    def __init__(self, review: Review, lang: str, addressee: str | None) -> None:
        self._review = review
        self._say = Speaker(review, lang, addressee)
        self._troubles = Troubles(self._say)

    def done(self) -> Groups:
        """What was done: majors, then minors that go in, and the rest counted in one sentence."""
        say = self._say
        majors = tuple(self._finished(one) for one in say.by_rank(self._review.majors) if say.goes_in(one))
        minors = tuple(self._finished(one) for one in say.by_rank(self._review.minors) if say.goes_in(one))
        counted = self._counted()
        return (
            (say.voice.p("report", "Major work"), majors),
            (say.voice.p("report", "Routine work"), (*minors, *((counted,) if counted else ()))),
        )

    def progress(self) -> Groups:
        """What was worked on and is not finished, where there is something to tell of it."""
        return ((None, tuple(text for text, _ in self._in_progress())),)

    def problems(self) -> Groups:
        """What is overdue, silent, unanswered or sent back, why as far as it is known, and what was promised."""
        return ((None, tuple(text for text, _ in self._wrong())),)

    def ahead(self) -> Groups:
        """What is due in the days ahead, but for what stands among what is in progress or wrong already."""
        spoken = {number for _, number in (*self._in_progress(), *self._wrong())}
        told = [
            self._planned(one)
            for one in self._review.coming
            if self._say.goes_in(one.matter) and (one.to_come or one.matter.number not in spoken)
        ]
        return ((None, tuple(told)),)

    def suggestions(self) -> Groups:
        """What is suggested to the leaders; a request 请示 is another document and stands in none of it."""
        say, told = self._say, []
        for decision in self._review.decisions:
            if decision.kind == "advice" and decision.matter is not None and decision.matter.in_report is not False:
                if decision.matter.number not in say.withheld:
                    told.append(say.prose.sentence(decision.matter.title))
            elif decision.kind == "suggestion" and decision.point is not None:
                linked = (decision.point.reception, decision.point.matter)
                if not say.withheld.intersection(linked):
                    told.append(say.prose.sentence(decision.point.text))
        return ((None, tuple(map(capitalised, told) if say.lang == "en" else told)),)

    def _in_progress(self) -> list[tuple[str, int]]:
        """What is told of open matters, each with its number; what is wrong is told elsewhere."""
        wrong = {number for _, number in self._wrong()}
        wrong |= {problem.number for problem in self._review.problems if problem.kind == "overdue"}
        told = []
        for matter in self._say.by_rank(self._review.progress):
            if self._say.goes_in(matter) and matter.number not in wrong:
                news = self._news(matter)
                if news:
                    told.append((self._say.item(matter, news, reads_on=True), matter.number))
        return told

    def _wrong(self) -> list[tuple[str, int]]:
        """What is told of problems, each with the number of its record."""
        told = [(text, problem.number) for problem in self._review.problems if (text := self._troubles.of(problem))]
        known = {number for _, number in told}
        told += [
            (text, matter.number)
            for matter in self._say.by_rank(self._review.progress)
            if matter.number not in known and (text := self._troubles.sent_back(matter))
        ]
        return told

    def _finished(self, matter: Matter) -> str:
        """What came of a matter, in the words that were typed, and the day."""
        say = self._say
        day = say.day(matter.closed) if matter.closed else ""
        if not matter.result:
            return say.item(matter, say.voice.p("report", "done on {day}", day=day), reads_on=True)
        words = say.prose.sentence(matter.result)
        if say.lang == "zh" and words.startswith(_ALREADY):
            words = f"{day}{words}"
        return say.item(matter, words)

    def _news(self, matter: Matter) -> str:
        """What happened to an open matter in the span, and when it will be finished; empty when nothing did."""
        say, span = self._say, self._review.span
        parts: list[str] = []
        returns = [one for one in matter.returns if one.at in span]
        notes = [words for one in matter.notes if one.at in span and (words := told_note(one.text))]
        if returns:
            words = say.prose.phrase(returns[-1].words)
            by = say.party(returns[-1].by)
            parts.append(
                say.voice.p("report", "being revised as {leader} asked (“{words}”)", leader=by, words=words)
                if by
                else say.voice.p("report", "being revised (“{words}”)", words=words)
            )
        elif notes:
            parts.append(say.prose.phrase(notes[-1]))
        parts += self._troubles.waits(matter)
        promise = next((one for one in reversed(matter.chases) if one.promised is not None), None)
        if promise is not None and promise.at in span and promise.promised is not None:
            day = say.day(promise.promised)
            party = say.party(promise.party) or say.lead(matter)
            parts.append(
                say.voice.p("report", "{party} promises it by {day}", party=party, day=day)
                if party
                else say.voice.p("report", "promised by {day}", day=day)
            )
        elif matter.last is not None and (parts or self._goes_on(matter)):
            if not parts:
                parts.append(say.voice.p("report", "under way"))
            parts.append(say.voice.p("report", "due by {day}", day=say.day(matter.last)))
        return say.joined(parts)

    def _goes_on(self, matter: Matter) -> bool:
        """Whether nothing else would tell of a matter: it ends today, or later than the plan and was worked on."""
        if matter.last is not None and day_of(matter.last) == self._review.now.date():
            return True
        worked = (matter.touched, *(note.at for note in matter.notes), *(chase.at for chase in matter.chases))
        beyond = matter.last is not None and matter.last not in self._review.ahead
        return beyond and any(at in self._review.span for at in worked)

    def _planned(self, one: Coming) -> str:
        """One thing of the days ahead; its day stands behind it: behind a number it would be read as part of that."""
        say, matter = self._say, one.matter
        title, day = say.titled(matter), say.day(one.due)
        if matter.receptions:
            said = say.voice.p("report", "answer {title}, by {day}", title=title, day=day)
        elif not isinstance(one.due, datetime):
            said = say.voice.p("report", "{title}, by {day}", title=title.removeprefix(_FINISH) or title, day=day)
        elif matter.work == "meetings" and not any(word in title for word in _CONVENED):
            said = say.voice.p("report", "{title}, held on {day}", title=title, day=day)
        else:
            said = say.voice.p("report", "{title}, on {day}", title=title, day=day)
        return say.joined([said])

    def _counted(self) -> str:
        """What is routine, counted in one sentence; what stands in the report by itself is not counted again."""
        say, done = self._say, self._review.done
        received = sum(not say.goes_in(one) for one in self._review.papers)
        finished = sum(one.work == "documents" and not say.goes_in(one) for one in done)
        rest = sum(one.work != "documents" and not say.goes_in(one) for one in done)
        parts = []
        if received and finished:
            parts.append(
                say.voice.p("report", "routine papers: {received} taken in, {done} finished", received=received,
                            done=finished)
            )  # fmt: skip
        elif received:
            parts.append(say.voice.p("report", "routine papers taken in: {count}", count=received))
        elif finished:
            parts.append(say.voice.p("report", "routine papers finished: {count}", count=finished))
        if rest:
            parts.append(say.voice.p("report", "other matters finished: {count}", count=rest))
        parts += self._visitors()
        return say.joined(parts, "；")

    def _visitors(self) -> list[str]:
        """Who came, called or wrote, counted by the way they came, and how many were answered."""
        say, came = self._say, self._review.receptions
        known = {one.number for one in came}
        answered = len(self._review.answered)
        earlier = sum(one.number not in known for one in self._review.answered)
        if not came:
            return [say.voice.p("report", "earlier visitors answered: {count}", count=earlier)] if earlier else []
        visits = [one for one in came if one.channel == "visit"]
        parts = []
        if visits:
            people = sum(one.headcount for one in visits)
            parts.append(
                say.voice.p("report", "visits: {count} ({people} people in all)", count=len(visits), people=people)
            )
        counts = [(code, sum(one.channel == code for one in came)) for code in CHANNELS if code != "visit"]
        others = [
            say.voice.p("report", "{channel}: {count}", channel=term("channel", code, say.lang), count=count)
            for code, count in counts
            if count
        ]
        if others:
            listed = say.voice.p("enumeration", ", ").join(others)
            parts.append(say.voice.p("report", "{others}", others=listed))
        parts.append(say.voice.p("report", "each registered"))
        if earlier:
            parts.append(
                say.voice.p("report", "answered: {count} ({earlier} of them registered earlier)", count=answered,
                            earlier=earlier)
            )  # fmt: skip
        elif answered:
            parts.append(say.voice.p("report", "answered: {count}", count=answered))
        return [say.voice.p("report", ", ").join(parts)]
