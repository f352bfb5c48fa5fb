"""The folder that holds everything. Twenty lines of our own: importing ``platformdirs`` costs 2.7 interpreter starts.

``tests/config`` holds them against platformdirs.
"""

from __future__ import annotations

import os
import sys

__all__ = ["clocks_file", "config_file", "default_home", "home_from"]


def home_from(option: str | None) -> str:
    """The planner's folder: the ``--home`` option, else ``PLANNER_HOME``, else the platform's place for data."""
    named = option or os.environ.get("PLANNER_HOME")
    return os.path.abspath(os.path.expanduser(named)) if named else default_home()


def default_home() -> str:
    """Where the platform keeps a user's data (XDG base directories on Unix)."""
    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Application Support", "planner")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local"), "planner")
    data = os.environ.get("XDG_DATA_HOME", "").strip()
    return os.path.join(data or os.path.join(home, ".local", "share"), "planner")


def config_file(home: str) -> str:
    """The settings' file in a planner's folder."""
    return os.path.join(home, "config.toml")


def clocks_file(home: str) -> str:
    """The file of a user's own clocks in a planner's folder."""
    return os.path.join(home, "clocks.toml")
