"""What calls ``planner remind`` each minute while no planner is open: systemd, launchd, Windows' tasks, or cron.

A ``Setup`` is all that would be done, so that it can be shown before it is: files, commands, nothing hidden. Those for
launchd and Windows were written for them and not yet run there.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import zlib
from contextlib import suppress

from planner.domain.record import Problem, Record
from planner.notify.running import run
from planner.wording import t
from planner.wording.safe import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.notify.running import Ran

__all__ = [
    "WAYS",
    "Job",
    "NotSetUp",
    "Setup",
    "Step",
    "Writing",
    "carry_out",
    "installed",
    "is_running",
    "removal",
    "setup",
    "way_here",
]

WAYS = ("systemd", "launchd", "schtasks", "crontab")

_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
_SECONDS = 30.0


class NotSetUp(Problem):
    """The timer could not be set up or taken away; its text is the line for the person."""


class Job(Record):
    """What is called: the folder of the book and the language; a job per folder."""

    home: str
    lang: str
    usual: bool = True
    """Whether the folder is the one that is taken when none is named."""

    @property
    def name(self) -> str:
        """The job's name: another one for a folder that is not the usual one."""
        if self.usual:
            return "planner-remind"
        return f"planner-remind-{zlib.crc32(os.fsencode(os.path.realpath(self.home))):08x}"

    @property
    def words(self) -> tuple[str, ...]:
        """The command."""
        return (
            sys.executable, "-m", "planner", "--home", os.path.realpath(self.home), "--lang", self.lang,
            "remind", "--quiet",
        )  # fmt: skip

    @property
    def path(self) -> str | None:
        """Where Python finds the planner when it is not installed; ``None`` when it is."""
        return None if _ROOT.startswith(os.path.realpath(sys.prefix) + os.sep) else _ROOT


class Writing(Record):
    """A file and what stands in it."""

    path: str
    text: str


class Step(Record):
    """A command that is run, and what it reads. One that ``may_fail`` only clears the place."""

    words: tuple[str, ...]
    given: str = ""
    may_fail: bool = False


class Setup(Record):
    """All that is done, in order: files written or removed, commands run."""

    way: str
    writes: tuple[Writing, ...] = ()
    first: tuple[Step, ...] = ()
    """Run before files are removed."""
    removes: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """It, as it is shown before it is done."""
        made: list[str] = [f"$ {shlex.join(step.words)}" for step in self.first]
        made += [f"- {path}" for path in self.removes]
        for writing in self.writes:
            made += (f"+ {writing.path}", *(f"    {line}" for line in writing.text.splitlines()))
        for step in self.steps:
            made.append(f"$ {shlex.join(step.words)}")
            made += [f"    {line}" for line in step.given.splitlines()]
        return tuple(made)


def way_here() -> str | None:
    """The first of the ways that this machine has; ``None`` when it has none."""
    if sys.platform == "darwin":
        return "launchd"
    if sys.platform == "win32":
        return "schtasks"
    if shutil.which("systemctl") and run(("systemctl", "--user", "show-environment"), seconds=_SECONDS).code == 0:
        return "systemd"
    return "crontab" if shutil.which("crontab") else None


def setup(way: str, job: Job) -> Setup:
    """What setting up does."""
    if way == "systemd":
        unit = f"{job.name}.timer"
        return Setup(
            way=way,
            writes=(
                Writing(path=_unit(f"{job.name}.service"), text=_service(job)),
                Writing(path=_unit(unit), text=_timer()),
            ),
            steps=(
                Step(words=("systemctl", "--user", "daemon-reload")),
                Step(words=("systemctl", "--user", "enable", "--now", unit)),
            ),
        )
    if way == "launchd":
        path = _agent(job)
        return Setup(
            way=way,
            writes=(Writing(path=path, text=_plist(job)),),
            steps=(
                Step(words=("launchctl", "bootout", _gui(), path), may_fail=True),
                Step(words=("launchctl", "bootstrap", _gui(), path)),
            ),
        )
    if way == "schtasks":
        return Setup(
            way=way,
            steps=(
                Step(words=("schtasks", "/Create", "/F", "/SC", "MINUTE", "/MO", "1", "/TN", job.name,
                            "/TR", _windows_line(job))),
            ),
        )  # fmt: skip
    return Setup(way=way, steps=(Step(words=("crontab", "-"), given=_crontab(job, (_cron_line(job),))),))


def removal(way: str, job: Job) -> Setup:
    """What taking it away does."""
    if way == "systemd":
        names = (f"{job.name}.service", f"{job.name}.timer")
        return Setup(
            way=way,
            first=(Step(words=("systemctl", "--user", "disable", "--now", names[1]), may_fail=True),),
            removes=tuple(map(_unit, names)),
            steps=(Step(words=("systemctl", "--user", "daemon-reload"), may_fail=True),),
        )
    if way == "launchd":
        path = _agent(job)
        return Setup(
            way=way,
            first=(Step(words=("launchctl", "bootout", _gui(), path), may_fail=True),),
            removes=(path,),
        )
    if way == "schtasks":
        return Setup(way=way, steps=(Step(words=("schtasks", "/Delete", "/F", "/TN", job.name)),))
    left = _crontab(job, ())
    words = ("crontab", "-") if left else ("crontab", "-r")
    return Setup(way=way, steps=(Step(words=words, given=left),))


