"""The timer: what would be written is what is written, by whichever way a machine has; each is taken away whole."""

from __future__ import annotations

import os
import plistlib
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from planner.notify import schedule
from planner.notify.schedule import Job, NotSetUp, carry_out, installed, is_running, removal, setup, way_here

NASTY = """/tmp/a b/100% $HOME "q" 'x' \\n 办公室"""


@pytest.fixture
def job(tmp_path):
    return Job(home=str(tmp_path / "home"), lang="zh")


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Programs of the test's own, on a PATH that holds no others; each notes how it was called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    log = tmp_path / "log"

    def make(name, text="", code=0):
        path = folder / name
        path.write_text(
            f"#!{sys.executable}\nimport sys, os\n"
            f"open({str(log)!r}, 'a').write(' '.join([{name!r}, *sys.argv[1:]]) + '\\n')\n{text}\nsys.exit({code})\n",
            encoding="utf-8",
        )
        path.chmod(0o755)
        return lambda: log.read_text().splitlines() if log.exists() else []

    return make


@pytest.fixture
def crontab(tmp_path, programs):
    """A crontab that keeps its table in a file."""
    table = tmp_path / "table"
    programs(
        "crontab",
        f"path = {str(table)!r}\n"
        "if sys.argv[1:] == ['-l']:\n"
        "    if not os.path.exists(path): sys.exit(print('no crontab for me', file=sys.stderr) or 1)\n"
        "    sys.stdout.buffer.write(open(path, 'rb').read())\n"
        "elif sys.argv[1:] == ['-r']: os.unlink(path)\n"
        "else: data = sys.stdin.buffer.read(); open(path, 'wb').write(data)\n",
    )
    return table


@pytest.fixture
def linux(monkeypatch):
    monkeypatch.setattr(schedule.sys, "platform", "linux")


def test_a_machine_without_any(programs, linux):
    assert way_here() is None


def test_systemd_is_taken_where_its_user_manager_runs(programs, crontab, linux):
    programs("systemctl", code=1)
    assert way_here() == "crontab"
    programs("systemctl")
    assert way_here() == "systemd"


def test_systemd_is_set_up_and_taken_away(programs, job, tmp_path, linux):
    calls = programs("systemctl")
    made = setup("systemd", job)
    units = tmp_path / "config" / "systemd" / "user"
    assert [one.path for one in made.writes] == [
        str(units / "planner-remind.service"),
        str(units / "planner-remind.timer"),
    ]
    assert installed(job) == ()
    carry_out(made)
    assert calls() == ["systemctl --user daemon-reload", "systemctl --user enable --now planner-remind.timer"]
    for one in made.writes:
        assert Path(one.path).read_text() == one.text
        assert f"+ {one.path}" in made.lines
        assert all(f"    {line}" in made.lines for line in one.text.splitlines())
    assert installed(job) == ("systemd",)
    assert is_running("systemd", job)
    carry_out(made)  # once more changes nothing
    carry_out(removal("systemd", job))
    assert installed(job) == ()
    assert list(units.iterdir()) == []
    assert "systemctl --user disable --now planner-remind.timer" in calls()


def test_a_unit_holds_any_folder(job):
    text = setup("systemd", job.replace(home=NASTY)).writes[0].text
    (line,) = [one for one in text.splitlines() if one.startswith("ExecStart=")]
    words = shlex.split(line.removeprefix("ExecStart=").replace("$$", "$").replace("%%", "%"), posix=True)
    assert words[1:] == ["-m", "planner", "--home", os.path.realpath(NASTY), "--lang", "zh", "remind", "--quiet"]


