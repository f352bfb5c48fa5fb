"""The table of formats: every row has its module, its golden files, its words; the same input gives the same bytes."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from exported import exported

import hatch_build
from planner.report import formats
from planner.report.formats.table import FORMATS, format_for, format_named

GOLDEN = Path(__file__).parent / "golden"
RENEW = os.environ.get("PLANNER_GOLDEN") == "new"
"""Keeps the golden files anew, to be looked at in the diff."""
OWN = [one for one in FORMATS if one.module]
TIMED = ("ics", "taskwarrior")
"""Formats that state times in UTC: the golden files are of a machine in China."""


@pytest.fixture(autouse=True)
def in_china(monkeypatch):
    """Eight hours east, whatever the machine's zone is."""
    import time

    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def name_of(chosen) -> str:
    return chosen.name


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a ZIP, which another version of the packer may pack otherwise."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("chosen", OWN, ids=name_of)
def test_a_format_is_as_it_was_agreed(chosen, lang):
    data = exported(chosen, lang)
    path = GOLDEN / f"{'week' if chosen.of == 'document' else 'book'}-{lang}{chosen.ending}"
    if RENEW:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    kept = path.read_bytes()
    if chosen.name == "docx":
        assert parts(data) == parts(kept)
    else:
        assert data.decode("utf-8").splitlines(keepends=True) == kept.decode("utf-8").splitlines(keepends=True)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("chosen", OWN, ids=name_of)
def test_the_same_input_gives_the_same_bytes(chosen, lang):
    assert exported(chosen, lang) == exported(chosen, lang)


def test_every_golden_file_is_of_a_format():
    wanted = {f"{kind}-{lang}{one.ending}" for one in OWN for lang in ("en", "zh")
              for kind in (["week"] if one.of == "document" else ["book"])}  # fmt: skip
    assert {path.name for path in GOLDEN.iterdir()} == wanted


def test_names_and_endings_are_told_apart():
    assert len({one.name for one in FORMATS}) == len({one.ending for one in FORMATS}) == len(FORMATS)
    for one in FORMATS:
        assert format_named(one.name) is one
        assert format_for(f"/somewhere/a.b{one.ending.upper()}") is one
    assert format_for("report") is None
    assert format_named("xls") is None


def test_every_module_of_a_format_has_its_line():
    folder = Path(formats.__file__).parent
    offering = {path.stem for path in folder.glob("*.py") if "\ndef render(" in path.read_text(encoding="utf-8")}
    assert offering == {one.module for one in OWN}


def test_the_documents_name_every_format():
    text = (hatch_build.ROOT / "docs" / "formats" / "README.md").read_text(encoding="utf-8")
    assert [one.name for one in FORMATS if f"`{one.name}`" not in text] == []


@pytest.mark.parametrize("chosen", [one for one in OWN if not one.binary], ids=name_of)
def test_a_mark_of_byte_order_is_a_table_s_alone(chosen):
    data = exported(chosen, "zh", bom=True)
    assert data.startswith(b"\xef\xbb\xbf") is (chosen.name == "csv")
