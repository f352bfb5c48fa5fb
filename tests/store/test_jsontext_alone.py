"""Damaged JSON where nobody imported ``json``: up to Python 3.12 the C scanner fails to find its own error there.

Every other test runs where pytest has imported ``json`` already, so this one needs a process of its own.
"""

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from planner.store.jsontext import loads
assert "json" not in sys.modules
try:
    loads(sys.argv[1])
except ValueError:
    sys.exit(7)
"""


@pytest.mark.parametrize("text", ['{"book":{"1"', '{"a":', '["', '{"a" 1}', "", "nul", '"\x01"', "[1,]"])
def test_damage_is_a_value_error(text):
    done = subprocess.run([sys.executable, "-c", PROGRAM, text], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (7, "")
