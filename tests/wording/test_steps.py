"""A step in words, in both languages."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from planner import wording
from planner.domain.day import Day
from planner.domain.matter import Matter, Step
from planner.domain.workdays import CHINA
from planner.wording.steps import ahead_said, step_said

NOW = datetime(2026, 9, 21, 8)
DATED = Matter(number=1, title="Meeting", due=date(2026, 9, 24))
UNDATED = Matter(number=1, title="Meeting")

SAID = [
    (Step(text="ask"), DATED, "[ ] ask", "[ ] ask"),
    (Step(text="ask", done=NOW, gate=True, ahead=1), DATED, "[x] ask", "[x] ask"),
    (Step(text="ask", skipped="nobody", gate=True), DATED, "[-] ask (not applicable: nobody)", None),
    (Step(text="ask", gate=True), DATED, "[ ] ask (before signature)", None),
    (Step(text="ask", ahead=1), DATED, "[ ] ask (Wed)", None),
    (Step(text="ask", ahead=1, gate=True), DATED, "[ ] ask (before signature; Wed)", None),
    (Step(text="ask", ahead=2), UNDATED, "[ ] ask (2 working days ahead)", None),
    (Step(text="ask {x}"), DATED, "[ ] ask {x}", "[ ] ask {x}"),
]


@pytest.mark.parametrize(("step", "matter", "in_english", "in_chinese"), SAID)
def test_step_said(step: Step, matter: Matter, in_english: str, in_chinese: str | None) -> None:
    assert step_said(step, matter, Day(NOW, CHINA), "en") == in_english
    wording.use("zh")
    said = step_said(step, matter, Day(NOW, CHINA), "zh")
    assert said == in_chinese if in_chinese is not None else said != in_english


@pytest.mark.parametrize(
    ("ahead", "said"),
    [(0, "on the day"), (1, "1 working day ahead"), (-1, "1 working day after"), (-3, "3 working days after")],
)
def test_ahead_said(ahead: int, said: str) -> None:
    assert ahead_said(ahead) == said
