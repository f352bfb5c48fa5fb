"""``python -m tests.bench``: Markdown tables of what the commands cost, in interpreter starts, and the interface."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.books import NOW, filled
from tests.bench.installing import installed
from tests.bench.measuring import Figure, Meter, syncs
from tests.bench.peers import peers
from tests.bench.screens import screen_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

LINES = (
    ("add, plain title", "plain title", "1.5"),
    ("add, with a date", "relief report fri 5pm", "2.0"),
    ("add, date in Chinese", "下周五下午五点前报救助资金情况", "2.0"),
    ("add, party and tag", "call about the fund @李局 +救助 p1", ""),
    ("add, with a recurrence", "bureau meeting every 2 weeks on mon", "3.2"),
    ("add, recurrence in Chinese", "每周一上午9点局务会", "3.2"),
)
HEAD = "| what | records (open) | × P | promise | ms | P ms | memory × P | MiB | syncs |"


def main() -> int:
    """Measure and print."""
    given = _options()
    with ExitStack() as stack:
        work = given.work or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="planner-bench-")))
        work.mkdir(parents=True, exist_ok=True)
        _say("building and installing the wheel")
        programs = installed(work)
        environment = _environment()
        meter = Meter(programs / "python", environment, given.pairs)
        stack.callback(meter.close)
        _show(f"Python {sys.version.split()[0]}, {sys.platform}, {os.cpu_count()} processors, {given.pairs} pairs")
        _show("")
        _show(HEAD)
        _show("|---" * (HEAD.count("|") - 1) + "|")
        for row in _rows(work, programs, meter, given.sizes):
            _show(row)
        if given.screens:
            _show("")
            _show("| what | records (open) | beside its anchor | promise |")
            _show("|---|---|---|---|")
            for row in screen_rows(work, programs / "python", environment, given.pairs):
                _show(f"| {' | '.join(row)} |")
        if given.peers:
            _peers(work, meter, environment, given)
    return 0


def _options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--pairs", type=int, default=15, help="interleaved pairs a row; the medians are shown")
    parser.add_argument("--sizes", type=lambda text: [int(part) for part in text.split(",")],
                        default=[100, 1_000, 10_000, 100_000], help="records a book")  # fmt: skip
    parser.add_argument("--work", type=Path, help="a folder for the environment and the books, kept for the next run")
    parser.add_argument("--screens", action="store_true", help="the interface as well, beside an empty Textual app")
    parser.add_argument("--peers", action="store_true", help="other programs as well, at 10,000 records")
    return parser.parse_args()


def _environment() -> dict[str, str]:
    """What the measured processes see: nothing that spoils the figure, and a fixed clock."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, "PLANNER_NOW": NOW.isoformat(), "USER": "bench"}


def _rows(work: Path, programs: Path, meter: Meter, sizes: list[int]) -> Iterator[str]:
    """One row of the table after another."""
    planner = str(programs / "planner")
    for size in sizes:
        still_open = size // 10
        _say(f"filling a book of {size} records")
        home = filled(work / f"book-{size}", size, still_open)
        for what, line, promise in LINES:
            command = [planner, "--home", str(home), "add", *line.split()]
            figure = meter.measure(command)
            yield _row(f"`{what}`", f"{size} ({still_open})", figure, promise, syncs(command, meter.environment))
    for size in sizes:
        if size >= 10_000:
            home = filled(work / f"open-1000-{size}", size, 1_000)
            command = [planner, "--home", str(home), "today"]
            figure = meter.measure(command)
            yield _row("`today`", f"{size} (1000)", figure, "4", syncs(command, meter.environment))


def _row(what: str, book: str, figure: Figure, promise: str, synced: int | None) -> str:
    """One line of the table."""
    columns = (
        what,
        book,
        f"**{figure.ratio:.2f}**",
        promise and f"≤ {promise}",
        f"{figure.ms:.1f}",
        f"{figure.base_ms:.1f}",
        f"{figure.memory:.2f}",
        f"{figure.mib:.1f}",
        "" if synced is None else str(synced),
    )
    return f"| {' | '.join(columns)} |"


def _peers(work: Path, meter: Meter, environment: dict[str, str], given: argparse.Namespace) -> None:
    """Rows of other programs."""
    for peer in peers(work, 10_000, 1_000):
        own = {**environment, **peer.environment}
        other = Meter(Path(meter.base[0]), own, min(given.pairs, 7))
        try:
            _show(_row(peer.what, str(peer.records), other.measure(peer.command), "", syncs(peer.command, own)))
        finally:
            other.close()


def _show(line: str) -> None:
    """A line of the table, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _say(what: str) -> None:
    """Progress, apart from the table."""
    sys.stderr.write(f"{what} …\n")


if __name__ == "__main__":
    sys.exit(main())
