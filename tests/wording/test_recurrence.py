"""Recurrences in words."""

from __future__ import annotations

from datetime import datetime

import pytest

from planner.wording.recurrence import recurrence

NOW = datetime(2026, 11, 23, 7, 50)

RULES = [
    ("FREQ=DAILY", "every day", "每天"),
    ("FREQ=DAILY;INTERVAL=2", "every 2 days", "每两天"),
    ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "every workday, Mon to Fri", "每个工作日（周一至周五）"),
    ("FREQ=WEEKLY", "every week", "每周"),
    ("FREQ=WEEKLY;BYDAY=MO", "every Mon", "每周一"),
    ("FREQ=WEEKLY;BYDAY=MO,WE", "every Mon, Wed", "每周一、周三"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "every 2 weeks on Mon", "每两周周一"),
    ("FREQ=WEEKLY;INTERVAL=3;BYDAY=FR", "every 3 weeks on Fri", "每3周周五"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every workday, Mon to Fri", "每个工作日（周一至周五）"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "every Mon, Tue, Wed, Thu, Fri, Sat, Sun", None),
    ("FREQ=MONTHLY", "every month", "每月"),
    ("FREQ=MONTHLY;BYMONTHDAY=5", "every month on day 5", "每月5日"),
    ("FREQ=MONTHLY;BYMONTHDAY=5,20", "every month on day 5, day 20", "每月5日、20日"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day", "每月最后一天"),
    ("FREQ=MONTHLY;BYMONTHDAY=-3", "every month on day 3 from the end", "每月倒数第3天"),
    ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1", "every 3 months on day 1", "每3个月1日"),
    ("FREQ=MONTHLY;BYDAY=2TU", "every month on the second Tue", "每月第二个周二"),
    ("FREQ=MONTHLY;BYDAY=2TU,4TU", "every month on the second Tue, the fourth Tue", "每月第二个周二、第四个周二"),
    ("FREQ=MONTHLY;BYDAY=1MO,-1FR", "every month on the first Mon, the last Fri", "每月第一个周一、最后一个周五"),
    ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Fri", "每月最后一个周五"),
    ("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=1", "every month on the first Fri", "每月第一个周五"),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "every month on the last workday",
        "每月最后一个工作日",
    ),
    ("FREQ=YEARLY", "every year", "每年"),
    ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5", "every year on 5 Mar", "每年3月5日"),
    ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "at the end of every quarter", "每季度末"),
    ("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "at the end of every quarter", "每季度末"),
    ("FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=10", "every year in Jan, Jul on day 10", "每年1月、7月10日"),
    ("FREQ=WEEKLY;COUNT=3", "every week, 3 times", "每周，共3次"),
    ("FREQ=WEEKLY;UNTIL=20271231", "every week until Fri 31 Dec 2027", "每周，至2027年12月31日 周五止"),
]


@pytest.mark.parametrize(("rule", "english", "chinese"), RULES)
def test_a_rule_in_words(rule: str, english: str, chinese: str | None) -> None:
    assert recurrence(rule, NOW, "en") == english
    assert chinese is None or recurrence(rule, NOW, "zh") == chinese


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=HOURLY",
        "FREQ=MONTHLY;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=MONTHLY;BYDAY=2MO,TU",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,2",
        "FREQ=MONTHLY;BYMONTHDAY=5;BYDAY=MO",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYMONTH=3",
        "FREQ=DAILY;BYMONTHDAY=3",
        "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTH=3",
        "FREQ=YEARLY;BYWEEKNO=20",
        "nonsense",
        "",
    ],
)
def test_a_rule_without_words_is_shown_as_it_is(rule: str) -> None:
    assert recurrence(rule, NOW, "en") == f"by the rule {rule}"
    assert recurrence(rule, NOW, "zh") == f"按规则 {rule}"


@pytest.mark.parametrize(
    ("rule", "english", "chinese"),
    [
        ("FREQ=DAILY", "1 day after it is done", "完成后1天"),
        ("FREQ=WEEKLY;INTERVAL=2", "2 weeks after it is done", "完成后两周"),
        ("FREQ=MONTHLY;INTERVAL=6", "6 months after it is done", "完成后6个月"),
        ("FREQ=YEARLY", "1 year after it is done", "完成后1年"),
        ("FREQ=WEEKLY;BYDAY=MO", "by the rule FREQ=WEEKLY;BYDAY=MO", "按规则 FREQ=WEEKLY;BYDAY=MO"),
        ("FREQ=HOURLY", "by the rule FREQ=HOURLY", "按规则 FREQ=HOURLY"),
    ],
)
def test_from_completion(rule: str, english: str, chinese: str) -> None:
    assert recurrence(rule, NOW, "en", from_completion=True) == english
    assert recurrence(rule, NOW, "zh", from_completion=True) == chinese


def test_where_it_goes_on_a_day_off() -> None:
    rule = "FREQ=MONTHLY;BYMONTHDAY=5"
    assert recurrence(rule, NOW, "en", if_off="before") == "every month on day 5, before a day off"
    assert recurrence(rule, NOW, "zh", if_off="before") == "每月5日，遇休提前"
    assert recurrence(rule, NOW, "zh", if_off="after") == "每月5日，遇休顺延"