@pytest.mark.skipif(not os.path.exists("/usr/bin/systemd-analyze"), reason="needs systemd-analyze (Debian: systemd)")
def test_systemd_itself_reads_the_units(job, tmp_path):
    made = setup("systemd", job)
    for one in made.writes:
        (tmp_path / os.path.basename(one.path)).write_text(one.text)
    names = [str(tmp_path / os.path.basename(one.path)) for one in made.writes]
    ran = subprocess.run(
        ["/usr/bin/systemd-analyze", "--user", "verify", *names], capture_output=True, text=True, check=False
    )
    assert "planner-remind" not in ran.stderr, ran.stderr
    told = subprocess.run(
        ["/usr/bin/systemd-analyze", "calendar", "*-*-* *:*:00"], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr


def test_cron_s_other_lines_stay_as_they_are(crontab, job, linux):
    mine = b"# mine\n0 5 * * * backup \xff % x\n\nMAILTO=me\n"
    crontab.write_bytes(mine)
    carry_out(setup("crontab", job))
    carry_out(setup("crontab", job))
    lines = crontab.read_bytes().splitlines()
    assert b"\n".join(lines[:-1]) + b"\n" == mine
    assert lines[-1].startswith(b"* * * * * ")
    assert lines[-1].endswith(b"# planner-remind")
    assert installed(job) == ("crontab",)
    carry_out(removal("crontab", job))
    assert crontab.read_bytes() == mine


def test_cron_without_a_table_has_none_afterwards(crontab, job, linux):
    carry_out(setup("crontab", job))
    assert len(crontab.read_text().splitlines()) == 1
    carry_out(removal("crontab", job))
    assert not crontab.exists()


def test_cron_s_line_runs_what_it_says_in_a_shell(job, tmp_path):
    home = tmp_path / "it's 100% $HOME 办公室"
    (step,) = (setup_line(job.replace(home=str(home))),)
    command = step.split(" ", 5)[5].replace("\\%", "%").replace(" >/dev/null 2>&1", "")
    command = command.replace(shlex.quote(sys.executable), "echo", 1).replace("PYTHONPATH=", "X=", 1)
    ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True)
    assert ran.stdout == f"-m planner --home {home} --lang zh remind --quiet\n"


def setup_line(job):
    return schedule._cron_line(job)


def test_a_table_that_can_t_be_read_is_not_written(programs, job, linux):
    calls = programs("crontab", "print('permission denied', file=sys.stderr)", code=1)
    with pytest.raises(NotSetUp, match="permission denied"):
        setup("crontab", job)
    assert calls() == ["crontab -l"]


def test_a_step_that_fails_is_told(programs, job, linux):
    programs("systemctl", "print('Failed to connect to bus', file=sys.stderr)", code=1)
    with pytest.raises(NotSetUp, match="Failed to connect to bus"):
        carry_out(setup("systemd", job))


def test_a_file_that_can_t_be_written_is_told(programs, job, tmp_path, linux):
    programs("systemctl")
    (tmp_path / "config").write_text("a file where the folder would be")
    with pytest.raises(NotSetUp, match="can't be written"):
        carry_out(setup("systemd", job))


def test_launchd_gets_an_agent(monkeypatch, programs, job, tmp_path):
    calls = programs("launchctl")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(schedule.sys, "platform", "darwin")
    assert way_here() == "launchd"
    carry_out(setup("launchd", job))
    (path,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
    agent = plistlib.loads(path.read_bytes())
    assert agent["Label"] == "office.planner-remind"
    assert agent["StartInterval"] == 60
    assert agent["ProgramArguments"] == list(job.words)
    assert calls()[-1].startswith("launchctl bootstrap gui/")
    assert installed(job) == ("launchd",)
    carry_out(removal("launchd", job))
    assert installed(job) == ()


def test_windows_gets_a_task(monkeypatch, programs, job):
    monkeypatch.setattr(schedule.sys, "platform", "win32")
    assert way_here() == "schtasks"
    (step,) = setup("schtasks", job).steps
    assert step.words[:8] == ("schtasks", "/Create", "/F", "/SC", "MINUTE", "/MO", "1", "/TN")
    assert step.words[-1].endswith("remind --quiet")
    (away,) = removal("schtasks", job).steps
    assert away.words == ("schtasks", "/Delete", "/F", "/TN", "planner-remind")


def test_another_folder_s_job_is_another_one(job, tmp_path):
    other = job.replace(usual=False)
    assert other.name.startswith("planner-remind-")
    assert other.name != job.replace(usual=False, home=str(tmp_path / "third")).name
    assert not schedule._is_ours(schedule._cron_line(other), job)


def test_the_command_that_is_called_finds_the_planner(job, tmp_path):
    """From another folder and with nothing in the environment, as a timer calls it."""
    env = {"PATH": "/usr/bin:/bin", **({"PYTHONPATH": job.path} if job.path else {})}
    ran = subprocess.run(job.words, cwd="/", env=env, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
