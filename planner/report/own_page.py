"""The director's own page of a review as a document: figures beside those before, bars, and every part's records.

It is for one pair of eyes: what it tells of lights, lateness and balances stands in no report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.light import LIGHTS
from planner.report.document import Bar, Bars, Document, Heading, Paragraph, Table
from planner.report.outline import figures_of, parts_of
from planner.report.prose import days_said, long_day
from planner.wording import p, t
from planner.wording.dates import on as day_named
from planner.wording.terms import term

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal, TypeVar

    from planner.domain.entry import Entry
    from planner.report.review import Problem, Review

    Numbered = TypeVar("Numbered", bound=Entry | Problem)

    from planner.domain.day import Day
    from planner.report.document import Block
    from planner.report.outline import Part

__all__ = ["own_page"]

_DAILY = 31
"""Days up to which the load is drawn day by day; more of them are drawn by the month."""


def own_page(review: Review, day: Day, lang: Literal["en", "zh"], *, private: bool = False) -> Document:
    """The page, in the language in use; what came of a restricted entry is counted, and listed when ``private``."""
    if not private:
        review = _open_part(review)
    figures = figures_of(review, lang)
    blocks: list[Block] = [
        Table(
            heads=(p("own page", "Figure"), p("own page", "These days"), p("own page", "Before")),
            rows=tuple((one.label, one.words, one.before) for one in figures),
        ),
        *_pictures(review, lang),
    ]
    for part in parts_of(review, day, lang):
        blocks.append(Heading(level=1, text=t("{title} ({count})", title=part.title, count=len(part.rows))))
        blocks.append(_table(part))
    if review.is_empty:
        blocks.append(Paragraph(text=t("Nothing happened in these days.")))
    return Document(
        title=t("Review"),
        lang=lang,
        subtitle=p("report", "({days})", days=days_said(review.span.first, review.span.last, lang)),
        blocks=tuple(blocks),
        dated=long_day(review.now.date(), lang),
    )


def _open_part(review: Review) -> Review:
    """The review with nothing listed of a restricted entry."""
    secret = frozenset(review.withheld)

    def kept(records: Iterable[Numbered]) -> tuple[Numbered, ...]:
        return tuple(record for record in records if record.number not in secret)

    return review.replace(
        **{name: kept(getattr(review, name)) for name in ("done", "dropped", "progress", "problems", "receptions")},
        **{name: kept(getattr(review, name)) for name in ("answered", "awaiting", "late")},
        coming=tuple(one for one in review.coming if one.matter.number not in secret),
        decisions=tuple(one for one in review.decisions if one.matter is None or one.matter.number not in secret),
        lights=tuple(one for one in review.lights if one.matter.number not in secret),
    )


def _pictures(review: Review, lang: str) -> list[Bars]:
    """The load, the balances and the lights, as far as there is something to draw."""
    made = [Bars(title=p("own page", "Done, day by day"), bars=_load(review, lang))]
    titles = {
        "grade": p("own page", "Major and minor"),
        "origin": p("own page", "Planned and ad hoc"),
        "nature": p("own page", "Policy and routine"),
        "work": p("own page", "The three works"),
    }
    made += [
        Bars(
            title=titles[balance.field],
            bars=tuple(
                Bar(label=term(balance.field, code, lang), value=float(count), words=str(count))
                for code, count in balance.shares
            ),
        )
        for balance in review.balances
    ]
    counts = {light: len(review.lit(light)) for light in LIGHTS}
    made.append(
        Bars(
            title=p("own page", "Owed by others"),
            bars=tuple(
                Bar(label=term("light", light, lang), value=float(counts[light]), words=str(counts[light]))
                for light in LIGHTS
            ),
        )
    )
    return [picture for picture in made if any(one.value for one in picture.bars)]


def _load(review: Review, lang: str) -> tuple[Bar, ...]:
    """What was done on each day; in each month, when there are many days."""
    load = review.figures.load
    if len(load) <= _DAILY:
        return tuple(
            Bar(label=day_named(on, review.now, lang), value=float(done), words=str(done)) for on, done in load
        )
    months: dict[str, int] = {}
    for on, done in load:
        label = f"{on.year}-{on.month:02}"
        months[label] = months.get(label, 0) + done
    return tuple(Bar(label=label, value=float(done), words=str(done)) for label, done in months.items())


def _table(part: Part) -> Table:
    """A part's rows; a column in which nothing stands is left out."""
    heads = (
        p("own page", "No."),
        p("own page", "Note"),
        p("own page", "What"),
        p("own page", "More"),
        p("own page", "Date"),
        p("own page", "Left"),
    )
    rows = [
        (told.row.number, told.row.badge, told.row.text, told.row.detail, told.row.when, told.row.left)
        for told in part.rows
    ]
    kept = [place for place in range(len(heads)) if any(row[place] for row in rows)]
    return Table(
        heads=tuple(heads[place] for place in kept), rows=tuple(tuple(row[place] for place in kept) for row in rows)
    )
