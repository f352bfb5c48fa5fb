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
    """``china`` (the State Council's working days, and workdays.toml beside them), ``weekends``, or a file of days."""
    theme: str = "auto"
    office: str = ""
    """The office's name, as a report signs it."""
    addressee: str = ""
    """Whom the weekly report is for, by formal title; empty: the leader of the first rank."""
    patience_days: int = 5
    patience_postponements: int = 3
    patience_shown: int = 3
    yellow_days: int = 3
    short_term: int = 12
    bulk_ask: int = 20
    """More matters than this are changed at once only after asking."""
    remind_timed: bool = True
    """Whether timed matters remind; the other sources have a switch each."""
    remind_morning: bool = True
    remind_steps: bool = True
    remind_clocks: bool = True
    remind_chases: bool = True
    remind_talks: bool = True
    remind_receipts: bool = True
    remind_before: str = "10, 0"
    """Minutes before a timed matter that names none of its own; 0 is at its time."""
    remind_morning_at: str = "08:00"
    remind_quiet: str = "22:00-07:00"
    """When nothing is shown but 特急; ``off`` for never."""
    remind_workdays: bool = True
    """Whether days off are kept free of all but timed matters and 特急."""
    remind_cap: int = 30
    """Reminders a day that are shown one by one; 0 for no limit."""
    remind_command: str = ""
    """A command that shows a reminder where plyer can't, with ``{title}`` and ``{body}``; ``off`` for none."""
    retention_years: int = 0
    """Years after closing for which a visitor is kept before ``visits retention`` names the entry; 0 names none."""
    font_title: str = "方正小标宋简体"
    """The fonts of a document in the official layout (GB/T 9704-2012), by their names on the machine that opens it."""
    font_heading: str = "黑体"
    font_subheading: str = "楷体_GB2312"
    font_body: str = "仿宋_GB2312"
    font_latin: str = "Times New Roman"
    weights: tuple[tuple[str, int], ...] = ()
    """Points that differ from the defaults, by term."""
    views: tuple[tuple[str, str], ...] = ()
    """Saved views: a name, and the filter's text."""
    keys: tuple[tuple[str, str], ...] = ()
    """Other keys for commands of the screen: a command's id, and the keys with commas between."""


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
