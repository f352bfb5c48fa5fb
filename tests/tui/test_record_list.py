"""The list by itself: what it lays out, what it draws, and how little of a long list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App

from planner.tui.widgets.layout import arrange, columns_for
from planner.tui.widgets.record_list import RecordList
from planner.tui.widgets.sections import Lazy, Section, Sieve
from planner.tui.wrapping import wrapped
from planner.wording.page import Row
from planner.wording.safe import cells


class Drawn:
    """Makes rows and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, number: int) -> Row:
        self.count += 1
        return Row(number=str(number), badge="p1", text=f"matter {number} 事项", when="Fri", left="3 wd left")


def section(name="minors", size=10, drawn=None, **options):
    rows = Lazy(range(size), draw=drawn or Drawn(), key=lambda number: ("matter", number))
    return Section(name, name.title(), rows, **options)


class ListApp(App[None]):
    """Nothing but a list."""

    CSS = "RecordList { height: 1fr; }"

    def compose(self):
        yield RecordList(id="list")


SHAPES = st.lists(
    st.tuples(st.integers(1, 30), st.one_of(st.none(), st.integers(1, 5)), st.booleans()), min_size=1, max_size=7
)


@given(SHAPES, st.integers(1, 120), st.integers(1, 60))
def test_every_item_has_one_line_and_every_line_leads_back(shapes, width, height):
    sections = [section(f"s{place}", size, least=least, flow=flow) for place, (size, least, flow) in enumerate(shapes)]
    page = arrange(sections, width, height, frozenset())
    lines = [page.line_of(item) for item in range(page.items)]
    assert lines == sorted(lines)
    assert all(0 <= line < page.height for line in lines)
    for item, line in enumerate(lines):
        block = page.block_of(item)
        column = block.pieces[item - block.first_item].start if block.pieces else 0
        assert page.item_at(line, column) == item
        assert page.block_at(line) is block
    for block in page.blocks:
        assert page.item_at(block.heading, 0) is None
        assert block.shown + block.hidden == len(block.section.rows)
        assert block.shown >= min(len(block.section.rows), block.section.least or 10**9)


@given(SHAPES, st.integers(20, 120), st.integers(1, 60))
def test_rows_are_hidden_only_where_the_page_is_full(shapes, width, height):
    sections = [section(f"s{place}", size, least=least) for place, (size, least, _) in enumerate(shapes)]
    page = arrange(sections, width, height, frozenset())
    if any(block.hidden for block in page.blocks):
        assert page.height >= height
    opened = arrange(sections, width, height, frozenset(one.name for one in sections))
    assert not any(block.hidden for block in opened.blocks)


@given(st.integers(1, 200))
def test_columns_never_take_more_than_the_line(width):
    columns = columns_for([section(size=3)], width)
    taken = sum(size + 2 for size in (columns.number, columns.badge, columns.when, columns.left) if size)
    assert columns.text + taken <= width
    if width >= 40:
        assert columns.number
        assert columns.when


@given(st.text(alphabet="ab 低保，。x", max_size=60), st.integers(2, 30))
def test_wrapping_keeps_every_character_and_every_width(text, width):
    lines = wrapped(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


async def test_a_hundred_thousand_rows_draw_no_more_than_a_screen():
    drawn = Drawn()
    app = ListApp()
    async with app.run_test(size=(80, 24)) as pilot:
        listed = app.query_one(RecordList)
        listed.show((section(size=100_000, drawn=drawn),))
        await pilot.pause()
        assert drawn.count <= 2 * 200 + 48, "the sample for the columns, and the screen"
        drawn.count = 0
        await pilot.pause()
        for _ in range(5):
            listed.move(1)
            await pilot.pause()
        assert drawn.count <= 2 * 5, "one step draws the line it leaves and the line it reaches"
        drawn.count = 0
        listed.move(10**9)
        await pilot.pause()
        assert listed.record == 99_999
        assert drawn.count <= 24 + 2
        drawn.count = 0
        listed.move(-1)
        listed.move(1)
        await pilot.pause()
        assert drawn.count <= 2


async def test_a_step_asks_for_two_lines_of_the_screen():
    app = ListApp()
    async with app.run_test(size=(80, 24)) as pilot:
        listed = app.query_one(RecordList)
        listed.show((section(size=100_000),))
        await pilot.pause()
        asked = []
        kept = listed.render_line
        listed.render_line = lambda y: asked.append(y) or kept(y)
        listed.move(1)
        await pilot.pause()
        assert sorted(asked) == [1, 2]


async def test_the_cursor_is_kept_by_record():
    app = ListApp()
    async with app.run_test(size=(80, 24)) as pilot:
        listed = app.query_one(RecordList)
        listed.show((section("majors", 5), section("minors", 10)))
        listed.move(8)
        assert listed.place == ("minors", ("matter", 3))
        rows = Lazy([9, 8, 3, 1], draw=Drawn(), key=lambda number: ("matter", number))
        listed.show((Section("majors", "Major", rows), section("minors", 3)))
        assert listed.place == ("majors", ("matter", 3)), "it went into another band"
        listed.show((section("majors", 2),))
        assert listed.place == ("majors", ("matter", 1)), "it is gone: the cursor stays near"
        listed.show(())
        assert listed.place == ("", None)
        listed.move(1)
        assert listed.record is None
        await pilot.pause()


def test_the_sieve_finds_rows_by_all_words_in_any_case():
    from planner.domain.matter import Matter

    made = [
        Matter(number=n, title=title, tags=("救助",)) for n, title in ((1, "Draft Report"), (2, "report"), (3, "x"))
    ]
    rows = Lazy(made, draw=Drawn(), key=lambda matter: ("matter", matter.number))
    sieve = Sieve()
    sieve.fill((Section("minors", "Minor", rows, least=1),))

    def found(words):
        return [one.number for part in sieve.sift(words) for one in part.rows.records]

    assert found("REPORT") == [1, 2]
    assert found("report draft") == [1]
    assert found("救助") == [1, 2, 3]
    assert found("nothing") == []
    assert found("  ") == [1, 2, 3]
