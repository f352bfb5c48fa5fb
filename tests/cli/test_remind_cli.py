"""``planner remind`` as it is typed."""

from __future__ import annotations

import sys

import pytest

from planner.notify import bus, roads


@pytest.fixture(autouse=True)
def alone(monkeypatch, tmp_path):
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(bus, "RUNTIME", str(tmp_path / "run"))
    monkeypatch.setattr(roads, "TTY", str(tmp_path / "no-terminal"))


@pytest.fixture
def sent(shell, tmp_path):
    """A command of the user's own shows reminders: what it was given, line by line."""
    path = tmp_path / "sent"
    program = tmp_path / "say.py"
    program.write_text(f"import sys\nopen({str(path)!r}, 'a').write('|'.join(sys.argv[1:]) + '\\n')\n")
    shell("config", "remind_command", f"{sys.executable} {program} {{title}} {{body}}")
    return lambda: path.read_text().splitlines() if path.exists() else []


def at(shell, time):
    shell.monkeypatch.setenv("PLANNER_NOW", f"2026-11-25T{time}")


def test_what_is_due_is_shown_once(shell, sent):
    shell("add", "Bureau meeting today 14:30 @Li")
    assert shell("remind").out == ""
    assert "today 14:20, 14:30  to come  14:30 Bureau meeting" in shell("remind", "--list").out
    at(shell, "14:20")
    assert shell("remind").out == "14:30 Bureau meeting: shown, your command (remind_command)\n"
    assert shell("remind").out == ""
    assert sent() == ["Planner: 14:30 Bureau meeting|10 min left", "Li"]


def test_a_timer_says_nothing(shell, sent):
    shell("add", "Bureau meeting today 10:05")
    shell("remind", "--quiet")
    at(shell, "10:05")
    assert shell("remind", "--quiet") == (0, "", "")
    assert len(sent()) == 1


def test_what_could_not_be_shown_is_told_and_listed(shell):
    shell("add", "Bureau meeting today 14:30")
    shell("remind")
    at(shell, "14:30")
    said = shell("remind", code=1)
    assert "1 reminder could not be shown" in said.err
    assert "no session bus was found" in said.err
    assert "missed" in shell("remind", "--list").out
    assert "Missed reminder, today 14:30: 14:30 Bureau meeting" in shell("today").err
    (row, *_) = [row for row in shell("remind", "--list", "--json").json if row["key"].endswith("/0")]
    assert row == {
        "key": "timed:1:2026-11-25T14:30/0",
        "source": "timed",
        "at": "2026-11-25T14:30",
        "state": "missed",
        "until": None,
        "times": ["2026-11-25T14:30"],
        "late": False,
        "title": "14:30 Bureau meeting",
        "body": "now",
        "kind": "matter",
        "number": 1,
    }


def test_one_is_put_off(shell, sent):
    shell("add", "Bureau meeting today 14:30")
    said = shell("remind", "--snooze", "1", "16:00")
    assert said.line == "Put off until Wed 25 Nov 16:00: 14:30 Bureau meeting"
    assert "put off" in shell("remind", "--list").out
    assert shell("remind", "--snooze", "9", "10m", code=1).line.startswith("There is no reminder 9 today")
    assert shell("remind", "--snooze", "1", "never", code=1).line.startswith("“never” is no time")
    assert shell("remind", "--snooze", "1", code=2).line.startswith("Say which and until when")


def test_a_try(shell, sent):
    assert shell("remind", "--test").out == "It went out: your command (remind_command).\n"
    assert sent()[0].startswith("Planner: reminders arrive here")
    found = shell("remind", "--test", "--json").json
    assert found["road"] == "command"
    assert found["tried"][0]["road"] == "plyer"


def test_a_try_without_a_way_says_why(shell):
    said = shell("remind", "--test", code=1)
    assert said.err.splitlines()[0].startswith("No way to show a reminder was found")
    assert "Not by desktop notification (plyer): no session bus" in said.err


@pytest.fixture
def systemd(tmp_path, monkeypatch):
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "systemctl"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("planner.notify.schedule.sys.platform", "linux")
    return tmp_path / "config" / "systemd" / "user"


def test_setting_up_shows_first_and_asks(shell, systemd):
    said = shell("remind", "--install", code=1)
    assert "ExecStart=" in said.out
    assert said.line == "Nothing was changed. --yes does it without asking."
    assert not systemd.exists()
    said = shell("remind", "--install", "--yes")
    assert len(list(systemd.iterdir())) == 2
    assert shell("remind", "--status").out.startswith("Reminders come while no planner is open: systemd.")
    assert shell("remind", "--status", "--json").json["running"] is True
    shell("remind", "--uninstall", "--yes")
    assert list(systemd.iterdir()) == []
    assert shell("remind", "--uninstall", "--yes").line == "No timer is set up, so none was taken away."
    assert "planner remind --install" in shell("remind", "--status", code=1).out


def test_a_machine_without_a_timer_says_so(shell, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("planner.notify.schedule.sys.platform", "linux")
    assert "no timer that planner knows" in shell("remind", "--install", code=1).line
    assert "no timer" in shell("remind", "--status", code=1).out


def test_one_thing_at_a_time(shell):
    shell("remind", "--list", "--test", code=2)


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("remind_before", "30, 5", "soon"),
        ("remind_morning_at", "07:45", "7"),
        ("remind_quiet", "12:00-13:30", "noon"),
        ("remind_cap", "5", "-1"),
        ("remind_talks", "false", "no"),
        ("remind_command", "say '{title}'", "say '{title}"),
    ],
)
def test_settings(shell, key, good, bad):
    shell("config", key, good)
    assert shell("config", key, "--json").json == {key: good}
    shell("config", key, bad, code=1)
    assert shell("config", key, "--json").json == {key: good}


@pytest.mark.parametrize("name", ["config.toml", "clocks.toml"])
def test_a_slip_in_a_file_of_settings_silences_nothing(shell, monkeypatch, tmp_path, name):
    """A timer would fail each minute, and nobody would see it."""
    shell("add", "Bureau meeting today 14:30")
    shell("remind")
    (shell.home / name).write_text("what is this")
    at(shell, "14:30")
    said = shell("remind", code=1)
    assert name in said.err
    assert "1 reminder could not be shown" in said.err


def test_off_is_off(shell, sent):
    shell("config", "remind_command", "off")
    shell("config", "remind_quiet", "off")
    shell("remind", "--test", code=1)
    assert sent() == []


def test_in_chinese(shell, sent):
    shell("--lang", "zh", "add", "今天14:30局务会")
    shell("--lang", "zh", "remind")
    at(shell, "14:20")
    assert shell("--lang", "zh", "remind").out == "14:30 局务会：已提醒，自设命令（remind_command）\n"
    assert sent() == ["日程：14:30 局务会|余10分钟"]
