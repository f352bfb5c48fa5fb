"""Working days and holidays, against two independent tables and against the rule of counting."""

import chinese_calendar
import holidays
import pytest
from chinese_calendar import constants
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.festivals import CHINESE, ENGLISH, festival
from planner.domain.moment import date, timedelta
from planner.domain.moon import FIRST_YEAR, LAST_YEAR, lunar_day, solar_term
from planner.domain.workdays import CHINA, WEEKENDS_ONLY, Calendar, Period, holiday

KNOWN = [date(2024, 1, 1) + timedelta(n) for n in range(366 + 365 + 365)]
DAYS = st.dates(date(2023, 6, 1), date(2027, 6, 1))


def test_the_table_is_the_oracle_s_day_by_day():
    assert [day for day in KNOWN if CHINA.is_working(day) != chinese_calendar.is_workday(day)] == []


def test_the_other_oracle_agrees():
    closed = holidays.country_holidays("CN", years=(2024, 2025, 2026))
    for day in KNOWN:
        if day.weekday() < 5:
            assert CHINA.is_working(day) == (day not in closed), day


def test_the_days_worked_instead_in_2026():
    moved = [day for day in KNOWN if day.year == 2026 and day.weekday() >= 5 and CHINA.is_working(day)]
    assert [f"{day:%m-%d}" for day in moved] == ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_holiday_has_its_name(year):
    for day in KNOWN:
        if day.year == year and day in constants.holidays and not CHINA.is_working(day):
            assert CHINA.name_of(day), day


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (date(2026, 2, 16), "春节", "Spring Festival"),
        (date(2026, 10, 7), "国庆节", "National Day"),
        (date(2025, 10, 6), "国庆节、中秋节", "National Day and Mid-Autumn Festival"),
        (date(2026, 3, 14), None, None),
        (date(2026, 3, 11), None, None),
    ],
)
def test_names(day, zh, en):
    assert CHINA.name_of(day) == zh
    assert CHINA.name_of(day, "en") == en


def test_a_year_without_data_is_not_known_and_counts_weekends_only():
    assert [CHINA.known(year) for year in (2023, 2024, 2026, 2027)] == [False, True, True, False]
    assert CHINA.is_working(date(2027, 10, 1))  # a Friday, and no notice yet
    assert not CHINA.is_working(date(2027, 10, 2))
    assert not WEEKENDS_ONLY.known(2026)
    assert WEEKENDS_ONLY.is_working(date(2026, 10, 1))


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 11, 23), 4, date(2026, 11, 27)),  # Monday, today not counted, the due day is
        (date(2026, 9, 30), 1, date(2026, 10, 8)),  # over the National Day week
        (date(2026, 9, 30), 3, date(2026, 10, 10)),  # a Saturday that is worked
        (date(2026, 2, 13), 1, date(2026, 2, 14)),
        (date(2026, 2, 24), -1, date(2026, 2, 14)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),  # from a Saturday
        (date(2026, 11, 28), 0, date(2026, 11, 28)),
    ],
)
def test_shift(start, count, end):
    assert CHINA.shift(start, count) == end


@given(DAYS, st.integers(-300, 300))
def test_between_undoes_shift(day, count):
    assert count == 0 or CHINA.between(day, CHINA.shift(day, count)) == _counted(day, count)


def _counted(day, count):
    """Counting back from a working day leaves that day itself out at the other end."""
    reached = CHINA.shift(day, count)
    low, high = sorted((day, reached))
    found = sum(chinese_is_working(low + timedelta(n)) for n in range(1, (high - low).days + 1))
    return found if count > 0 else -found


def chinese_is_working(day):
    """The oracle within its years, weekends elsewhere."""
    return chinese_calendar.is_workday(day) if 2024 <= day.year <= 2026 else day.weekday() < 5


@given(DAYS, DAYS)
def test_between_counts_day_by_day(one, other):
    low, high = sorted((one, other))
    counted = sum(chinese_is_working(low + timedelta(n)) for n in range(1, (high - low).days + 1))
    assert CHINA.between(low, high) == counted
    assert CHINA.between(high, low) == -counted


def test_shift_refuses_the_absurd():
    with pytest.raises(OverflowError):
        CHINA.shift(date(2026, 1, 1), 1_000_000)
    with pytest.raises(OverflowError):
        WEEKENDS_ONLY.shift(date(9999, 12, 30), 10)


def test_nearest_working_day():
    assert CHINA.on_or_before(date(2026, 10, 3)) == date(2026, 9, 30)
    assert CHINA.on_or_after(date(2026, 10, 3)) == date(2026, 10, 8)
    assert CHINA.on_or_after(date(2026, 10, 10)) == date(2026, 10, 10)


def test_a_user_s_year_stands_beside_the_data_and_replaces_a_known_one():
    off = Period(name="元旦", first=date(2027, 1, 1), last=date(2027, 1, 3))
    wider = CHINA.extended((off,), (date(2027, 1, 9),), (2027,))
    assert wider.known(2027)
    assert wider.known(2026)
    assert not wider.is_working(date(2027, 1, 1))
    assert wider.is_working(date(2027, 1, 9))
    assert not wider.is_working(date(2026, 10, 1))
    assert CHINA.extended((), (), (2026,)).is_working(date(2026, 10, 1))
    assert not CHINA.known(2027)


def test_periods_in_order():
    assert [one.name for one in CHINA.periods(2026)] == [
        *("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"),
    ]
    assert Calendar().periods(2026) == ()


