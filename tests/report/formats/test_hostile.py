"""Texts that would act somewhere are words in every format, as a real reader of it finds."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from typing import Any

import docx
import icalendar
import pytest
from exported import HOSTILE, LOOK, MONDAY, NOW, selection
from markdown_it import MarkdownIt

from planner.domain.matter import Matter, Note
from planner.domain.moment import date
from planner.domain.reception import Reception
from planner.report.document import Bar, Bars, Document, Heading, Paragraph, Table
from planner.report.formats.table import FORMATS, format_named
from planner.wording.safe import shown

CASES = pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))


def render(name: str, what: object) -> bytes:
    return format_named(name).render(what, LOOK)


def page(text: str) -> Document:
    """A document that says a text everywhere."""
    return Document(
        title=text,
        lang="en",
        subtitle=text,
        addressee=text,
        blocks=(
            Heading(level=1, text=text),
            Paragraph(text=text),
            Table(heads=("a", text), rows=((text, "b"),)),
            Bars(title=text, bars=(Bar(label=text, value=1, words=text),)),
        ),
        signature=text,
        dated=text,
    )


def records(text: str):
    """Records that say it everywhere."""
    matter = Matter(
        number=1,
        created=MONDAY,
        changed=MONDAY,
        title=text,
        parties=(text,),
        handed_to=(text,),
        tags=(text,),
        words=text,
        result=text,
        notes=(Note(at=NOW, text=text),),
        due=date(2026, 9, 30),
    )
    return selection("en", records=(matter,), deadlines=())


def flat(text: str) -> str:
    return " ".join(text.split())


@CASES
def test_markdown(text):
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(render("md", page(text)).decode("utf-8"))
    inner = [token for token in tokens if token.type == "inline"]
    kinds = {child.type for token in inner for child in token.children} | {token.type for token in tokens}
    assert kinds & {"html_inline", "html_block", "link_open", "image", "code_inline", "em_open", "code_block", "fence",
                    "blockquote_open", "hr", "s_open", "ordered_list_open"} == set()  # fmt: skip
    said = ["".join(child.content for child in token.children if child.type == "text") for token in inner]
    wanted = shown(flat(text))
    assert said[0] == said[1] == said[2] == wanted
    assert said.count(wanted) >= 7


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple]] = []
        self.words: dict[str, list[str]] = {}

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data):
        self.words.setdefault(self.tags[-1][0] if self.tags else "", []).append(data)


@CASES
def test_html(text):
    made, plain = Reader(), Reader()
    made.feed(render("html", page(text)).decode("utf-8"))
    plain.feed(render("html", page("plain words, none of them short")).decode("utf-8"))
    assert [tag for tag, _ in made.tags] == [tag for tag, _ in plain.tags]
    assert {names for _, names in made.tags} <= {names for _, names in plain.tags} | {("class",), ()}
    assert made.words["h1"][0] == made.words["h2"][0] == shown(text)


def test_a_page_asks_nothing_of_the_network():
    made = Reader()
    made.feed(render("html", page("a")).decode("utf-8"))
    assert {tag for tag, _ in made.tags} & {"script", "link", "img", "iframe", "object", "base", "a"} == set()
    assert {name for _, names in made.tags for name in names} & {"src", "href", "style", "onload", "srcset"} == set()
    assert "url(" not in render("html", page("a")).decode("utf-8")


@CASES
def test_docx(text):
    read = docx.Document(io.BytesIO(render("docx", page(text))))
    wanted = shown(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    assert [one.text for one in read.paragraphs[:5]] == [wanted] * 5
    assert read.tables[0].cell(0, 1).text == wanted
    assert read.core_properties.title == wanted


@CASES
def test_csv(text):
    rows = list(csv.reader(io.StringIO(render("csv", records(text)).decode("utf-8"), newline="")))
    assert len(rows) == 2
    assert len(rows[0]) == len(rows[1])
    for one in rows[1]:
        assert not one.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
        assert not any(part.lstrip().startswith(tuple("=+-@＝＋－＠")) for part in one.split(";"))
    assert rows[1][1].replace("'", "") == shown(text).replace("'", "")


@CASES
def test_json_gives_every_text_back_as_it_was(text):
    data = render("json", records(text))
    data.decode("utf-8")
    assert shown(data.decode("utf-8"), lines=True) == data.decode("utf-8")
    (row,) = json.loads(data)["matters"]
    assert row["title"] == row["words"] == row["notes"][0]["text"] == text


@CASES
def test_icalendar(text):
    data = render("ics", records(text))
    calendar = icalendar.Calendar.from_ical(data)
    (todo,) = calendar.walk("VTODO")
    assert calendar.walk("VEVENT") == []
    assert str(todo["SUMMARY"]) == shown(flat(text))
    assert shown(flat(text)) in str(todo["DESCRIPTION"])
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not any(byte < 0x20 for byte in data.replace(b"\r\n", b""))


@CASES
def test_todotxt(text):
    lines = render("todotxt", records(text)).decode("utf-8").splitlines()
    assert len(lines) == 1
    words = lines[0].split()
    assert words[0] == "2026-09-21"
    assert [word for word in words if word.startswith("due:")] == ["due:2026-09-30"]
    assert sum(word[0] in "+@" for word in words) <= 2
    assert shown(lines[0]) == lines[0]


@CASES
def test_taskwarrior(text):
    (task,) = json.loads(render("taskwarrior", records(text)))
    assert task["description"] == shown(flat(text))
    assert all(" " not in tag and "," not in tag for tag in task["tags"])


@CASES
def test_a_visitor_s_words_are_no_less_hostile(text):
    one = Reception(number=202600001, at=MONDAY, name=text, matter=text, unit=text, phone=text)
    whole = selection("en", records=(one,), deadlines=())
    for chosen in FORMATS:
        if chosen.module and chosen.of == "selection":
            said: Any = chosen.render(whole, LOOK).decode("utf-8")
            assert shown(said.replace("\r\n", "\n"), lines=True) == said.replace("\r\n", "\n"), chosen.name
