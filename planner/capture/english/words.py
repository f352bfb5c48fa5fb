"""The words of English dates, as frozen tables."""

from __future__ import annotations

__all__ = [
    "AMOUNTS",
    "CARDINALS",
    "FIRST_OF_FESTIVALS",
    "FRACTIONS",
    "MONTHS",
    "ORDINALS",
    "PARTS",
    "PLURAL_DAYS",
    "SAID",
    "SHORT_DAYS",
    "TENS",
    "TENTHS",
    "UNITS",
    "WEEKDAYS",
]

WEEKDAYS: dict[str, int] = {
    **dict.fromkeys(("monday", "mon", "munday"), 0),
    **dict.fromkeys(("tuesday", "tues", "tue", "tu", "teusday", "tuseday", "tuesaday"), 1),
    **dict.fromkeys(("wednesday", "wed", "weds", "wednsday", "wensday", "wedensday", "wednesay", "wendesday"), 2),
    **dict.fromkeys(("thursday", "thu", "thur", "thurs", "thrusday", "thursay", "thurday", "thirsday"), 3),
    **dict.fromkeys(("friday", "fri", "firday", "fryday"), 4),
    **dict.fromkeys(("saturday", "sat", "saterday", "satruday", "saturady"), 5),
    **dict.fromkeys(("sunday", "sun", "sonday"), 6),
}
PLURAL_DAYS: dict[str, int] = {
    **{f"{name}s": day for name, day in WEEKDAYS.items() if name.endswith("day")},
    "mons": 0,
    "fris": 4,
    "sats": 5,
    "suns": 6,
}
SHORT_DAYS = frozenset(("sat", "sun", "wed", "mon", "tu", "thu", "suns", "sats"))
"""Short names that are words of their own as well; they need a place where a date would stand."""

MONTHS: dict[str, int] = {
    **dict.fromkeys(("january", "jan"), 1),
    **dict.fromkeys(("february", "feb", "febuary"), 2),
    **dict.fromkeys(("march", "mar"), 3),
    **dict.fromkeys(("april", "apr"), 4),
    "may": 5,
    **dict.fromkeys(("june", "jun"), 6),
    **dict.fromkeys(("july", "jul"), 7),
    **dict.fromkeys(("august", "aug"), 8),
    **dict.fromkeys(("september", "sept", "sep"), 9),
    **dict.fromkeys(("october", "oct"), 10),
    **dict.fromkeys(("november", "nov"), 11),
    **dict.fromkeys(("december", "dec"), 12),
}

CARDINALS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
TENS: dict[str, int] = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ORDINALS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
            *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
            *("eighteenth", "nineteenth"),
        ),
        1,
    )
}
TENTHS: dict[str, int] = {"twentieth": 20, "thirtieth": 30}

FRACTIONS: dict[str, float] = {"half": 0.5, "quarter": 0.25, "quarters": 0.25, "third": 1 / 3}

UNITS: dict[str, str] = {
    **dict.fromkeys(("second", "seconds", "sec", "secs", "s"), "second"),
    **dict.fromkeys(("minute", "minutes", "min", "mins", "m"), "minute"),
    **dict.fromkeys(("hour", "hours", "hr", "hrs", "h"), "hour"),
    **dict.fromkeys(("day", "days", "d"), "day"),
    **dict.fromkeys(("week", "weeks", "wk", "wks", "w"), "week"),
    **dict.fromkeys(("fortnight", "fortnights"), "fortnight"),
    **dict.fromkeys(("month", "months", "mo", "mos", "mon", "mths", "mth"), "month"),
    **dict.fromkeys(("quarter", "quarters", "qtr"), "quarter"),
    **dict.fromkeys(("year", "years", "yr", "yrs", "y"), "year"),
    **dict.fromkeys(("decade", "decades"), "decade"),
    **dict.fromkeys(("workday", "workdays", "wd", "wds"), "workday"),
}

PARTS: dict[str, str] = {
    **dict.fromkeys(("morning", "mornings", "morn", "forenoon"), "morning"),
    **dict.fromkeys(("midmorning",), "midmorning"),
    **dict.fromkeys(("noon", "midday", "noontime"), "noon"),
    **dict.fromkeys(("lunch", "lunchtime"), "lunch"),
    **dict.fromkeys(("afternoon", "afternoons", "afternoonish", "arvo"), "afternoon"),
    **dict.fromkeys(("evening", "evenings", "eve"), "evening"),
    **dict.fromkeys(("night", "nights", "nite", "nighttime"), "night"),
    **dict.fromkeys(("dusk", "sunset"), "dusk"),
    **dict.fromkeys(("dawn", "sunrise", "daybreak"), "dawn"),
}

AMOUNTS = frozenset(
    (
        *("yuan", "rmb", "cny", "usd", "dollars", "euros", "pounds", "copies", "pages", "people", "persons", "forms"),
        *("words", "items", "km", "m", "metres", "meters", "kg", "units", "visitors", "guests", "seats", "sheets"),
        *("households", "cases", "places", "points", "letters", "envelopes", "boxes", "bottles", "characters"),
    )
)
"""What a number counts, when it is no time and no day: friday 2000 copies, dec 5 copies."""
SAID: dict[str, int] = {
    **dict.fromkeys(("today", "tod", "tdy", "2day"), 0),
    **dict.fromkeys(("tomorrow", "tmrw", "tmr", "tmw", "tom", "tomorow", "tommorow", "tommorrow", "tmrrw"), 1),
    "overmorrow": 2,
    "yesterday": -1,
}
"""Days by their distance from today."""
FIRST_OF_FESTIVALS = frozenset(
    (
        *("new", "mlk", "martin", "groundhog", "valentine's", "valentines", "valentine", "presidents", "president's"),
        *("women's", "womens", "international", "st", "saint", "april", "earth", "mardi", "shrove", "ash", "palm"),
        *("maundy", "good", "easter", "ascension", "pentecost", "labour", "labor", "may", "workers'", "workers"),
        *("cinco", "mother's", "mothers", "memorial", "children's", "childrens", "father's", "fathers", "juneteenth"),
        *("independence", "bastille", "teachers", "teacher's", "national", "columbus", "boss's", "boss", "bosses"),
        *("halloween", "all", "guy", "veterans", "veteran's", "remembrance", "thanksgiving", "black", "christmas"),
        *("xmas", "boxing", "chinese", "lunar", "spring", "lantern", "qingming", "tomb", "dragon", "qixi", "mid"),
        *("moon", "double"),
    )
)
"""The words that a holiday's name begins with."""
