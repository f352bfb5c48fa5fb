"""Reading ``config.toml`` through a small compiled cache.

``tomllib`` costs 2.5 interpreter starts, so what config.toml says is kept beside it in ``cache/settings``, one
``key<TAB>value`` a line under the stamp (size and nanoseconds of change) of the file it was read from. The cache is
renewed whenever the stamp differs, and may be deleted at any time.
"""

from __future__ import annotations

import os

from planner.config.paths import config_file
from planner.config.settings import Settings

__all__ = ["load_settings"]


def load_settings(home: str) -> Settings:
    """The settings of a planner's folder; the defaults when it has no config.toml.

    Raises ``planner.config.errors.BadSettingError`` when the file can't be read as settings.
    """
    try:
        status = os.stat(config_file(home))
    except OSError:
        return Settings()
    stamp = f"1 {status.st_size} {status.st_mtime_ns}"
    cached = _cached(os.path.join(home, "cache", "settings"), stamp)
    if cached is not None:
        return cached
    from planner.config.table import compile_settings

    return compile_settings(home, stamp)


def _cached(path: str, stamp: str) -> Settings | None:
    """What the cache holds for this stamp of config.toml; ``None`` when it holds something else, or nothing."""
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    if lines[0] != stamp or lines[-1] != "end":
        return None
    values: dict[str, object] = {}
    weights: list[tuple[str, int]] = []
    views: list[tuple[str, str]] = []
    keys: list[tuple[str, str]] = []
    defaults = {field.name: field.default for field in Settings.FIELDS}
    for line in lines[1:-1]:
        key, _, value = line.partition("\t")
        try:
            if key.startswith("weights."):
                weights.append((key[8:], int(value)))
            elif key.startswith("views."):
                views.append((key[6:], value))
            elif key.startswith("keys."):
                keys.append((key[5:], value))
            elif isinstance(defaults[key], bool):
                values[key] = value == "true"
            elif isinstance(defaults[key], int):
                values[key] = int(value)
            else:
                values[key] = value
        except (KeyError, ValueError):
            return None
    return Settings.restore({**values, "weights": tuple(weights), "views": tuple(views), "keys": tuple(keys)})
