"""How days and times are said. Fixed at Monday, 23 November 2026, 07:50."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.workdays import CHINA, WEEKENDS_ONLY
from planner.wording.dates import day_heading, left, on, said, short, stamp, week_heading, weekday

NOW = datetime(2026, 11, 23, 7, 50)

SAID = [
    (
        datetime(2026, 11, 27, 17),
        "Fri 27 Nov 17:00, in 4 days, 4 working days",
        "11月27日 周五 17:00，还有4天（4个工作日）",
    ),
    (date(2026, 11, 27), "Fri 27 Nov, in 4 days, 4 working days", "11月27日 周五，还有4天（4个工作日）"),
    (date(2026, 11, 24), "Tue 24 Nov, tomorrow", "11月24日 周二，明天"),
    (date(2026, 11, 25), "Wed 25 Nov, in 2 days, 2 working days", "11月25日 周三，还有2天（2个工作日）"),
    (
        date(2026, 11, 28),
        "Sat 28 Nov, in 5 days, 4 working days, on a day off",
        "11月28日 周六，还有5天（4个工作日），当天休息",
    ),
    (date(2026, 11, 23), "Mon 23 Nov, today", "11月23日 周一，今天"),
    (datetime(2026, 11, 23, 12), "Mon 23 Nov 12:00, today, 4 h left", "11月23日 周一 12:00，今天，还有4小时"),
    (datetime(2026, 11, 23, 8, 49), "Mon 23 Nov 08:49, today, 59 min left", "11月23日 周一 08:49，今天，还有59分钟"),
    (datetime(2026, 11, 23, 7, 50), "Mon 23 Nov 07:50, today, 0 min left", "11月23日 周一 07:50，今天，还有0分钟"),
    (datetime(2026, 11, 23, 7, 20), "Mon 23 Nov 07:20, today, 30 min late", "11月23日 周一 07:20，今天，逾期30分钟"),
    (datetime(2026, 11, 23, 5, 50), "Mon 23 Nov 05:50, today, 2 h late", "11月23日 周一 05:50，今天，逾期2小时"),
    (date(2026, 11, 20), "Fri 20 Nov, 1 working day late", "11月20日 周五，逾期1个工作日"),
    (date(2026, 11, 18), "Wed 18 Nov, 3 working days late", "11月18日 周三，逾期3个工作日"),
    (
        date(2027, 1, 8),
        "Fri 8 Jan 2027, in 46 days, 34 working days (days off of 2027 not known: weekends only)",
        "2027年1月8日 周五，还有46天（34个工作日），2027年放假安排不详，只按周末推算",
    ),
]


@pytest.mark.parametrize(("moment", "english", "chinese"), SAID)
def test_a_moment_in_full(moment: date, english: str, chinese: str) -> None:
    assert said(moment, NOW, "en", CHINA) == english
    assert said(moment, NOW, "zh", CHINA) == chinese


def test_late_by_days_off_only_is_said_in_days() -> None:
    sunday = datetime(2026, 11, 29, 9)
    assert said(date(2026, 11, 28), sunday, "en", CHINA) == "Sat 28 Nov, 1 day late"
    assert said(date(2026, 11, 27), sunday, "zh", CHINA) == "11月27日 周五，逾期2天"


def test_moved_working_days_count() -> None:
    friday = datetime(2026, 9, 18, 8)  # Sunday the 20th is worked before the holiday
    assert said(date(2026, 9, 21), friday, "en", CHINA) == "Mon 21 Sep, in 3 days, 2 working days"
    assert said(date(2026, 9, 20), friday, "zh", CHINA) == "9月20日 周日，还有2天（1个工作日）"


def test_a_calendar_that_knows_no_year_says_so() -> None:
    assert "days off of 2026 not known" in said(date(2026, 11, 27), NOW, "en", WEEKENDS_ONLY)
    assert "2026年放假安排不详" in said(date(2026, 11, 27), NOW, "zh", WEEKENDS_ONLY)


def test_a_range_says_both_ends_and_the_distance_to_the_first() -> None:
    first, last = datetime(2026, 11, 25, 9), datetime(2026, 11, 25, 10, 30)
    assert said(first, NOW, "en", CHINA, last) == "Wed 25 Nov 09:00–10:30, in 2 days, 2 working days"
    assert stamp(date(2026, 11, 25), NOW, "zh", date(2026, 11, 27)) == "11月25日 周三 至 11月27日 周五"
    assert stamp(date(2026, 11, 25), NOW, "en", date(2026, 11, 25)) == "Wed 25 Nov"
    assert stamp(first, NOW, "en", datetime(2026, 11, 26, 9)) == "Wed 25 Nov 09:00 to Thu 26 Nov 09:00"


SHORT = [
    (datetime(2026, 11, 23, 12), "today 12:00", "今日12:00", "4 h left", "余4小时"),
    (datetime(2026, 11, 23, 8), "today 08:00", "今日08:00", "10 min left", "余10分钟"),
    (datetime(2026, 11, 23, 7), "today 07:00", "今日07:00", "50 min late", "逾50分钟"),
    (datetime(2026, 11, 23, 6), "today 06:00", "今日06:00", "1 h late", "逾1小时"),
    (date(2026, 11, 23), "today", "今日", "", ""),
    (date(2026, 11, 24), "tomorrow", "明日", "1 wd left", "余1工日"),
    (date(2026, 11, 25), "Wed", "周三", "2 wd left", "余2工日"),
    (datetime(2026, 11, 29, 9), "Sun 09:00", "周日09:00", "4 wd left", "余4工日"),
    (date(2026, 11, 30), "30 Nov", "11-30", "5 wd left", "余5工日"),
    (date(2026, 11, 22), "yesterday", "昨日", "1 wd late", "逾1工日"),
    (date(2026, 9, 17), "17 Sep", "9-17", "43 wd late", "逾43工日"),
    (date(2027, 1, 1), "2027-01-01", "2027-01-01", "~29 wd left", "约余29工日"),
    (datetime(2025, 12, 31, 9), "2025-12-31 09:00", "2025-12-31 09:00", "220 wd late", "逾220工日"),
]


@pytest.mark.parametrize(("moment", "english", "chinese", "left_en", "left_zh"), SHORT)
def test_a_moment_in_a_list(moment: date, english: str, chinese: str, left_en: str, left_zh: str) -> None:
    assert (short(moment, NOW, "en"), short(moment, NOW, "zh")) == (english, chinese)
    assert (left(moment, NOW, "en", CHINA), left(moment, NOW, "zh", CHINA)) == (left_en, left_zh)


def test_only_days_off_between_are_told_in_days() -> None:
    saturday = datetime(2026, 11, 28, 9)
    assert left(date(2026, 11, 29), saturday, "en", CHINA) == "1 d left"
    assert left(date(2026, 11, 28), datetime(2026, 11, 29, 9), "zh", CHINA) == "逾1天"


def test_a_year_that_is_not_known_makes_the_count_an_estimate() -> None:
    assert left(date(2027, 1, 8), NOW, "en", CHINA).startswith("~")
    assert left(date(2027, 1, 8), NOW, "zh", CHINA).startswith("约余")
    assert left(date(2026, 12, 31), NOW, "en", CHINA)[0].isdigit()


def test_headings() -> None:
    assert day_heading(date(2026, 9, 21), NOW, "en") == "Mon 21 Sep"
    assert day_heading(date(2026, 9, 21), NOW, "zh") == "9月21日 周一"
    assert day_heading(date(2027, 9, 21), NOW, "en") == "Tue 21 Sep 2027"
    assert on(date(2027, 9, 21), NOW, "zh") == "2027年9月21日"
    assert week_heading(date(2026, 9, 21), date(2026, 9, 24), NOW, "en") == "21 Sep to 24 Sep"
    assert week_heading(date(2026, 9, 21), date(2026, 9, 24), NOW, "zh") == "9月21日至9月24日"


def test_every_day_of_the_week_has_its_name() -> None:
    days = [date(2026, 11, 23) + timedelta(ahead) for ahead in range(7)]
    assert [weekday(day, "en") for day in days] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [weekday(day, "zh") for day in days] == ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]


MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)) | st.dates(date(1990, 1, 1), date(2100, 1, 1))


@given(MOMENTS, st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)), st.sampled_from(("en", "zh")))
def test_any_moment_is_said_on_one_line_with_no_place_left_open(moment: date, now: datetime, lang: str) -> None:
    texts = (said(moment, now, lang, CHINA), short(moment, now, lang), left(moment, now, lang, CHINA) or "-")
    for text in texts:
        assert text
        assert text.isprintable()
        assert "{" not in text
        assert "-1" not in text.split()
