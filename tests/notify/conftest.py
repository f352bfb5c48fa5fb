"""A session bus of the test's own, with or without somebody on it who shows notifications."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planner.notify import bus, roads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CONFIG = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
 <type>session</type><listen>unix:tmpdir={folder}</listen><auth>EXTERNAL</auth>
 <policy context="default">
  <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
 </policy>
</busconfig>
"""
"""No folders of services: nobody is started by being asked for, whatever the machine has."""

SERVICE = Path(__file__).with_name("daemon.py")


class Desktop:
    """What the service of the tests was sent."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def shown(self) -> list[dict[str, str]]:
        if not self._path.exists():
            return []
        return [json.loads(line) for line in self._path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No bus and no terminal of the machine's own: what a test shows must not reach who runs it."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(bus, "RUNTIME", str(tmp_path / "run"))
    monkeypatch.setattr(roads, "TTY", str(tmp_path / "no-terminal"))
    monkeypatch.setenv("TERM", "xterm")


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """A real session bus with nobody on it; its address."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("needs dbus-daemon (Debian: dbus)")
    folder = tmp_path / "bus"
    folder.mkdir()
    config = tmp_path / "bus.conf"
    config.write_text(CONFIG.format(folder=folder), encoding="utf-8")
    process = subprocess.Popen(
        [program, f"--config-file={config}", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    try:
        yield address
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture
def desktop_that(session: str, tmp_path: Path) -> Iterator[Callable[..., Desktop]]:
    """Puts a notification service on the bus: ``desktop_that("hang")`` takes notifications and never answers."""
    pytest.importorskip("jeepney", reason="needs jeepney, which the test extra brings")
    started = []

    def start(*how: str) -> Desktop:
        path = tmp_path / "shown.jsonl"
        process = subprocess.Popen(
            [sys.executable, str(SERVICE), str(path), *how],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return Desktop(path)

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture
def notify_send() -> str:
    """``notify-send``, which plyer needs here."""
    found = shutil.which("notify-send")
    if found is None:
        pytest.skip("needs notify-send (Debian: libnotify-bin)")
    return found
