"""Whatever is done, in whatever order, the book holds what a plain dictionary would: read anew, on top, or replayed."""

from __future__ import annotations

import shutil
import tempfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.matter import Matter
from planner.domain.moment import datetime, timedelta
from planner.domain.reception import Reception
from planner.store import backup, checkpoint, errors
from planner.store import undo as undoing
from planner.store.book import Book
from planner.store.check import check
from planner.store.history import changes
from planner.store.replay import replay
from planner.store.restore import all_rows

AT = datetime(2026, 9, 21, 7, 50)

STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "add",
                "many",
                "edit",
                "close",
                "delete",
                "visit",
                "fold",
                "fold late",
                "undo",
                "redo",
                "back up",
                "restore",
            ]
        ),
        st.integers(0, 6),
    ),
    min_size=3,
    max_size=25,
)


class Office:
    """A book and beside it what it must hold."""

    def __init__(self, home):
        self.book = Book(home)
        self.held = {}
        self.past = []
        self.future = []
        self.backups = {}
        self.days = 0

    @property
    def at(self):
        return AT + timedelta(days=self.days)

    def settle(self, held):
        """A change that can be undone was kept."""
        if held != self.held:
            self.past.append(self.held)
            self.future.clear()
            self.held = held

    def pick(self, place):
        numbers = sorted(key[1] for key in self.held if key[0] == "matter")
        return numbers[place % len(numbers)] if numbers else None

    def do(self, name, place):
        """One step on both."""
        self.days += place
        getattr(self, name.replace(" ", "_"))(place)

    def add(self, place, count=1):
        held = dict(self.held)
        with self.book.begin("add", self.at) as tx:
            for _ in range(count):
                matter = Matter(number=tx.next_number("matter"), title=f"事项{place}", created=self.at)
                tx.put(matter)
                held["matter", matter.number] = matter
        self.settle(held)

    def many(self, place):
        self.add(place, 4)

    def change(self, place, make):
        number = self.pick(place)
        if number is None:
            return
        with self.book.begin("edit", self.at) as tx:
            matter = make(tx.get("matter", number))
            tx.put(matter)
        self.settle({**self.held, ("matter", number): matter})

    def edit(self, place):
        self.change(place, lambda matter: matter.replace(result=f"r{self.days}", state="open", closed=None))

    def close(self, place):
        self.change(place, lambda matter: matter.replace(state="done", closed=self.at))

    def delete(self, place):
        number = self.pick(place)
        if number is None:
            return
        with self.book.begin("drop", self.at) as tx:
            tx.delete("matter", number)
        self.settle({key: record for key, record in self.held.items() if key != ("matter", number)})

    def visit(self, place):
        with self.book.begin("visit", self.at) as tx:
            number = tx.next_number("reception", year=self.at.year)
            record = Reception(number=number, at=self.at, matter=f"来访{place}")
            tx.put(record)
        self.settle({**self.held, ("reception", number): record})

    def fold(self, _place):
        checkpoint.run(self.book, self.at)

    def fold_late(self, _place):
        self.days += 61
        checkpoint.run(self.book, self.at)

    def undo(self, _place):
        if not self.past:
            return
        undoing.undo(self.book, self.at)
        self.future.append(self.held)
        wanted = self.past.pop()
        voided = {
            key: record.voided("undone", self.at)
            for key, record in self.held.items()
            if key[0] == "reception" and key not in wanted
        }
        self.held = {**wanted, **voided}
        self.past = [{**held, **voided} for held in self.past]

    def redo(self, _place):
        if not self.future:
            return
        undoing.redo(self.book, self.at)
        self.past.append(self.held)
        self.held = self.future.pop()

    def back_up(self, place):
        made = backup.make(self.book, self.at, f"b{place}")
        self.backups[made.name] = self.held

    def restore(self, place):
        if not self.backups:
            return
        name = sorted(self.backups)[place % len(self.backups)]
        backup.restore(self.book, name, self.at)
        wanted = dict(self.backups[name])
        for key, record in self.held.items():
            if key[0] == "reception" and key not in wanted:
                wanted[key] = record if record.state == "voided" else record.voided("restored", self.at)
        self.settle(wanted)

    def found(self, book):
        """All records of the book, by kind and number."""
        snapshot = book.read()
        return {
            (kind, record.number): record
            for kind in ("matter", "reception")
            for record in (*snapshot.all(kind), *snapshot.archived(kind))
        }


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_the_book_holds_what_a_dictionary_would(steps):
    folder = tempfile.mkdtemp()
    try:
        office = Office(f"{folder}/book")
        for name, place in steps:
            office.do(name, place)
            assert office.found(office.book) == office.held, (name, place)
        if not office.book.exists():
            return
        fresh = Book(office.book.home)
        assert office.found(fresh) == office.held
        assert {t: r for t, r in replay(fresh.home).tables.items() if r} == {
            t: r for t, r in all_rows(fresh.read()).items() if r
        }
        assert check(fresh) == ()
        told = [change.seq for change in changes(fresh, limit=1000)]
        assert told == list(range(len(told), 0, -1))
        try:
            while True:
                undoing.undo(fresh, office.at)
        except (errors.NothingToUndo, errors.ChangedSince):
            pass
        assert check(fresh) == ()
    finally:
        shutil.rmtree(folder)
