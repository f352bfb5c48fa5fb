"""Showing and changing settings."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from planner.config.calendar import load_calendar
from planner.config.table import SETTINGS, change_setting, setting_named
from planner.config.theme_files import theme_names, user_folder
from planner.domain.record import Record
from planner.domain.score import Weights
from planner.wording.fields import wanted_said

if TYPE_CHECKING:
    from planner.config.settings import Settings
    from planner.config.table import Setting
    from planner.desk.desk import Desk

__all__ = ["SettingRow", "ThemeRow", "change", "setting_rows", "themes"]


class SettingRow(Record):
    """A setting as it stands: its key, its value as text, and what it takes."""

    key: str
    value: str
    wanted: str


class ThemeRow(Record):
    """A colour theme: its name, whether it is the one that is set, whether its file is the user's own."""

    name: str
    chosen: bool = False
    own: bool = False


def themes(desk: Desk) -> tuple[ThemeRow, ...]:
    """What the setting ``theme`` takes: ``auto``, which follows the terminal, and each theme by name."""
    own = user_folder(desk.home)
    return tuple(
        ThemeRow(
            name=name,
            chosen=name == desk.settings.theme,
            own=os.path.exists(os.path.join(own, f"{name}.toml")),
        )
        for name in ("auto", *theme_names(desk.home))
    )


def setting_rows(desk: Desk, key: str | None = None) -> tuple[SettingRow, ...]:
    """All settings with their values, or one. Raises ``BadSettingError`` when there is none of that key."""
    chosen = SETTINGS if key is None else (setting_named(key),)
    return tuple(_row(row.key, _wanted(desk, row), desk.settings) for row in chosen)


def _wanted(desk: Desk, row: Setting) -> str:
    """What a setting takes; of themes, those that there are."""
    return ", ".join(("auto", *theme_names(desk.home))) if row.key == "theme" else row.wanted


def change(desk: Desk, key: str, value: str) -> SettingRow:
    """Change one setting in config.toml; it holds from the next command on. Raises ``BadSettingError``.

    A view must be a filter that can be read; raises ``BadFilter`` when it is not.
    """
    if key.startswith("views."):
        from planner.desk.choosing import filter_of

        filter_of(desk, value)
    if key == "calendar" and setting_named(key).accepts(value):
        load_calendar(desk.home, value)
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
    elif key.startswith("keys."):
        value = dict(settings.keys).get(key.removeprefix("keys."), "")
    else:
        value = getattr(settings, key)
    return SettingRow(
        key=key, value=str(value).lower() if isinstance(value, bool) else str(value), wanted=wanted_said(wanted)
    )
