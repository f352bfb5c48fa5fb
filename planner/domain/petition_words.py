"""The words by which an entry's class is suggested: of an accusation 检举控告 (art. 30), and of an enquiry 咨询.

What may be an accusation is taken for one until a person says otherwise, since it must not be read by those it names.
An enquiry starts no clock, so only a plain one is taken for one: words of a wish or complaint speak against.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.directory import Directory
    from planner.domain.terms import PetitionClass

__all__ = ["ACCUSING", "ASKING", "class_suggested", "in_words", "named_in"]

ACCUSING: tuple[str, ...] = (
    *(
        "检举",
        "控告",
        "举报",
        "揭发",
        "告发",
        "实名举报",
        "贪污",
        "受贿",
        "行贿",
        "索贿",
        "贿赂",
        "收受",
        "红包",
        "回扣",
    ),
    *("克扣", "挪用", "截留", "侵吞", "私分", "虚报冒领", "冒领", "套取", "以权谋私", "滥用职权", "玩忽职守", "渎职"),
    *("徇私", "优亲厚友", "吃拿卡要", "权钱交易", "腐败", "违纪", "违法乱纪", "乱作为", "中饱私囊", "作风问题"),
    *("accuse", "accuses", "accused", "accusing", "accusation*", "denounc*", "whistleblow*", "whistle-blow*"),
    *("whistle blow*", "blow the whistle", "blows the whistle", "blew the whistle", "blowing the whistle"),
    *("brib*", "kickback*", "kick-back*", "embezzl*", "misconduct", "corrupt*", "misappropriat*", "malfeasance"),
    *("abuse of power", "abuse of office", "abuses power", "skimming", "extort*", "nepotism", "red envelope*"),
)
"""Words of either language that an accusation is known by; an English one with ``*`` begins a word."""

ASKING: tuple[str, ...] = (
    *("咨询", "询问", "问询"),
    *(
        "asks about",
        "asked about",
        "asking about",
        "enquiry",
        "inquiry",
        "enquires",
        "inquires",
        "enquired",
        "inquired",
    ),
)
"""Words that say that somebody only asks."""

_SIMPLY = ("电话", "来电", "来访", "来信", "上门", "前来", "群众", "想", "请求", "进行")
"""What may stand before a Chinese word of asking."""
_NO_ASKING = ("咨询公司", "咨询师", "咨询费", "咨询服务", "咨询中心", "咨询机构", "询问笔录")
"""Words that hold one of asking and ask nothing."""
_WISHING = (
    *("投诉", "反映", "要求", "申诉", "不服", "不满", "异议", "赔偿", "追究", "信访", "上访", "求助"),
    *("complain*", "complaint*", "demand*", "appeal*", "object*", "petition*", "compensat*", "protest*", "wants"),
)
"""Words of a wish or complaint, beside which asking is no mere enquiry."""


_SHORTEST = 2
"""Characters of a word or name that is looked for: one alone stands everywhere."""


def class_suggested(words: str) -> PetitionClass | None:
    """The class that the words of an entry suggest: ``accusation``, ``enquiry``, or none."""
    if any(in_words(word, words) for word in ACCUSING):
        return "accusation"
    if _asks(words) and not any(in_words(word, words) for word in _WISHING):
        return "enquiry"
    return None


def named_in(words: str, names: tuple[str, ...], directory: Directory) -> str | None:
    """The first of some names that stands in the words, itself or by another name of its party; ``None`` when none."""
    for name in names:
        party = directory.find(name)
        own = (name,) if party is None else (name, party.name, *party.aliases)
        if any(in_words(one, words) for one in own):
            return name
    return None


def in_words(word: str, words: str) -> bool:
    """Whether a word or name stands in some words; one of Latin letters only as a word of its own, in any case."""
    low, sought = words.casefold(), word.casefold().removesuffix("*")
    if len(sought) < _SHORTEST:
        return False
    begins = word.endswith("*")
    at = low.find(sought)
    while at >= 0:
        end = at + len(sought)
        free = not (_latin(sought[0]) and _latin(low[at - 1 : at]))
        if free and (begins or not (_latin(sought[-1]) and _latin(low[end : end + 1]))):
            return True
        at = low.find(sought, at + 1)
    return False


def _latin(char: str) -> bool:
    """Whether a character belongs to a word that spaces part from others."""
    return char.isalpha() and not "\u3400" <= char <= "\u9fff"


def _asks(words: str) -> bool:
    """Whether some words ask: a Chinese word of asking begins or ends a part of them, an English one stands in them."""
    if any(word in words for word in _NO_ASKING):
        return False
    parts = words
    for mark in "，,；;。、":
        parts = parts.replace(mark, " ")
    for word in ASKING:
        if word.isascii():
            if in_words(word, words):
                return True
            continue
        for part in parts.split():
            bare = part
            for before in _SIMPLY:
                bare = bare.removeprefix(before)
            if bare.startswith(word) or part.endswith(word):
                return True
    return False
