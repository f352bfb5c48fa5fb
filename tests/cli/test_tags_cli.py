"""``planner tags``, ``planner link``, and notes in an editor, as typed."""

from __future__ import annotations

import json
import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def book(run: Run) -> Run:
    for line in ("Relief report +救助 +x", "Ledger +救助"):
        assert run("add", line)[0] == 0
    return run


def test_tags(book: Run) -> None:
    assert book("tags")[1] == "+救助  2 open, 2 in all\n+x     1 open, 1 in all\n"
    assert json.loads(book("tags", "--json")[1])[0] == {"tag": "救助", "open": 2, "all": 2}
    assert book("tags", "rename", "救助", "relief")[2] == "Renamed on 2 records to relief.\n"
    assert book("tags", "rename", "x", "relief")[2] == (
        "Renamed on 1 record to relief. It was in use already: they are merged.\n"
    )
    assert book("tags", "remove", "relief")[2] == "Taken off 2 records.\n"
    assert "no tags yet" in book("tags")[2]
    assert book("undo")[0] == 0
    assert book("tags")[1].startswith("+relief")


@pytest.mark.parametrize(("words", "code"), [(("rename", "x"), 2), (("merge",), 2), (("rename", "nothing", "y"), 1)])
def test_slips(book: Run, words: tuple[str, ...], code: int) -> None:
    found = book("tags", *words)
    assert (found[0], found[1], len(found[2].splitlines())) == (code, "", 1)


def test_links(book: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = book("link", "1", "a.docx", "https://example.org")
    assert (code, out) == (0, f"1  {tmp_path}/a.docx\n2  https://example.org\n")
    assert err == f"{tmp_path}/a.docx is not there now; the link is kept.\n"
    assert "links: https://example.org" in book("show", "1")[1]
    assert json.loads(book("show", "1", "--json")[1])["links"] == [f"{tmp_path}/a.docx", "https://example.org"]
    assert book("link", "1", "--remove", "1") == (0, "1  https://example.org\n", "")
    assert json.loads(book("link", "1", "--json")[1]) == ["https://example.org"]
    assert book("link", "1", "--remove", "7")[0] == 1


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that keeps what it was given and writes two lines above it; and a terminal."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import os, sys\n"
        "was = open(sys.argv[1], encoding='utf-8').read()\n"
        "mode = oct(os.stat(sys.argv[1]).st_mode)\n"
        "open(os.environ['SEEN'], 'w', encoding='utf-8').write(f'{mode} {sys.argv[1]}\\n{was}')\n"
        "open(sys.argv[1], 'w', encoding='utf-8').write(os.environ['WRITES'] + was)\n"
        "sys.exit(int(os.environ.get('LEAVES', '0')))\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("SEEN", str(tmp_path / "seen"))
    monkeypatch.setenv("WRITES", "问了市局\n# 周五回话\n")
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setattr(sys, "stdin", open(os.devnull, encoding="utf-8"))  # noqa: SIM115
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    return tmp_path / "seen"


def notes(run: Run) -> list[str]:
    return [note["text"] for note in json.loads(run("show", "1", "--json")[1])["notes"]]


def test_a_note_is_written_in_the_editor(book: Run, editor: Path) -> None:
    assert book("note", "1")[0] == 0
    assert notes(book) == ["问了市局\n# 周五回话"]
    first, *rest = editor.read_text(encoding="utf-8").splitlines()
    mode, path = first.split(" ", 1)
    assert stat.S_IMODE(int(mode, 8)) == 0o600
    assert not os.path.exists(path)
    assert rest[-1] == "1 Relief report"
    shown = book("show", "1")[1]
    assert "问了市局\n  # 周五回话\n" in shown


def test_an_editor_that_fails_saves_nothing(book: Run, editor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEAVES", "1")
    code, _, err = book("note", "1")
    assert (code, err) == (1, "The editor left with an error, so nothing was saved.\n")
    monkeypatch.setenv("EDITOR", "/nowhere/editor")
    assert "can't be run" in book("note", "1")[2]
    assert notes(book) == []


def test_a_note_left_empty_is_refused(book: Run, editor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WRITES", "")
    assert book("note", "1")[0] == 1
    assert notes(book) == []


def test_without_a_terminal_a_note_needs_words(book: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "/nowhere/editor")
    assert book("note", "1")[2].startswith("Nothing to note")
