"""The words that introduce, join and begin an English date phrase, as frozen tables."""

from __future__ import annotations

from planner.capture.english.words import (
    CARDINALS,
    FIRST_OF_FESTIVALS,
    MONTHS,
    ORDINALS,
    PARTS,
    PLURAL_DAYS,
    SAID,
    TENS,
    TENTHS,
    WEEKDAYS,
)

__all__ = [
    "CONNECTORS",
    "DATE_LEADS",
    "DEADLINES",
    "DETERMINERS",
    "EVERY",
    "FIRST",
    "LEADS",
    "MAY_RECUR",
    "RANGES",
    "TIME_LEADS",
    "TONIGHT",
]

TONIGHT = frozenset(("tonight", "tonite", "2nite", "tonigh"))


TIME_LEADS = frozenset(
    (
        "at",
        "@",
        "around",
        "from",
        "between",
        "until",
        "till",
        "before",
        "after",
        "by",
        "about",
        "than",
        "for",
        "approximately",
    )
)


LEADS = frozenset(
    (
        *(
            "at",
            "on",
            "by",
            "in",
            "for",
            "from",
            "before",
            "until",
            "till",
            "due",
            "around",
            "about",
            "sometime",
            "through",
        ),
        *(
            "between",
            "after",
            "@",
            "starting",
            "beginning",
            "during",
            "within",
            "of",
            "as",
            "effective",
            "over",
            "throughout",
            "anytime",
            "approximately",
            "til",
            "till",
        ),
    )
)


DATE_LEADS = LEADS - {"at", "@", "for", "about", "around", "of"}


DEADLINES = frozenset(("by", "before", "due", "until", "till", "than", "within", "til"))


CONNECTORS = frozenset(
    (
        *("at", "on", "of", "in", "by", "before", "after", "for", "around", "about", "@", "from", "between", ",", "("),
        ".",
    )
)


RANGES = frozenset(("-", "to", "until", "till", "through", "thru", "til", "and", "~"))


EVERY = frozenset(
    (
        *("every", "each", "daily", "weekly", "biweekly", "fortnightly", "monthly", "bimonthly", "quarterly", "hourly"),
        *("semi", "semiannually", "annually", "yearly", "annual", "everyday", "weekdays", "weekends", "any", "all"),
        *("mornings", "evenings", "afternoons", "nights", "once", "twice", "workdays", "bi", "after", "ev", "whenever"),
        *(
            "semiweekly",
            "biannually",
            "biennially",
            "evry",
            "alternate",
            "start",
            "beginning",
            "nightly",
            "odd",
            "even",
            "semimonthly",
            "triweekly",
            "last",
            "end",
        ),
    )
)


FIRST = frozenset(
    (
        *SAID,
        *WEEKDAYS,
        *PLURAL_DAYS,
        *MONTHS,
        *CARDINALS,
        *TENS,
        *TENTHS,
        *ORDINALS,
        *TONIGHT,
        *EVERY,
        *FIRST_OF_FESTIVALS,
        *(
            "the",
            "this",
            "next",
            "coming",
            "upcoming",
            "following",
            "last",
            "end",
            "start",
            "beginning",
            "mid",
            "middle",
        ),
        *(
            "in",
            "within",
            "after",
            "a",
            "an",
            "half",
            "quarter",
            "couple",
            "few",
            "noon",
            "noonish",
            "midweek",
            "wk",
            "midnight",
            "midday",
            "eod",
            "eow",
        ),
        *(
            "eom",
            "eoq",
            "eoy",
            "eoww",
            "sow",
            "som",
            "soq",
            "soy",
            "cob",
            "cop",
            "close",
            "early",
            "late",
            "later",
            "weekend",
        ),
        *(
            "week-end",
            "wkend",
            "week",
            "month",
            "day",
            "q",
            "midmorning",
            "starting",
            "beginning",
            "current",
            "year",
            "month's",
            "quarter's",
            "year's",
            "for",
            "yesterday",
        ),
        *("'",),
        *PARTS,
    )
)


DETERMINERS = frozenset(
    (
        "the",
        "a",
        "an",
        "my",
        "our",
        "his",
        "her",
        "their",
        "your",
        "its",
        "last",
        "past",
        "previous",
        "no",
        "any",
        "some",
    )
)


MAY_RECUR = frozenset((*WEEKDAYS, *TENS, *ORDINALS, "the", "last", "starting", "beginning", "from"))
