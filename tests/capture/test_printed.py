"""No line raises, and a draft written back as a line reads the same."""

import pytest
from chinese_dates import LINES as CHINESE_LINES
from english_dates import LINES as ENGLISH_LINES
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tables import NOW, rows

from planner.capture import parse, parse_many, parse_moment, parse_point, parse_visit, printed
from planner.domain.moment import datetime

PIECES = st.sampled_from(
    [
        *(
            "tomorrow",
            "fri",
            "next",
            "every",
            "monday",
            "5pm",
            "at",
            "9-10:30",
            "in 3 days",
            "after",
            "the",
            "27/11",
            "2nd",
        ),
        *(
            "for",
            "from",
            "to",
            "until",
            "last",
            "of",
            "month",
            "december",
            "may",
            "q3",
            "eom",
            "half past",
            "and",
            "except",
        ),
        *(
            "明天",
            "下周五",
            "每",
            "每月",
            "三",
            "点",
            "半",
            "月底",
            "前",
            "后",
            "到",
            "个",
            "工作日",
            "的",
            "号",
            "年",
            "二〇二六",
            "除",
        ),
        *(
            "国庆节",
            "农历",
            "初五",
            "周",
            "一",
            "上午",
            "完成后",
            "两周",
            "第",
            "最后一天",
            "提前",
            "遇休顺延",
            "半小时",
            "提醒",
        ),
        *(
            "@李局",
            "＠王局",
            "+救助",
            "#tag",
            "p1",
            "！１",
            ">救助科",
            "》",
            "《",
            "“",
            "”",
            '"',
            "'",
            "\\",
            "\\\\",
            "due:",
            "due:fri",
        ),
        *(
            "every:2w",
            "after:3d",
            "note:x y",
            "words:“报我”",
            "from:Li",
            "to:A,B",
            "ahead:5wd",
            "remind:30m",
            "needs:3",
            "due:-",
        ),
        *(
            "title:",
            "start:mon",
            "C++",
            "a@b.com",
            "5>3",
            "+86 138",
            "http://x.y/z",
            "::",
            "(",
            ")",
            "，",
            "。",
            "  ",
            "\t",
            "\0",
        ),
        *("draft", "报告", "Li", "0", "99999999999", "é", "İ", "😀", "\u202e", "\ud800", "1.5", "-", "~", "/", "."),
    ]
)
SOUP = st.one_of(
    st.lists(PIECES, max_size=12).map("".join),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.text(max_size=60),
)


@given(SOUP)
@settings(max_examples=400, deadline=None)
def test_no_line_raises(line):
    parse(line, NOW)
    parse(line, NOW, "zh", day_first=True)
    parse_visit(line, NOW)
    parse_point(line, NOW)
    parse_many(line, NOW)
    parse_moment(line, NOW)


@given(SOUP)
@settings(max_examples=400, deadline=None)
@example("a \\明天 b")
@example("\\p1 \\@李局 \\+x")
@example('title:"fri 5pm" note:"a b"')
def test_a_draft_printed_reads_the_same(line):
    draft = parse(line, NOW)
    for lang in ("en", "zh"):
        again = parse(printed(draft, lang), NOW)
        assert again.replace(spans=(), remarks=(), time_only=False) == draft.replace(
            spans=(), remarks=(), time_only=False
        ), printed(draft, lang)


def test_whole_lines_printed_read_the_same():
    for line, *_ in rows(ENGLISH_LINES) + rows(CHINESE_LINES):
        draft = parse(line, NOW)
        assert parse(printed(draft), NOW).replace(spans=(), remarks=(), time_only=False) == draft.replace(
            spans=(), remarks=(), time_only=False
        )


@pytest.mark.parametrize(
    "line",
    [
        *("10月底数据核对", "数据核对10月底", "9月份工资表", "11月20日会议纪要印发", "late December review"),
        *("letter dated 18 november", "early june report", "每年春节前走访", "training 1-3 December 9:00"),
    ],
)
def test_a_draft_is_printed_for_any_month(line):
    draft = parse(line, NOW)
    for now in (NOW, datetime(2026, 1, 5, 9), datetime(2026, 6, 28, 9), datetime(2026, 12, 30, 9)):
        again = parse(printed(draft), now)
        assert (again.title, again.due, again.end, again.rrule) == (draft.title, draft.due, draft.end, draft.rrule)


@given(SOUP)
@settings(max_examples=300, deadline=None)
def test_spans_stand_in_the_line_in_order(line):
    draft = parse(line, NOW)
    last = 0
    for span in draft.spans:
        assert last <= span.start < span.end <= len(line)
        last = span.start
