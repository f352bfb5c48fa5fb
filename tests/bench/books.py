"""Books of a given size, filled through the store's own transactions, as an office would have filled them."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from planner.domain.matter import Matter, Note
from planner.domain.party import Party
from planner.domain.point import Point, Tick
from planner.domain.reception import YEAR_STEP, Reception
from planner.store import checkpoint
from planner.store.book import Book

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planner.domain.entry import Entry

__all__ = ["NOW", "filled"]

NOW = datetime(2026, 9, 21, 7, 50)
YEARS = 5
CHUNK = 5_000
"""Records of one transaction."""

NAMES = ("李局", "王局", "赵局", "救助科", "养老科", "财务科", "区财政局", "城关街道", "市局", "民政站")
TITLES = (
    "报送救助资金使用情况",
    "低保提标请示",
    "养老工作会议方案送审",
    "三楼打印机报修",
    "Draft the relief-fund report",
    "Minutes of the bureau meeting",
    "公务用车年检",
    "Reply to the petition office",
    "信访月报",
    "值班表",
)


def filled(home: Path, records: int, still_open: int) -> Path:
    """A book of so many records, so many of them open, checkpointed; kept as it is when it was made before."""
    book = Book(str(home))
    if book.exists():
        return home
    chance = random.Random(20260921)
    batch: list[Entry] = []
    for entry in _records(chance, records, still_open):
        batch.append(entry)
        if len(batch) == CHUNK:
            _keep(book, batch)
            batch = []
    _keep(book, batch)
    checkpoint.run(book, NOW)
    return home


def _keep(book: Book, batch: list[Entry]) -> None:
    """One transaction of records; receptions get their numbers in it, since those have no gap."""
    with book.begin("import", NOW, "bench") as tx:
        for entry in batch:
            if isinstance(entry, Reception):
                tx.put(entry.replace(number=tx.next_number("reception", year=entry.at.year)))
            else:
                tx.put(entry)


def _records(chance: random.Random, records: int, still_open: int) -> Iterator[Entry]:
    """Parties first, then matters, with a reception and a point for every twentieth; the open ones come last."""
    begun = NOW - timedelta(days=365 * YEARS)
    for number, name in enumerate(NAMES, 1):
        kind = "leader" if number <= 3 else "section"
        yield Party(number=number, created=begun, changed=begun, name=name, kind=kind, rank=number)
    left = records - len(NAMES)
    for place in range(left):
        is_open = place >= left - still_open
        age = chance.random() * 60 if is_open else 365 * YEARS * (1 - place / left)
        at = (NOW - timedelta(days=age)).replace(second=0, microsecond=0)
        closed = None if is_open else min(at + timedelta(days=1 + chance.random() * 9), NOW).replace(microsecond=0)
        if place % 20 == 7 and not is_open:
            yield Reception(
                number=at.year * YEAR_STEP + 1,
                created=at,
                changed=closed,
                closed=closed,
                at=at,
                matter="低保申请，要求入户核查",
                state="answered",
                name=f"张{place}",
                phone=f"138{place:08d}",
                reply="已答复",
                replied=closed,
            )
        elif place % 20 == 13 and closed is not None:
            tick = Tick(party=NAMES[place % 3], at=closed)
            yield Point(
                number=place, created=at, changed=closed, closed=closed, text="救助资金已拨付", parties=(tick.party,),
                ticks=(tick,),
            )  # fmt: skip
        else:
            yield _matter(chance, place + 1, at, closed)


def _matter(chance: random.Random, number: int, at: datetime, closed: datetime | None) -> Matter:
    """A matter, open or done; a third have no date, one in five is major, one in six is handed over."""
    due: date | datetime | None = None
    if chance.random() < 0.67:
        day = at.date() + timedelta(days=chance.randrange(1, 70))
        due = datetime(day.year, day.month, day.day, 17) if chance.random() < 0.2 else day
    return Matter(
        number=number,
        created=at,
        changed=closed or at,
        closed=closed,
        touched=closed,
        state="open" if closed is None else "done",
        result=None if closed is None else "已报市局",
        title=f"{chance.choice(TITLES)} {number}",
        priority=chance.choice((1, 2, 3, 4, 4, 4, 4)),
        marks=("assigned",) if chance.random() < 0.2 else (),
        due=due,
        parties=(chance.choice(NAMES),) if chance.random() < 0.5 else (),
        handed_to=(chance.choice(NAMES[3:]),) if chance.random() < 0.17 else (),
        tags=("救助",) if chance.random() < 0.3 else (),
        notes=(Note(at=at, text="与财务对过数"),) if chance.random() < 0.3 else (),
    )
