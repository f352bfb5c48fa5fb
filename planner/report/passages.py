"""The passages of a report: each item as a sentence or two, made of its title, its result and its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.directory import Directory
from planner.domain.moment import datetime, day_of
from planner.domain.reporting import goes_in
from planner.report.prose import Prose, day_said, settled
from planner.wording import voice_of

if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.domain.matter import Matter
    from planner.domain.moment import Moment
    from planner.report.review import Coming, Problem, Review

    Groups: TypeAlias = tuple[tuple[str | None, tuple[str, ...]], ...]

__all__ = ["Passages"]

_ALREADY = "已"
"""A result that begins so takes its day before it: 21日已报市局."""
_VERBS = (
    "报送", "上报", "印发", "召开", "接待", "汇报", "起草", "完成", "开展", "组织", "更新", "汇总", "整理", "商请",
    "向", "参加", "准备", "筹备", "走访", "调研", "检查", "办理", "落实", "督促", "协调", "编制", "撰写", "修订",
    "回复",
)  # fmt: skip
"""Verbs with which a title says already what is to be done: 30日前报送…, else 30日前完成…."""


class Passages:
    """Words the sections of one report."""

    __slots__ = ("_addressee", "_directory", "_lang", "_near", "_prose", "_review", "_voice", "_withheld")

    def __init__(self, review: Review, lang: str, addressee: str | None) -> None:
        self._review = review
        self._lang = lang
        self._addressee = addressee
        self._voice = voice_of(lang)
        self._prose = Prose(lang, review.parties, review.visitors)
        self._directory = Directory(review.parties)
        self._near = min(review.now.date(), review.span.last)
        self._withheld = frozenset(review.withheld)

    def done(self) -> Groups:
        """What was done: majors, then minors that go in, and the rest counted in one sentence."""
        majors = tuple(self._finished(one) for one in self._by_rank(self._review.majors) if self._goes_in(one))
        minors = tuple(self._finished(one) for one in self._by_rank(self._review.minors) if self._goes_in(one))
        counted = self._counted()
        return (
            (self._voice.p("report", "Major work"), majors),
            (self._voice.p("report", "Routine work"), (*minors, *((counted,) if counted else ()))),
        )

    def progress(self) -> Groups:
        """What was worked on and is not finished, where there is something to tell of it."""
        wrong = {problem.number for problem in self._review.problems if problem.kind == "overdue"}
        told = []
        for matter in self._by_rank(self._review.progress):
            if self._goes_in(matter) and matter.number not in wrong:
                news = self._news(matter)
                if news:
                    told.append(self._item(matter, news))
        return ((None, tuple(told)),)

    def problems(self) -> Groups:
        """What is overdue, silent or unanswered, with what was promised."""
        told = [text for problem in self._review.problems if (text := self._problem(problem))]
        return ((None, tuple(told)),)

    def ahead(self) -> Groups:
        """What is due in the days ahead, but for what stands among what is in progress or wrong already."""
        spoken = {matter.number for matter in self._review.progress if self._goes_in(matter) and self._news(matter)}
        spoken |= {one.matter.number for one in self._review.problems if one.matter and self._problem(one)}
        told = [
            self._planned(one)
            for one in self._review.coming
            if self._goes_in(one.matter) and (one.to_come or one.matter.number not in spoken)
        ]
        return ((None, tuple(told)),)

    def suggestions(self) -> Groups:
        """What is suggested to the leaders; a request 请示 is another document and stands in none of it."""
        told = []
        for decision in self._review.decisions:
            if decision.kind == "advice" and decision.matter is not None and decision.matter.in_report is not False:
                if decision.matter.number not in self._withheld:
                    told.append(self._prose.sentence(decision.matter.title))
            elif decision.kind == "suggestion" and decision.point is not None:
                linked = (decision.point.reception, decision.point.matter)
                if not self._withheld.intersection(linked):
                    told.append(self._prose.sentence(decision.point.text))
        return ((None, tuple(told)),)

    def _goes_in(self, matter: Matter) -> bool:
        """Whether a matter stands in this report."""
        return matter.number not in self._withheld and goes_in(matter)

    def _by_rank(self, matters: tuple[Matter, ...]) -> list[Matter]:
        """Majors first; what a leader assigned by that leader's rank, each in the order that it came in."""
        return sorted(
            matters,
            key=lambda one: (one.grade == "minor", self._directory.order(one.assigned_by or "")[:2]),
        )

    def _item(self, matter: Matter, words: str) -> str:
        """A title and what is told of it."""
        title = settled(self._prose.phrase(matter.title), self._lang)
        return f"{title}{words}" if self._lang == "zh" else f"{title} {words}"

    def _finished(self, matter: Matter) -> str:
        """What came of a matter, in the words that were typed, and the day."""
        day = day_said(matter.closed.date(), self._near, self._lang) if matter.closed else ""
        if not matter.result:
            return self._item(matter, self._voice.p("report", "Done on {day}.", day=day))
        words = self._prose.sentence(matter.result)
        if self._lang == "zh" and words.startswith(_ALREADY):
            words = f"{day}{words}"
        return self._item(matter, words)

    def _news(self, matter: Matter) -> str:
        """What happened to an open matter in the span, and when it will be finished; empty when nothing did."""
        span, parts = self._review.span, []
        returns = [one for one in matter.returns if one.at in span]
        notes = [one for one in matter.notes if one.at in span]
        if returns:
            words = self._prose.phrase(returns[-1].words)
            by = self._by(returns[-1].by)
            parts.append(
                self._voice.p("report", "being revised as {leader} asked ({words})", leader=by, words=words)
                if by
                else self._voice.p("report", "being revised ({words})", words=words)
            )
        elif notes:
            parts.append(self._prose.phrase(notes[-1].text))
        promise = next((one for one in reversed(matter.chases) if one.promised is not None), None)
        if promise is not None and promise.at in span and promise.promised is not None:
            parts.append(
                self._voice.p(
                    "report",
                    "{party} promises it by {day}",
                    party=self._lead(matter, promise.party),
                    day=self._day(promise.promised),
                )
            )
        elif parts and matter.last is not None:
            parts.append(self._voice.p("report", "due by {day}", day=self._day(matter.last)))
        return self._joined(parts)

    def _problem(self, problem: Problem) -> str:
        """One thing that is wrong; empty when it is not for a report."""
        if problem.reception is not None:
            return self._unanswered(problem)
        matter = problem.matter
        if matter is None or not self._goes_in(matter):
            return ""
        if problem.kind in ("stuck", "neglected") and matter.last is not None:
            return ""  # its day is still ahead: it stands in the plan
        title, lead = self._titled(matter), self._lead(matter, None)
        if problem.kind == "overdue":
            if not problem.days:
                return ""  # an hour of today has passed: that is no matter for a report
            said = self._voice.n(
                "{title} is {count} working day overdue",
                "{title} is {count} working days overdue",
                problem.days,
                title=self._owned(title, lead),
            )
        elif problem.kind == "silent":
            said = self._voice.n(
                "nothing was heard of {title} from {party} for {count} working day",
                "nothing was heard of {title} from {party} for {count} working days",
                problem.days, title=title, party=lead,
            )  # fmt: skip
        else:
            said = self._voice.n(
                "{title} has not moved for {count} working day",
                "{title} has not moved for {count} working days",
                problem.days, title=title,
            )  # fmt: skip
        parts = [said]
        promise = problem.promise
        if promise is not None and promise.promised is not None:
            kept = day_of(promise.promised) >= self._review.now.date()
            day = self._day(promise.promised)
            parts.append(
                self._voice.p("report", "promised by {day}", day=day)
                if kept
                else self._voice.p("report", "promised by {day} and not kept", day=day)
            )
        return self._joined(parts)

    def _titled(self, matter: Matter) -> str:
        """A title within a sentence; what a visitor asked stands in its own signs."""
        title = self._prose.phrase(matter.title)
        return self._voice.p("report", "a visitor's matter ({title})", title=title) if matter.receptions else title

    def _owned(self, title: str, lead: str) -> str:
        """A title with who owes it."""
        return self._voice.p("report", "{title} ({party})", party=lead, title=title) if lead else title

    def _unanswered(self, problem: Problem) -> str:
        """A visitor who was not answered in time."""
        one = problem.reception
        if one is None or one.restricted:
            return ""
        words = self._prose.phrase(one.matter)
        if problem.clock == "notice":
            said = self._voice.n(
                "the written notice to a visitor ({words}) is {count} working day late",
                "the written notice to a visitor ({words}) is {count} working days late",
                problem.days,
                words=words,
            )
        else:
            said = self._voice.n(
                "the answer to a visitor ({words}) is {count} working day late",
                "the answer to a visitor ({words}) is {count} working days late",
                problem.days,
                words=words,
            )
        return self._joined([said])

    def _planned(self, one: Coming) -> str:
        """One thing of the days ahead: on its day when it has a time, else by its day."""
        title, day = self._titled(one.matter), self._day(one.due)
        if one.matter.receptions:
            said = self._voice.p("report", "by {day}: answer {title}", title=title, day=day)
        elif isinstance(one.due, datetime):
            said = self._voice.p("report", "on {day}: {title}", title=title, day=day)
        elif self._lang == "zh" and title.startswith(_VERBS):
            said = self._voice.p("report", "by {day} {title}", title=title, day=day)
        else:
            said = self._voice.p("report", "by {day}: {title}", title=title, day=day)
        return self._joined([said])

    def _counted(self) -> str:
        """What is routine, counted in one sentence; empty when there was none of it."""
        figures = self._review.figures
        rest = sum(one.work != "documents" and not self._goes_in(one) for one in self._review.done)
        parts = []
        if figures.papers_in and figures.papers_done:
            parts.append(
                self._voice.p(
                    "report",
                    "papers: {received} taken in, {done} finished",
                    received=figures.papers_in,
                    done=figures.papers_done,
                )
            )
        elif figures.papers_in:
            parts.append(self._voice.n("{count} paper taken in", "{count} papers taken in", figures.papers_in))
        elif figures.papers_done:
            parts.append(self._voice.n("{count} paper finished", "{count} papers finished", figures.papers_done))
        if rest:
            parts.append(self._voice.n("{count} other matter finished", "{count} other matters finished", rest))
        parts += self._visitors()
        return self._joined(parts, "；")

    def _visitors(self) -> list[str]:
        """The visitors, counted: how often, how many people, how many were answered."""
        figures = self._review.figures
        if not figures.receptions:
            found = figures.answered
            return [self._voice.n("{count} visitor answered", "{count} visitors answered", found)] if found else []
        came = self._voice.p(
            "report",
            "visitors: {count} received ({people} people in all), each registered",
            count=figures.receptions,
            people=figures.people,
        )
        if not figures.answered:
            return [came]
        return [self._voice.p("report", "{came}, {answered} answered", came=came, answered=figures.answered)]

    def _by(self, name: str | None) -> str:
        """A leader as the report names them: the addressee is spoken to."""
        if name is None:
            return ""
        title = self._prose.title_of(name, self._review.parties)
        return self._voice.p("report", "you") if title == self._addressee else title

    def _lead(self, matter: Matter, chased: str | None) -> str:
        """Who owes a matter, by formal title: the one who was chased, else the first it was handed to."""
        name = chased or (matter.handed_to[0] if matter.handed_to else None)
        return "" if name is None else self._prose.title_of(name, self._review.parties)

    def _day(self, moment: Moment) -> str:
        """A day as this report names it."""
        return day_said(day_of(moment), self._near, self._lang)

    def _joined(self, parts: list[str], chinese: str = "，") -> str:
        """Parts as one sentence, its first letter large."""
        if not parts:
            return ""
        text = (chinese if self._lang == "zh" else "; ").join(parts)
        return settled(text[0].upper() + text[1:], self._lang)