@pytest.mark.parametrize("year", range(2010, 2036))
def test_lunar_holidays_are_the_oracle_s(year):
    closed = holidays.country_holidays("CN", years=year, language="zh_CN")
    for name in ("春节", "清明", "端午", "中秋"):
        assert name in closed.get(holiday(name, year), ""), name


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("春节", 2026, date(2026, 2, 17)),
        ("除夕", 2026, date(2026, 2, 16)),
        ("元宵节", 2026, date(2026, 3, 3)),
        ("端午", 2026, date(2026, 6, 19)),
        ("七夕", 2026, date(2026, 8, 19)),
        ("中秋节", 2026, date(2026, 9, 25)),
        ("重阳节", 2026, date(2026, 10, 18)),
        ("腊八节", 2026, date(2026, 1, 26)),
        ("春节", 2020, date(2020, 1, 25)),
        ("中秋", 2020, date(2020, 10, 1)),
        ("春节", 2033, date(2033, 1, 31)),
        ("中秋", 2033, date(2033, 9, 8)),
        ("春节", 2034, date(2034, 2, 19)),
        ("春节", 2035, date(2035, 2, 8)),
        ("国庆节", 2026, date(2026, 10, 1)),
        ("母亲节", 2026, date(2026, 5, 10)),
        ("Christmas", 2026, date(2026, 12, 25)),
        ("Thanksgiving", 2026, date(2026, 11, 26)),
        ("black friday", 2026, date(2026, 11, 27)),
        ("memorial day", 2026, date(2026, 5, 25)),
        ("easter", 2026, date(2026, 4, 5)),
        ("good friday", 2024, date(2024, 3, 29)),
    ],
)
def test_holidays_by_name(name, year, day):
    assert holiday(name, year) == day
    assert CHINA.holiday(name, year) == day


SOLAR_TERMS = {
    2024: "小寒1-6 大寒1-20 立春2-4 雨水2-19 惊蛰3-5 春分3-20 清明4-4 谷雨4-19 立夏5-5 小满5-20 芒种6-5 夏至6-21 "
    "小暑7-6 大暑7-22 立秋8-7 处暑8-22 白露9-7 秋分9-22 寒露10-8 霜降10-23 立冬11-7 小雪11-22 大雪12-6 冬至12-21",
    2025: "小寒1-5 大寒1-20 立春2-3 雨水2-18 惊蛰3-5 春分3-20 清明4-4 谷雨4-20 立夏5-5 小满5-21 芒种6-5 夏至6-21 "
    "小暑7-7 大暑7-22 立秋8-7 处暑8-23 白露9-7 秋分9-23 寒露10-8 霜降10-23 立冬11-7 小雪11-22 大雪12-7 冬至12-21",
    2026: "小寒1-5 大寒1-20 立春2-4 雨水2-18 惊蛰3-5 春分3-20 清明4-5 谷雨4-20 立夏5-5 小满5-21 芒种6-5 夏至6-21 "
    "小暑7-7 大暑7-23 立秋8-7 处暑8-23 白露9-7 秋分9-23 寒露10-8 霜降10-23 立冬11-7 小雪11-22 大雪12-7 冬至12-22",
    2027: "小寒1-5 大寒1-20 立春2-4 雨水2-19 惊蛰3-6 春分3-21 清明4-5 谷雨4-20 立夏5-6 小满5-21 芒种6-6 夏至6-21 "
    "小暑7-7 大暑7-23 立秋8-8 处暑8-23 白露9-8 秋分9-23 寒露10-8 霜降10-23 立冬11-7 小雪11-22 大雪12-7 冬至12-22",
}
"""As the almanacs of those years print them."""


@pytest.mark.parametrize(("year", "table"), SOLAR_TERMS.items())
def test_solar_terms_are_those_of_the_almanac(year, table):
    for row in table.split():
        name, month, day = row[:2], *map(int, row[2:].split("-"))
        assert solar_term(name, year) == date(year, month, day), name
        assert festival(name, year) == date(year, month, day), name


@pytest.mark.parametrize("year", range(2005, 2026))
def test_solar_terms_are_the_oracle_s(year):
    days = [date(year, 1, 1) + timedelta(n) for n in range(364)]
    told = {name: day for day, name in chinese_calendar.get_solar_terms(days[0], days[-1])}
    assert len(told) == 24
    assert {name: solar_term(name, year) for name in told} == told


def test_a_solar_term_that_is_not_known_is_refused():
    with pytest.raises(KeyError):
        solar_term("小年", 2026)
    with pytest.raises(ValueError, match="no solar term"):
        solar_term("立春", LAST_YEAR + 1)


def test_every_name_has_a_day_in_most_years():
    for name in (*CHINESE, *ENGLISH):
        days = []
        for year in range(2020, 2036):
            try:
                days.append(festival(name, year))
            except ValueError:
                continue
        assert len(days) >= 14, name


def test_unknown_names_and_years_are_refused():
    with pytest.raises(KeyError):
        holiday("泼水节日", 2026)
    with pytest.raises(ValueError):
        holiday("春节", LAST_YEAR + 2)
    with pytest.raises(ValueError):
        lunar_day(FIRST_YEAR - 1, 1, 1)
    with pytest.raises(ValueError):
        lunar_day(2026, 5, 5, leap=True)


def test_lunar_years_join_without_a_gap():
    for year in range(FIRST_YEAR, LAST_YEAR):
        assert lunar_day(year, 12, 30) + timedelta(1) == lunar_day(year + 1, 1, 1)


def test_a_leap_month_follows_its_month():
    assert lunar_day(2025, 6, 1) == date(2025, 6, 25)
    assert lunar_day(2025, 6, 1, leap=True) == date(2025, 7, 25)
    assert lunar_day(2025, 7, 1) == date(2025, 8, 23)
