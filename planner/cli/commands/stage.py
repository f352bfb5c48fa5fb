"""``planner stage NUMBER ... STAGE``: how far a supervised matter is (交办 签收 承办 反馈 审核 销号)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.numbered import tell
from planner.cli.options import UsageError
from planner.cli.targets import add_targets, targets
from planner.desk.discretion import Discretion
from planner.desk.handing import set_stage
from planner.desk.stepping import shown_steps
from planner.domain.terms import STAGES
from planner.wording import p, t
from planner.wording.terms import term

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    stages = _known()
    add_targets(parser, "NUMBER ... STAGE", t("numbers, then one of {words}", words=stages))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Do it, and say so; without a stage, say how far they are and which stages there are."""
    numbers, word = targets(options, desk, talk)
    if not word:
        return _show(numbers, desk, out, talk)
    for stage in STAGES:
        if word in (stage, term("stage", stage), term("stage", stage, "zh")):
            return tell(set_stage(desk, numbers, stage), talk, term("stage", stage), desk)
    raise UsageError(t("There is no stage {word}: {stages}.", word=word, stages=_known()))


def _show(numbers: tuple[int, ...], desk: Desk, out: Out, talk: Talk) -> int:
    """How far each matter is."""
    for number in numbers:
        matter = shown_steps(desk, number)
        stage = t("no stage yet") if matter.stage is None else term("stage", matter.stage)
        out.line(t("{number} {title}: {stage}", number=number, title=Discretion(desk)(matter).title, stage=stage))
    talk.say(t("The stages are {stages}: planner stage {number} STAGE", stages=_known(), number=numbers[0]))
    return 0


def _known() -> str:
    """The stages as they are typed, in order."""
    return p("enumeration", ", ").join(term("stage", stage) for stage in STAGES)
