"""From the process's words to one command, and from whatever goes wrong to one line and an exit code.

Exit codes: 0 done, 1 refused or not found, 2 usage, 3 the book is locked or can't be written, 130 interrupted.
"""

from __future__ import annotations

import os
import sys

from planner.cli.options import UsageError, globals_of
from planner.cli.streams import Out, Talk, lenient
from planner.config.settings import Settings, language_of
from planner.desk.desk import open_desk
from planner.desk.refused import Problem, sentence_of
from planner.wording import t, use

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Any

    from planner.cli.options import Globals
    from planner.cli.table import Command
    from planner.desk.desk import Desk

__all__ = ["start"]

USAGE = 2
INTERRUPTED = 130
_QUICK = ("add", "today")
"""Commands that must start within milliseconds: they read plain words themselves, before the table is loaded."""
_TOLERANT = ("add", "visit", "tell", "config", "remind")
"""Commands that go on with the default settings when config.toml has a slip: a thought is not lost to it."""

_READING = ("today", "list", "owed", "agenda", "show", "find", "visits", "talk", "parties", "why", "remind")
"""Commands that go on with the planner's own clocks when clocks.toml has a slip: the day's page never closes for it."""
_ACTS = ("edit", "forward", "event", "void")
"""First words of ``visits`` that change an entry, by clocks that must then be the right ones."""


def start(argv: list[str], interface: Callable[[Desk], int], live: Callable[[Desk, str], str] | None = None) -> int:
    """Run one command line; ``interface`` opens the terminal interface, ``live`` asks for one line. The exit code."""
    lenient()
    talk = Talk(live=live)
    sys.excepthook = _fault(talk)
    use(language_of(Settings(), None))
    try:
        code = _run(globals_of(argv), Out(), talk, interface)
        sys.stdout.flush()
    except UsageError as error:
        talk.say(str(error))
        return USAGE
    except Problem as problem:
        talk.say(sentence_of(problem))
        for line in problem.pointed:
            talk.say(line)
        return problem.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return 0
    except OverflowError:
        talk.say(t("That date lies beyond the calendar: give one before the year 9999."))
        return 1
    except OSError as error:  # the store and the settings tell their own; what is left is the output's
        _silence()
        from planner.wording.refusals import reason_said

        talk.say(t("The output can't be written: {reason}.", reason=reason_said(error.strerror or str(error))))
        return 1
    return code


def _silence() -> None:
    """Send what is still in stdout's buffer nowhere, or the flush at exit fails again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _run(given: Globals, out: Out, talk: Talk, interface: Callable[[Desk], int]) -> int:
    """Find the command and the desk it works at, and run it."""
    words = given.words
    if given.lang is not None:
        use(given.lang)
    if words and words[0] in ("-h", "--help", "help"):
        from planner.cli.parser import help_text

        for line in help_text():
            out.line(line)
        return 0
    if words and words[0] in ("-V", "--version"):
        from planner import __version__

        out.line(f"planner {__version__}")
        return 0
    name = words[0] if words else "today"
    command = None if name in _QUICK else _found(name)
    if given.demo:
        from planner.desk.demo import demo_desk

        with demo_desk(given.lang) as desk:
            use(desk.lang)
            talk.say(t("This is a throw-away book: what you write in it is gone when you leave."))
            if not words and _on_terminal():
                return interface(desk)
            return _command(name, command, words[1:], desk, out, talk)
    desk = _desk(given, name, talk)
    use(desk.lang)
    if not words and _on_terminal():
        desk.day()  # a slip in clocks.toml is told before the screen opens
        if desk.calendar_slip is not None:
            raise desk.calendar_slip
        return interface(desk)
    return _command(name, command, words[1:], desk, out, talk)


def _found(name: str) -> Command:
    """The command of that name. Raises ``UsageError`` when there is none."""
    from planner.cli.table import command_named

    command = command_named(name)
    if command is None:
        raise UsageError(t("There is no command {word}. planner --help lists them.", word=name))
    return command


def _desk(given: Globals, name: str, talk: Talk) -> Desk:
    """The desk of the folder and language that were given."""
    try:
        return open_desk(given.home, given.lang)
    except Problem as slip:  # of config.toml; its class is not named here, to import nothing that was not raised
        if name not in _TOLERANT:
            raise
        talk.say(sentence_of(slip))
        return open_desk(given.home, given.lang, settings=Settings())


def _command(name: str, command: Command | None, words: tuple[str, ...], desk: Desk, out: Out, talk: Talk) -> int:
    """Run a command on its words; then tell that the file of working days was not used, where it could not be."""
    code = _ran(name, command, words, desk, out, talk)
    if desk.calendar_slip is not None:
        slip = sentence_of(desk.calendar_slip)
        talk.say(t("{problem} Until it is put right the days were counted without it.", problem=slip))
    return code


def _ran(name: str, command: Command | None, words: tuple[str, ...], desk: Desk, out: Out, talk: Talk) -> int:
    """Import a command and run it on its words: a quick one tries them itself, before table and parser are loaded."""
    if name in _READING and words[:1] not in [(act,) for act in _ACTS]:
        _see_clocks(desk, talk)
    if command is None:
        quick: Any = __import__(f"planner.cli.commands.{name}", fromlist=("quick",))
        code: int | None = quick.quick(words, desk, out, talk)
        if code is not None:
            return code
        command = _found(name)
    from planner.cli.parser import HelpAsked, parser_of

    module: Any = __import__(f"planner.cli.commands.{command.module or command.name}", fromlist=("run",))
    parser = parser_of(command)
    module.configure(parser)
    try:
        options = parser.read(words)
    except HelpAsked as asked:
        out.lines(str(asked))
        return 0
    done: int = module.run(options, desk, out, talk)
    return done


def _see_clocks(desk: Desk, talk: Talk) -> None:
    """Tell a slip in clocks.toml, and go on without what stands there."""
    try:
        _ = desk.clocks
    except Problem as slip:
        talk.say(t("{problem} Until it is put right the planner's own clocks hold.", problem=sentence_of(slip)))
        desk.forgo_clocks()


def _on_terminal() -> bool:
    """Whether a person sits at a terminal: Textual would hang without one."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _fault(talk: Talk) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """The hook for what nobody foresaw: one line for the person; where it happened, without any text, for a report."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:  # noqa: ARG001
        places = []
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"{os.path.basename(code.co_filename)}:{trace.tb_lineno}")
            trace = trace.tb_next
        talk.say(
            t(
                "The planner met a fault of its own ({kind} at {place}). What was acknowledged is kept.",
                kind=kind.__name__,
                place=" > ".join(places[-3:]),
            )
        )

    return hook
