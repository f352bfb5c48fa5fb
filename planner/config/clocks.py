"""The clock rows in force: the planner's own, and those of a user's ``clocks.toml``, through a small compiled cache.

``tomllib`` costs 1.5 interpreter starts, so what clocks.toml says is kept in ``cache/clocks``, one row a line under the
stamp (size and nanoseconds of change) of the file, as the settings are.
"""

from __future__ import annotations

import os

from planner.config.paths import clocks_file
from planner.domain.clock_rows import BUILT_IN, ClockRule, ClockTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["in_force", "load_clocks"]

_FORMAT = "1"


def load_clocks(home: str) -> ClockTable:
    """The rows in force; the planner's own when there is no clocks.toml.

    Raises ``planner.config.errors.BadSettingError`` when the file can't be read as clocks.
    """
    try:
        status = os.stat(clocks_file(home))
    except OSError:
        return BUILT_IN
    stamp = f"{_FORMAT} {status.st_size} {status.st_mtime_ns}"
    rules = _cached(os.path.join(home, "cache", "clocks"), stamp)
    if rules is None:
        from planner.config.clock_table import compile_clocks

        rules = compile_clocks(home, stamp)
    return in_force(rules)


def in_force(rules: Iterable[ClockRule]) -> ClockTable:
    """The planner's templates with a user's: one of the same name replaces the planner's whole."""
    own = tuple(rules)
    names = {rule.template for rule in own}
    return BUILT_IN.replace(rules=(*(rule for rule in BUILT_IN.rules if rule.template not in names), *own))


def _cached(path: str, stamp: str) -> tuple[ClockRule, ...] | None:
    """What the cache holds for this stamp of clocks.toml; ``None`` when it holds something else, or nothing."""
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    if lines[0] != stamp or lines[-1] != "end":
        return None
    rules = []
    for line in lines[1:-1]:
        parts = line.split("\t")
        if len(parts) != 12:
            return None
        template, name, days, working, starts, assumes, stops, article, asks, extension, pauses, window = parts
        rules.append(
            ClockRule(
                template=template,
                name=name,
                days=int(days),
                working=bool(working),
                starts=starts,
                assumes=assumes or None,
                stops=tuple(stops.split(",")) if stops else (),
                article=article or None,
                asks=asks,  # type: ignore[arg-type]  # written by the planner itself, from a row that was checked
                extension=int(extension),
                pauses=tuple(pauses.split(",")) if pauses else (),
                window=bool(window),
            )
        )
    return tuple(rules)
