"""A file that leaves: private, whole or not at all, over nothing without leave, through no link."""

from __future__ import annotations

import os
import stat

import pytest

from planner.exchange import outgoing
from planner.exchange.outgoing import InTheWayError, UnwritableFileError, hand_out


def test_it_is_the_owner_s_alone(tmp_path):
    path = tmp_path / "a.md"
    old = os.umask(0)
    try:
        hand_out(str(path), b"words")
    finally:
        os.umask(old)
    assert path.read_bytes() == b"words"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]


def test_a_file_that_is_there_stays_without_leave(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    with pytest.raises(InTheWayError) as told:
        hand_out(str(path), b"new")
    assert told.value.kind == "file"
    assert path.read_bytes() == b"old"
    hand_out(str(path), b"new", force=True)
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("there", [True, False])
def test_no_link_is_followed(tmp_path, force, there):
    target = tmp_path / "target"
    if there:
        target.write_bytes(b"old")
    path = tmp_path / "a.md"
    path.symlink_to(target)
    with pytest.raises(InTheWayError) as told:
        hand_out(str(path), b"new", force=force)
    assert told.value.kind == "link"
    assert target.read_bytes() == b"old" if there else not target.exists()
    assert path.is_symlink()


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_and_a_pipe_are_no_files(tmp_path, force):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(InTheWayError) as told:
            hand_out(str(path), b"new", force=force)
        assert told.value.kind == "other"


def test_what_came_meanwhile_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    monkeypatch.setattr(outgoing, "_look", lambda *_words, **_options: None)
    path.write_bytes(b"theirs")
    with pytest.raises(InTheWayError):
        hand_out(str(path), b"mine")
    assert path.read_bytes() == b"theirs"
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("call", ["fsync", "link"])
def test_a_disk_that_fails_leaves_nothing(tmp_path, monkeypatch, call):
    path = tmp_path / "a.md"

    def fails(*_words):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fails)
    if call == "link":  # a disk without links is written to all the same
        hand_out(str(path), b"words")
        assert path.read_bytes() == b"words"
        return
    with pytest.raises(UnwritableFileError) as told:
        hand_out(str(path), b"words")
    assert "space" in told.value.reason
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UnwritableFileError):
        hand_out(str(tmp_path / "none" / "a.md"), b"words")
