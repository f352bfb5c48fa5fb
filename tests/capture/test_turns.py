"""Turns of both languages: what touches a date decides what it means, and what of the line is its title."""

import chinese_desk
import chinese_turns
import english_desk
import english_turns
import pytest
from tables import NOW, rows, shown

from planner.capture import parse

TABLES = (english_turns, chinese_turns, english_desk, chinese_desk)


def _rows(name):
    """The rows of that name in both languages."""
    return [row for table in TABLES for row in rows(getattr(table, name, ""))]


@pytest.mark.parametrize(("phrase", "expected"), _rows("PHRASES"))
def test_phrases(phrase, expected):
    draft = parse(phrase, NOW)
    assert (shown(draft.due, draft.end), draft.rrule, draft.title) == (expected, None, "")


@pytest.mark.parametrize(("line", "expected", "title"), _rows("LINES"))
def test_lines(line, expected, title):
    draft = parse(line, NOW)
    assert (shown(draft.due, draft.end), draft.rrule, draft.title) == (expected, None, title)


@pytest.mark.parametrize(("line", "rule", "first", "title"), _rows("RULES"))
def test_recurrences(line, rule, first, title):
    draft = parse(line, NOW)
    assert (draft.rrule, shown(draft.due, draft.end), draft.title) == (rule, first, title)


@pytest.mark.parametrize("line", [row[0] for row in _rows("NEGATIVES")])
def test_what_is_no_date_stays(line):
    draft = parse(line, NOW)
    assert (draft.due, draft.rrule, draft.spans, draft.title) == (None, None, (), line)


@pytest.mark.parametrize(("line", "expected", "remark"), _rows("REMARKS"))
def test_what_could_be_read_otherwise_is_remarked_on(line, expected, remark):
    draft = parse(line, NOW)
    assert (shown(draft.due, draft.end), remark in draft.remarks) == (expected, True)
