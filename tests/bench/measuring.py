"""Interleaved pairs of an interpreter start and a command; medians of each, and the figures beside them."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

__all__ = ["Figure", "Meter", "syncs"]

SYNCS = "fsync,fdatasync,sync,syncfs,msync,sync_file_range"


class Figure(NamedTuple):
    """A command beside the bare interpreter: medians in milliseconds, and peak memory in MiB."""

    base_ms: float
    ms: float
    ratio: float
    """Time of the command in interpreter starts: the median over the pairs, so that a busy minute weighs on both."""
    base_mib: float
    mib: float

    @property
    def memory(self) -> float:
        """Memory of the command in interpreters."""
        return self.mib / self.base_mib


class Meter:
    """The small runner, and the interpreter whose bare start is the unit P."""

    def __init__(self, python: Path, environment: dict[str, str], pairs: int) -> None:
        self.base = [str(python), "-c", "pass"]
        self.environment = environment
        self.pairs = pairs
        self._runner = subprocess.Popen(
            [sys.executable, "-I", "-S", str(Path(__file__).with_name("runner.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
        )

    def close(self) -> None:
        """Let the runner go."""
        self._runner.communicate()

    def once(self, command: list[str]) -> tuple[float, float]:
        """Milliseconds and peak MiB of one run. Raises RuntimeError when the command failed."""
        assert self._runner.stdin is not None
        assert self._runner.stdout is not None
        self._runner.stdin.write("\t".join(command) + "\n")
        self._runner.stdin.flush()
        took, peak, status = self._runner.stdout.readline().split()
        if status != "0":
            raise RuntimeError(f"{' '.join(command)}: wait status {status}")
        return int(took) / 1e6, int(peak) / 1024

    def measure(self, command: list[str], pairs: int | None = None) -> Figure:
        """Medians over interleaved pairs, after two runs of each to warm the disk."""
        for _ in range(2):
            self.once(self.base)
            self.once(command)
        found = [(*self.once(self.base), *self.once(command)) for _ in range(pairs or self.pairs)]
        base_ms, base_mib, ms, mib = (statistics.median(column) for column in zip(*found, strict=True))
        ratio = statistics.median(pair[2] / pair[0] for pair in found)
        return Figure(base_ms, ms, ratio, base_mib, mib)


def syncs(command: list[str], environment: dict[str, str]) -> int | None:
    """How many times a command asks the kernel to reach the disk; ``None`` where strace is absent."""
    strace = shutil.which("strace")
    if strace is None:
        return None
    with tempfile.NamedTemporaryFile() as log:
        traced = [strace, "-f", "-e", f"trace={SYNCS}", "-o", log.name, *command]
        quiet = subprocess.DEVNULL
        done = subprocess.run(traced, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, check=False)
        if done.returncode != 0:
            return None
        return sum("sync" in line.split("(", 1)[0] for line in Path(log.name).read_text().splitlines())
