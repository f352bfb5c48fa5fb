"""What is done to a book while something goes wrong, and what must hold of it afterwards."""

from __future__ import annotations

from planner.domain.matter import Matter
from planner.domain.moment import datetime, timedelta
from planner.domain.party import Party
from planner.domain.reception import Reception
from planner.store import archive, backup, checkpoint
from planner.store import undo as undoing
from planner.store.book import Book
from planner.store.check import check
from planner.store.log import entries
from planner.store.restore import all_rows

AT = datetime(2026, 9, 21, 7, 50)
LATER = AT + timedelta(days=61)


def prepare(home: str) -> None:
    """A book with a checkpoint, an archive, a backup and a journal on top."""
    book = Book(home)
    with book.begin("import", AT) as tx:
        for place in range(12):
            number = tx.next_number("matter")
            closed = AT + timedelta(days=place) if place < 6 else None
            state = "done" if closed else "open"
            tx.put(Matter(number=number, title=f"事项 {place}", created=AT, closed=closed, state=state))
        tx.put(Party(number=tx.next_number("party"), name="李局"))
    for _ in range(3):
        with book.begin("visit", AT) as tx:
            tx.put(Reception(number=tx.next_number("reception", year=2026), at=AT, matter="低保申请"))
    checkpoint.run(book, LATER)
    backup.make(book, LATER, "first")
    for number in (7, 8):
        with book.begin("edit", LATER) as tx:
            tx.put(tx.get("matter", number).replace(title="改过", changed=LATER))
    with book.begin("done", LATER) as tx:
        for number in (9, 10):
            tx.put(tx.get("matter", number).replace(state="done", closed=LATER, changed=LATER))
    with book.begin("drop", LATER) as tx:
        tx.delete("matter", 1)


def add(book: Book) -> None:
    """One thought, with a name seen for the first time."""
    with book.begin("add", LATER, "王主任") as tx:
        tx.put(Party(number=tx.next_number("party"), name="张科"))
        tx.put(Matter(number=tx.next_number("matter"), title="报送", parties=("张科",), created=LATER))


def bulk(book: Book) -> None:
    """A change of many records, with one from the archive among them."""
    with book.begin("postpone", LATER) as tx:
        for matter in tx.all("matter"):
            tx.put(matter.replace(postponed=matter.postponed + 1, changed=LATER))
        tx.put(tx.get("matter", 2).replace(state="open", closed=None))


def fold(book: Book) -> None:
    """A checkpoint without anything to archive."""
    checkpoint.run(book, LATER, batch=1000)


def archiving(book: Book) -> None:
    """A checkpoint that moves records to the archive and takes a deleted one out of it."""
    checkpoint.run(book, LATER + timedelta(days=100))


def restore(book: Book) -> None:
    """Back to the backup."""
    backup.restore(book, "first", LATER)


def copying(book: Book) -> None:
    """A backup."""
    backup.make(book, LATER)


def undo(book: Book) -> None:
    """The last change taken back."""
    undoing.undo(book, LATER)


SCENARIOS = {
    "add": add,
    "bulk": bulk,
    "fold": fold,
    "archiving": archiving,
    "restore": restore,
    "copying": copying,
    "undo": undo,
}

CHANGING = ("add", "bulk", "restore", "undo")
"""Scenarios after which the records are others; the rest leave every record as it was."""


def rows_of(home: str):
    """Every record of a book, as rows, whatever file holds it."""
    return {table: rows for table, rows in all_rows(Book(home).read()).items() if rows}


def must_hold(home: str, before, after, note: str) -> bool:
    """The book holds all that was kept before, or that and all of the change, and can go on. Is the change in?"""
    now = rows_of(home)
    assert now in (before, after), note
    severe = [finding for finding in check(Book(home)) if finding.severe]
    assert severe == [], (note, severe)
    used = {*before.get("matters", {}), *now.get("matters", {})}
    with Book(home, wait=0.0).begin("add", LATER) as tx:
        number = tx.next_number("matter")
        tx.put(Matter(number=number, title="后来", created=LATER))
    assert number not in used, note
    assert Book(home).read().get("matter", number) is not None, note
    checkpoint.run(Book(home), LATER)
    then = rows_of(home)
    del then["matters"][number]
    assert then == now, note
    assert [finding for finding in check(Book(home)) if finding.severe] == [], note
    assert archive.archive_names(home), note
    told = [entry.seq for entry in entries(home)]
    assert told == list(range(told[0], 0, -1)), (note, "history has a hole")
    return now == after
