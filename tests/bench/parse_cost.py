"""Print what a parse costs: microseconds a line, and a fresh interpreter that reads one line against one that does not.

Run it by hand: ``python tests/bench/parse_cost.py``. It prints a Markdown table of ratios and asserts nothing.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINES = {
    "plain": "Draft relief-fund report for Director Li",
    "plain, Chinese": "起草救助资金报告",
    "signs": "Draft report p1 @李局 +救助",
    "date": "Draft report for Director Li fri 5pm",
    "date, Chinese": "下周三下午两点半向李局长汇报低保工作",
    "recurrence": "bureau meeting every monday 9-10:30",
    "recurrence, Chinese": "局务会每周一上午9点到10点半",
}
PAIRS = 15


def _parse_cost(line):
    """Median microseconds of one parse, everything loaded."""
    from planner.capture import parse
    from planner.domain.moment import datetime

    now = datetime(2026, 11, 23, 9)
    parse(line, now)
    costs = []
    for _ in range(200):
        start = time.perf_counter()
        parse(line, now)
        costs.append(time.perf_counter() - start)
    return statistics.median(costs) * 1e6


def _process(code):
    """Seconds of a fresh interpreter that runs some code."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-I", "-c", code], check=True, cwd=ROOT)
    return time.perf_counter() - start


def main():
    """Measure and print."""
    sys.path.insert(0, str(ROOT))
    out = sys.stdout.write
    out("| line | parse, µs | process, × `python -c pass` |\n|---|---|---|\n")
    for name, line in LINES.items():
        code = (
            f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom planner.domain.moment import datetime\n"
            f"from planner.capture import parse\nparse({line!r}, datetime(2026, 11, 23, 9))"
        )
        _process(code)
        bare, full = [], []
        for _ in range(PAIRS):
            bare.append(_process("pass"))
            full.append(_process(code))
        out(f"| {name} | {_parse_cost(line):.0f} | {statistics.median(full) / statistics.median(bare):.2f} |\n")


if __name__ == "__main__":
    main()
