"""Rules of the formats for other programs: RFC 5545's types and folding, todo.txt's fields, Taskwarrior's times."""

from __future__ import annotations

import json
import re
import sys
import time
from datetime import date, datetime

import icalendar
import pytest
from exported import LOOK, MONDAY, NOW, RECEPTIONS, selection
from hypothesis import given
from hypothesis import strategies as st
from strategies import ENTRIES, QUICK

import hatch_build
from planner.domain.kinds import KINDS, kind_of
from planner.domain.matter import Matter
from planner.domain.record import Record
from planner.report.formats.icalendar_ import escaped, folded
from planner.report.formats.json_ import shape_of
from planner.report.formats.table import FORMATS, format_named
from planner.store.decode import decode
from planner.wording.safe import shown


@pytest.fixture(autouse=True)
def in_china(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def render(name: str, *matters: Matter) -> bytes:
    return format_named(name).render(selection("en", records=matters, deadlines=()), LOOK)


def matter(**fields) -> Matter:
    return Matter(**{"number": 1, "created": MONDAY, "changed": MONDAY, "title": "a", **fields})


def component(**fields) -> list[str]:
    """The lines of one matter's component."""
    lines = render("ics", matter(**fields)).decode("utf-8").replace("\r\n ", "").split("\r\n")
    return lines[5:-2]


@QUICK
@given(ENTRIES)
def test_any_record_comes_back_from_json_as_it_was(record):
    row = json.loads(format_named("json").render(selection("en", records=(record,), deadlines=()), LOOK))
    (shape,) = row[kind_of(record).table]
    made = decode(kind_of(record).record, shape.pop("number"), shape)
    assert made == record


@QUICK
@given(ENTRIES)
def test_any_record_goes_out_in_every_format(record):
    whole = selection("zh", records=(record,), deadlines=())
    for one in FORMATS:
        if one.of == "selection":
            data = one.render(whole, LOOK).decode("utf-8")
            assert shown(data.replace("\r\n", "\n"), lines=True) == data.replace("\r\n", "\n")
    icalendar.Calendar.from_ical(format_named("ics").render(whole, LOOK))


def test_signs_of_the_grammar_are_escaped():
    assert escaped("a;b,c\\d\ne:f") == "a\\;b\\,c\\\\d\\ne:f"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_a_folded_line_comes_back_and_no_part_is_too_long(text):
    data = folded("SUMMARY:" + escaped(text))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    for line in data.split(b"\r\n"):
        line.decode("utf-8")  # no character is cut
    assert data.replace(b"\r\n ", b"").removesuffix(b"\r\n").decode("utf-8") == "SUMMARY:" + escaped(text)


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"due": date(2026, 9, 30)}, ["DUE;VALUE=DATE:20260930"]),
        ({"due": datetime(2026, 9, 30, 9)}, ["DUE:20260930T090000"]),
        ({"due": date(2026, 9, 30), "start": date(2026, 9, 30)}, ["DUE;VALUE=DATE:20260930"]),
        (
            {"due": datetime(2026, 9, 30, 9), "start": date(2026, 9, 28)},
            ["DTSTART:20260928T090000", "DUE:20260930T090000"],
        ),
        (
            {"due": datetime(2026, 9, 30, 9), "end": datetime(2026, 9, 30, 10, 30)},
            ["DTSTART:20260930T090000", "DTEND:20260930T103000"],
        ),
        (
            {"due": date(2026, 9, 30), "end": date(2026, 10, 2)},
            ["DTSTART;VALUE=DATE:20260930", "DTEND;VALUE=DATE:20261003"],
        ),
        (
            {"due": datetime(2026, 9, 30, 9), "end": date(2026, 10, 2)},
            ["DTSTART:20260930T090000", "DTEND:20261002T235900"],
        ),
        (
            {"due": datetime(2026, 9, 30, 9), "work": "meetings"},
            ["DTSTART:20260930T090000", "DTEND:20260930T100000"],
        ),
        (
            {"due": date(2026, 9, 30), "rrule": "FREQ=DAILY;UNTIL=20261001T235959", "exdates": (date(2026, 10, 1),)},
            ["DTSTART;VALUE=DATE:20260930", "DUE;VALUE=DATE:20260930", "RRULE:FREQ=DAILY;UNTIL=20261001",
             "EXDATE;VALUE=DATE:20261001"],
        ),
        (
            {"due": datetime(2026, 9, 30, 9), "rrule": "FREQ=DAILY;UNTIL=20261001", "exdates": (date(2026, 10, 1),)},
            ["DTSTART:20260930T000000", "DUE:20260930T090000", "RRULE:FREQ=DAILY;UNTIL=20261001T235959",
             "EXDATE:20261001T090000"],
        ),
        ({"due": date(2026, 9, 30), "rrule": "FREQ=DAILY", "from_completion": True}, ["DUE;VALUE=DATE:20260930"]),
        ({"due": date(2026, 9, 30), "rrule": "EVERY=MOON"}, ["DUE;VALUE=DATE:20260930"]),
        ({"due": date(9, 9, 9)}, ["DUE;VALUE=DATE:00090909"]),
    ],
)  # fmt: skip
def test_times_are_of_the_types_that_the_standard_asks_for(fields, wanted):
    said = component(**fields)
    assert [line for line in said if line.startswith(("DTSTART", "DTEND", "DUE", "RRULE", "EXDATE"))] == wanted


