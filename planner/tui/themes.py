"""Colour themes: one TOML file each, in ``themes/`` of the source and ``planner/themes`` of an installed planner.

A user's own stand in ``themes/`` of the planner's folder and go before those of the same name.
"""

from __future__ import annotations

import os
import tomllib
from typing import TYPE_CHECKING

from textual.theme import BUILTIN_THEMES, Theme

from planner.config.theme_files import FOLDERS, theme_names, user_folder
from planner.domain.record import Record
from planner.wording import t
from planner.wording.safe import shown

if TYPE_CHECKING:
    from typing import Any

__all__ = ["COLORS", "DEFAULTS", "BadTheme", "chosen_theme", "load_theme", "theme_names"]

COLORS = (
    "background",
    "surface",
    "panel",
    "foreground",
    "muted",
    "rule",
    "primary",
    "accent",
    "success",
    "warning",
    "error",
)
"""The colours that a theme names, each as ``#rrggbb``."""

DEFAULTS = {"muted": "#98a1b0", "rule": "#3a4250"}
"""The planner's own variables for a theme that lacks them, such as Textual's built-in ones."""

_HUES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
TERMINAL_COLORS = ("default", *_HUES, *(f"bright_{name}" for name in _HUES))
"""What a theme with ``ansi = true`` may name instead: the terminal's own colours, whatever they are."""


class BadTheme(Record):
    """A theme that can't be used, and why, in words."""

    name: str
    reason: str


def chosen_theme(setting: str) -> str:
    """The theme's name that a setting means; ``auto`` follows the terminal where it tells its ground, else dark."""
    if setting != "auto":
        return setting
    ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if ground in ("7", "15") else "dark"


def load_theme(name: str, home: str) -> Theme | BadTheme:
    """The theme of that name; ``BadTheme`` when there is none or its file can't be used."""
    for folder in (user_folder(home), *FOLDERS):
        path = os.path.join(folder, f"{name}.toml")
        try:
            with open(path, "rb") as file:
                values = tomllib.load(file)
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            return BadTheme(name=name, reason=shown(str(error)))
        return _made(name, values)
    return BadTheme(name=name, reason=t("there is no such file"))


def _made(name: str, values: dict[str, Any]) -> Theme | BadTheme:
    """A theme of a file's values."""
    colors = values.get("colors", {})
    ansi = values.get("ansi", False) is True
    for key in COLORS:
        value = colors.get(key) if isinstance(colors, dict) else None
        if ansi and value in TERMINAL_COLORS:
            colors[key] = f"ansi_{value}"
        elif not _is_color(value):
            return BadTheme(name=name, reason=t("{key} must be a colour such as #1d2129", key=key))
    own = {key: colors[key] for key in DEFAULTS}
    textual = {key: colors[key] for key in COLORS if key not in DEFAULTS}
    return Theme(
        name=f"planner-{name}",
        dark=values.get("dark", True) is True,
        ansi=ansi,
        secondary=colors["primary"],
        variables={
            **(BUILTIN_THEMES["ansi-dark"].variables if ansi else {}),
            **own,
            "input-selection-background": colors["primary"] if ansi else f"{colors['primary']} 35%",
            "scrollbar": colors["panel"],
            "scrollbar-hover": colors["rule"],
            "scrollbar-active": colors["accent"],
            "scrollbar-background": colors["background"],
            "scrollbar-background-hover": colors["background"],
            "scrollbar-background-active": colors["background"],
        },
        **textual,
    )


def _is_color(value: object) -> bool:
    """Whether a value is written ``#rrggbb``."""
    if not isinstance(value, str) or len(value) != 7 or value[0] != "#":
        return False
    return all(char in "0123456789abcdefABCDEF" for char in value[1:])
