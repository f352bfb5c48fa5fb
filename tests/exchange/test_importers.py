"""Foreign files as records: a table of small files for each format, with what every field becomes."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.matter import Matter
from planner.exchange.importers.table import FORMATS, format_named, format_of
from planner.exchange.incoming import Options, Reading, UnreadableFileError
from planner.store.decode import decode

NOW = datetime(2026, 9, 21, 7, 50)
CHINA = timezone(timedelta(hours=8))


def moment(words: str) -> date | None:
    try:
        found = datetime.fromisoformat(words)
    except ValueError:
        return None
    return found.date() if len(words) <= 10 else found


OPTIONS = Options(
    now=NOW,
    moment=moment,
    local=lambda at: at.astimezone(CHINA).replace(tzinfo=None),
    decoded=decode,
    knows_party=lambda name: name == "李局",
)


def read(name: str, text: str, **changes: object) -> Reading:
    chosen = format_named(name)
    assert chosen is not None
    return chosen.read(text, OPTIONS.replace(**changes))


def matters(reading: Reading) -> list[Matter]:
    return [one.entry for one in reading.found if isinstance(one.entry, Matter)]


def one(name: str, text: str, **changes: object) -> Matter:
    reading = read(name, text, **changes)
    assert not reading.slips
    (matter,) = matters(reading)
    return matter


def task(**fields: object) -> str:
    base = {"uuid": "A-1", "description": "Report", "status": "pending", "entry": "20260901T010000Z"}
    return json.dumps([base | fields])


TASKS = [
    ({}, "title", "Report"),
    ({}, "created", datetime(2026, 9, 1, 9)),
    ({"description": "two\nlines"}, "title", "two lines"),
    ({"due": "20260925T090000Z"}, "due", datetime(2026, 9, 25, 17)),
    ({"due": "20260924T160000Z"}, "due", date(2026, 9, 25)),
    ({"due": "20260925T155959Z"}, "due", date(2026, 9, 25)),
    ({"wait": "20260924T160000Z"}, "start", date(2026, 9, 25)),
    ({"priority": "H"}, "priority", 1),
    ({"priority": "L"}, "priority", 3),
    ({"tags": ["a", "b"], "project": "Home.Kitchen"}, "tags", ("a", "b", "Home.Kitchen")),
    ({"status": "completed", "end": "20260910T010000Z"}, "closed", datetime(2026, 9, 10, 9)),
    ({"status": "completed", "end": "20260910T010000Z"}, "state", "done"),
    ({"status": "recurring", "due": "20260924T160000Z", "recur": "weekly"}, "rrule", "FREQ=WEEKLY"),
    ({"status": "recurring", "due": "20260924T160000Z", "recur": "3mo"}, "rrule", "FREQ=MONTHLY;INTERVAL=3"),
    ({"status": "recurring", "due": "20260924T160000Z", "recur": "P2W"}, "rrule", "FREQ=WEEKLY;INTERVAL=2"),
    ({"status": "recurring", "due": "20260924T160000Z", "recur": "2q"}, "rrule", "FREQ=MONTHLY;INTERVAL=6"),
    (
        {"status": "recurring", "due": "20260924T160000Z", "recur": "weekdays"},
        "rrule",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    ),
    ({"rrule": "FREQ=MONTHLY;BYMONTHDAY=5", "due": "20260924T160000Z"}, "rrule", "FREQ=MONTHLY;BYMONTHDAY=5"),
    ({"parties": "李局 王局"}, "parties", ("李局", "王局")),
]


@pytest.mark.parametrize(("fields", "name", "expected"), TASKS)
def test_taskwarrior_fields(fields: dict[str, object], name: str, expected: object) -> None:
    assert getattr(one("taskwarrior", task(**fields)), name) == expected


def test_taskwarrior_keeps_annotations_and_the_users_own_fields_as_notes() -> None:
    matter = one(
        "taskwarrior",
        task(annotations=[{"entry": "20260902T010000Z", "description": "asked"}], office="east", urgency=3.2),
    )
    assert [note.text for note in matter.notes] == ["asked", "office: east"]


def test_taskwarrior_takes_the_parent_of_a_series_and_leaves_its_children() -> None:
    parent = {"uuid": "p", "description": "List", "status": "recurring", "entry": "20260101T000000Z"}
    parent |= {"recur": "weekly", "due": "20260101T000000Z"}
    child = parent | {"status": "pending", "parent": "p"}
    items = [
        parent,
        child | {"uuid": "c1", "due": "20261001T000000Z"},
        child | {"uuid": "c2", "due": "20260925T000000Z"},
    ]
    reading = read("taskwarrior", json.dumps(items))
    assert [(matter.title, matter.due) for matter in matters(reading)] == [("List", datetime(2026, 9, 25, 8))]
    assert [remark.place for remark in reading.left_out] == [2, 3]


def test_taskwarrior_lines_with_a_bad_one_give_the_others() -> None:
    good = json.loads(task())[0]
    text = "\n".join((json.dumps(good), "{nonsense", json.dumps(good | {"uuid": "B"}), json.dumps({"uuid": "C"})))
    reading = read("taskwarrior", text)
    assert [one.key for one in reading.found] == ["taskwarrior:a-1", "taskwarrior:b"]
    assert [remark.place for remark in reading.slips] == [2, 4]


def test_an_unknown_rule_is_kept_as_a_note_and_told() -> None:
    reading = read("taskwarrior", task(status="recurring", due="20260924T160000Z", recur="moonly"))
    assert matters(reading)[0].rrule is None
    assert [note.text for note in matters(reading)[0].notes] == ["recur: moonly"]
    assert [remark.place for remark in reading.remarks] == [1]


def test_taskwarriors_needs_are_keys() -> None:
    assert read("taskwarrior", task(depends="B-2,C-3")).found[0].needs == ("taskwarrior:b-2", "taskwarrior:c-3")
    assert read("taskwarrior", task(depends=["B-2"])).found[0].needs == ("taskwarrior:b-2",)


LINES = [
    ("(A) 2026-09-01 Call Mum", "priority", 1),
    ("(A) 2026-09-01 Call Mum", "created", datetime(2026, 9, 1)),
    ("(Z) Call", "priority", 4),
    ("Call (A) Mum", "title", "Call (A) Mum"),
    ("x 2026-09-10 2026-09-01 sent pri:B", "closed", datetime(2026, 9, 10)),
    ("x 2026-09-10 2026-09-01 sent pri:B", "created", datetime(2026, 9, 1)),
    ("x 2026-09-10 2026-09-01 sent pri:B", "priority", 2),
    ("xylophone lesson", "title", "xylophone lesson"),
    ("x", "title", "x"),
    ("a due:2026-09-24", "due", date(2026, 9, 24)),
    ("a due:2026-09-24 at:17:30", "due", datetime(2026, 9, 24, 17, 30)),
    ("a t:2026-09-24", "start", date(2026, 9, 24)),
    ("a due:2026-09-24 rec:2w", "rrule", "FREQ=WEEKLY;INTERVAL=2"),
    ("a due:2026-09-24 rec:2w", "from_completion", True),
    ("a due:2026-09-24 rec:+1m", "from_completion", False),
    ("a due:2026-09-24 rec:1b", "rrule", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("a due:2026-09-24 rrule:FREQ=MONTHLY;BYDAY=2TU", "rrule", "FREQ=MONTHLY;BYDAY=2TU"),
    ("a +family @phone @李局", "tags", ("family", "phone")),
    ("a +family @phone @李局", "parties", ("李局",)),
    ("a +大事", "grade", "major"),
    ("a +大事", "tags", ()),
    ("see http://a.b/c:8080 key:value", "title", "see http://a.b/c:8080 key:value"),
    ("1 + 1 = 2", "title", "1 + 1 = 2"),
    ("x 2026-09-10 given up state:dropped", "state", "dropped"),
]


@pytest.mark.parametrize(("line", "name", "expected"), LINES)
def test_todotxt_fields(line: str, name: str, expected: object) -> None:
    assert getattr(one("todotxt", line), name) == expected


def test_every_context_is_somebody_when_asked_for() -> None:
    assert one("todotxt", "a @养老科", contexts_are_people=True).parties == ("养老科",)


def test_a_todotxt_line_is_known_by_its_words_whatever_became_of_it() -> None:
    keys = [
        read("todotxt", line).found[0].key
        for line in ("(A) 2026-09-01 Call Mum +f", "x 2026-09-10 2026-09-01 Call Mum +f", "Call Mum +f due:2026-10-01")
    ]
    assert len(set(keys)) == 1
    twice = read("todotxt", "Call Mum\nCall Mum")
    assert len({one.key for one in twice.found}) == 2


def test_an_impossible_date_costs_only_its_line() -> None:
    reading = read("todotxt", "a due:2026-02-30\nb")
    assert [matter.title for matter in matters(reading)] == ["b"]
    assert [remark.place for remark in reading.slips] == [1]


def calendar(*lines: str, kind: str = "VTODO") -> str:
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", f"BEGIN:{kind}", "UID:u1", "SUMMARY:Report")
    return "\r\n".join((*head, *lines, f"END:{kind}", "END:VCALENDAR", ""))


COMPONENTS = [
    ("VTODO", ("DUE:20260925T090000Z",), "due", datetime(2026, 9, 25, 17)),
    ("VTODO", ("DUE:20260925T090000",), "due", datetime(2026, 9, 25, 9)),
    ("VTODO", ("DUE;TZID=Europe/Berlin:20260925T090000",), "due", datetime(2026, 9, 25, 15)),
    ("VTODO", ("DUE;VALUE=DATE:20260925",), "due", date(2026, 9, 25)),
    ("VTODO", ("DTSTART;VALUE=DATE:20260920", "DUE;VALUE=DATE:20260925"), "start", date(2026, 9, 20)),
    ("VTODO", ("DTSTART:20260925T090000", "DURATION:PT1H"), "due", datetime(2026, 9, 25, 10)),
    ("VTODO", ("PRIORITY:1",), "priority", 1),
    ("VTODO", ("PRIORITY:5",), "priority", 2),
    ("VTODO", ("PRIORITY:9",), "priority", 3),
    ("VTODO", ("PRIORITY:0",), "priority", 4),
    ("VTODO", ("STATUS:COMPLETED", "COMPLETED:20260910T010000Z"), "closed", datetime(2026, 9, 10, 9)),
    ("VTODO", ("STATUS:CANCELLED",), "state", "dropped"),
    ("VTODO", ("CATEGORIES:救助,two words",), "tags", ("救助", "two-words")),
    ("VEVENT", ("DTSTART:20260925T090000", "DTEND:20260925T103000"), "end", datetime(2026, 9, 25, 10, 30)),
    ("VEVENT", ("DTSTART;VALUE=DATE:20260925", "DTEND;VALUE=DATE:20260926"), "end", None),
    ("VEVENT", ("DTSTART;VALUE=DATE:20260925", "DTEND;VALUE=DATE:20260928"), "end", date(2026, 9, 27)),
    ("VEVENT", ("DTSTART:20260925T090000", "RRULE:FREQ=WEEKLY;BYDAY=FR"), "rrule", "FREQ=WEEKLY;BYDAY=FR"),
    (
        "VEVENT",
        ("DTSTART:20260925T090000", "RRULE:FREQ=WEEKLY", "EXDATE:20261002T090000,20261009T090000"),
        "exdates",
        (date(2026, 10, 2), date(2026, 10, 9)),
    ),
    (
        "VEVENT",
        ("DTSTART:20260925T090000", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT1H30M", "END:VALARM"),
        "remind",
        (90,),
    ),
]


@pytest.mark.parametrize(("kind", "lines", "name", "expected"), COMPONENTS)
def test_icalendar_fields(kind: str, lines: tuple[str, ...], name: str, expected: object) -> None:
    pytest.importorskip("icalendar", reason="the extra [ical] is not installed")
    assert getattr(one("ical", calendar(*lines, kind=kind)), name) == expected


def test_a_broken_component_costs_only_itself() -> None:
    pytest.importorskip("icalendar", reason="the extra [ical] is not installed")
    text = calendar("DUE:nonsense").replace("END:VCALENDAR", "") + calendar().replace("BEGIN:VCALENDAR", "")
    reading = read("ical", text)
    assert len(reading.found) == 1
    assert [remark.place for remark in reading.slips] == [4]


def test_icalendar_leaves_journals_and_changed_occurrences() -> None:
    pytest.importorskip("icalendar", reason="the extra [ical] is not installed")
    assert not read("ical", calendar(kind="VJOURNAL")).found
    changed = read("ical", calendar("DTSTART:20260925T090000", "RECURRENCE-ID:20260925T090000", kind="VEVENT"))
    assert (len(changed.found), len(changed.left_out)) == (0, 1)


def test_a_sheet_is_read_by_its_headings_in_chinese_and_english() -> None:
    text = "事项,截止日期,责任科室,紧急程度,优先级,状态,旁注\n报送,2026-09-25,救助科、财务科,特急,高,未完成,\n"
    matter = one("csv", text)
    assert (matter.title, matter.due, matter.handed_to) == ("报送", date(2026, 9, 25), ("救助科", "财务科"))
    assert (matter.urgency, matter.priority, matter.state) == ("urgent", 1, "open")
    matter = one("csv", "Task;Deadline;Grade;Colour\nReport;2026-09-25;major;'=1+1\n")
    assert (matter.title, matter.grade, [note.text for note in matter.notes]) == ("Report", "major", ["Colour: =1+1"])


def test_rows_that_are_no_matters_are_left_out_and_told() -> None:
    reading = read("csv", "类型,标题,状态\n事项,报送,在办\n接待,低保申请,待答复\n")
    assert [matter.title for matter in matters(reading)] == ["报送"]
    assert [remark.place for remark in reading.left_out] == [3]


def test_columns_name_what_the_headings_do_not() -> None:
    matter = one("csv", "Was,Wann\nReport,2026-09-25\n", columns=(("title", "Was"), ("due", "wann")))
    assert (matter.title, matter.due) == ("Report", date(2026, 9, 25))


@pytest.mark.parametrize(
    "cells",
    [
        ("due", "someday soon"),
        ("priority", "9"),
        ("grade", "huge"),
        ("urgency", "x"),
        ("state", "perhaps"),
        ("title", " "),
    ],
)
def test_a_bad_cell_costs_its_row_and_says_why(cells: tuple[str, str]) -> None:
    head, cell = cells
    other = "due" if head == "title" else "title"
    rows = f"{head},{other}\n{cell},{'2026-09-25' if other == 'due' else 'Report'}\n"
    reading = read("csv", rows)
    assert not reading.found
    assert [remark.place for remark in reading.slips] == [2]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("taskwarrior", "nonsense"),
        ("ical", "nonsense"),
        ("csv", "a,b\n1,2\n"),
        ("planner", "{}"),
        ("planner", '{"planner": 99}'),
        ("tinydb", "[]"),
    ],
)
def test_a_file_of_another_kind_is_refused_whole(name: str, text: str) -> None:
    with pytest.raises(UnreadableFileError) as error:
        read(name, text)
    assert "\n" not in error.value.reason


def test_the_format_is_told_by_the_file() -> None:
    assert [
        getattr(format_of(name, text), "name", None)
        for name, text in (
            ("x", "BEGIN:VCALENDAR"),
            ("x.json", '{"planner": 1'),
            ("book.json", '{"matters": {"1"'),
            ("t.json", "[{"),
            ("todo.txt", "a"),
            ("a.CSV", "a"),
            ("-", "a"),
        )
    ] == ["ical", "planner", "tinydb", "taskwarrior", "todotxt", "csv", None]


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda one: one.name)
@given(text=st.one_of(st.text(max_size=200), st.binary(max_size=200).map(lambda data: data.decode("latin-1"))))
def test_no_file_raises_anything_but_its_refusal(chosen: object, text: str) -> None:
    try:
        reading = chosen.read(text, OPTIONS)
    except UnreadableFileError:
        return
    for incoming in reading.found:
        incoming.entry.check()


def test_signs_that_end_no_line_elsewhere_end_none_here() -> None:
    assert [matter.title for matter in matters(read("todotxt", "one\u2028two\u0085three\rfour\r\nfive"))] == [
        "one two three",
        "four",
        "five",
    ]
    assert one("ical", calendar("DESCRIPTION:agenda\u2028second line")).notes[0].text == "agenda\u2028second line"


@pytest.mark.parametrize("name", ["planner", "tinydb", "taskwarrior"])
def test_json_deeper_than_any_book_is_refused(name: str) -> None:
    with pytest.raises(UnreadableFileError):
        read(name, "[" * 200_000)


def test_an_impossible_date_of_a_child_costs_only_the_child() -> None:
    parent = {"uuid": "p", "description": "List", "status": "recurring", "entry": "20260101T000000Z"}
    parent |= {"recur": "weekly", "due": "20260925T000000Z"}
    child = parent | {"uuid": "c", "status": "pending", "parent": "p", "due": "20261399T000000Z"}
    assert [matter.title for matter in matters(read("taskwarrior", json.dumps([child, parent])))] == ["List"]


def test_sheets_that_count_their_rows_alike_are_not_taken_for_each_other() -> None:
    one_, other = read("csv", "序号,事项\n1,甲\n"), read("csv", "序号,事项\n1,丙\n")
    assert one_.found[0].key != other.found[0].key
    weekly, later = (read("csv", f"事项,期限\n例会,2026-{day}\n").found[0].key for day in ("09-25", "10-02"))
    assert weekly != later


@pytest.mark.parametrize("rule", ["garbage", "FREQ=SECONDLY", "FREQ=WEEKLY;BYDAY=XX"])
def test_a_rule_that_no_matter_can_keep_is_a_note(rule: str) -> None:
    text = json.dumps({"planner": 1, "matters": [{"number": 1, "title": "a", "due": "2026-09-25", "rrule": rule}]})
    reading = read("planner", text)
    assert (matters(reading)[0].rrule, matters(reading)[0].notes[0].text) == (None, f"RRULE:{rule}")
    assert len(reading.remarks) == 1


@pytest.mark.parametrize("number", [10**18, 0, -1, "9" * 4300, True, None, 1.5])
def test_a_number_that_no_book_gives_is_a_slip(number: object) -> None:
    reading = read("planner", json.dumps({"planner": 1, "matters": [{"number": number, "title": "a"}]}))
    assert (len(reading.found), len(reading.slips)) == (0, 1)


def test_a_reception_of_an_impossible_year_is_a_slip() -> None:
    row = {"number": 99999900001, "at": "2026-09-21T09:00", "matter": "x"}
    assert len(read("planner", json.dumps({"planner": 1, "receptions": [row]})).slips) == 1


def test_a_long_cell_and_a_name_of_signs_only_are_taken() -> None:
    matter = one("csv", f"事项,联系人,备注\n甲,@,{'x' * 200_000}\n")
    assert (matter.parties, len(matter.notes[0].text)) == ((), 200_000)


def test_stamps_are_turned_by_the_zone_of_the_office() -> None:
    assert OPTIONS.local(datetime(2026, 9, 25, 9, tzinfo=UTC)) == datetime(2026, 9, 25, 17)
