"""A fixed clock and a fresh book for every test of the store."""

from __future__ import annotations

import pytest

from planner.domain.moment import datetime
from planner.store.book import Book


@pytest.fixture
def at():
    return datetime(2026, 9, 21, 7, 50)


@pytest.fixture
def home(tmp_path):
    return str(tmp_path / "office" / "book")


@pytest.fixture
def book(home):
    return Book(home, wait=0.1)
