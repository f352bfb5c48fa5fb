"""What every test stands on: compiled catalogues, and English spoken at the start of each test."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import hatch_build
from planner import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

hatch_build.compile_all()
sys.path += sorted(str(folder) for folder in Path(__file__).parent.iterdir() if folder.is_dir())
"""A folder's tests may share a module that stands beside them."""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The language in use is process-wide: each test starts in English whatever the last one spoke."""
    wording.use("en")
    yield
    wording.use("en")
