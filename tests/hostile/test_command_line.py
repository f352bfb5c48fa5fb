"""Every text through every field of the book and every command that reads, and through every command that writes."""

from __future__ import annotations

import io
import json
import os
import sys
from typing import TYPE_CHECKING

import pytest
from texts import TEXTS, is_harmless, stray

from planner.cli.start import start
from planner.cli.table import COMMANDS
from planner.domain.checklist import Checklist
from planner.domain.matter import Chase, Extension, Matter, Note, Return, Step
from planner.domain.moment import date, datetime
from planner.domain.party import Party
from planner.domain.point import Point, Tick
from planner.domain.reception import Event, Reception
from planner.store.book import Book

if TYPE_CHECKING:
    from pathlib import Path

    from planner.store.transaction import Transaction

NOW = datetime(2026, 9, 21, 7, 50)
DUE = datetime(2026, 9, 21, 16, 0)

READING: dict[str, tuple[tuple[str, ...], ...]] = {
    "today": ((), ("--json",), ("--plain",)),
    "agenda": ((), ("month",), ("--json",)),
    "list": ((), ("--json",), ("state:all",)),
    "show": (("1",), ("200",), ("V2026-0001",), ("V2026-0200", "--private"), ("1", "--json")),
    "why": (("1",), ("1", "--json")),
    "owed": ((), ("--json",)),
    "steps": (("1",), ("1", "--json")),
    "templates": ((),),
    "tags": ((), ("--json",)),
    "link": (("1",), ("1", "--json"), ("V2026-0001",)),
    "find": (("x",), ("x", "--json"), ("x", "--private")),
    "visits": ((), ("--json",), ("--private", "--state", "all"), ("--by-section",)),
    "clocks": ((), ("--json",)),
    "talk": (("Li",), ("Li", "--format", "md"), ("Li", "--json")),
    "parties": ((), ("--json",), ("--plain",)),
    "checklist": ((), ("--json",)),
    "history": ((), ("--json",), ("1",)),
    "check": ((),),
    "views": ((),),
    "config": ((),),
    "review": ((), ("--json",)),
    "export": (("matters", "--format", "md"), ("matters", "--format", "json"), ("visits", "--format", "csv")),
    "themes": ((),),
    "completion": (("bash",), ("zsh",), ("fish",)),
    "remind": (("--list",), ("--list", "--json")),
    "backup": (("--list",),),
}
"""What reads, and how it is asked."""

WRITING: tuple[tuple[str, ...], ...] = (
    ("add", "--"),
    ("add", "--dry-run", "--json", "--"),
    ("visit", "--"),
    ("tell", "Li", "--"),
    ("edit", "1", "--"),
    ("note", "1", "--"),
    ("return", "1", "--"),
    ("chase", "1", "--"),
    ("hand", "1", "--"),
    ("postpone", "1", "--"),
    ("wait", "1", "--"),
    ("reply", "V2026-0001", "--"),
    ("list", "--"),
    ("find", "--"),
    ("link", "1", "--"),
    ("steps", "1", "--add"),
    ("tags", "--"),
    ("talk", "--"),
    ("show", "--"),
    ("done", "2", "--"),
    ("drop", "3", "--"),
    ("config", "office"),
    ("config", "theme"),
    ("views", "save", "v", "--"),
    ("visits", "void", "V2026-0002", "--reason"),
    ("visits", "edit", "V2026-0003", "--"),
    ("export", "matters", "--format"),
    ("import", "--"),
    ("restore", "--"),
    ("remind", "--snooze"),
)
"""Each is given every text as its last word; most of it must be refused, and all of it in harmless lines."""

OF_NO_TEXT = {"reopen", "rank", "extend", "stage", "sign", "notice", "accept", "objection", "undo", "redo", "quick"}
"""Commands that take numbers, days or nothing."""


def test_every_command_is_looked_at() -> None:
    seen = set(READING) | {words[0] for words in WRITING} | OF_NO_TEXT
    assert {command.name for command in COMMANDS} - seen == set()


