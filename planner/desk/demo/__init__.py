"""``--demo``: a throw-away book filled with a believable fortnight of a civil-affairs bureau's office.

It is made by the same verbs that a director uses, at a desk whose clock is moved through the ten working days before
now, so history and undo work in it. What happens stands in ``story``; every word of it in ``english`` and ``chinese``.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from planner.config.clock import now as read_clock
from planner.config.settings import Settings, language_of
from planner.desk.demo.stage import Stage
from planner.desk.demo.story import told_on
from planner.desk.desk import Desk
from planner.wording import use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.domain.moment import datetime

__all__ = ["demo_desk"]


@contextmanager
def demo_desk(lang: str | None) -> Iterator[Desk]:
    """A desk on a filled book in a temporary folder, which is removed in the end; ``lang`` as in ``language_of``.

    The language in use is set to the desk's, since what the verbs write down themselves is in it.
    """
    settings = Settings()
    spoken = language_of(settings, lang)
    use(spoken)
    clock = _Clock()
    with tempfile.TemporaryDirectory(prefix="planner-demo-", ignore_cleanup_errors=True) as folder:
        who = os.environ.get("USER") or os.environ.get("USERNAME")
        desk = Desk(os.path.join(folder, "book"), settings, spoken, clock, who, keeps_up=False)
        stage = Stage(desk)
        for at, happening in told_on(stage):
            clock.moment = at
            happening(stage)
        clock.moment = None
        yield desk


class _Clock:
    """The desk's clock: set by the story while it is told, the office's own afterwards."""

    __slots__ = ("moment",)

    def __init__(self) -> None:
        self.moment: datetime | None = None

    def __call__(self) -> datetime:
        return read_clock() if self.moment is None else self.moment
