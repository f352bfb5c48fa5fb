"""Finding the session's bus, also where nothing names it, and asking it who is there."""

from __future__ import annotations

import os
import socket
import threading

import pytest

from planner.notify import bus
from planner.notify.bus import BusError, bus_address, has_owner, shows_notifications


def test_the_environment_names_it():
    assert bus_address({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}) == "unix:path=/x"


def test_from_cron_it_is_found_in_the_user_s_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(bus, "RUNTIME", str(tmp_path))
    assert bus_address({}) is None
    folder = tmp_path / str(os.getuid())
    folder.mkdir()
    (folder / "bus").touch()
    assert bus_address({}) == f"unix:path={folder}/bus"
    other = tmp_path / "other"
    other.mkdir()
    (other / "bus").touch()
    assert bus_address({"XDG_RUNTIME_DIR": str(other)}) == f"unix:path={other}/bus"


def test_somebody_is_there_or_not(session, desktop_that):
    assert (has_owner(session), shows_notifications(session)) == (False, False)
    desktop_that()
    assert (has_owner(session), shows_notifications(session)) == (True, True)


def test_the_first_address_that_answers_is_taken(session, tmp_path):
    assert not has_owner(f"tcp:host=localhost;unix:path={tmp_path}/none;{session}")


@pytest.mark.parametrize(
    "address", ["", "nonsense", "unix:", "tcp:host=localhost,port=1", "unix:path=/nowhere", "unix:path=%00"]
)
def test_an_address_that_leads_nowhere_is_told(address):
    with pytest.raises(BusError):
        has_owner(address)


@pytest.mark.parametrize(
    "answer",
    [b"", b"OK 1\r\n", b"REJECTED\r\n", b"\xff" * 64, b"OK 1\r\n" + b"l\x02\x01\x01" + b"\xff" * 60, b"OK 1\r\nl"],
)
def test_what_is_no_bus_is_told_and_not_waited_for(answer, tmp_path, monkeypatch):
    monkeypatch.setattr(bus, "_SECONDS", 0.3)
    path = str(tmp_path / "bus")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen()

        def serve():
            one, _ = server.accept()
            with one:
                one.recv(1000)
                one.sendall(answer)
                one.settimeout(2)
                try:
                    while one.recv(1000):
                        pass
                except OSError:
                    pass

        thread = threading.Thread(target=serve)
        thread.start()
        with pytest.raises(BusError):
            has_owner(f"unix:path={path}")
        thread.join()
