"""The desk: a book with the settings, the language and the clock that every verb works with."""

from __future__ import annotations

import os

from planner.config.clock import now as read_clock
from planner.config.paths import config_file, home_from
from planner.config.settings import Settings, language_of
from planner.store.book import Book

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from planner.config.settings import Language
    from planner.domain.clock_rows import ClockTable
    from planner.domain.day import Day
    from planner.domain.moment import datetime
    from planner.domain.record import Problem
    from planner.domain.today import Rules
    from planner.domain.workdays import Calendar
    from planner.store.transaction import Transaction

__all__ = ["Change", "Desk", "login_name", "open_desk"]


class Desk:
    """What a verb needs: where the book is, how the director set things, which language, what time it is."""

    __slots__ = (
        "_calendar",
        "_clock",
        "_clocks",
        "book",
        "calendar_slip",
        "home",
        "keeps_up",
        "lang",
        "settings",
        "who",
    )

    def __init__(
        self,
        home: str,
        settings: Settings,
        lang: Language,
        clock: Callable[[], datetime] = read_clock,
        who: str | None = None,
        *,
        keeps_up: bool = True,
    ) -> None:
        self.home = home
        self.settings = settings
        self.lang = lang
        self.who = who
        self.keeps_up = keeps_up
        """Whether changes do the upkeep that is due; a throw-away book needs no backups."""
        self.book = Book(home)
        self._clock = clock
        self.calendar_slip: Problem | None = None
        """Why the file of working days was not used, once the calendar was asked for."""
        self._calendar: Calendar | None = None
        self._clocks: ClockTable | None = None

    @property
    def now(self) -> datetime:
        """The time, read now."""
        return self._clock()

    @property
    def calendar(self) -> Calendar:
        """The working days that the settings name; those without its file when that has a slip: ``calendar_slip``."""
        if self._calendar is None:
            self._calendar = self._loaded_calendar()
        return self._calendar

    def _loaded_calendar(self) -> Calendar:
        """China's table at once, where nothing stands beside it; what else is set through its file."""
        from planner.domain.workdays import CHINA, WEEKENDS_ONLY

        if not self._has_own_days:
            return CHINA if self.settings.calendar == "china" else WEEKENDS_ONLY
        from planner.config.calendar import load_calendar
        from planner.domain.record import Problem

        try:
            return load_calendar(self.home, self.settings.calendar)
        except Problem as slip:  # days are still counted, and the shell tells the slip
            self.calendar_slip = slip
            return CHINA if self.settings.calendar == "china" else WEEKENDS_ONLY

    @property
    def _has_own_days(self) -> bool:
        """Whether a file of working days is to be read."""
        chosen = self.settings.calendar
        if chosen == "china":
            return os.path.lexists(os.path.join(self.home, "workdays.toml"))
        return chosen != "weekends"

    @property
    def own_calendar(self) -> Calendar | None:
        """The working days to read a line with; ``None`` for China's table alone, which is loaded when it is needed."""
        return self.calendar if self._has_own_days or self.settings.calendar != "china" else None

    @property
    def clocks(self) -> ClockTable:
        """The rows of clocks in force, a user's own among them. Raises ``BadSettingError`` when those have a slip."""
        if self._clocks is None:
            from planner.config.clocks import load_clocks

            self._clocks = load_clocks(self.home)
        return self._clocks

    def forgo_clocks(self) -> None:
        """Do with the planner's own clocks: a visitor is registered even when the user's rows have a slip."""
        from planner.domain.clock_rows import BUILT_IN

        self._clocks = BUILT_IN

    def day(self) -> Day:
        """Today, as the rules ask for it. Raises ``BadSettingError`` when the user's clocks have a slip."""
        from planner.domain.day import Day

        return Day(self.now, self.calendar, self.clocks)

    def rules(self) -> Rules:
        """The figures of the rules as the settings have them."""
        from planner.domain.light import Thresholds
        from planner.domain.neglect import Patience
        from planner.domain.score import Weights
        from planner.domain.today import Rules

        chosen = self.settings
        return Rules(
            weights=Weights(**dict(chosen.weights)),
            patience=Patience(
                days=chosen.patience_days,
                postponements=chosen.patience_postponements,
                shown=chosen.patience_shown,
            ),
            thresholds=Thresholds(yellow_days=chosen.yellow_days, short_term=chosen.short_term),
        )

    def change(self, command: str, *, undoable: bool = True) -> Change:
        """A transaction in a ``with`` block; when it is kept, the book's upkeep that is due is done."""
        return Change(self, command, undoable=undoable)


class Change:
    """One change of the book by a verb that may take its time: unlike ``add``, it does the upkeep that is due."""

    __slots__ = ("_at", "_desk", "_transaction")

    def __init__(self, desk: Desk, command: str, *, undoable: bool = True) -> None:
        self._desk = desk
        self._at = desk.now
        self._transaction = desk.book.begin(command, self._at, desk.who, undoable=undoable)

    def __enter__(self) -> Transaction:
        return self._transaction.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._transaction.__exit__(kind, error, trace)
        if kind is None and self._desk.keeps_up:
            from planner.desk.upkeep import upkeep

            upkeep(self._desk)


def login_name() -> str | None:
    """Who is at work: the user that the environment names, else the one that the process runs as; ``None`` unknown."""
    named = os.environ.get("USER") or os.environ.get("USERNAME")
    if named or not hasattr(os, "getuid"):
        return named or None
    import pwd  # a service or a container has no $USER

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a user id that no table knows
        return None


def open_desk(home: str | None = None, lang: str | None = None, settings: Settings | None = None) -> Desk:
    """The desk of a folder and language as given on the command line, or as the environment and settings have them.

    Raises ``BadSettingError`` when config.toml has a slip and no ``settings`` are given instead.
    """
    place = home_from(home)
    chosen = Settings() if settings is None else settings
    if settings is None and os.path.lexists(config_file(place)):
        from planner.config.loading import load_settings

        chosen = load_settings(place)
    return Desk(place, chosen, language_of(chosen, lang), who=login_name())
