"""``planner stage NUMBER ... STAGE``: how far a supervised matter is (交办 签收 承办 反馈 审核 销号)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.numbered import tell
from planner.cli.options import UsageError
from planner.cli.targets import add_targets, targets
from planner.desk.handing import set_stage
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


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Do it, and say so."""
    numbers, word = targets(options, desk)
    for stage in STAGES:
        if word in (stage, term("stage", stage), term("stage", stage, "zh")):
            return tell(set_stage(desk, numbers, stage), talk, term("stage", stage), desk)
    raise UsageError(t("There is no stage {word}: {stages}.", word=word, stages=_known()))


def _known() -> str:
    """The stages as they are typed, in order."""
    return p("enumeration", ", ").join(term("stage", stage) for stage in STAGES)
