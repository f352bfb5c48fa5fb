"""Working days as TOML: reading and checking a user's file.

years = [2027]                          # known whole: those of the days below when it is left out
worked = [2027-02-20, 2027-02-28]       # days of a weekend that are worked (调休)

[[off]]
name = "春节"
english = "Spring Festival"             # the name in the English interface; may be left out
first = 2027-02-05
last = 2027-02-11                       # the first day when it is left out
"""

from __future__ import annotations

import os
import tomllib
from contextlib import suppress
from typing import Any

from planner.config.errors import BadSettingError
from planner.config.table import write_aside
from planner.domain.moment import date, datetime, timedelta
from planner.domain.workdays import Period

__all__ = ["compile_calendar"]

_LONGEST = 60
"""Days of one holiday; more is a slip."""
_FIRST_YEAR, _LAST_YEAR = 1950, 2199
_KEYS = ("years", "worked", "off")
_OFF_KEYS = ("name", "english", "first", "last")
_A_DAY = "2027-02-05"


def compile_calendar(home: str, path: str, stamp: str) -> tuple[tuple[Period, ...], tuple[date, ...], tuple[int, ...]]:
    """Holidays, worked days of weekends and the years of a file; the cache is renewed under ``stamp``.

    Raises ``BadSettingError`` that names the file and the place in it.
    """
    values = _loaded(path)
    for key in values:
        if key not in _KEYS:
            raise BadSettingError(key, values[key], ", ".join(_KEYS), place=path)
    worked = tuple(_day(day, f"worked[{place}]", path) for place, day in enumerate(_list(values, "worked", path), 1))
    periods = tuple(_period(row, f"off[{place}]", path) for place, row in enumerate(_list(values, "off", path), 1))
    years = tuple(_year(year, f"years[{place}]", path) for place, year in enumerate(_list(values, "years", path), 1))
    if "years" not in values:
        years = tuple(sorted({day.year for day in (*worked, *(period.first for period in periods))}))
    lines = [stamp, " ".join(map(str, years)), " ".join(day.isoformat() for day in worked)]
    lines += [f"{one.first.isoformat()}\t{one.last.isoformat()}\t{one.name}\t{one.english}" for one in periods]
    with suppress(OSError, UnicodeEncodeError):  # the cache only saves time
        write_aside(os.path.join(home, "cache", "workdays"), "\n".join((*lines, "end")))
    return periods, worked, years


def _loaded(path: str) -> dict[str, Any]:
    """What the file holds."""
    try:
        with open(path, "rb") as file:
            return tomllib.loads(file.read().decode("utf-8"))
    except UnicodeDecodeError:
        raise BadSettingError(None, None, "UTF-8", place=path) from None
    except tomllib.TOMLDecodeError as error:
        raise BadSettingError(None, str(error), "TOML", place=path) from None
    except OSError as error:
        raise BadSettingError(None, error.strerror or str(error), "TOML", place=path) from None


def _list(values: dict[str, Any], key: str, path: str) -> list[Any]:
    """The list under a key; empty when it is left out."""
    found = values.get(key, [])
    if not isinstance(found, list):
        raise BadSettingError(key, found, "[[off]]" if key == "off" else "[...]", place=path)
    return found


def _day(value: Any, where: str, path: str) -> date:
    """A whole day."""
    if not isinstance(value, date) or isinstance(value, datetime) or not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise BadSettingError(where, value, _A_DAY, place=path)
    return value


def _year(value: Any, where: str, path: str) -> int:
    """A year."""
    if not isinstance(value, int) or isinstance(value, bool) or not _FIRST_YEAR <= value <= _LAST_YEAR:
        raise BadSettingError(where, value, f"{_FIRST_YEAR}-{_LAST_YEAR}", place=path)
    return value


def _period(row: Any, where: str, path: str) -> Period:
    """A holiday."""
    if not isinstance(row, dict):
        raise BadSettingError(where, row, "[[off]]", place=path)
    for key in row:
        if key not in _OFF_KEYS:
            raise BadSettingError(f"{where}.{key}", row[key], ", ".join(_OFF_KEYS), place=path)
    for key in ("name", "english"):
        text = row.get(key, "-" if key == "english" else None)
        if not isinstance(text, str) or not text.strip() or not text.isprintable():
            raise BadSettingError(f"{where}.{key}", text, "text", place=path)
    first = _day(row.get("first"), f"{where}.first", path)
    last = _day(row.get("last", first), f"{where}.last", path)
    if not first <= last < first + timedelta(_LONGEST):
        raise BadSettingError(f"{where}.last", last, f"{first} - {first + timedelta(_LONGEST - 1)}", place=path)
    return Period(name=row["name"], english=row.get("english", ""), first=first, last=last)