def _put(tx: Transaction, place: int, text: str) -> None:
    """A record of each kind with a text in every field that takes one."""
    line = text if text.strip() else f"x{text}"
    tx.put(
        Matter(
            number=place, created=NOW, changed=NOW, title=line, parties=("Li", line), handed_to=(line,), words=line,
            assigned_by=line, tags=(line,), result=line, links=(line,), notes=(Note(at=NOW, text=line),), due=DUE,
            supervised=True, stage="assigned", handed=NOW, receptions=(202600000 + place,), remind=(30,),
            marks=("assigned",), steps=(Step(text=line, ahead=3), Step(text=line, skipped=line)),
            chases=(Chase(at=NOW, party=line, how=line, promise=line, promised=date(2026, 9, 18)),),
            returns=(Return(at=NOW, words=line, by=line),),
            extensions=(Extension(at=NOW, was=DUE, until=DUE, reason=line, progress=line, approver=line),),
        )
    )  # fmt: skip
    number = tx.next_number("reception", 2026)
    tx.put(
        Reception(
            number=number, created=NOW, changed=NOW, at=NOW, matter=line, name=line, unit=line, phone=line, asked=line,
            received_by=line, handed_to=(line,), route="forwarded", accused=(line,), tags=(line,), links=(line,),
            notes=(Note(at=NOW, text=line),), matters=(place,), satisfaction=line, petition_number=line,
            events=(Event(name="reported", on=date(2026, 9, 21), at=NOW, words=line),), sex=line, attachments=(line,),
        )
    )  # fmt: skip
    tx.put(
        Point(
            number=place, created=NOW, changed=NOW, text=line, parties=("Li", line), original=line, source=line,
            tags=(line,), matter=place, ticks=(Tick(party=line, at=NOW, how=line, answer=line),),
        )
    )  # fmt: skip
    tx.put(
        Party(
            number=place + 1, created=NOW, changed=NOW, name=f"{place} {line}", aliases=(f"{place}a {line}",),
            title=line, channels=(line,), kind="leader", cadence=1,
        )
    )  # fmt: skip
    tx.put(Checklist(number=place, created=NOW, name=line, party=line, template=line, steps=(Step(text=line),)))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose book holds every text in every field."""
    home = tmp_path_factory.mktemp("hostile")
    with Book(str(home)).begin("fill", NOW) as tx:
        tx.put(Party(number=1, created=NOW, changed=NOW, name="Li", kind="leader", cadence=1))
        for place, text in enumerate(TEXTS, 1):
            _put(tx, place, text)
    return home


@pytest.fixture
def office(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of that book."""
    for name in ("LANG", "LC_MESSAGES", "NO_COLOR", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PLANNER_HOME", str(full))
    monkeypatch.setenv("PLANNER_NOW", NOW.isoformat())
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr("sys.excepthook", lambda *_: None)


def _run(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    capsys.readouterr()
    code = start(list(words), lambda _desk: 0)
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert "fault of its own" not in said.err, said.err
    return code, said.out, said.err


def _whole(text: str) -> str:
    """The text, with two halves of a character that stand together as that character: JSON has no other way."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def test_the_book_gives_every_text_back_as_it_came(full: Path) -> None:
    matters = Book(str(full)).read().all("matter")
    kept = [one.notes[0].text for one in matters if isinstance(one, Matter)]
    assert kept == [_whole(text) if text.strip() else f"x{text}" for text in TEXTS]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("words", [(name, *more) for name, ways in READING.items() for more in ways], ids=" ".join)
def test_what_reads_prints_nothing_that_acts(
    office: None, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], lang: str
) -> None:
    code, out, err = _run((*words, "--lang", lang), capsys)
    assert code == 0, err
    out = out.replace("\r\n", "\n")  # the line ends of CSV (RFC 4180)
    assert is_harmless(out), sorted(map(ascii, stray(out)))
    assert is_harmless(err)
    if "--json" in words:
        json.loads(out)


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_what_is_typed_is_saved_or_refused_in_harmless_lines(
    office: None,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    for line in ("one", "two", "three"):
        assert _run(("add", line), capsys)[0] == 0
        assert _run(("visit", f"Wang {line}"), capsys)[0] == 0
    step = 1 if words[0] in ("add", "visit", "tell") else 4
    for text in TEXTS[sum(map(len, words)) % step :: step]:
        code, out, err = _run((*words, text), capsys)
        assert code in (0, 1, 2), (text, err)
        assert is_harmless(out), (ascii(text), sorted(map(ascii, stray(out))))
        assert is_harmless(err), (ascii(text), ascii(err))
        if code:
            assert err.count("\n") <= 4, err
    assert _run(("check",), capsys)[0] == 0
    assert os.listdir(tmp_path) == ["home"]


def test_a_note_is_kept_to_the_letter(
    office: None, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    assert _run(("add", "one"), capsys)[0] == 0
    for text in TEXTS[::7]:
        if text.strip() and text[0] not in "-0123456789":  # an option, or one more number
            assert _run(("note", "1", text), capsys)[0] == 0, text
            (matter,) = Book(str(tmp_path / "home")).read().all("matter")
            assert isinstance(matter, Matter)
            assert matter.notes[-1].text in (_whole(text), _whole(text).strip())
