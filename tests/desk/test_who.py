"""Who is written down as the one who changed something."""

from __future__ import annotations

import os

import pytest

from planner.desk.capturing import add
from planner.desk.desk import login_name, open_desk
from planner.desk.past import changes


def test_the_environment_names_the_user(monkeypatch):
    monkeypatch.setenv("USER", "li")
    assert login_name() == "li"
    monkeypatch.setenv("USER", "")
    monkeypatch.setenv("USERNAME", "wang")
    assert login_name() == "wang"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="users have no number there")
def test_without_it_the_user_that_the_process_runs_as_is_written_down(monkeypatch, tmp_path):
    import pwd

    for name in ("USER", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    mine = pwd.getpwuid(os.getuid()).pw_name
    desk = open_desk(str(tmp_path))
    add(desk, "report")
    assert [change.who for change in changes(desk)] == [mine]
    monkeypatch.setattr(pwd, "getpwuid", lambda _uid: {}["nobody"])
    assert login_name() is None
