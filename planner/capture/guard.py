"""Whether a line holds a reason to load a date grammar. Most do not, and loading one costs more than reading it.

The test is wide on purpose: a false alarm costs some milliseconds, a miss would lose a date.
"""

from __future__ import annotations

__all__ = ["may_be_chinese", "may_be_english"]

_HAN = frozenset(
    "今明后昨次周礼星天日号月年季旬点时早晚午晨夜半刻钟每完节假旦夕元初末底春秋端七中重腊除圣国庆五六"
    "冬情愚儿父母军党记感光万平跨龙双复护青劳妇植教读班隔逢办两零凌拂黎黄傍正清大小上内"
)
_NUMERAL = frozenset("0123456789")
_STEMS = frozenset(
    (
        *(
            "tod",
            "tom",
            "ton",
            "tmr",
            "tmw",
            "mon",
            "tue",
            "wed",
            "wen",
            "thu",
            "fri",
            "sat",
            "sun",
            "jan",
            "feb",
            "mar",
        ),
        *(
            "apr",
            "may",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct",
            "nov",
            "dec",
            "eve",
            "eac",
            "dai",
            "wee",
            "mon",
            "yea",
            "ann",
        ),
        *(
            "qua",
            "biw",
            "bim",
            "for",
            "nex",
            "thi",
            "com",
            "upc",
            "fol",
            "las",
            "end",
            "sta",
            "beg",
            "mid",
            "noo",
            "mor",
        ),
        *(
            "aft",
            "nig",
            "daw",
            "dus",
            "lun",
            "eod",
            "eow",
            "eom",
            "eoq",
            "eoy",
            "cob",
            "cop",
            "clo",
            "som",
            "soq",
            "sow",
        ),
        *(
            "soy",
            "in",
            "wit",
            "one",
            "two",
            "thr",
            "fou",
            "fiv",
            "six",
            "sev",
            "eig",
            "nin",
            "ten",
            "ele",
            "twe",
            "fif",
        ),
        *(
            "hou",
            "min",
            "day",
            "hal",
            "fir",
            "sec",
            "ear",
            "lat",
            "hol",
            "chr",
            "xma",
            "eas",
            "hal",
            "tha",
            "new",
            "val",
        ),
        *(
            "lab",
            "mem",
            "vet",
            "bla",
            "box",
            "goo",
            "ind",
            "chi",
            "spr",
            "lan",
            "qin",
            "dra",
            "fat",
            "mot",
            "col",
            "bos",
        ),
        *(
            "mlk",
            "pre",
            "st",
            "nat",
            "wom",
            "hou",
            "hr",
            "a",
            "an",
            "bi",
            "sem",
            "any",
            "all",
            "wor",
            "wkd",
            "wke",
            "yes",
        ),
        *("ove", "onc", "twi", "q", "fro", "due", "by", "bef", "whe", "teu", "tus", "fry", "sud", "eoww", "ev", "evr"),
        *("mun", "thi", "sid", "son", "tu", "th", "gro", "mar", "pal", "ash", "asc", "pen", "cin", "jun", "bas", "rem"),
        *("tea", "int", "lun", "tom", "moo", "dou", "shr", "mau", "guy", "sai", "wkd", "sun", "ann", "tri", "hen"),
    )
)


def may_be_chinese(text: str) -> bool:
    """Whether a folded text has a character that a Chinese date could begin with, or digits beside Chinese."""
    if text.isascii():
        return False
    return not _HAN.isdisjoint(text) or not _NUMERAL.isdisjoint(text)


def may_be_english(text: str) -> bool:
    """Whether a folded text has a digit, or a word that an English date could begin with."""
    if not _NUMERAL.isdisjoint(text):
        return True
    return any(word[:3].strip(".,;:!?()\"'") in _STEMS for word in _split(text))


def _split(text: str) -> list[str]:
    """The words of the text, parted also where another script begins."""
    if text.isascii():
        return text.split()
    return "".join(char if "a" <= char <= "z" else " " for char in text).split()
