"""In which shell a remedy is read: at the command line it names a command, on the screen the key.

The screen's thread that works with the book says once that it speaks for the screen; everything else is the command
line's. Both sentences stand written out where the remedy is given.
"""

from __future__ import annotations

from contextvars import ContextVar

__all__ = ["by_shell", "speak_for_the_screen"]

_ON_SCREEN: ContextVar[bool] = ContextVar("planner_on_screen", default=False)


def speak_for_the_screen() -> None:
    """From now on sentences made in this thread are read on the screen."""
    _ON_SCREEN.set(True)


def by_shell(command: str, key: str) -> str:
    """Of two sentences with the same remedy the one for the shell in use: by a command, or by a key of the screen."""
    return key if _ON_SCREEN.get() else command
