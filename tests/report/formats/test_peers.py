"""Other programs read what is written for them: Taskwarrior, icalendar, todoman, khal, LibreOffice, Chromium."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import icalendar
import pytest
from exported import CHINESE, ENGLISH, HOSTILE, LOOK, MONDAY, NOTO, exported, selection

from planner.domain.matter import Matter
from planner.domain.moment import date
from planner.report.document import Document, Paragraph
from planner.report.formats.table import format_named
from planner.report.formats.taskwarrior import uuid_of
from planner.wording.safe import shown

BESIDE = Path(sys.executable).parent
"""Where programs of the test environment are."""


def program(*names: str) -> str:
    """The path of a program; the test is skipped where it is missing."""
    for name in names:
        found = shutil.which(name) or shutil.which(name, path=str(BESIDE))
        if found:
            return found
    pytest.skip(f"{names[0]} is not on this machine")


def run(*words: str, folder: Path, **env: str) -> str:
    """What a program prints; it must succeed."""
    ran = subprocess.run(
        words,
        capture_output=True,
        check=False,
        timeout=120,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", **env},
    )
    said = ran.stdout.decode("utf-8", "replace")
    assert ran.returncode == 0, (said, ran.stderr.decode("utf-8", "replace"))
    return said


@pytest.fixture(autouse=True)
def in_china(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def hostile_matters() -> tuple[Matter, ...]:
    return tuple(
        Matter(
            number=number, created=MONDAY, changed=MONDAY, title=text, tags=(text,), words=text, due=date(2026, 9, 30)
        )
        for number, text in enumerate(HOSTILE, 1)
    )


def test_taskwarrior_imports_it_and_imports_it_again(tmp_path):
    task = program("task")
    (tmp_path / "rc").write_text("confirmation=off\n", encoding="utf-8")
    (tmp_path / "data").mkdir()
    env = {"TASKRC": str(tmp_path / "rc"), "TASKDATA": str(tmp_path / "data")}
    others = tuple(one.replace(number=one.number + 100) for one in hostile_matters())
    whole = selection("zh", records=(*selection().records, *others))
    data = format_named("taskwarrior").render(whole, LOOK)
    (tmp_path / "tasks.json").write_bytes(data)
    for _ in range(2):
        run(task, "import", "tasks.json", folder=tmp_path, **env)
    back = {one["uuid"]: one for one in json.loads(run(task, "export", folder=tmp_path, **env))}
    sent = {one["uuid"]: one for one in json.loads(data)}
    assert back.keys() == sent.keys()
    for uuid, one in sent.items():
        for name in ("description", "due", "entry", "status", "scheduled", "end", "depends", "rrule"):
            assert back[uuid].get(name) == one.get(name), (name, one)
        assert sorted(back[uuid].get("tags", ())) == sorted(one.get("tags", ())), one
        assert len(back[uuid].get("annotations", ())) == len(one.get("annotations", ()))
    assert back[uuid_of("matter-1")]["priority"] == "H"


def test_icalendar_reads_it_without_a_complaint():
    calendar = icalendar.Calendar.from_ical(exported(format_named("ics"), "zh"))
    assert calendar.errors == []
    parts = [part for part in calendar.walk() if part.name in ("VEVENT", "VTODO")]
    assert len(parts) == 15
    assert [part.errors for part in parts] == [[]] * len(parts)
    assert len({str(part["UID"]) for part in parts}) == len(parts)
    (meeting,) = [part for part in parts if str(part["UID"]) == "series-2@planner"]
    assert meeting.decoded("DTSTART").tzinfo is None
    assert [alarm.decoded("TRIGGER").total_seconds() for alarm in meeting.walk("VALARM")] == [-1800, 0]
    assert meeting["RRULE"]["UNTIL"][0].tzinfo is None


def vdir(folder: Path, data: bytes) -> Path:
    """A calendar folder with a file for each item, as a synchroniser keeps it."""
    made = folder / "calendar"
    made.mkdir()
    calendar = icalendar.Calendar.from_ical(data)
    for place, part in enumerate(part for part in calendar.walk() if part.name in ("VEVENT", "VTODO")):
        one = icalendar.Calendar()
        one.add("version", "2.0")
        one.add("prodid", "-//test//test//EN")
        one.add_component(part)
        (made / f"{place}.ics").write_bytes(one.to_ical())
    return made


def test_todoman_lists_the_to_dos(tmp_path):
    todo = program("todo")
    made = vdir(tmp_path, exported(format_named("ics"), "zh"))
    config = tmp_path / "config.py"
    config.write_text(
        f'path = "{made}"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\ncache_path = "{tmp_path}/cache.db"\n',
        encoding="utf-8",
    )
    listed = json.loads(run(todo, "--config", str(config), "--porcelain", "list", "--status", "ANY", folder=tmp_path))
    found = {one["summary"]: one for one in listed}
    assert len(listed) == 13
    assert found["报送救助资金使用情况"]["completed"]
    assert found["报送救助资金使用情况"]["priority"] == 1
    assert time.strftime("%Y-%m-%d", time.localtime(found["Care homes: fire hazards"]["due"])) == "2026-09-30"


def test_khal_lists_the_appointments(tmp_path):
    khal = program("khal")
    (tmp_path / "calendar").mkdir()
    (tmp_path / "book.ics").write_bytes(exported(format_named("ics"), "zh"))
    config = tmp_path / "config"
    config.write_text(
        f"[calendars]\n[[office]]\npath = {tmp_path}/calendar\n[locale]\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ntimeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\nlocal_timezone = Asia/Shanghai\ndefault_timezone = Asia/Shanghai\n"
        f"[sqlite]\npath = {tmp_path}/khal.db\n[default]\ndefault_calendar = office\n",
        encoding="utf-8",
    )
    words = (khal, "-c", str(config))
    run(*words, "import", "--batch", "-a", "office", str(tmp_path / "book.ics"), folder=tmp_path)
    said = run(
        *words, "list", "--format", "{start-date} {start-time} {title}", "--day-format", "", "2026-09-28", "21d",
        folder=tmp_path,
    )  # fmt: skip
    lines = sorted({line.strip() for line in said.splitlines() if line.strip()})
    assert [line for line in lines if "局务会" in line] == [
        "2026-09-28 09:00 局务会，三楼",
        "2026-10-12 09:00 局务会，三楼",
    ]  # 5 October is left out
    assert any("2026-10-12" in line and "下乡调研" in line for line in lines)


def office(folder: Path, what: Path, target: str) -> Path:
    """A file turned by LibreOffice."""
    soffice = program("soffice", "libreoffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run(soffice, "--headless", "--norestore", profile, "--convert-to", target, "--outdir", str(folder / "out"),
        str(what), folder=folder)  # fmt: skip
    return folder / "out" / f"{what.stem}.{target.partition(':')[0]}"


def test_a_spreadsheet_works_nothing_out(tmp_path):
    path = tmp_path / "book.csv"
    whole = selection("en", records=hostile_matters(), deadlines=())
    path.write_bytes(format_named("csv").render(whole, LOOK.replace(bom=True)))
    made = office(tmp_path, path, "fods:OpenDocument Spreadsheet Flat XML")
    said = made.read_text(encoding="utf-8")
    assert "table:formula" not in said
    assert "HYPERLINK" in said
    assert said.count("<table:table-row") >= len(HOSTILE)


def lines_of(pdf: Path) -> list[list[str]]:
    """The lines of each page of a PDF."""
    text = run(program("pdftotext"), "-layout", str(pdf), "-", folder=pdf.parent)
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")]


def needs_noto() -> None:
    listed = run(program("fc-list"), ":", "family", folder=Path("/"))
    if "Noto Serif CJK SC" not in listed:
        pytest.skip("the font Noto Serif CJK SC is not on this machine")


def test_a_page_of_chinese_has_22_lines_of_28_characters(tmp_path):
    program("soffice", "libreoffice")
    needs_noto()
    body = tuple(Paragraph(text="国" * (26 + 28 * 9)) for _ in range(8))
    document = Document(title="题", lang="zh", blocks=body, signature="局办公室", dated="2026年9月24日")
    path = tmp_path / "report.docx"
    path.write_bytes(format_named("docx").render(document, LOOK.replace(fonts=NOTO)))
    pdf = office(tmp_path, path, "pdf")
    info = run(program("pdfinfo"), str(pdf), folder=tmp_path)
    assert "(A4)" in info
    pages = lines_of(pdf)
    full = [line for line in pages[1] if "国" in line]
    assert len(full) == 22
    assert {len(line) for line in full} == {26, 28}  # the first line of a paragraph begins two characters in
    assert [page[-1].replace(" ", "") for page in pages[:2]] == ["—1—", "—2—"]
    last = [page for page in pages if page][-1]
    assert [line.replace(" ", "") for line in last[-3:]] == ["局办公室", "2026年9月24日", "—4—"]


@pytest.mark.parametrize("document", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_libreoffice_reads_every_word_of_the_docx(tmp_path, document):
    path = tmp_path / "week.docx"
    path.write_bytes(format_named("docx").render(document, LOOK))
    said = office(tmp_path, path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    for block in document.blocks:
        for text in (getattr(block, "text", None), *(row[0] for row in getattr(block, "rows", ()))):
            assert text is None or text in said
    assert all(part in said for part in (document.title, document.subtitle, document.signature, document.dated))


def chromium(folder: Path, *words: str) -> str:
    browser = program("chromium", "chromium-browser", "google-chrome")
    return run(
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        f"--user-data-dir={folder / 'profile'}", *words, folder=folder,
    )  # fmt: skip


def test_chromium_shows_the_page_with_its_style_and_pictures(tmp_path):
    path = tmp_path / "week.html"
    path.write_bytes(exported(format_named("html"), "zh"))
    dom = chromium(tmp_path, "--dump-dom", path.as_uri())
    assert "<h2>一、本周完成情况</h2>" in dom
    assert dom.count("<rect") == 4
    assert "</svg>" in dom


def test_chromium_prints_the_page_on_a4(tmp_path):
    path = tmp_path / "week.html"
    path.write_bytes(exported(format_named("html"), "zh"))
    pdf = tmp_path / "week.pdf"
    chromium(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", path.as_uri())
    assert "(A4)" in run(program("pdfinfo"), str(pdf), folder=tmp_path)
    said = "".join(line for page in lines_of(pdf) for line in page).replace(" ", "")
    assert "一、本周完成情况" in said
    assert "—1—" in said


def test_chromium_runs_nothing_of_a_hostile_page(tmp_path):
    blocks = tuple(Paragraph(text=text) for text in (*HOSTILE, "<script>document.title='taken'</script>"))
    path = tmp_path / "page.html"
    path.write_bytes(format_named("html").render(Document(title="mine", lang="en", blocks=blocks), LOOK))
    dom = chromium(tmp_path, "--dump-dom", path.as_uri())
    assert "<title>mine</title>" in dom
    assert "<script" not in dom
    assert "<img" not in dom
    assert dom.count("<p") == len(blocks)
    assert shown("\u202e") == "\\u202e"
    assert "\\u202e" in dom