def test_a_reminder_is_before_the_due_time_of_a_to_do_and_the_beginning_of_an_appointment():
    todo = component(due=datetime(2026, 9, 30, 9), remind=(30,))
    event = component(due=datetime(2026, 9, 30, 9), end=datetime(2026, 9, 30, 10), remind=(30,))
    assert "TRIGGER;RELATED=END:-PT30M" in todo
    assert "TRIGGER:-PT30M" in event
    assert not any("VALARM" in line for line in component(remind=(30,)))


def test_a_uid_stays_when_the_matter_changes_and_a_series_has_one():
    before = matter(due=date(2026, 9, 30), rrule="FREQ=WEEKLY", number=7, series=3)
    later = before.replace(number=9, due=date(2026, 10, 7), title="b")
    uids = [icalendar.Calendar.from_ical(render("ics", one)).walk("VTODO")[0]["UID"] for one in (before, later)]
    assert uids[0] == uids[1] == "series-3@planner"
    done = before.replace(state="done", closed=NOW)
    assert icalendar.Calendar.from_ical(render("ics", done)).walk("VTODO")[0]["UID"] == "matter-7@planner"


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"priority": 2}, "(B) 2026-09-21 a"),
        ({"priority": 2, "state": "done", "closed": NOW}, "x 2026-09-25 2026-09-21 a pri:B"),
        ({"title": "mail x:y +1 @home 10:30 http://a.b/c e: :f"},
         "2026-09-21 mail x：y ＋1 ＠home 10：30 http://a.b/c e: :f"),
        ({"due": date(2026, 9, 30), "rrule": "FREQ=WEEKLY;INTERVAL=2"}, "2026-09-21 a due:2026-09-30 rec:+2w"),
        ({"due": date(2026, 9, 30), "rrule": "FREQ=DAILY", "from_completion": True},
         "2026-09-21 a due:2026-09-30 rec:1d"),
        ({"due": date(2026, 9, 30), "rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
         "2026-09-21 a due:2026-09-30 rec:+1b"),
        ({"due": date(2026, 9, 30), "rrule": "FREQ=MONTHLY;BYMONTHDAY=5"},
         "2026-09-21 a due:2026-09-30 rrule:FREQ=MONTHLY;BYMONTHDAY=5"),
        ({"tags": ("a b", "c,d"), "parties": ("Li Ming",)}, "2026-09-21 a +a_b +c_d @Li_Ming"),
    ],
)  # fmt: skip
def test_todotxt(fields, wanted):
    assert render("todotxt", matter(**fields)).decode("utf-8") == wanted + "\n"


def test_taskwarrior_s_times_are_utc_and_a_day_ends_with_its_last_second():
    (task,) = json.loads(render("taskwarrior", matter(due=date(2026, 9, 30), start=date(2026, 9, 28))))
    assert task["due"] == "20260930T155959Z"
    assert task["scheduled"] == "20260927T160000Z"
    assert task["entry"] == "20260921T003000Z"


def test_taskwarrior_s_dependencies_are_those_that_come_along():
    one, other = matter(number=2, needs=(1, 5)), matter(number=1)
    tasks = json.loads(render("taskwarrior", other, one))
    assert tasks[1]["depends"] == [tasks[0]["uuid"]]


@pytest.mark.parametrize("far", [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)])
@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York"])
def test_either_end_of_the_calendar_can_be_exported(far, zone, monkeypatch):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    one = matter(created=far, changed=far, due=far, start=far, state="done", closed=far)
    for name in ("ics", "taskwarrior", "todotxt", "csv", "json"):
        said = render(name, one).decode("utf-8")
        assert f"{far.year:04d}" in said, name


def test_a_void_entry_is_no_to_do():
    void = RECEPTIONS[0].voided("twice", NOW)
    whole = selection("en", records=(void,), deadlines=())
    assert format_named("todotxt").render(whole, LOOK) == b""


@pytest.mark.parametrize("record", selection().records, ids=lambda one: f"{type(one).__name__}-{one.number}")
def test_a_record_is_read_back_from_json_as_it_was(record):
    row = json.loads(json.dumps(shape_of(record)))
    assert decode(kind_of(record).record, row.pop("number"), row) == record


def test_what_a_newer_planner_wrote_goes_along():
    one = matter(extra=(("colour", '"red"'), ("gone/0/b", "2"), ("notes/0/mood", '"good"')))
    shape = shape_of(one)
    assert shape["colour"] == "red"
    assert shape["gone/0/b"] == 2
    assert shape["notes/0/mood"] == "good"
    assert "extra" not in shape


def test_the_documents_name_every_field():
    text = (hatch_build.ROOT / "docs" / "formats" / "json.md").read_text(encoding="utf-8")
    said = set(re.findall(r"`(\w+)`", text))
    lacking = []
    for kind in KINDS:
        inner = [value for value in vars(sys.modules[kind.record.__module__]).values()
                 if isinstance(value, type) and issubclass(value, Record)]  # fmt: skip
        for record in () if kind.machine else (kind.record, *inner):
            names = [field.name for field in record.FIELDS if field.name != "extra"]
            lacking += [f"{record.__name__}.{name}" for name in names if name not in said]
    assert sorted(set(lacking)) == []
