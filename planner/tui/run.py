"""Opening the interface on a terminal, and leaving the terminal clean however it ends."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import TYPE_CHECKING

from planner.wording import language, t

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.tui.app import PlannerApp

__all__ = ["run"]

SIGNALS = ("SIGTERM", "SIGHUP")
SIGNALLED = 128


def run(desk: Desk) -> int:
    """Open the interface; the exit code. 0 after quitting, 128 and the signal's number after a signal, 1 after a fault.

    Everything that was acknowledged, or typed and entered before, is on the disk when this returns.
    """
    if not (sys.__stdin__ and sys.__stdin__.isatty() and sys.__stderr__ and sys.__stderr__.isatty()):
        print(t("planner: the interface needs a terminal; planner today prints the page."), file=sys.stderr)  # noqa: T201
        return 1
    gc.disable()  # a third of reading 10,000 records went to collecting nothing; on again after the first page
    from planner.tui.app import PlannerApp

    app = PlannerApp(desk, driver=_driver())
    app.first_run = _is_new(desk.home)
    try:
        code = _run(app)
    finally:
        app.clerk.close()
        gc.enable()
    left = _farewell(app, code)
    if app.is_demo and not left:
        _say(t("The demo was thrown away; nothing of it is kept."))
    return _demo() if app.wants_demo and not left else left


def _is_new(home: str) -> bool:
    """Whether nothing was ever kept or set in a folder."""
    return not any(os.path.lexists(os.path.join(home, name)) for name in ("book.json", "journal.jsonl", "config.toml"))


def _demo() -> int:
    """Open the throw-away book, in the language in use."""
    from planner.desk.demo import demo_desk

    with demo_desk(language()) as desk:
        return run(desk)


def _run(app: PlannerApp) -> int:
    """Run the app with its signal handlers."""
    import asyncio

    async def main() -> int | None:
        loop = asyncio.get_running_loop()
        for name in SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and sys.platform != "win32":
                loop.add_signal_handler(number, _leave, app, int(number))
        return await app.run_async()

    result = asyncio.run(main())
    return app.return_code or result or 0


def _leave(app: PlannerApp, number: int) -> None:
    """End because of a signal."""
    app.exit(return_code=SIGNALLED + number)


def _farewell(app: PlannerApp, code: int) -> int:
    """Say what could not be said on the screen any more."""
    from planner.tui.faults import note_fault
    from planner.tui.messages import Broke, Refused

    sentences = []
    fault = app.fault
    if fault is not None:
        sentences.append(note_fault(app.home, fault))
        code = code or 1
    for message in app.clerk.unheard:
        code = code or 1
        if isinstance(message, Refused):
            sentences.append(message.sentence)
        elif isinstance(message, Broke):
            sentences.append(note_fault(app.home, message.error))
    for sentence in sentences:
        if not _say(f"planner: {sentence}"):
            break
    return code


def _say(sentence: str) -> bool:
    """Print a line where the screen stood; ``False`` when the terminal is gone."""
    try:
        print(sentence, file=sys.stderr)  # noqa: T201
    except OSError:
        return False
    return True


def _driver() -> type | None:
    """The terminal's driver; Textual's own where there is no POSIX terminal."""
    if os.name != "posix":
        return None
    from planner.tui.terminal import Terminal

    return Terminal
