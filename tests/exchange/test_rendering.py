"""PDF by another program: which one, how long it may take, what is left of it, the same bytes; none of it trusted."""

from __future__ import annotations

import stat
import sys
import time
from pathlib import Path

import pytest

from planner.domain.moment import datetime
from planner.exchange import rendering
from planner.exchange.rendering import NoRendererError, Renderer, RenderingError, pdf_of, renderers

NOW = datetime(2026, 9, 25, 16, 0)
PAGE = b'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>t</title><p>words</p></html>'


def fake(tmp_path, body: str, name: str = "chromium") -> Renderer:
    """A program of our own in the place of a browser."""
    path = tmp_path / "fake"
    path.write_text(f"#!{sys.executable}\nimport os, sys, time\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return Renderer(name=name, path=str(path))


WRITES = """
target = next(word.partition("=")[2] for word in sys.argv if word.startswith("--print-to-pdf="))
open(target, "wb").write(b"%PDF-1.4 " + open(sys.argv[-1].removeprefix("file://"), "rb").read())
"""


def test_the_program_gets_the_source_and_its_file_is_taken(tmp_path):
    assert pdf_of(lambda name: name.encode(), NOW, (fake(tmp_path, WRITES),)) == b"%PDF-1.4 html"


def test_libreoffice_gets_the_docx():
    assert Renderer(name="libreoffice", path="x").source == "docx"


def test_without_a_program_it_says_so():
    with pytest.raises(NoRendererError):
        pdf_of(lambda _name: PAGE, NOW, ())


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("sys.exit('no display')", "no display"),
        ("open('document.pdf', 'w').write('<html>'); print('odd')", "odd"),
        ("sys.exit(3)", "exit 3"),
    ],
)
def test_a_program_that_makes_none_is_told_with_its_last_words(tmp_path, body, words):
    with pytest.raises(RenderingError) as told:
        pdf_of(lambda _name: PAGE, NOW, (fake(tmp_path, body),))
    assert told.value.words == words


def test_a_program_that_is_gone_is_told(tmp_path):
    with pytest.raises(RenderingError):
        pdf_of(lambda _name: PAGE, NOW, (Renderer(name="chromium", path=str(tmp_path / "none")),))


def test_when_the_first_fails_the_next_is_tried(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    bad = fake(tmp_path / "a", "sys.exit(1)", "libreoffice")
    good = fake(tmp_path / "b", WRITES)
    assert pdf_of(lambda name: name.encode(), NOW, (bad, good)) == b"%PDF-1.4 html"


def test_a_program_that_hangs_is_ended_with_its_children(tmp_path, monkeypatch):
    monkeypatch.setattr(rendering, "SECONDS", 1)
    mark = tmp_path / "child"
    body = (
        f"child = os.fork()\nif child: open({str(mark)!r}, 'w').write(str(child))\nsys.stdout.flush()\ntime.sleep(60)\n"
    )
    with pytest.raises(RenderingError):
        pdf_of(lambda _name: PAGE, NOW, (fake(tmp_path, body),))
    child = int(mark.read_text(encoding="utf-8"))
    for _ in range(100):
        state = f"/proc/{child}/stat"
        try:
            ended = Path(state).read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"
        except (FileNotFoundError, ProcessLookupError):
            ended = True
        if ended:
            break
        time.sleep(0.02)
    else:
        pytest.fail("the child lives on")


def test_its_folder_is_gone_afterwards(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    program = fake(tmp_path, WRITES)
    pdf_of(lambda _name: PAGE, NOW, (program,))
    assert [path.name for path in tmp_path.iterdir()] == ["fake"]


def test_stamps_are_the_book_s_clock_and_no_offset_moves(tmp_path):
    ident = b"<00AB00AB00AB00AB00AB00AB00AB00AB>"
    made = b"%PDF-1.7 /CreationDate(D:20200101000000+08'00') /ModDate (D:20200101000000Z) /ID [ "
    made += ident + b"\n" + ident + b" ]"
    program = fake(tmp_path, WRITES.replace('b"%PDF-1.4 " + ', ""))
    data = pdf_of(lambda _name: made, NOW, (program,))
    assert len(data) == len(made)
    assert b"/CreationDate(D:20260925160000Z      )" in data
    assert b"/ModDate (D:20260925160000Z)" in data
    assert b"00AB00AB" not in data


@pytest.mark.parametrize("name", ["libreoffice", "chromium"])
def test_a_real_program_gives_the_same_bytes_twice(name):
    from exported import CHINESE, LOOK

    from planner.report.formats.table import format_named

    found = [one for one in renderers() if one.name == name]
    if not found:
        pytest.skip(f"{name} is not on this machine")
    made = [pdf_of(lambda kind: format_named(kind).render(CHINESE, LOOK), NOW, tuple(found)) for _ in range(2)]
    assert made[0].startswith(b"%PDF-")
    assert b"D:20260925160000" in made[0]
    assert made[0] == made[1]
