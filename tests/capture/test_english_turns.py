"""Turns of English: what touches a date decides what it means, and what of the line is its title."""

import english_turns
import pytest
from tables import NOW, rows, shown

from planner.capture import parse


@pytest.mark.parametrize(("phrase", "expected"), rows(english_turns.PHRASES))
def test_phrases(phrase, expected):
    draft = parse(phrase, NOW)
    assert (shown(draft.due, draft.end), draft.rrule, draft.title) == (expected, None, "")


@pytest.mark.parametrize(("line", "expected", "title"), rows(english_turns.LINES))
def test_lines(line, expected, title):
    draft = parse(line, NOW)
    assert (shown(draft.due, draft.end), draft.title) == (expected, title)


@pytest.mark.parametrize("line", [row[0] for row in rows(english_turns.NEGATIVES)])
def test_what_is_no_date_stays(line):
    draft = parse(line, NOW)
    assert (draft.due, draft.rrule, draft.spans, draft.title) == (None, None, (), line)
