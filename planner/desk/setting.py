"""Showing and changing settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.config.table import SETTINGS, change_setting, setting_named
from planner.domain.record import Record
from planner.domain.score import Weights

if TYPE_CHECKING:
    from planner.config.settings import Settings
    from planner.desk.desk import Desk

__all__ = ["SettingRow", "change", "setting_rows"]


class SettingRow(Record):
    """A setting as it stands: its key, its value as text, and what it takes."""

    key: str
    value: str
    wanted: str


def setting_rows(desk: Desk, key: str | None = None) -> tuple[SettingRow, ...]:
    """All settings with their values, or one. Raises ``BadSettingError`` when there is none of that key."""
    chosen = SETTINGS if key is None else (setting_named(key),)
    return tuple(_row(row.key, row.wanted, desk.settings) for row in chosen)


def change(desk: Desk, key: str, value: str) -> SettingRow:
    """Change one setting in config.toml; it holds from the next command on. Raises ``BadSettingError``.

    A view must be a filter that can be read; raises ``BadFilter`` when it is not.
    """
    if key.startswith("views."):
        from planner.desk.choosing import filter_of

        filter_of(desk, value)
    settings = change_setting(desk.home, key, value)
    row = setting_named(key)
    return _row(row.key, row.wanted, settings)


def _row(key: str, wanted: str, settings: Settings) -> SettingRow:
    """One setting with its value in force."""
    if key.startswith("weights."):
        name = key.removeprefix("weights.")
        value: object = dict(settings.weights).get(name, getattr(Weights(), name))
    elif key.startswith("views."):
        value = dict(settings.views).get(key.removeprefix("views."), "")
    else:
        value = getattr(settings, key)
    return SettingRow(key=key, value=str(value).lower() if isinstance(value, bool) else str(value), wanted=wanted)
