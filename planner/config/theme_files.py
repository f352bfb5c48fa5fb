"""Where colour themes are, and their names: the planner's own and those in ``themes/`` of the planner's folder."""

from __future__ import annotations

import os

__all__ = ["FOLDERS", "theme_names", "user_folder"]

_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDERS = (os.path.join(_HERE, "themes"), os.path.join(os.path.dirname(_HERE), "themes"))
"""Where the planner's own themes are: installed, or in a checkout."""


def user_folder(home: str) -> str:
    """Where a user's own themes are; they go before the planner's of the same name."""
    return os.path.join(home, "themes")


def theme_names(home: str) -> tuple[str, ...]:
    """The themes that can be chosen, by name."""
    found: set[str] = set()
    for folder in (user_folder(home), *FOLDERS):
        if os.path.isdir(folder):
            found |= {name.removesuffix(".toml") for name in os.listdir(folder) if name.endswith(".toml")}
    return tuple(sorted(found))
