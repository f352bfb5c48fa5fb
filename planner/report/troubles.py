"""What is wrong, in the sentences of a report: for how long, with whom, why as far as it is known, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.moment import day_of

if TYPE_CHECKING:
    from planner.domain.matter import Matter
    from planner.report.review import Problem
    from planner.report.speaker import Speaker

__all__ = ["Troubles"]

_WAITS = ("等待", "等候", "等", "waiting for ", "wait for ", "for ")
"""Words that say already that something is waited for."""
_OFTEN = 2
"""Times sent back from which on it is a problem, whoever sent it back."""


class Troubles:
    """Words the problems of one report."""

    __slots__ = ("_say",)

    def __init__(self, say: Speaker) -> None:
        self._say = say

    def of(self, problem: Problem) -> str:
        """One thing that is wrong; empty when it is not for a report."""
        if problem.reception is not None:
            return self._unanswered(problem)
        say, matter = self._say, problem.matter
        if matter is None or not say.goes_in(matter):
            return ""
        if problem.kind in ("stuck", "neglected") and matter.last is not None:
            return ""  # its day is still ahead: it stands in the plan
        title, lead = say.titled(matter, before_colon=True), say.lead(matter)
        if problem.kind == "overdue":
            if not problem.days:
                return ""  # an hour of today has passed: that is no matter for a report
            said = say.voice.n(
                "{title}: {count} working day overdue",
                "{title}: {count} working days overdue",
                problem.days,
                title=say.voice.p("report", "{title} ({party})", party=lead, title=title) if lead else title,
            )
        elif problem.kind == "silent":
            said = say.voice.n(
                "{title}: nothing heard from {party} for {count} working day",
                "{title}: nothing heard from {party} for {count} working days",
                problem.days, title=title, party=lead,
            )  # fmt: skip
        else:
            said = say.voice.n(
                "{title}: not moved for {count} working day",
                "{title}: not moved for {count} working days",
                problem.days, title=title,
            )  # fmt: skip
        return say.joined([said, *self._why(matter), *self._next(matter)])

    def sent_back(self, matter: Matter) -> str:
        """What was sent back again, or by another than a leader; empty for what a leader corrected once."""
        say = self._say
        returns = [one for one in matter.returns if one.at in say.review.span]
        if not returns or not say.goes_in(matter):
            return ""
        party = say.directory.find(returns[-1].by or "")
        if len(matter.returns) < _OFTEN and party is not None and party.kind == "leader":
            return ""
        title, words = say.titled(matter, before_colon=True), say.prose.phrase(returns[-1].words)
        said = (
            say.voice.p("report", "{title}: sent back (“{words}”)", title=title, words=words)
            if len(matter.returns) < _OFTEN
            else say.voice.p(
                "report", "{title}: sent back {count} times (“{words}”)", count=len(matter.returns), title=title,
                words=words,
            )
        )  # fmt: skip
        due = [] if matter.last is None else [say.voice.p("report", "due by {day}", day=say.day(matter.last))]
        return say.joined([said, *(self._next(matter) or due)])

    def waits(self, matter: Matter) -> list[str]:
        """What a matter waits for, as one part of a sentence; nothing when it does not wait."""
        say = self._say
        if matter.state != "waiting":
            return []
        what = say.prose.phrase(matter.waiting_for or "")
        bare = next((what[len(word) :] for word in _WAITS if what.casefold().startswith(word)), what).strip()
        if not bare:
            return [say.voice.p("report", "it waits")]
        if matter.waiting_until is None:
            return [say.voice.p("report", "it waits for {what}", what=bare)]
        day = say.day(matter.waiting_until)
        return [say.voice.p("report", "it waits for {what} until {day}", what=bare, day=day)]

    def _why(self, matter: Matter) -> list[str]:
        """What is known of the cause: it waits, it was sent back, it was put off for a reason."""
        say = self._say
        parts = self.waits(matter)
        if matter.returns:
            words, by = say.prose.phrase(matter.returns[-1].words), say.party(matter.returns[-1].by)
            parts.append(
                say.voice.p("report", "{leader} sent it back (“{words}”)", leader=by, words=words)
                if by
                else say.voice.p("report", "it was sent back (“{words}”)", words=words)
            )
        if matter.extensions and matter.extensions[-1].reason:
            last = matter.extensions[-1]
            reason = say.prose.phrase(last.reason or "")
            parts.append(
                say.voice.p("report", "it was put off to {day} ({reason})", day=say.day(last.until), reason=reason)
            )
        return parts

    def _next(self, matter: Matter) -> list[str]:
        """What was promised: the last promise that did not hold, and the one that still may."""
        say = self._say
        promises = [chase for chase in matter.chases if chase.promised is not None]
        if not promises or promises[-1].promised is None:
            return []
        today = say.review.now.date()
        day = say.day(promises[-1].promised)
        if day_of(promises[-1].promised) < today:
            return [say.voice.p("report", "promised by {day} and not kept", day=day)]
        broken = [one for one in promises[:-1] if one.promised is not None and day_of(one.promised) < today]
        if broken and broken[-1].promised is not None:
            was = say.day(broken[-1].promised)
            return [say.voice.p("report", "promised by {was} and not kept, now by {day}", was=was, day=day)]
        return [say.voice.p("report", "promised by {day}", day=day)]

    def _unanswered(self, problem: Problem) -> str:
        """A visitor who was not answered in time, and who is to answer."""
        say, one = self._say, problem.reception
        if one is None or one.restricted:
            return ""
        words = say.prose.phrase(one.matter)
        if problem.clock == "notice":
            said = say.voice.n(
                "the written notice to a visitor ({words}) is {count} working day late",
                "the written notice to a visitor ({words}) is {count} working days late",
                problem.days,
                words=words,
            )
        else:
            said = say.voice.n(
                "the answer to a visitor ({words}) is {count} working day late",
                "the answer to a visitor ({words}) is {count} working days late",
                problem.days,
                words=words,
            )
        lead = say.party(one.handed_to[0] if one.handed_to else None)
        return say.joined([said, *([say.voice.p("report", "{party} has it", party=lead)] if lead else [])])
