"""What can be wrong with what the user set."""

from __future__ import annotations

from planner.domain.record import Problem

__all__ = ["BadClockError", "BadSettingError", "UnwritableSettingError"]


class BadClockError(Problem, ValueError):
    """``PLANNER_NOW`` does not name a moment. ``text`` is what it holds."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class BadSettingError(Problem, ValueError):
    """A setting that can't be used: ``key`` and ``value`` name it, ``wanted`` says what it takes.

    Without a key the file itself can't be read: ``value`` is what was wrong with it and ``place`` its path.
    """

    def __init__(self, key: str | None, value: object, wanted: str, *, place: str | None = None) -> None:
        super().__init__(key, value, wanted)
        self.key = key
        self.value = value
        self.wanted = wanted
        self.place = place


class UnwritableSettingError(Problem, OSError):
    """config.toml can't be written: ``path`` and the system's ``reason``."""

    exit_code = 3

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason
