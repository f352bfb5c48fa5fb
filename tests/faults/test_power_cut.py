"""A power cut at every call: what was acknowledged is on the disk, whatever the disk had not yet written."""

from __future__ import annotations

import os
import shutil

import pytest
from power import DISKS, cuts_of, lay_out
from scenarios import CHANGING, SCENARIOS, add, must_hold, prepare, rows_of

from planner.store.book import Book

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    home = str(tmp_path_factory.mktemp("template") / "book")
    prepare(home)
    return home


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_cut_at_every_call(template, tmp_path, name):
    home = str(tmp_path / "book")
    shutil.copytree(template, home)
    before = rows_of(home)
    cuts = cuts_of(home, lambda: SCENARIOS[name](Book(home)))
    after = rows_of(home)
    target = str(tmp_path / "cut" / "book")
    for place, cut in enumerate(cuts):
        for disk in DISKS:
            lay_out(cut[disk], home, target)
            kept = must_hold(target, before, after, f"{name}, cut {place}, {disk}")
            if place == len(cuts) - 1 and name in CHANGING:
                assert kept, f"{name} was acknowledged and is lost on a {disk} disk"


def test_the_first_change_of_all(tmp_path):
    home = str(tmp_path / "book")
    os.mkdir(home, 0o700)
    cuts = cuts_of(home, lambda: add(Book(home)))
    target = str(tmp_path / "cut" / "book")
    for place, cut in enumerate(cuts):
        for disk in DISKS:
            lay_out(cut[disk], home, target)
            add(Book(target))
            titles = [matter.title for matter in Book(target).read().all("matter")]
            assert titles in (["报送"], ["报送"] * 2), (place, disk)
            if cut is cuts[-1]:
                assert titles == ["报送"] * 2, disk
