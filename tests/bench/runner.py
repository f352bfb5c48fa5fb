"""A process so small that it does not blur what it measures; it runs what it is told and says what that cost.

Started with ``python -I -S``: it imports built-in modules only, so that a child's peak memory is the child's own (a
child is counted with its parent's pages until it runs its program) and starting a child costs the same each time.

Standard input: one command a line, its words split by tabs. Standard output: nanoseconds, peak KiB, wait status.
"""

from __future__ import annotations

import posix
import sys
import time

READ, WRITE = posix.O_RDONLY, posix.O_WRONLY


def main() -> None:
    """Run each line's command to its end."""
    quiet = [
        (posix.POSIX_SPAWN_OPEN, 0, "/dev/null", READ, 0),
        (posix.POSIX_SPAWN_OPEN, 1, "/dev/null", WRITE, 0),
        (posix.POSIX_SPAWN_OPEN, 2, "/dev/null", WRITE, 0),
    ]
    environment = dict(posix.environ)
    for line in sys.stdin:
        words = line.rstrip("\n").split("\t")
        began = time.perf_counter_ns()
        child = posix.posix_spawn(words[0], words, environment, file_actions=quiet)
        _, status, usage = posix.wait4(child, 0)
        took = time.perf_counter_ns() - began
        sys.stdout.write(f"{took} {usage.ru_maxrss} {status}\n")
        sys.stdout.flush()


main()
