"""The folder that holds everything, against platformdirs, which ``planner add`` can't afford to import."""

from __future__ import annotations

import os
import sys

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

from planner.config.paths import config_file, default_home, home_from


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch, tmp_path):
    for name in ("PLANNER_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.mark.parametrize("data", [None, "", "  ", "/srv/data", "/srv/数据"])
def test_unix_has_the_xdg_place(monkeypatch, data):
    monkeypatch.setattr(sys, "platform", "linux")
    if data is not None:
        monkeypatch.setenv("XDG_DATA_HOME", data)
    assert default_home() == Unix("planner", appauthor=False).user_data_dir


def test_macos_has_its_library(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert default_home() == MacOS("planner", appauthor=False).user_data_dir


def test_windows_has_its_local_data(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda _: str(tmp_path / "Local"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert default_home() == Windows("planner", appauthor=False).user_data_dir
    monkeypatch.delenv("LOCALAPPDATA")
    assert default_home() == os.path.join(str(tmp_path), "AppData", "Local", "planner")


@pytest.mark.parametrize(
    ("option", "variable", "home"),
    [
        ("/a/book", "/b/book", "/a/book"),
        (None, "/b/book", "/b/book"),
        ("", "/b/book", "/b/book"),
        ("~/book", None, "{home}/book"),
        (None, "~/book", "{home}/book"),
        ("book", None, "{cwd}/book"),
        ("/a/../b", None, "/b"),
        (None, "", "{default}"),
        (None, None, "{default}"),
    ],
)
def test_the_option_outweighs_the_variable_and_both_the_platform(monkeypatch, tmp_path, option, variable, home):
    if variable is not None:
        monkeypatch.setenv("PLANNER_HOME", variable)
    places = {"home": str(tmp_path), "cwd": os.getcwd(), "default": default_home()}
    assert home_from(option) == home.format(**places)


def test_settings_stand_in_the_folder(tmp_path):
    assert config_file(str(tmp_path)) == str(tmp_path / "config.toml")
