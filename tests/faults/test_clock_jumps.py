"""A clock that jumps, back and forth over years: nothing that was acknowledged is lost, no number is given twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.config.settings import Settings
from planner.desk.capturing import add
from planner.desk.desk import Desk
from planner.desk.matters import done
from planner.desk.past import undo
from planner.desk.receptions import register
from planner.domain.moment import datetime, timedelta
from planner.store import checkpoint
from planner.store.backup import make
from planner.store.check import check

pytestmark = pytest.mark.faults

START = datetime(2026, 9, 21, 7, 50)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("add", "visit", "done", "undo", "checkpoint", "backup")),
        st.integers(-2_000, 2_000),
    ),
    max_size=14,
)


@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_a_clock_that_jumps(tmp_path_factory, steps):
    now = [START]
    desk = Desk(str(tmp_path_factory.mktemp("clock") / "home"), Settings(), "en", lambda: now[0], "d", keeps_up=False)
    matters: dict[int, str] = {}
    visits: list[int] = []
    finished: set[int] = set()
    last = ""
    for place, (step, days) in enumerate(steps):
        now[0] = START + timedelta(days=days, minutes=place)
        if step == "add":
            number = add(desk, f"matter {place}").matter.number
            assert number not in matters
            matters[number] = f"matter {place}"
            last = "add"
        elif step == "visit":
            number = register(desk, f"Wang {place}").reception.number
            assert number not in visits
            visits.append(number)
            last = "visit"
        elif step == "done" and matters and max(matters) not in finished:
            done(desk, (max(matters),))
            finished.add(max(matters))
            last = "done"
        elif step == "undo" and last == "add":
            undo(desk)
            del matters[max(matters)]
            last = ""
        elif step == "checkpoint":
            checkpoint.run(desk.book, now[0])
        elif step == "backup":
            make(desk.book, now[0])
    snapshot = desk.book.read()
    kept = {one.number: one.title for one in (*snapshot.all("matter"), *snapshot.archived("matter"))}
    assert kept == matters
    assert sorted(visits) == sorted(one.number for one in (*snapshot.all("reception"), *snapshot.archived("reception")))
    assert [finding for finding in check(desk.book) if finding.severe] == []
