"""On a real terminal, typed in Chinese: a visit from the door to its answer, an instruction to its last tick."""

from __future__ import annotations

import pytest
from office import desk_in
from test_terminal import needs_tmux, terminal  # noqa: F401 - the fixture

from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.reception import Reception


def records(home, kind, cls):
    return [one for one in desk_in(home, "zh").book.read().all(kind) if isinstance(one, cls)]


def begin(tmux):
    """Past the first question of a new book, to the page."""
    if "中文界面" in tmux.wait_for("按 ?a|中文界面"):
        tmux.type("1")
        tmux.wait_for("按 ?a")


@pytest.mark.terminal
@needs_tmux
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_from_a_visit_at_the_door_to_its_answer(terminal, size):  # noqa: F811
    with terminal("zh", *size) as (tmux, home):
        begin(tmux)
        tmux.type("v")
        tmux.wait_for("接待:")
        tmux.type("王秀英等7人 养老院退费 13800000000 报王局")
        tmux.wait_for("超过五人：请推选不超过五名代表")
        tmux.key("Enter")
        tmux.wait_for("访2026-0001 已")
        tmux.type("3")
        tmux.wait_for("接待：待答复")
        tmux.type("N")
        tmux.wait_for("书面告知日期")
        tmux.key("Enter")
        tmux.wait_for("告知，")
        tmux.type("A")
        tmux.wait_for("受理日期")
        tmux.key("Enter")
        tmux.wait_for("受理，")
        tmux.type("》")  # as a pinyin input method sends it
        tmux.wait_for("转办给:")
        tmux.type("养老科")
        tmux.wait_for("养老科.*主办")
        tmux.key("Enter")
        tmux.wait_for("督办事项 1")
        tmux.type("2")
        tmux.wait_for("事项 (?s:.)*养老院退费 访2026-0001")
        tmux.type("x")
        tmux.wait_for("1 办结")
        tmux.type("养老院同意退还")
        tmux.key("Enter")
        tmux.wait_for("访2026-0001 答复:")
        tmux.type("书面：费用十月五日前退还")
        tmux.wait_for("方式：书面")
        tmux.key("Enter")
        tmux.wait_for("已答复：访2026-0001")
        tmux.type("q")
        tmux.wait_for("LEFT:0")
        (visit,) = records(home, "reception", Reception)
        (matter,) = records(home, "matter", Matter)
        assert (visit.state, visit.reply, visit.reply_how) == ("answered", "费用十月五日前退还", "书面")
        assert visit.noticed is not None
        assert visit.accepted is not None
        assert (visit.matters, matter.receptions) == ((1,), (visit.number,))
        assert (matter.state, matter.result, matter.supervised) == ("done", "养老院同意退还", True)


@pytest.mark.terminal
@needs_tmux
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_from_a_leaders_instruction_to_its_last_tick(terminal, size):  # noqa: F811
    with terminal("zh", *size) as (tmux, home):
        begin(tmux)
        tmux.type("a")
        tmux.wait_for("记事:")
        tmux.type("报送救助资金使用情况 from:李局 周三 >救助科 +督办 批示：“报我资金情况”")
        tmux.wait_for(r"李局\s*\*新\*交办")
        tmux.key("Enter")
        tmux.wait_for("督办 绿|督办 黄")
        tmux.type("2")
        tmux.wait_for("事项 (?s:.)*› 1 ")
        tmux.type("c")
        tmux.wait_for("催办:")
        tmux.type("电话：明天报数")
        tmux.wait_for("承诺")
        tmux.key("Enter")
        tmux.wait_for("已催办")
        tmux.type("n")
        tmux.wait_for("要点:")
        tmux.type("@李局 资金情况明天报齐")
        tmux.key("Enter")
        tmux.wait_for("要点已")
        tmux.type("t")
        tmux.wait_for("与谁沟通")
        tmux.type("1")
        tmux.wait_for("与李局沟通")
        tmux.wait_for("资金情况明天报齐")
        tmux.key("Enter")
        tmux.wait_for("1 答复:")
        tmux.type("+当面：再核对一遍数字")
        tmux.wait_for("转为事项")
        tmux.key("Enter")
        tmux.wait_for("已转为事项 2")
        tmux.type("h")
        tmux.wait_for("已与李局沟通")
        tmux.type("x")
        tmux.wait_for("1 办结")
        tmux.type("已报李局")
        tmux.key("Enter")
        tmux.wait_for("办结：1|已办结：1")
        tmux.type("q")
        tmux.wait_for("LEFT:0")
        matters = {one.number: one for one in records(home, "matter", Matter)}
        (point,) = records(home, "point", Point)
        assert (matters[1].assigned_by, matters[1].words, matters[1].state) == ("李局", "报我资金情况", "done")
        assert matters[1].result == "已报李局"
        assert (matters[1].chases[-1].how, matters[1].chases[-1].party) == ("电话", "救助科")
        assert (matters[2].title, matters[2].words, matters[2].assigned_by) == (
            "资金情况明天报齐",
            "再核对一遍数字",
            "李局",
        )
        assert not point.is_open
        assert (point.ticks[-1].how, point.made) == ("当面", (2,))
