"""Having ``planner remind`` called while no planner is open: what would be set up, doing it, whether it is there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from planner.config.paths import default_home
from planner.desk.refused import Refused
from planner.domain.record import Record
from planner.notify.schedule import (
    Job,
    NotSetUp,
    Setup,
    carry_out,
    installed,
    is_running,
    removal,
    setup,
    way_here,
)
from planner.wording import t

if TYPE_CHECKING:
    from planner.desk.desk import Desk

__all__ = ["JobStatus", "Scheduled", "job_status", "setting_up", "taking_away"]


class Scheduled(Record):
    """What would be done, in order."""

    setups: tuple[Setup, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """It, as it is shown to a person before it is done: files, commands, what they read."""
        return tuple(line for one in self.setups for line in one.lines)

    def carry_out(self) -> None:
        """Do it. Raises ``Refused`` at the first thing that fails."""
        for one in self.setups:
            try:
                carry_out(one)
            except NotSetUp as problem:
                raise Refused(str(problem)) from problem


class JobStatus(Record):
    """The ways in which a timer is set up, whether one runs, and the way that this machine has."""

    ways: tuple[str, ...]
    running: bool
    available: str | None


def setting_up(desk: Desk) -> Scheduled:
    """What setting the timer up does, by the way that this machine has. Raises ``Refused`` when it has none."""
    way = way_here()
    if way is None:
        raise Refused(
            t("This machine has no timer that planner knows (systemd, launchd, Windows' tasks, cron):"
              " run planner remind --quiet each minute by your own.")
        )  # fmt: skip
    return Scheduled(setups=(_made(way, desk, away=False),))


def taking_away(desk: Desk) -> Scheduled:
    """What taking the timer away does, in each way in which it is set up."""
    return Scheduled(setups=tuple(_made(way, desk, away=True) for way in _installed(desk)))


def job_status(desk: Desk) -> JobStatus:
    """Whether a timer is set up and runs."""
    job, ways = _job(desk), _installed(desk)
    return JobStatus(ways=ways, running=any(is_running(way, job) for way in ways), available=way_here())


def _installed(desk: Desk) -> tuple[str, ...]:
    """The ways in which it is set up. Raises ``Refused``."""
    try:
        return installed(_job(desk))
    except NotSetUp as problem:
        raise Refused(str(problem)) from problem


def _made(way: str, desk: Desk, *, away: bool) -> Setup:
    """What is done by one way. Raises ``Refused``."""
    try:
        return removal(way, _job(desk)) if away else setup(way, _job(desk))
    except NotSetUp as problem:
        raise Refused(str(problem)) from problem


def _job(desk: Desk) -> Job:
    """The job of this book."""
    usual = os.path.realpath(desk.home) == os.path.realpath(default_home())
    return Job(home=desk.home, lang=desk.lang, usual=usual)