def installed(job: Job) -> tuple[str, ...]:
    """The ways in which the job is set up now: more than one after a change of the system, which does no harm."""
    found = []
    if os.path.exists(_unit(f"{job.name}.timer")):
        found.append("systemd")
    if sys.platform == "darwin" and os.path.exists(_agent(job)):
        found.append("launchd")
    if sys.platform == "win32" and run(("schtasks", "/Query", "/TN", job.name), seconds=_SECONDS).code == 0:
        found.append("schtasks")
    if shutil.which("crontab") and any(_is_ours(line, job) for line in _cron_lines()):
        found.append("crontab")
    return tuple(found)


def is_running(way: str, job: Job) -> bool:
    """Whether what is set up is in force, as far as the machine says."""
    if way != "systemd":
        return True
    return run(("systemctl", "--user", "is-active", "--quiet", f"{job.name}.timer"), seconds=_SECONDS).code == 0


def carry_out(made: Setup) -> None:
    """Do it. Raises ``NotSetUp`` at the first thing that fails."""
    for step in made.first:
        _run(step)
    for path in made.removes:
        with suppress(FileNotFoundError):
            os.unlink(path)
    for writing in made.writes:
        try:
            os.makedirs(os.path.dirname(writing.path), exist_ok=True)
            with open(writing.path, "w", encoding="utf-8", errors="surrogateescape") as file:
                file.write(writing.text)
        except OSError as error:
            raise NotSetUp(
                t("{path} can't be written: {reason}.", path=shown(writing.path), reason=error.strerror or str(error))
            ) from error
    for step in made.steps:
        _run(step)


def _run(step: Step) -> None:
    """Run one command."""
    ran = run(step.words, given=step.given, seconds=_SECONDS)
    if ran.code != 0 and not step.may_fail:
        raise NotSetUp(t("“{command}” failed: {reason}", command=shown(shlex.join(step.words)), reason=_why(ran)))


def _why(ran: Ran) -> str:
    """Why a command failed, in one line."""
    if ran.late:
        return t("it took too long")
    lines = (ran.err or ran.out).strip().splitlines()
    return shown(lines[-1]) if lines else t("it failed with code {code}", code=ran.code)


def _unit(name: str) -> str:
    """The place of a unit of systemd's user manager."""
    config = os.environ.get("XDG_CONFIG_HOME", "").strip() or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(config, "systemd", "user", name)


def _service(job: Job) -> str:
    """The unit that is run once."""
    line = " ".join(f'"{_for_systemd(word)}"' for word in job.words)
    path = f'Environment="PYTHONPATH={_for_systemd(job.path)}"\n' if job.path else ""
    return (
        "[Unit]\nDescription=Reminders of planner\n\n"
        f"[Service]\nType=oneshot\n{path}ExecStart={line}\nTimeoutStartSec=120\n"
    )


def _timer() -> str:
    """The unit that runs it each minute."""
    return (
        "[Unit]\nDescription=Reminders of planner, each minute\n\n"
        "[Timer]\nOnCalendar=*-*-* *:*:00\nAccuracySec=5s\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )


def _for_systemd(word: str) -> str:
    """A word within quotes in a unit."""
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("$", "$$")):
        word = word.replace(sign, written)
    return word


def _agent(job: Job) -> str:
    """The place of a launchd agent."""
    return os.path.join(os.path.expanduser("~"), "Library", "LaunchAgents", f"{_label(job)}.plist")


def _label(job: Job) -> str:
    """The name that launchd has for the job."""
    return f"office.{job.name}"


def _gui() -> str:
    """The name that launchd has for the desktop of this user."""
    return f"gui/{os.getuid() if hasattr(os, 'getuid') else 0}"


def _plist(job: Job) -> str:
    """The agent."""
    import plistlib

    agent: dict[str, object] = {
        "Label": _label(job),
        "ProgramArguments": list(job.words),
        "StartInterval": 60,
        "RunAtLoad": True,
    }
    if job.path:
        agent["EnvironmentVariables"] = {"PYTHONPATH": job.path}
    return plistlib.dumps(agent, sort_keys=False).decode()


def _windows_line(job: Job) -> str:
    """The command as Windows' scheduler takes it; without a window where Python has such a program."""
    import subprocess

    program = os.path.join(os.path.dirname(sys.executable), "pythonw.exe")
    words = job.words if not os.path.exists(program) else (program, *job.words[1:])
    return subprocess.list2cmdline(words)


def _cron_line(job: Job) -> str:
    """The line of cron, which has its own sign ``%`` and runs a shell."""
    line = shlex.join(job.words)
    if job.path:
        line = f"PYTHONPATH={shlex.quote(job.path)} {line}"
    line = line.replace("%", "\\%")
    return f"* * * * * {line} >/dev/null 2>&1 # {job.name}"


def _is_ours(line: str, job: Job) -> bool:
    """Whether a line of cron is the job's."""
    return line.rstrip().endswith(f"# {job.name}")


def _crontab(job: Job, lines: tuple[str, ...]) -> str:
    """The table of cron with these lines in place of the job's; all others as they are."""
    kept = [line for line in _cron_lines() if not _is_ours(line, job)]
    return "".join(f"{line}\n" for line in (*kept, *lines))


def _cron_lines() -> tuple[str, ...]:
    """The lines of the user's table. Raises ``NotSetUp`` when it can't be read, so that none is lost."""
    ran = run(("crontab", "-l"), seconds=_SECONDS)
    if ran.code == 0:
        return tuple(ran.out.split("\n")[:-1] if ran.out.endswith("\n") else ran.out.split("\n")) if ran.out else ()
    if "no crontab" in ran.err.lower():
        return ()
    raise NotSetUp(t("“{command}” failed: {reason}", command="crontab -l", reason=_why(ran)))
