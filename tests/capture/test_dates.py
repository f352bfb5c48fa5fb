"""Days, times, ranges and recurrences in both languages, as tables."""

import chinese_dates
import chinese_office
import english_dates
import lookalikes
import pytest
import recurrence_lines
from tables import NOW, rows, shown, span

from planner.capture import parse, parse_moment
from planner.domain.moment import date, datetime
from planner.domain.workdays import WEEKENDS_ONLY

PHRASES = rows(english_dates.PHRASES) + rows(chinese_dates.PHRASES) + rows(chinese_office.PHRASES)
LINES = rows(english_dates.LINES) + rows(chinese_dates.LINES) + rows(chinese_office.LINES)
RULES = rows(recurrence_lines.RULES) + rows(chinese_office.RULES)
NEGATIVES = [row[0] for row in rows(lookalikes.ENGLISH) + rows(lookalikes.CHINESE)]


def test_the_tables_are_as_large_as_promised():
    assert len(rows(english_dates.PHRASES) + rows(english_dates.LINES)) >= 300
    assert len(rows(chinese_dates.PHRASES) + rows(chinese_dates.LINES)) >= 300
    assert len(RULES) >= 80
    assert len(NEGATIVES) >= 120


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_phrases(phrase, expected):
    draft = parse(phrase, NOW)
    assert shown(draft.due, draft.end) == expected
    assert (draft.due, draft.end) == span(expected)
    assert draft.rrule is None
    assert draft.title.strip(" .") == ""


@pytest.mark.parametrize(("line", "expected", "title"), LINES)
def test_lines(line, expected, title):
    draft = parse(line, NOW)
    assert shown(draft.due, draft.end) == expected
    assert draft.title == title


@pytest.mark.parametrize("row", RULES, ids=lambda row: row[0])
def test_recurrences(row):
    draft = parse(row[0], NOW)
    assert draft.rrule == row[1]
    assert shown(draft.due, draft.end) == row[2]
    assert draft.from_completion == (row[3:] == ("after",))


@pytest.mark.parametrize(("line", "rule", "first", "title"), rows(recurrence_lines.LINES))
def test_recurrences_in_lines(line, rule, first, title):
    draft = parse(line, NOW)
    assert (draft.rrule, shown(draft.due, draft.end), draft.title) == (rule, first, title)


@pytest.mark.parametrize("line", NEGATIVES)
def test_what_is_no_date_stays(line):
    draft = parse(line, NOW)
    assert (draft.due, draft.rrule, draft.spans, draft.title) == (None, None, (), line)


@pytest.mark.parametrize(("line", "expected", "title"), LINES)
def test_a_span_s_text_is_what_was_struck(line, expected, title):
    draft = parse(line, NOW)
    kept, done = "", 0
    for one in draft.spans:
        kept += line[done : one.start]
        done = max(done, one.end)
    kept += line[done:]
    squeezed = [char for char in kept if char not in " ，,。.（）()"]
    assert squeezed == [char for char in title if char not in " ，,。.（）()"]
    assert [one.role for one in draft.spans] == ["due"] * len(draft.spans)


@pytest.mark.parametrize(("line", "expected", "title"), LINES)
def test_a_title_read_again_holds_no_date(line, expected, title):
    again = parse(title, NOW)
    assert again.due is None or "Q3" in title
    assert again.title == title


@pytest.mark.parametrize(
    ("line", "expected"), [("fri 5pm", "11-27 17:00"), ("下周五前", "12-04"), ("2026-12-01", "12-01")]
)
def test_the_language_of_the_interface_does_not_matter(line, expected):
    for lang in ("en", "zh"):
        assert shown(parse(line, NOW, lang).due, None) == expected


def test_day_first_is_a_setting():
    assert parse("9/11", NOW).due == date(2027, 9, 11)
    assert parse("9/11", NOW, day_first=True).due == date(2027, 11, 9)
    assert parse("27/11", NOW).due == parse("11/27", NOW, day_first=True).due == date(2026, 11, 27)


def test_working_days_follow_the_calendar_given():
    before_the_holiday = datetime(2026, 9, 30, 9)
    assert parse("3个工作日后", before_the_holiday).due == date(2026, 10, 10)
    assert parse("in 3 working days", before_the_holiday).due == date(2026, 10, 10)
    assert parse("in 3 working days", before_the_holiday, calendar=WEEKENDS_ONLY).due == date(2026, 10, 5)
    assert parse("3个工作日后", before_the_holiday, calendar=WEEKENDS_ONLY).due == date(2026, 10, 5)


def test_remarks_say_what_the_echo_must():
    assert "rolled_forward" in parse("8am", NOW).remarks
    assert "two_readings" in parse("next friday", NOW).remarks
    assert "past" in parse("2026-01-05", NOW).remarks
    assert "conflict" in parse("p1 p2 x", NOW).remarks
    assert "rolled_forward" in parse("nov 22", NOW).remarks
    assert "rolled_forward" in parse("3号", NOW).remarks
    assert parse("3个工作日后", datetime(2030, 5, 1, 9)).remarks == ("unknown_year",)
    assert parse("in 3 working days", datetime(2030, 5, 1, 9)).remarks == ("unknown_year",)
    assert parse("3个工作日后", NOW).remarks == ()
    assert parse("tomorrow", NOW).remarks == ()


@pytest.mark.parametrize(
    ("line", "hour", "remarks"),
    [
        ("今天7点开会", 19, ("rolled_forward",)),
        ("meet today at 7", 19, ("rolled_forward",)),
        ("今天8点开会", 8, ()),
        ("今早7点开会", 7, ("past",)),
        ("meet today at 7am", 7, ("past",)),
        ("今天下午3点开会", 15, ()),
    ],
)
def test_a_bare_hour_that_is_past_today_is_its_next_one_and_the_draft_says_so(line, hour, remarks):
    draft = parse(line, datetime(2026, 9, 21, 7, 50))
    assert (draft.due, draft.remarks) == (datetime(2026, 9, 21, hour), remarks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fri 5pm", datetime(2026, 11, 27, 17)),
        ("下周五前", date(2026, 12, 4)),
        ("2026-12-01", date(2026, 12, 1)),
        ("next week", date(2026, 12, 6)),
        ("fri call Li", None),
        ("every fri", None),
        ("nonsense", None),
        ("", None),
    ],
)
def test_a_date_alone(text, expected):
    assert parse_moment(text, NOW) == expected
