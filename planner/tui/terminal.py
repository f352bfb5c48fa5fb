"""Reading a POSIX terminal.

Bytes that are no UTF-8 (a GBK terminal's) are shown as such instead of ending the program, and a bracketed paste is
taken whole: an escape in it is text, not the beginning of keys.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PasteSplitter", "Terminal"]

START, END = "\x1b[200~", "\x1b[201~"
ESCAPE = "\x1b"
WAIT = 0.1
"""Seconds to wait for input before asking whether to stop, and before an escape is a key of its own."""
CHUNK = 4096


class PasteSplitter:
    """Splits what a terminal sends into keys and pastes, across any cut of the stream."""

    def __init__(self) -> None:
        self._inside = False
        self._kept = ""

    def feed(self, data: str) -> Iterator[tuple[bool, str]]:
        """(whether it is a paste, text), in order. An unfinished mark is kept until more comes, or ``flush``."""
        data = self._kept + data
        self._kept = ""
        while data:
            mark = END if self._inside else START
            found = data.find(mark)
            if found >= 0:
                head, data = data[:found], data[found + len(mark) :]
                if head or self._inside:
                    yield self._inside, head
                self._inside = not self._inside
                continue
            if self._inside:
                self._kept = data
                return
            cut = _unfinished(data, mark)
            if cut < len(data):
                self._kept = data[cut:]
            if cut:
                yield False, data[:cut]
            return

    def flush(self) -> str:
        """Keys that were kept because they might have begun a paste, and did not: no more came."""
        if self._inside:
            return ""
        kept, self._kept = self._kept, ""
        return kept


def _unfinished(data: str, mark: str) -> int:
    """Where a beginning of the mark stands at the end of the data; its length when none does."""
    for size in range(min(len(mark) - 1, len(data)), 0, -1):
        if data.endswith(mark[:size]):
            return len(data) - size
    return len(data)


class Terminal(LinuxDriver):
    """Textual's driver with a reader of our own."""

    def run_input_thread(self) -> None:
        """Read until told to stop, and hand on keys, mouse and pastes."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        splitter = PasteSplitter()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = selector.select(WAIT)
                if ready:
                    raw = os.read(self.fileno, CHUNK)
                    if not raw:  # the terminal is gone
                        break
                    self._hand_on(parser, splitter.feed(decode(raw)))
                else:
                    kept = splitter.flush()
                    if kept == ESCAPE:  # waited for long enough: the parser would wait once more
                        self.process_message(events.Key("escape", ESCAPE))
                    elif kept:
                        self._hand_on(parser, iter([(False, kept)]))
                for event in parser.tick():
                    self.process_message(event)
        try:
            for _ in parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass

    def _hand_on(self, parser: XTermParser, pieces: Iterator[tuple[bool, str]]) -> None:
        """Post what the pieces say."""
        for is_paste, text in pieces:
            if is_paste:
                self.process_message(events.Paste(text.replace("\x00", "")))
            else:
                for event in parser.feed(text):
                    self.process_message(event)
