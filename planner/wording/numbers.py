"""How numbers are shown: a reception's is short, typeable and the same in both languages' input."""

from __future__ import annotations

from planner.domain.reception import number_in_year, year_of
from planner.wording import language

__all__ = ["reception_label"]


def reception_label(number: int, *, this_year: int | None = None) -> str:
    """``访2026-0123`` in Chinese, ``V2026-0123`` in English; the year is left out when it is ``this_year``."""
    sign = "访" if language() == "zh" else "V"
    place = f"{number_in_year(number):04d}"
    return f"{sign}{place}" if year_of(number) == this_year else f"{sign}{year_of(number)}-{place}"
