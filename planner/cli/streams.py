r"""The two owners of the process's streams: data goes out on stdout, talk on stderr.

Everything that leaves is made safe first; what a narrow encoding can't hold leaves as ``\uXXXX`` instead of failing.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from planner.desk.desk import Desk

__all__ = ["Out", "Talk", "lenient"]


def lenient() -> None:
    """Let both streams replace what their encoding can't hold: 中文 under LC_ALL=C would raise instead.

    A stream that the caller closed becomes one that leads nowhere, so that no file of the book takes its place.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - for the process's life
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _safe(text: str, *, lines: bool = False) -> str:
    """The text made safe; an ordinary line is so already, and needs nothing loaded."""
    if text.isprintable():
        return text
    from planner.wording.safe import shown

    return shown(text, lines=lines)


class Out:
    """The owner of stdout: the data that a command was asked for."""

    __slots__ = ("_stream",)

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = sys.stdout if stream is None else stream

    def line(self, text: str = "") -> None:
        """One line of data, made safe."""
        self._stream.write(_safe(text) + "\n")

    def lines(self, text: str) -> None:
        """Several lines of the planner's own words."""
        self._stream.write(_safe(text, lines=True) + "\n")

    def bold(self, text: str) -> None:
        """A heading: bold on a terminal that shows it, plain anywhere else."""
        text = _safe(text)
        self._stream.write(f"\x1b[1m{text}\x1b[0m\n" if self.styled else f"{text}\n")

    def json(self, value: object) -> None:
        """A value as JSON, one document. What could act on a terminal is escaped, also where JSON need not."""
        import json

        from planner.wording.safe import shown

        text = json.dumps(value, ensure_ascii=not self._holds_unicode, indent=1)
        self._stream.write(shown(text, lines=True) + "\n")

    def data(self, data: bytes) -> None:
        """Bytes of a format: as they are to a pipe or a file, as text to a terminal, whatever its encoding."""
        buffer = getattr(self._stream, "buffer", None)
        if buffer is None or self._stream.isatty():
            self._stream.write(data.decode("utf-8"))
            return
        self._stream.flush()
        buffer.write(data)
        buffer.flush()

    @property
    def width(self) -> int | None:
        """The terminal's columns; ``None`` when stdout is no terminal, where nothing is cut."""
        if not self._stream.isatty():
            return None
        try:
            return os.get_terminal_size(self._stream.fileno()).columns or 80
        except OSError:
            return 80

    @property
    def styled(self) -> bool:
        """Whether bold may be used: on a terminal that is not dumb, without NO_COLOR."""
        return self._stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    @property
    def _holds_unicode(self) -> bool:
        """Whether the stream's encoding is a UTF; lone surrogates are escaped by the stream all the same."""
        return (self._stream.encoding or "").lower().startswith("utf")


class Talk:
    """The owner of stderr: what the planner says about what it did.

    ``live`` asks a person for a line of some kind with its meaning shown as it is typed; only the terminal
    interface can, so it is handed in from above.
    """

    __slots__ = ("_stream", "live")

    def __init__(self, stream: TextIO | None = None, live: Callable[[Desk, str], str] | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self.live = live

    def say(self, text: str) -> None:
        """One line of talk, made safe."""
        self._stream.write(_safe(text) + "\n")

    @property
    def is_read(self) -> bool:
        """Whether a person reads along: stderr is a terminal."""
        return self._stream.isatty()

    @property
    def stream(self) -> TextIO:
        """Where the talk goes, for the parser's own usage text."""
        return self._stream
