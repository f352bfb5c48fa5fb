"""The director's own page as a document: figures, pictures, and the records of each part."""

from __future__ import annotations

import pytest
from office_week import OFFICE, day_at, on, reviewed

from planner.report.document import Bars, Heading, Table
from planner.report.own_page import own_page
from planner.report.review import Material
from planner.report.span import span_around
from planner.wording import use


def of(kind, document):
    return [block for block in document.blocks if isinstance(block, kind)]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_figures_pictures_and_every_part(lang):
    use(lang)
    page = own_page(reviewed(), day_at(), lang)
    figures, *parts = of(Table, page)
    assert figures.rows[0][1:] == ("3", "1")
    assert len(parts) == len(of(Heading, page))
    for table in of(Table, page):
        assert all(len(row) == len(table.heads) for row in table.rows)
    numbers = {cell for table in parts for row in table.rows for cell in row[:1]}
    assert {"1", "2", "3", "6"} <= numbers


def test_bars_are_as_long_as_what_they_say():
    pictures = of(Bars, own_page(reviewed(), day_at(), "en"))
    assert all(one.words == str(int(one.value)) for picture in pictures for one in picture.bars)
    load = pictures[0].bars
    assert [one.value for one in load] == [1.0, 2.0, 0.0, 0.0]
    assert load[0].label == "21 Sep"


def test_a_year_is_drawn_by_the_month():
    review = reviewed(span=span_around("year", on(24)))
    load = of(Bars, own_page(review, day_at(), "en"))[0].bars
    assert [one.label for one in load][-1] == "2026-09"
    assert sum(one.value for one in load) == review.figures.done


def test_nothing_is_drawn_of_nothing():
    page = own_page(reviewed(Material(parties=OFFICE.parties)), day_at(), "en")
    assert of(Bars, page) == []
    assert not of(Heading, page)
