"""Other processes write while the interface is open and writes as well: every acknowledged record is there once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import planner
from planner.store.check import check

pytestmark = pytest.mark.faults

WRITERS, EACH, OWN = 4, 15, 10


def _start(code: str, name: str, environment: dict[str, str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, name, str(EACH)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


async def test_four_processes_write_beside_the_interface(open_app, tmp_path):
    async with open_app("en", filled=False) as stage:
        root = str(Path(planner.__file__).parent.parent)
        environment = {**os.environ, "PYTHONPATH": root, "PLANNER_HOME": stage.desk.home}
        code = (
            "import sys\n"
            "from planner.desk.desk import open_desk\n"
            "from planner.desk.capturing import add\n"
            "for place in range(int(sys.argv[2])):\n"
            "    print(add(open_desk(), f'{sys.argv[1]} {place}').matter.number, flush=True)\n"
        )
        writers = [_start(code, f"process{writer}", environment) for writer in range(WRITERS)]
        for place in range(OWN):
            await stage.press("a")
            await stage.type(f"own{place}")
            await stage.press("enter")
        told = [writer.communicate()[0].split() for writer in writers]
        assert [writer.returncode for writer in writers] == [0] * WRITERS
        stage.app.clerk.look()
        await stage.settle()
        numbers = [int(number) for one in told for number in one]
        assert len(set(numbers)) == WRITERS * EACH
        kept = {one.number: one.title for one in stage.desk.book.read().all("matter")}
        assert len(kept) == WRITERS * EACH + OWN
        assert set(numbers) <= set(kept)
        assert sorted(title for title in kept.values() if title.startswith("own")) == sorted(
            f"own{place}" for place in range(OWN)
        )
        await stage.press("2")
        keys = {section.rows.key(place) for section in stage.place.list.sections for place in range(len(section.rows))}
        assert {number for kind, number in keys if kind == "matter"} == set(kept)
    assert check(stage.desk.book) == ()
