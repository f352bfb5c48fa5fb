"""A review in words for its director: the figures with those of the span before, and its parts, row by row.

Both shells show this. Nothing of it stands in a report: it tells scores of oneself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.matter import Matter
from planner.domain.record import Record
from planner.domain.reporting import goes_in
from planner.domain.talk import TalkOwed
from planner.report.figures import share
from planner.wording import n, p, t
from planner.wording.clocks import clock_name
from planner.wording.dates import short
from planner.wording.page import Row, matter_row, reception_row, row_of
from planner.wording.terms import term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    from planner.domain.day import Day
    from planner.domain.reception import Reception
    from planner.report.figures import Balance
    from planner.report.review import Problem, Review
    from planner.report.stops import Stop

    Item = TypeVar("Item")

__all__ = ["Figure", "Part", "Told", "balance_said", "figures_of", "parts_of", "stop_row"]


class Told(Record):
    """A record of a part, and its row."""

    record: object
    row: Row
    tone: str = "plain"
    """``late``, ``soon``, ``calm`` or ``plain``, as in the lists."""


class Part(Record):
    """A part of the review: its heading and what stands in it."""

    name: str
    title: str
    rows: tuple[Told, ...]


class Figure(Record):
    """A figure in words: what it is of, how much, and how much it was in the span before."""

    name: str
    label: str
    words: str
    before: str = ""


def parts_of(review: Review, day: Day, lang: str) -> tuple[Part, ...]:
    """The parts that hold something, in the order in which they are read."""

    def matter(one: Matter) -> Row:
        return matter_row(one, day, lang)

    def finished(one: Matter) -> Row:
        told = goes_in(one) and one.number not in review.withheld
        return matter(one).replace(
            detail=one.result or "", left=p("report", "in the report") if told else p("report", "not in it")
        )

    def problems(kind: str, name: str, title: str) -> Part:
        found = [one for one in review.problems if one.kind == kind]
        return Part(
            name=name,
            title=title,
            rows=tuple(Told(record=one.record, row=_problem_row(one, day, lang), tone="late") for one in found),
        )

    lights = {"red": "late", "yellow": "soon", "green": "calm"}
    parts = (
        _part("majors_done", t("Done: major"), review.majors, finished),
        _part("minors_done", t("Done: minor"), review.minors, finished),
        _part("progress", t("In progress"), review.progress, matter),
        problems("overdue", "overdue", t("Overdue")),
        problems("stuck", "stuck", t("Stuck")),
        problems("neglected", "neglected", t("Neglected minors")),
        problems("late_answer", "late_answers", t("Answers that are late")),
        problems("silent", "silent", t("Silent")),
        Part(
            name="decisions",
            title=t("Needs a leader's word"),
            rows=tuple(
                Told(
                    record=one.record,
                    row=row_of(one.record, day, lang).replace(
                        number=str(one.record.number), badge=_decision_word(one.kind)
                    ),
                )
                for one in review.decisions
            ),
        ),
        Part(
            name="coming",
            title=t("Coming"),
            rows=tuple(
                Told(
                    record=one.matter,
                    row=matter(one.matter).replace(
                        when=short(one.due, day.now, lang), left=t("by its rule") if one.to_come else ""
                    ),
                )
                for one in review.coming
            ),
        ),
        Part(
            name="owed",
            title=t(
                "Owed by others: red {red}, yellow {yellow}, green {green}",
                red=len(review.lit("red")),
                yellow=len(review.lit("yellow")),
                green=len(review.lit("green")),
            ),
            rows=tuple(
                Told(
                    record=one.matter,
                    row=matter(one.matter).replace(badge=t("[{light}]", light=term("light", one.light, lang))),
                    tone=lights[one.light],
                )
                for one in review.lights
            ),
        ),
        _part("receptions", t("Receptions"), review.receptions, lambda one: reception_row(one, None, day, lang)),
        _part(
            "late_receptions",
            t("Receptions still open from before"),
            _older(review),
            lambda one: row_of(one, day, lang),
        ),
        _part("talks_owed", t("Talks owed"), review.talks_owed, _talk_row),
        Part(
            name="talks_held",
            title=t("Talks held"),
            rows=tuple(
                Told(
                    record=TalkOwed(name=name, points=0),
                    row=Row(subject="party", key=name, text=name, when=short(on, day.now, lang)),
                )
                for name, on in review.talks_held
            ),
        ),
        _part("dropped", t("Given up"), review.dropped, matter),
    )
    return tuple(part for part in parts if part.rows)


def stop_row(stop: Stop, day: Day, lang: str) -> Row:
    """The row of a stop of the walk."""
    if stop.talk is not None:
        return _talk_row(stop.talk)
    if stop.matter is not None:
        return matter_row(stop.matter, day, lang)
    if stop.reception is None:
        raise ValueError(stop.key)
    return row_of(stop.reception, day, lang)


def figures_of(review: Review, lang: str) -> tuple[Figure, ...]:
    """The figures in words, each beside that of the span before."""
    now, was = review.figures, review.before
    rows = [
        Figure(
            name="done", label=p("figure", "done"), words=str(now.done), before="" if was is None else str(was.done)
        ),
        Figure(
            name="majors_done",
            label=p("figure", "of them major"),
            words=str(now.majors_done),
            before="" if was is None else str(was.majors_done),
        ),
        Figure(
            name="on_time",
            label=p("figure", "on time"),
            words=_of(now.on_time, now.due),
            before="" if was is None else _of(was.on_time, was.due),
        ),
    ]
    counted = (
        ("begun", p("figure", "written down")),
        ("overdue", p("figure", "overdue at the end")),
        ("returned", p("figure", "sent back")),
        ("chases", p("figure", "chased")),
        ("receptions", p("figure", "receptions")),
        ("people", p("figure", "people received")),
        ("answered", p("figure", "answered")),
        ("late", p("figure", "answers late")),
        ("visits", p("figure", "field visits")),
        ("proposals", p("figure", "proposals")),
        ("talks", p("figure", "talks held")),
    )
    rows += [
        Figure(
            name=name,
            label=label,
            words=str(getattr(now, name)),
            before="" if was is None else str(getattr(was, name)),
        )
        for name, label in counted
    ]
    overdue = [one for one in review.talks_owed if one.late is not None]
    rows.append(Figure(name="talks_owed", label=p("figure", "talks owed"), words=str(len(overdue))))
    rows += [
        Figure(name=f"by_{balance.field}", label=_balance_label(balance.field), words=balance_said(balance, lang))
        for balance in review.balances
    ]
    return tuple(rows)


def balance_said(balance: Balance, lang: str) -> str:
    """``policy 3 : routine 1 (without it 2)``."""
    said = p("balance", " : ").join(
        t("{word} {count}", word=term(balance.field, code, lang), count=count) for code, count in balance.shares
    )
    if not balance.other:
        return said
    return (
        t("{balance}, other {count}", balance=said, count=balance.other)
        if balance.field == "work"
        else t("{balance}, without it {count}", balance=said, count=balance.other)
    )


def _part(name: str, title: str, records: Iterable[Item], row: Callable[[Item], Row]) -> Part:
    """A part of plain records."""
    return Part(name=name, title=title, rows=tuple(Told(record=one, row=row(one)) for one in records))


def _problem_row(problem: Problem, day: Day, lang: str) -> Row:
    """What is wrong, with how long it has been so."""
    if problem.reception is not None:
        row = row_of(problem.reception, day, lang)
        return row if problem.clock is None else row.replace(badge=clock_name(problem.clock))
    record = problem.record
    row = matter_row(record, day, lang) if isinstance(record, Matter) else row_of(record, day, lang)
    if problem.kind == "silent":
        return row.replace(left=n("{count} wd silent", "{count} wd silent", problem.days))
    if problem.kind in ("stuck", "neglected"):
        return row.replace(left=n("{count} wd untouched", "{count} wd untouched", problem.days))
    return row


def _decision_word(kind: str) -> str:
    """Why a leader's word is needed."""
    return {
        "signature": p("decision", "to sign"),
        "request": p("decision", "request"),
        "advice": p("decision", "advice"),
        "suggestion": p("decision", "suggestion"),
    }[kind]


def _older(review: Review) -> tuple[Reception, ...]:
    """Open receptions that came before the span, but those that are late already."""
    shown = {one.number for one in (*review.receptions, *review.late)}
    return tuple(one for one in review.awaiting if one.number not in shown)


def _talk_row(one: TalkOwed) -> Row:
    """A party that is owed a talk."""
    return Row(
        subject="party",
        key=one.name,
        text=one.name,
        detail=n("{count} point", "{count} points", one.points) if one.points else "",
        left=n("{count} wd over", "{count} wd over", one.late) if one.late else "",
    )


def _of(part: int, whole: int) -> str:
    """``5 of 7, 71%``."""
    per_cent = share(part, whole)
    return "0" if per_cent is None else t("{part} of {whole}, {share}%", part=part, whole=whole, share=per_cent)


def _balance_label(field: str) -> str:
    """What a balance is of."""
    return {
        "grade": t("by grade"),
        "origin": t("by origin"),
        "nature": t("by nature"),
        "work": t("the three works"),
    }[field]
