"""Clocks as TOML: reading and checking ``clocks.toml``, and writing the planner's own rows in the same form.

    [[clock]]
    template = "hotline"      # rows of one template run together; a template of the planner's own is replaced whole
    name = "answer"
    days = 5
    working = true            # calendar days when absent
    starts = "received"       # the event that it runs from; any name that is recorded, too
    stops = ["replied"]
    article = "12345 rules 7"
    extension = 5             # days in all by which it can be extended

The keys that are left out take the values of the plainest row.
"""

from __future__ import annotations

import os
import tomllib
from contextlib import suppress
from typing import Any

from planner.config.errors import BadSettingError
from planner.config.paths import clocks_file
from planner.config.table import write_aside
from planner.domain.clock_rows import ASKS, ClockRule

__all__ = ["compile_clocks", "line_of", "toml_of"]

_MOST_DAYS = 3660
"""Ten years: a longer term is a slip."""


def compile_clocks(home: str, stamp: str) -> tuple[ClockRule, ...]:
    """The rows of clocks.toml, checked; the cache is renewed under ``stamp``. Raises ``BadSettingError``."""
    path = clocks_file(home)
    try:
        with open(path, "rb") as file:
            values = tomllib.loads(file.read().decode("utf-8"))
    except UnicodeDecodeError:
        raise BadSettingError(None, None, "UTF-8", place=path) from None
    except tomllib.TOMLDecodeError as error:
        raise BadSettingError(None, str(error), "TOML", place=path) from None
    except OSError as error:
        raise BadSettingError(None, error.strerror or str(error), "TOML", place=path) from None
    for key in values:
        if key != "clock":
            raise BadSettingError(key, values[key], "[[clock]]", place=path)
    rows = values.get("clock", [])
    if not isinstance(rows, list):
        raise BadSettingError("clock", rows, "[[clock]]", place=path)
    rules = tuple(_rule(row, path) for row in rows)
    text = "\n".join((stamp, *(line_of(rule) for rule in rules), "end"))
    with suppress(OSError):  # the cache only saves time
        write_aside(os.path.join(home, "cache", "clocks"), text)
    return rules


def line_of(rule: ClockRule) -> str:
    """A row as a line of the cache."""
    return "\t".join(
        (
            rule.template,
            rule.name,
            str(rule.days),
            "1" if rule.working else "",
            rule.starts,
            rule.assumes or "",
            ",".join(rule.stops),
            rule.article or "",
            rule.asks,
            str(rule.extension),
            ",".join(rule.pauses),
            "1" if rule.window else "",
        )
    )


def toml_of(rule: ClockRule) -> str:
    """A row as TOML, with what differs from the plainest row."""
    lines = ["[[clock]]"]
    for field in ClockRule.FIELDS:
        value = getattr(rule, field.name)
        if value == field.default:
            continue
        if isinstance(value, bool):
            said = str(value).lower()
        elif isinstance(value, tuple):
            said = "[" + ", ".join(f'"{one}"' for one in value) + "]"
        else:
            said = str(value) if isinstance(value, int) else f'"{value}"'
        lines.append(f"{field.name} = {said}")
    return "\n".join(lines)


def _rule(row: Any, path: str) -> ClockRule:
    """A row that was checked. Raises ``BadSettingError`` naming the first bad key."""
    if not isinstance(row, dict):
        raise BadSettingError("clock", row, "[[clock]]", place=path)
    known = {field.name for field in ClockRule.FIELDS}
    for key in row:
        if key not in known:
            raise BadSettingError(f"clock.{key}", row[key], ", ".join(sorted(known)), place=path)
    given: dict[str, Any] = {"starts": "received", "stops": ["replied"], "asks": "always", "extension": 0, **row}
    for key in ("template", "name", "starts"):
        _hold(key, given.get(key), "text", path, good=_is_word(given.get(key)))
    for key in ("assumes", "article"):
        _hold(key, given.get(key), "text", path, good=given.get(key) is None or _is_word(given.get(key)))
    for key in ("days", "extension"):
        value = given.get(key)
        good = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_DAYS
        _hold(key, value, f"0-{_MOST_DAYS}", path, good=good)
    for key in ("working", "window"):
        _hold(key, given.get(key), "true, false", path, good=isinstance(given.get(key, False), bool))
    for key, count in (("stops", None), ("pauses", 2)):
        value = given.get(key, [])
        value = [value] if isinstance(value, str) else value
        good = isinstance(value, list) and all(_is_word(one) and "," not in one for one in value)
        good = good and (count is None or len(value) in (0, count))
        _hold(key, given.get(key), '["replied"]', path, good=good)
        given[key] = tuple(value)
    _hold("asks", given["asks"], ", ".join(ASKS), path, good=given["asks"] in ASKS)
    return ClockRule(**given)


def _is_word(value: object) -> bool:
    """Whether a value is text of one line."""
    return isinstance(value, str) and bool(value.strip()) and not any(sign in value for sign in "\t\r\n")


def _hold(key: str, value: object, wanted: str, path: str, *, good: bool) -> None:
    """Raise ``BadSettingError`` when a value is not good."""
    if not good:
        raise BadSettingError(f"clock.{key}", value, wanted, place=path)
