"""All that is kept about a record: in the words that fit who it is with, and by the light's own days."""

from __future__ import annotations

import pytest

from planner.desk.capturing import add
from planner.desk.talks import set_party
from planner.tui.facts import facts_of


@pytest.mark.parametrize(("lang", "leader", "section"), [("en", "submit to", "assign to"), ("zh", "呈报", "交办")])
async def test_handing_over_is_worded_by_the_party(open_app, lang, leader, section):
    async with open_app(lang=lang) as stage:
        set_party(stage.desk, "马局", kind="leader")
        one = add(stage.desk, "请示 to:马局" if lang == "zh" else "Request to:马局").matter
        other = add(stage.desk, "台账 to:救助科" if lang == "zh" else "Ledger to:救助科").matter
        await stage.press("2")
        sight = stage.place.sight
        assert (leader, "马局") in facts_of(one, sight).lines
        assert (section, "救助科") in facts_of(other, sight).lines
        assert sight.thresholds == stage.desk.rules().thresholds
