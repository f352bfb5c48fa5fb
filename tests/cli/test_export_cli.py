"""``planner export``: subjects, formats, where it goes, and what is refused in one line."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
import zipfile

import icalendar
import pytest

from planner.report.formats.table import FORMATS

SUBJECTS = (("week",), ("month",), ("quarter",), ("2026-11-23..2026-11-27",), ("today",), ("visits",), ("matters",),
            ("party", "李局"))  # fmt: skip


@pytest.fixture
def book(shell):
    """A small book; the day is Wednesday, 25 November 2026."""
    shell("add", "Draft relief-fund report fri 5pm p1 @李局 +救助 from:李局")
    shell("add", "Bureau meeting every mon 9-10:30 remind:30m")
    shell("add", "Fire hazards to:养老科 mon +supervise")
    shell("add", "Old list")
    shell("done", "4", "handed in")
    shell("tell", "@李局 the fund has come")
    shell("visit", "王秀英 13900001234 养老院退费 7人")
    shell("visit", "张三 检举李四收钱")
    shell("visits", "edit", "2", "petition_class:accusation")
    return shell


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("chosen", [one for one in FORMATS if not one.binary], ids=lambda one: one.name)
@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda words: words[0])
def test_every_subject_goes_out_in_every_format(book, subject, chosen, lang):
    said = book("--lang", lang, "export", *subject, "--format", chosen.name)
    assert said.out
    assert said.err == ""
    assert "13900001234" not in said.out
    assert "秀英" not in said.out
    assert "李四" not in said.out


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda words: words[0])
def test_every_subject_becomes_a_word_file(book, subject, tmp_path):
    path = tmp_path / "a.docx"
    book("export", *subject, "-o", str(path))
    assert "word/document.xml" in zipfile.ZipFile(path).namelist()


@pytest.mark.parametrize("chosen", [one for one in FORMATS if one.of == "selection"], ids=lambda one: one.name)
def test_the_whole_book_is_records(book, chosen):
    assert book("export", "all", "--format", chosen.name).out


def test_the_whole_book_is_no_document(book):
    assert "json" in book("export", "all", "--format", "md", code=1).line
    assert json.loads(book("export", "all").out)["planner"] == 1


def test_the_same_book_and_clock_give_the_same_bytes(book, tmp_path):
    for chosen in FORMATS:
        if chosen.module:
            for name in ("a", "b"):
                book("export", "week", "--format", chosen.name, "-o", str(tmp_path / name), "--force")
            assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes(), chosen.name


def test_the_whole_book_comes_back_by_an_import(book, tmp_path):
    path, other = tmp_path / "book.json", tmp_path / "other"
    book("export", "all", "--private", "-o", str(path))
    book("--home", str(other), "import", str(path))
    assert book("--home", str(other), "export", "all", "--private").out == path.read_text(encoding="utf-8")


def test_a_list_of_visits_counts_what_it_does_not_show(book):
    said = book("export", "visits").out
    assert "1 entry, 1 of them awaiting an answer." in said
    assert "1 more entry is restricted and not shown." in said
    assert "restricted" not in book("export", "visits", "--private").out


def test_what_is_private_comes_when_it_is_asked_for_and_says_so(book, tmp_path):
    said = book("export", "visits", "--format", "json", "--private")
    rows = json.loads(said.out)["receptions"]
    assert [one["name"] for one in rows] == ["王秀英", "张三"]
    assert rows[0]["phone"] == "13900001234"
    path = tmp_path / "visits.csv"
    told = book("export", "visits", "--private", "-o", str(path))
    assert "private" in told.err
    plain = json.loads(book("export", "visits", "--format", "json").out)["receptions"]
    assert [one["name"] for one in plain] == ["王某"]


def test_the_file_s_name_tells_the_format_and_the_file_is_private(book, tmp_path):
    path = tmp_path / "week.ics"
    said = book("export", "week", "-o", str(path))
    assert said.out == ""
    assert str(path) in said.line
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def test_a_name_that_tells_nothing_asks_for_the_format(book, tmp_path):
    assert "--format" in book("export", "week", "-o", str(tmp_path / "report"), code=2).line
    book("export", "week", "-o", str(tmp_path / "report"), "--format", "md")


def test_a_file_is_replaced_only_when_told_to(book, tmp_path):
    path = tmp_path / "week.md"
    path.write_text("mine", encoding="utf-8")
    assert "--force" in book("export", "week", "-o", str(path), code=1).line
    assert path.read_text(encoding="utf-8") == "mine"
    book("export", "week", "-o", str(path), "--force")
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_a_link_is_not_followed(book, tmp_path):
    target = tmp_path / "target.md"
    target.write_text("mine", encoding="utf-8")
    (tmp_path / "link.md").symlink_to(target)
    assert "symbolic link" in book("export", "week", "-o", str(tmp_path / "link.md"), "--force", code=1).line
    assert target.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_not_there_is_told(book, tmp_path):
    assert "there is no such folder" in book("export", "week", "-o", str(tmp_path / "none" / "a.md"), code=1).line


@pytest.mark.parametrize("words", [("-o", "-"), ()])
def test_a_dash_and_nothing_are_stdout(book, words):
    assert book("export", "week", "--format", "md", *words).out.startswith("# ")


@pytest.mark.parametrize("name", [one.name for one in FORMATS if one.binary])
def test_bytes_do_not_go_to_a_terminal(book, name):
    said = book("export", "week", "--format", name, code=2, terminal=(True, True))
    assert "-o" in said.line
    assert said.out == ""


def test_text_goes_to_a_terminal(book):
    assert book("export", "week", terminal=(True, True)).out.startswith("# ")


def test_bytes_go_to_a_pipe(book):
    ran = book.apart("export", "week", "--format", "docx")
    assert ran.out.startswith("PK")


def test_a_pipe_that_is_not_utf_8_gets_utf_8(book):
    ran = book.apart(
        "--lang", "zh", "export", "matters", "--format", "csv", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    )
    assert "编号" in ran.out


def test_the_mark_for_excel_is_asked_for(book):
    assert not book("export", "matters", "--format", "csv").out.startswith("\ufeff")
    assert book("export", "matters", "--format", "csv", "--bom").out.startswith("\ufeff")


def test_matters_take_a_filter(book):
    rows = list(csv.reader(io.StringIO(book("export", "matters", "+救助", "--format", "csv").out, newline="")))
    assert [row[1] for row in rows[1:]] == ["Draft relief-fund report"]
    assert len(json.loads(book("export", "matters", "is:done", "--format", "json").out)["matters"]) == 1


def test_a_week_holds_what_happened_in_it(book):
    whole = json.loads(book("export", "week", "--format", "json").out)
    assert (whole["first"], whole["last"], whole["subject"]) == ("2026-11-23", "2026-11-29", "week")
    assert [one["number"] for one in whole["matters"]] == [1, 2, 3, 4]
    assert {one["name"] for one in whole["parties"]} == {"李局", "养老科"}
    before = json.loads(book("export", "2026-11-02..2026-11-06", "--format", "json").out)
    assert before["matters"] == before["receptions"] == before["points"] == []


def test_a_party_s_list_is_what_concerns_it(book):
    whole = json.loads(book("export", "party", "李局", "--format", "json").out)
    assert [one["title"] for one in whole["matters"]] == ["Draft relief-fund report"]
    assert [one["text"] for one in whole["points"]] == ["the fund has come"]
    assert "the fund has come" in book("export", "party", "李局").out
    book("done", "1", "handed to the city")
    said = book("export", "party", "李局").out
    assert "| 1 | p1 | Draft relief-fund report | handed to the city | 25 Nov | done |" in said


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("party",), 1),
        (("party", "nobody"), 1),
        (("visits", "of", "mine"), 1),
        (("yesteryear"), 1),
        (("2026-11-27..2026-11-23",), 1),
        (("week", "--format", "xls"), 1),
        (("matters", "is:nonsense"), 2),
        (("matters", "(", "--format", "csv"), 2),
    ],
)  # fmt: skip
def test_what_can_t_be_understood_is_one_line(book, words, code):
    words = (words,) if isinstance(words, str) else words
    said = book("export", *words, code=code)
    assert said.out == ""
    assert len(said.err.splitlines()) in ((1, 3) if words[:1] == ("matters",) else (1,))


def test_an_empty_book_gives_empty_lists(shell):
    for chosen in FORMATS:
        if chosen.module and not chosen.binary:
            for subject in ("week", "today", "visits", "matters"):
                shell("export", subject, "--format", chosen.name)


def test_without_a_program_for_pdf_one_line_says_what_to_do(book, tmp_path, monkeypatch):
    monkeypatch.setattr("planner.exchange.rendering.shutil.which", lambda _name: None)
    said = book("export", "week", "-o", str(tmp_path / "a.pdf"), code=1)
    assert "LibreOffice" in said.line
    assert "docx" in said.line
    assert os.listdir(tmp_path) in (["home"], [])


def test_pdf_is_made_by_what_is_here(book, tmp_path):
    from planner.exchange.rendering import renderers

    if not renderers():
        pytest.skip("neither LibreOffice nor Chromium is on this machine")
    path = tmp_path / "week.pdf"
    book("--lang", "zh", "export", "week", "-o", str(path))
    assert path.read_bytes().startswith(b"%PDF-")


def test_the_fonts_are_settings(book, tmp_path):
    book("config", "font_body", "Noto Serif CJK SC")
    path = tmp_path / "week.docx"
    book("--lang", "zh", "export", "week", "-o", str(path))
    styles = zipfile.ZipFile(path).read("word/styles.xml").decode("utf-8")
    assert 'w:eastAsia="Noto Serif CJK SC"' in styles
    assert "仿宋_GB2312" not in styles


def test_a_pdf_takes_the_fonts_that_are_here_and_a_word_file_keeps_its_own(book, tmp_path, monkeypatch):
    taken = []
    monkeypatch.setattr("planner.desk.exporting.families_here", lambda: frozenset({"Noto Serif CJK SC"}))
    monkeypatch.setattr("planner.desk.exporting.pdf_of", lambda make, _made: taken.append(make("docx")) or b"%PDF-")
    book("--lang", "zh", "export", "week", "-o", str(tmp_path / "week.pdf"))
    book("--lang", "zh", "export", "week", "-o", str(tmp_path / "week.docx"))
    inner = zipfile.ZipFile(io.BytesIO(taken[0])).read("word/styles.xml").decode("utf-8")
    assert "Noto Serif CJK SC" in inner
    assert "仿宋_GB2312" not in inner
    assert "仿宋_GB2312" in zipfile.ZipFile(tmp_path / "week.docx").read("word/styles.xml").decode("utf-8")


def test_the_office_signs(book):
    book("config", "office", "区民政局办公室")
    assert "区民政局办公室" in book("--lang", "zh", "export", "week").out


def test_every_run_of_a_chinese_word_file_has_its_font_and_hint(book, tmp_path):
    path = tmp_path / "week.docx"
    book("--lang", "zh", "export", "visits", "-o", str(path))
    text = zipfile.ZipFile(path).read("word/document.xml").decode("utf-8")
    runs = re.findall(r"<w:r>.*?</w:r>", text)
    assert len(runs) > 8
    assert all(run.startswith('<w:r><w:rPr><w:rFonts w:hint="eastAsia"') and "w:eastAsia=" in run for run in runs)


@pytest.mark.parametrize("form", ["ics", "todotxt"])
def test_a_written_notice_that_is_owed_is_still_to_be_done(shell, form):
    shell("visit", "张伟 13800000000 低保申请")
    shell("reply", "1", "口头：已告知")
    assert json.loads(shell("export", "visits", "--format", "json").out)["receptions"][0]["closed"] is None
    said = shell("export", "visits", "--format", form).out
    assert ("STATUS:NEEDS-ACTION" in said) if form == "ics" else not said.startswith("x ")
    assert "due:2026-12-10" in said or "DUE;VALUE=DATE:20261210" in said
    shell("notice", "1")
    said = shell("export", "visits", "--format", form).out
    assert ("STATUS:COMPLETED" in said) if form == "ics" else said.startswith("x ")
