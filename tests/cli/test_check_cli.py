"""``planner check`` says what each damage means; ``--json`` under stable keys."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture
def kept(shell):
    shell("visit", "张伟 低保申请")
    shell("add", "买纸")
    return shell


def test_all_is_well_is_an_empty_list(kept):
    assert kept("check", "--json").json == []


def test_each_damage_is_explained_once(kept):
    for name in ("journal.jsonl", "lock"):
        os.chmod(Path(kept.home, name), 0o644)
    lines = kept("check").out.splitlines()
    told = sorted(line for line in lines if "can be read by others" in line)
    assert told == ["journal.jsonl can be read by others.", "lock can be read by others."]
    assert sum("--repair takes their rights off" in line for line in lines) == 1


def test_damage_is_told_under_stable_keys_and_then_mended(kept):
    path = Path(kept.home, "journal.jsonl")
    data = path.read_bytes()
    path.write_bytes(data.replace("低保申请".encode(), "低保串请".encode(), 1))
    rows = kept("check", "--json", code=1).json
    codes = {row["code"] for row in rows}
    assert "damaged_lines" in codes
    first = rows[0]
    assert set(first) == {"code", "severe", "mended", "path", "record", "field", "rule", "count", "said", "means"}
    assert first["severe"] is True
    mended = kept.again(("check", "--repair", "--json")).json  # what is lost for good is still told
    assert any(row["mended"] for row in mended)


def test_an_erasure_that_was_begun_is_told(kept):
    Path(kept.home, "erasing.json").write_text("{}", encoding="utf-8")
    (row,) = [row for row in kept("check", "--json", code=1).json if row["code"] == "erasing"]
    assert row["said"].startswith("An erasure was begun and is not finished (erasing.json)")
