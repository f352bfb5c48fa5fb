"""Several processes at once, processes killed at any moment, and a lock holder that hangs."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import planner
from planner.domain.matter import Matter
from planner.domain.moment import datetime
from planner.store import checkpoint, errors
from planner.store.book import Book
from planner.store.check import check

pytestmark = pytest.mark.faults

AT = datetime(2026, 9, 21, 7, 50)

WRITER = """
import sys
from planner.store.book import Book
from planner.store import checkpoint
from planner.domain.matter import Matter
from planner.domain.moment import datetime

home, name, count, fold = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
at = datetime(2026, 9, 21, 7, 50)
book = Book(home, wait=30.0)
for place in range(count):
    with book.begin("add", at, name) as tx:
        number = tx.next_number("matter")
        tx.put(Matter(number=number, title=f"{name} {place}", created=at))
    print(number, f"{name} {place}", sep="\\t", flush=True)
    if fold and place % fold == fold - 1:
        checkpoint.run(book, at)
"""

HOLDER = """
import sys, time
from planner.store.transaction import hold_lock
hold_lock(sys.argv[1], 0.0)
print("held", flush=True)
time.sleep(600)
"""


def start(code, *args):
    root = str(Path(planner.__file__).parent.parent)
    command = [sys.executable, "-c", code, *map(str, args)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": root})


def told(process):
    """What a process acknowledged; a last line that its death cut short is none."""
    lines = process.stdout.read().splitlines(keepends=True)
    return [tuple(line.rstrip("\n").split("\t")) for line in lines if line.endswith("\n")]


def kept(home):
    snapshot = Book(home).read()
    return [(str(matter.number), matter.title) for matter in (*snapshot.all("matter"), *snapshot.archived("matter"))]


def test_eight_processes_add_forty_each(tmp_path):
    home = str(tmp_path / "book")
    processes = [start(WRITER, home, f"p{place}", 40, 0 if place else 7) for place in range(8)]
    seen = 0
    book = Book(home)
    while any(process.poll() is None for process in processes):
        snapshot = book.read()
        assert len(snapshot.all("matter")) >= seen
        assert snapshot.notices == ()
        seen = len(snapshot.all("matter"))
    acknowledged = [line for process in processes for line in told(process)]
    assert [process.wait() for process in processes] == [0] * 8
    assert len(acknowledged) == 320
    assert sorted(kept(home)) == sorted(acknowledged)
    assert sorted(int(number) for number, _ in acknowledged) == list(range(1, 321))
    assert check(Book(home)) == ()


@pytest.mark.parametrize("seed", range(6))
def test_killed_at_any_moment(tmp_path, seed):
    """Forty rounds each: 240 kills in all, of writers that add and checkpoint."""
    rounds = random.Random(20260921 + seed)
    home = str(tmp_path / "book")
    acknowledged = []
    for place in range(40):
        process = start(WRITER, home, f"r{place}", 10_000, rounds.choice((0, 1, 3)))
        lines = [process.stdout.readline() for _ in range(rounds.randrange(1, 6))]
        for _ in range(rounds.randrange(2000)):  # a moment that nothing in the writer marks
            pass
        process.send_signal(signal.SIGKILL)
        process.wait()
        acknowledged += [tuple(line.rstrip("\n").split("\t")) for line in lines if line.endswith("\n")]
        acknowledged += told(process)
        now = kept(home)
        assert len(set(now)) == len(now)
        assert set(acknowledged) <= set(now), place
        assert len({number for number, _ in now}) == len(now)
    assert [finding for finding in check(Book(home)) if finding.severe] == []
    assert len(acknowledged) > 80


def test_a_holder_that_hangs_blocks_no_reader_and_no_writer_for_ever(tmp_path):
    home = str(tmp_path / "book")
    book = Book(home, wait=0.3)
    with book.begin("add", AT) as tx:
        tx.put(Matter(number=tx.next_number("matter"), title="一"))
    holder = start(HOLDER, home)
    try:
        assert holder.stdout.readline() == "held\n"
        holder.send_signal(signal.SIGSTOP)
        assert len(Book(home).read().all("matter")) == 1
        with pytest.raises(errors.Locked), book.begin("add", AT):
            pass
        assert not checkpoint.try_quietly(book, AT)
        assert check(book) == ()
    finally:
        holder.kill()
        holder.wait()
    with book.begin("add", AT) as tx:
        tx.put(Matter(number=tx.next_number("matter"), title="二"))
    assert len(book.read().all("matter")) == 2


LIMITED = """
import resource, sys
from planner.store.book import Book
from planner.store.errors import StoreError
from planner.domain.matter import Matter
from planner.domain.moment import datetime

home, room = sys.argv[1], int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
try:
    with Book(home).begin("add", datetime(2026, 9, 21, 7, 50)) as tx:
        tx.put(Matter(number=tx.next_number("matter"), title="x" * 200))
except StoreError as error:
    print(type(error).__name__, error.exit_code)
"""


def test_a_disk_that_is_full(tmp_path):
    home = str(tmp_path / "book")
    book = Book(home)
    with book.begin("add", AT) as tx:
        tx.put(Matter(number=tx.next_number("matter"), title="一"))
    journal = Path(home, "journal.jsonl")
    before = journal.read_bytes()
    for room in range(0, 500, 50):
        process = start(LIMITED, home, len(before) + room)
        said = process.stdout.read()
        assert process.wait() == 0
        if said:
            assert said == "NotSaved 3\n"
            assert journal.read_bytes() == before
        else:
            assert room > 250
            before = journal.read_bytes()
    assert len(book.read().all("matter")) > 1
    assert check(book) == ()
