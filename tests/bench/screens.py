"""What the interface costs, beside an empty Textual app and an input with a label: frames, list, key, filter, quit.

Each opening is a process in a terminal of its own (a pty of 120 by 40); pairs are interleaved and medians compared.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import tempfile
import termios
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench.books import filled

__all__ = ["screen_rows"]

CHILD = str(Path(__file__).with_name("screen_child.py"))
QUIET = 0.12
"""Seconds after a key in which every frame that it brings has been painted."""
READY = 15.0
"""Seconds after which an app that shows nothing is given up."""
KEYS = "j" * 40
FILTER = "/" + "report" + "\x7f" * 6 + "report"
TYPED = "report" + "\x7f" * 6 + "report"
WARMING = 5
"""Keys that are not counted, of each run."""
SIZE = struct.pack("HHHH", 40, 120, 0, 0)


class Opening(NamedTuple):
    """One opening, in milliseconds and MiB."""

    frame: float
    listed: float
    key: float
    leaving: float
    mib: float


def screen_rows(work: Path, python: Path, environment: dict[str, str], pairs: int) -> list[tuple[str, str, str, str]]:
    """The rows: what, of which book, the figure, the promise."""
    python_words = [str(python)]
    small, big = filled(work / "book-10000", 10_000, 1_000), filled(work / "book-100000", 100_000, 10_000)
    tiny = filled(work / "book-1000", 1_000, 100)
    rows = []
    empty, frames = _pairs(python_words, environment, pairs, ("empty", small, ""), ("planner", small, ""))
    rows.append(_ratio("first painted frame", "10000", frames, empty, "frame", "≤ 1.2 × an empty app"))
    rows.append(_ratio("quit to exit", "10000", frames, empty, "leaving", "≤ 1.2 × an empty app"))
    for size, home, promise in (("10000 (1000)", small, "1.2"), ("100000 (10000)", big, "1.4")):
        base, listed = _pairs(python_words, environment, pairs, ("empty", home, ""), ("planner:list", home, ""))
        ratio = statistics.median(two.listed / one.frame for one, two in zip(base, listed, strict=True))
        ms = statistics.median(two.listed for two in listed)
        rows.append(("list ready", size, f"**{ratio:.2f}** ({ms:.0f} ms)", f"≤ {promise} × an empty app's frame"))
        memory = statistics.median(two.mib / one.mib for one, two in zip(base, listed, strict=True))
        mib = statistics.median(two.mib for two in listed)
        limit = "≤ 1.15 × an empty app" if home is small else "≤ 60 MiB"
        rows.append(("memory", size, f"**{memory:.2f}** ({mib:.0f} MiB)", limit))
    few = max(3, pairs // 5)
    keys = f"2{KEYS}"
    one, two = _pairs(python_words, environment, few, ("planner:keys", tiny, keys), ("planner:keys", big, keys))
    at_small, at_big = (statistics.median(opening.key for opening in found) for found in (one, two))
    rows.append(("key to frame", "1000 (100)", f"{at_small:.1f} ms", ""))
    limit = "≤ 4 ms, ≤ 1.2 × at 1,000"
    rows.append(("key to frame", "100000 (10000)", f"**{at_big / at_small:.2f}** ({at_big:.1f} ms)", limit))
    for size, home, promise in (("10000 (1000)", small, "1.25"), ("100000 (10000)", big, "1.5")):
        base, typed = _pairs(
            python_words, environment, few, ("input:keys", home, TYPED), ("planner:keys", home, f"2{FILTER}")
        )
        anchor, ours = (statistics.median(opening.key for opening in found) for found in (base, typed))
        figure = f"**{ours / anchor:.2f}** ({ours:.1f} of {anchor:.1f} ms)"
        rows.append(("filter as you type", size, figure, f"≤ {promise} × an input with a label"))
    return rows


def _ratio(
    what: str, book: str, ours: list[Opening], base: list[Opening], column: str, promise: str
) -> tuple[str, str, str, str]:
    """One row: the median over the pairs."""
    ratio = statistics.median(getattr(two, column) / getattr(one, column) for one, two in zip(base, ours, strict=True))
    ms = statistics.median(getattr(one, column) for one in ours)
    return what, book, f"**{ratio:.2f}** ({ms:.0f} ms)", promise


def _pairs(
    python: list[str], environment: dict[str, str], pairs: int, *commands: tuple[str, Path, str]
) -> list[list[Opening]]:
    """Interleaved openings, after one of each for warming."""
    found: list[list[Opening]] = [[] for _ in commands]
    for turn in range(pairs + 1):
        for place, (what, home, keys) in enumerate(commands):
            opening = _open(python, environment, what, home, keys)
            if turn:
                found[place].append(opening)
    return found


def _open(python: list[str], environment: dict[str, str], what: str, home: Path, keys: str = "") -> Opening:
    """One opening, with some keys typed into it. Raises RuntimeError when the app did not come so far."""
    with tempfile.NamedTemporaryFile(suffix=".stamps") as stamps:
        before = time.monotonic_ns()
        child, terminal = pty.fork()
        if child == 0:
            os.environ.clear()
            os.environ.update({**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"})
            os.execv(python[0], [*python, CHILD, what, str(home), stamps.name])
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, SIZE)
        path = Path(stamps.name)
        sent = _type(terminal, path, "list" if what.startswith("planner") else "frame", keys) if keys else []
        if keys:
            os.kill(child, signal.SIGTERM)
        _drain(terminal, None)
        _, status, usage = os.wait4(child, 0)
        ended = time.monotonic_ns()
        os.close(terminal)
        told = [line.split() for line in path.read_text(encoding="ascii").splitlines()]
    if not told or (status and not keys):
        raise RuntimeError(f"{what}: wait status {status}")
    first = {name: int(at) for name, at in reversed(told)}
    frames = [int(at) for name, at in told if name == "frame"]
    return Opening(
        frame=(first["frame"] - before) / 1e6,
        listed=(first.get("list", first["frame"]) - before) / 1e6,
        key=_median_of_keys(sent, frames, 0 if keys.endswith(KEYS) else -1),
        leaving=(ended - first.get("leaving", ended)) / 1e6,
        mib=usage.ru_maxrss / 1024,
    )


def _type(terminal: int, stamps: Path, ready: str, keys: str) -> list[int]:
    """Type keys one by one, each after the frames of the one before; when each was sent."""
    given_up = time.monotonic() + READY
    while not any(line.startswith(ready) for line in stamps.read_text(encoding="ascii").splitlines()):
        _drain(terminal, QUIET)
        if time.monotonic() > given_up:
            raise RuntimeError(f"no {ready} after {READY} s")
    _drain(terminal, 5 * QUIET)
    sent = []
    for key in keys:
        sent.append(time.monotonic_ns())
        os.write(terminal, key.encode())
        _drain(terminal, QUIET)
    return sent


def _median_of_keys(sent: list[int], frames: list[int], which: int) -> float:
    """Milliseconds from a key to the first frame behind it (0), or the last before the next key (-1); the median."""
    took = []
    for place, began in enumerate(sent[WARMING:], WARMING):
        until = sent[place + 1] if place + 1 < len(sent) else began + int(QUIET * 1e9)
        mine = [frame for frame in frames if began < frame < until]
        if mine:
            took.append((mine[which] - began) / 1e6)
    return statistics.median(took) if took else 0.0


def _drain(terminal: int, seconds: float | None) -> None:
    """Read what the app paints, for some time or until it lets the terminal go."""
    until = None if seconds is None else time.monotonic() + seconds
    while True:
        left = None if until is None else until - time.monotonic()
        if left is not None and left <= 0:
            return
        if not select.select([terminal], [], [], left)[0]:
            return
        try:
            if not os.read(terminal, 65536):
                return
        except OSError:
            return
