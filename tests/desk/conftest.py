"""A desk on a book of its own, whose clock is set by hand."""

from __future__ import annotations

import pytest

from planner.config.settings import Settings
from planner.desk.desk import Desk
from planner.domain.moment import datetime, timedelta


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.at = datetime(2026, 9, 21, 7, 50)

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **distance) -> None:
        self.at += timedelta(**distance)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(tmp_path, clock):
    return Desk(str(tmp_path / "home"), Settings(), "en", clock, "director", keeps_up=False)
