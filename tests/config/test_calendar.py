"""Working days of a user's own file: beside China's table, or alone; what is wrong with it is told with the place."""

from __future__ import annotations

import os

import pytest

from planner.config.calendar import load_calendar
from planner.config.errors import BadSettingError
from planner.config.table import change_setting
from planner.domain.moment import date
from planner.domain.workdays import CHINA, WEEKENDS_ONLY
from planner.wording.refusals import refusal

OWN = """\
worked = [2027-02-06]  # a Saturday
[[off]]
name = "春节"
english = "Spring Festival"
first = 2027-02-05
last = 2027-02-11
[[off]]
name = "清明节"
first = 2027-04-05
"""


@pytest.fixture
def home(tmp_path):
    return tmp_path


def test_without_a_file_the_settings_name_a_calendar_of_the_planners_own(home):
    assert load_calendar(str(home), "china") is CHINA
    assert load_calendar(str(home), "weekends") is WEEKENDS_ONLY
    assert not (home / "cache").exists()


def test_a_users_years_stand_beside_chinas(home):
    (home / "workdays.toml").write_text(OWN, encoding="utf-8")
    for _ in ("read", "from the cache"):
        made = load_calendar(str(home), "china")
        assert [made.known(year) for year in (2026, 2027, 2028)] == [True, True, False]
        assert made.is_working(date(2027, 2, 6))
        assert not made.is_working(date(2027, 2, 5))
        assert not made.is_working(date(2027, 4, 5))
        assert made.is_working(date(2027, 4, 6))
        assert made.is_working(date(2026, 10, 10))
        assert (made.name_of(date(2027, 2, 5)), made.name_of(date(2027, 2, 5), "en")) == ("春节", "Spring Festival")
        assert made.name_of(date(2027, 4, 5), "en") == "清明节"
        assert (home / "cache" / "workdays").read_text(encoding="utf-8").endswith("\nend")


def test_a_year_that_both_know_is_the_users(home):
    (home / "workdays.toml").write_text("years = [2026]\n[[off]]\nname = 'x'\nfirst = 2026-10-01\n", encoding="utf-8")
    made = load_calendar(str(home), "china")
    assert made.is_working(date(2026, 10, 2))
    assert not made.is_working(date(2026, 10, 10))
    assert not made.is_working(date(2025, 10, 2))


def test_a_file_of_another_country_stands_alone(home):
    (home / "de.toml").write_text("[[off]]\nname = 'Einheit'\nfirst = 2025-10-03\n", encoding="utf-8")
    made = load_calendar(str(home), "de.toml")
    assert not made.is_working(date(2025, 10, 3))
    assert made.is_working(date(2025, 10, 1))
    assert (made.known(2025), made.known(2026)) == (True, False)


def test_a_changed_file_is_read_again_and_so_is_one_whose_cache_is_spoilt(home):
    file = home / "workdays.toml"
    file.write_text(OWN, encoding="utf-8")
    load_calendar(str(home), "china")
    file.write_text("[[off]]\nname = 'x'\nfirst = 2027-02-08\n", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert load_calendar(str(home), "china").is_working(date(2027, 2, 5))
    cache = home / "cache" / "workdays"
    for spoilt in ("", "x", cache.read_text(encoding="utf-8").replace("2027-02-08", "2027-02-38")):
        cache.write_text(spoilt, encoding="utf-8")
        assert not load_calendar(str(home), "china").is_working(date(2027, 2, 8))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("worked = [2027-02-06", None),
        ("colour = 1", "colour"),
        ("worked = 2027-02-06", "worked"),
        ("worked = ['monday']", "worked[1]"),
        ("worked = [2027-02-06T09:00:00]", "worked[1]"),
        ("years = [2027, true]", "years[2]"),
        ("years = [27]", "years[1]"),
        ("off = 3", "off"),
        ("off = [3]", "off[1]"),
        ("[[off]]\nfirst = 2027-02-05", "off[1].name"),
        ("[[off]]\nname = ''\nfirst = 2027-02-05", "off[1].name"),
        ("[[off]]\nname = 'x'\nenglish = 3\nfirst = 2027-02-05", "off[1].english"),
        ("[[off]]\nname = 'x'", "off[1].first"),
        ("[[off]]\nname = 'x'\nfirst = 2027-02-05\nlast = 2027-02-04", "off[1].last"),
        ("[[off]]\nname = 'x'\nfirst = 2027-02-05\nlast = 2028-02-05", "off[1].last"),
        ("[[off]]\nname = 'x'\nfirst = 2027-02-05\nfist = 1", "off[1].fist"),
    ],
)
def test_a_slip_is_told_in_one_line_with_the_file_and_the_place(home, text, key):
    file = home / "workdays.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadSettingError) as slip:
        load_calendar(str(home), "china")
    assert (slip.value.key, slip.value.place) == (key, str(file))
    said = refusal(slip.value)
    assert str(file) in said
    assert "\n" not in said
    assert key is None or key in said


@pytest.mark.parametrize("name", ["../de.toml", "a/b.toml", ".toml", "mars", "c:x.toml", "x\n.toml"])
def test_only_a_file_beside_the_book_is_named(home, name):
    with pytest.raises(BadSettingError):
        change_setting(str(home), "calendar", name)


def test_a_theme_is_one_of_the_planners_or_of_the_user(home):
    assert change_setting(str(home), "theme", "contrast").theme == "contrast"
    with pytest.raises(BadSettingError, match="rose"):
        change_setting(str(home), "theme", "rose")
    (home / "themes").mkdir()
    (home / "themes" / "rose.toml").write_text("", encoding="utf-8")
    assert change_setting(str(home), "theme", "rose").theme == "rose"
