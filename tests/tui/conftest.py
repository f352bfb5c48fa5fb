"""An app on an ordinary day, driven by keys and messages; nothing sleeps, everything waits for the clerk."""

from __future__ import annotations

import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))
"""The modules beside the tests go before those of the same name elsewhere."""

from office import NOW, Clock, desk_in, fill  # noqa: E402
from screens import Stage  # noqa: E402

from planner.tui.app import PlannerApp  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from planner.desk.desk import Desk


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that stands still, a terminal that is known."""
    monkeypatch.setenv("PLANNER_NOW", NOW.isoformat())
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLORFGBG", raising=False)


@pytest.fixture
def open_app(tmp_path: Path) -> Callable[..., object]:
    """Opens the app: ``async with open_app("zh", (80, 24)) as stage``; with ``filled=False`` on an empty book."""

    @asynccontextmanager
    async def opened(
        lang: str = "en", size: tuple[int, int] = (80, 24), *, filled: bool = True, desk: Desk | None = None
    ) -> AsyncIterator[Stage]:
        if desk is None:
            desk = desk_in(tmp_path / "book", lang, Clock())
            if filled:
                fill(desk)
        app = PlannerApp(desk)
        try:
            async with app.run_test(size=size) as pilot:
                stage = Stage(app, pilot, desk)
                await stage.settle()
                yield stage
        finally:
            app.clerk.close()

    return opened
