"""``docs/score.md`` is held equal to the code: every weight, its default and its order."""

from __future__ import annotations

import re
from pathlib import Path

from planner.config.table import SETTINGS
from planner.domain.score import Weights

ROWS = re.findall(
    r"^\| `(\w+)` \| (-?\d+) \| (\S.*) \|$",
    (Path(__file__).parents[2] / "docs" / "score.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


def test_the_page_has_every_weight_with_its_default_in_order():
    assert [(name, int(points)) for name, points, _ in ROWS] == [(one.name, one.default) for one in Weights.FIELDS]


def test_every_weight_of_the_page_can_be_set():
    assert {f"weights.{name}" for name, _, _ in ROWS} <= {setting.key for setting in SETTINGS}
