"""What reading a line costs: work that grows no faster than the line, and nothing loaded that it does not need."""

import subprocess
import sys

import pytest
from tables import NOW

from planner.capture import parse, parse_point, parse_visit, printed

SHAPES = [
    *(
        "“",
        '"a',
        "'a ",
        "@a ",
        "+a,",
        "\\",
        "\\a ",
        "1",
        "1 ",
        "12-",
        "1/2/",
        "1.",
        "every ",
        "monday and ",
        "first and ",
    ),
    *("1d ", "in 1 ", "the ", "dec 1, ", "1 to ", "1 days after ", "half past ", "from ", "except ", "for the next "),
    *(
        "每",
        "周一、",
        "三",
        "1点",
        "下",
        "一月",
        "1日到",
        "第",
        "提前",
        "遇",
        "转",
        "《",
        "批示“",
        "remind ",
        "a:",
        "due:fri ",
    ),
    *("note:x ", "http://", "to:a,b,", "我", "draft ", "\0", " ", "，", "(", "明天的", "农历", "二〇", "完成后", "除"),
]


def _work(reader, line):
    """Function calls made while a line is read: work counted, not timed."""
    calls = 0

    def count(frame, event, arg):
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        reader(line, NOW)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("reader", [parse, parse_visit, parse_point], ids=lambda reader: reader.__name__)
def test_work_grows_no_faster_than_the_line(reader, shape):
    short = _work(reader, (shape * 1000)[:1000])
    long = _work(reader, (shape * 10_000)[:10_000])
    assert long <= 12 * short + 2000


@pytest.mark.parametrize("shape", ["a ", "报告", "a, b; ", "x (y) "])
def test_a_long_line_keeps_its_text(shape):
    line = (shape * 5000)[:10_000].strip()
    assert parse(line, NOW).title == " ".join(line.split())


def test_printing_a_long_draft_ends():
    draft = parse(("tomorrow \\fri " * 700)[:9000], NOW)
    again = parse(printed(draft), NOW)
    assert again.title == draft.title


SCRIPT = """
import sys
from _datetime import datetime
before = set(sys.modules)
from planner.capture import parse
parse({line!r}, datetime(2026, 11, 23, 9))
print(" ".join(sorted(set(sys.modules) - before)))
"""

HEAVY = ["re", "json", "enum", "typing", "pathlib", "dataclasses", "collections", "functools", "datetime", "dateutil"]


def _loaded(line, *, isolated=True):
    """The modules that reading a line loads in a fresh interpreter."""
    done = subprocess.run(
        [
            sys.executable,
            *(["-I", "-S"] if isolated else ["-I"]),
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{SCRIPT.format(line=line)}",
        ],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1"},
    )
    return done.stdout.split()


ROOT = __import__("pathlib").Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Sun Dec 26 17:00:00 2027", True),
        ("Draft report Sept 3, 2027 5pm", False),
        ("call 13800138000 room 1130 on 27 December 2026", False),
        ("release v2026.12.1 fri", False),
        ("order 2026 chairs in dec", False),
        ("pay 2000 yuan dec 27", False),
        ("May 2026 plan, 1130 rooms", False),
    ],
)
def test_dateutil_is_loaded_only_for_a_written_out_date_that_the_grammar_did_not_read(line, asked):
    loaded = _loaded(line, isolated=False)
    assert ("dateutil.parser" in loaded) == asked


@pytest.mark.parametrize(
    ("line", "needed", "spared"),
    [
        ("Draft relief report", [], ["english", "chinese", "settle", "leads"]),
        ("起草报告", [], ["english", "chinese", "settle", "leads"]),
        ("Draft p1 @李局 +救助", ["sign_words"], ["english", "chinese", "settle"]),
        ("Draft report fri 5pm", ["english.phrase"], ["chinese", "english.bounds", "festivals", "workdays"]),
        ("明天下午3点开会", ["chinese.phrase"], ["english.phrase", "chinese.bounds", "festivals", "workdays"]),
        ("report every friday", ["english.recurrence"], ["chinese"]),
        ("每周一开会", ["chinese.recurrence"], ["english.phrase"]),
        ("in 3 working days", ["workdays"], ["chinese"]),
    ],
)
def test_a_line_loads_what_it_needs(line, needed, spared):
    loaded = _loaded(line)
    assert not set(HEAVY) & set(loaded)
    assert all(name.startswith(("planner", "_")) for name in loaded)
    for part in needed:
        assert any(part in name for name in loaded), part
    for part in spared:
        assert not [name for name in loaded if part in name], part
