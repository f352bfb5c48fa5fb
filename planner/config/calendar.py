"""The working days in force: China's table, weekends only, or a user's file, through a small compiled cache.

``workdays.toml`` in the planner's folder stands beside China's table; where both know a year, the user's replaces it
whole. ``calendar = "FILE.toml"`` takes that file alone, for another country. ``tomllib`` costs 1.5 interpreter starts,
so what the file says is kept in ``cache/workdays`` under its stamp, as the settings are.
"""

from __future__ import annotations

import os

from planner.domain.moment import date
from planner.domain.workdays import CHINA, WEEKENDS_ONLY, Calendar, Period

__all__ = ["OWN_FILE", "calendar_file", "load_calendar"]

OWN_FILE = "workdays.toml"
"""The user's own years beside China's."""
_FORMAT = "1"


def calendar_file(home: str, setting: str) -> str | None:
    """The file that a setting asks for; ``None`` where it asks for none. The one beside China's table may be absent."""
    if setting == "weekends":
        return None
    path = os.path.join(home, OWN_FILE if setting == "china" else setting)
    return path if setting != "china" or os.path.lexists(path) else None


def load_calendar(home: str, setting: str) -> Calendar:
    """The calendar that the setting names.

    Raises ``planner.config.errors.BadSettingError`` when its file is not there or can't be read as working days.
    """
    base = CHINA if setting == "china" else WEEKENDS_ONLY
    path = calendar_file(home, setting)
    if path is None:
        return base
    try:
        status = os.stat(path)
        stamp = f"{_FORMAT} {setting} {status.st_size} {status.st_mtime_ns}"
    except OSError:
        stamp = ""
    data = _cached(os.path.join(home, "cache", "workdays"), stamp) if stamp else None
    if data is None:
        from planner.config.calendar_table import compile_calendar

        data = compile_calendar(home, path, stamp)
    return base.extended(*data)


def _cached(path: str, stamp: str) -> tuple[tuple[Period, ...], tuple[date, ...], tuple[int, ...]] | None:
    """What the cache holds for this stamp; ``None`` when it holds something else, or nothing."""
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        if lines[0] != stamp or lines[-1] != "end":
            return None
        years = tuple(int(year) for year in lines[1].split())
        worked = tuple(date.fromisoformat(day) for day in lines[2].split())
        periods = []
        for line in lines[3:-1]:
            first, last, name, english = line.split("\t")
            periods.append(
                Period(name=name, english=english, first=date.fromisoformat(first), last=date.fromisoformat(last))
            )
    except (OSError, ValueError, IndexError):
        return None
    return tuple(periods), worked, years
