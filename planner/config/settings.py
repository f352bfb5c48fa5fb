"""Settings: one frozen record with the defaults, and the language that they and the environment choose."""

from __future__ import annotations

import os

from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Language: TypeAlias = Literal["en", "zh"]

__all__ = ["Settings", "language_of"]


class Settings(Record):
    """What the user may set. The names are the keys of config.toml; ``planner.config.table`` words and checks them."""

    lang: str = "auto"
    """``en``, ``zh``, or ``auto``: the language of the environment."""
    day_first: bool = False
    """Whether ``3/4`` is the 3rd of April."""
    calendar: str = "china"
    """``china`` (the State Council's working days) or ``weekends``."""
    theme: str = "auto"
    office: str = ""
    """The office's name, as a report signs it."""
    patience_days: int = 5
    patience_postponements: int = 3
    patience_shown: int = 3
    yellow_days: int = 3
    short_term: int = 12
    bulk_ask: int = 20
    """More matters than this are changed at once only after asking."""
    retention_years: int = 0
    """Years after closing for which a visitor is kept before ``visits retention`` names the entry; 0 names none."""
    weights: tuple[tuple[str, int], ...] = ()
    """Points that differ from the defaults, by term."""
    views: tuple[tuple[str, str], ...] = ()
    """Saved views: a name, and the filter's text."""


def language_of(settings: Settings, option: str | None) -> Language:
    """The language to speak: the option, the setting, or the environment's; English when none says Chinese."""
    chosen = option or settings.lang
    if chosen in ("en", "zh"):
        return "zh" if chosen == "zh" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
