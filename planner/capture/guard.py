"""Whether a line holds a reason to load a date grammar. Most do not, and loading one costs more than reading it.

The test is wide on purpose: a false alarm costs some milliseconds, a miss would lose a date. A possessive ("monday's")
is an alarm as well; the grammar refuses it.
"""

from __future__ import annotations

__all__ = ["may_be_chinese", "may_be_english"]

_HAN = frozenset(
    "今明后昨次周礼星天日号月年季旬点时早晚午晨夜半刻钟每完节假旦夕元初末底春秋端七中重腊除圣国庆五六"
    "冬情愚儿父母军党记感光万平跨龙双复护青劳妇植教读班隔逢办两零凌拂黎黄傍正清大小上内夏暑露霜蛰芒"
)
_PAIRS = ("十一", "八一", "谷雨", "雨水")
"""Holidays and solar terms none of whose characters is rare enough to stand above: 十一前, 八一慰问."""
_NUMERAL = frozenset("0123456789")
_WORDS_TEXT = (
    "today tod tdy tomorrow tmrw tmr tmw tom tomorow tommorow tommorrow tmrrw overmorrow yesterday tonight tonite "
    "monday mon munday tuesday tues tue tu teusday tuseday tuesaday wednesday wed weds wednsday wensday wedensday "
    "wednesay wendesday thursday thu thur thurs thrusday thursay thurday thirsday friday fri firday fryday "
    "saturday sat saterday satruday saturady sunday sun sonday mondays tuesdays wednesdays thursdays fridays "
    "saturdays sundays mons fris sats suns mundays january jan february feb febuary march mar april apr may june "
    "jun july jul august aug september sept sep october oct november nov december dec one two three four five six "
    "seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "thirty forty fifty first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth minute "
    "minutes min mins hour hours hr hrs day days week weeks wk wks fortnight fortnights month months quarter "
    "quarters qtr year years yr yrs decade decades sec weekend weekends wkend weekday weekdays workday workdays "
    "morning mornings morn forenoon midmorning noon midday noontime lunch lunchtime afternoon afternoons "
    "afternoonish arvo evening evenings eve night nights nite nighttime dusk sunset dawn sunrise daybreak "
    "midnight eod eow eom eoq eoy eoww sow som soq soy cob cop business play every each evry ev daily everyday "
    "weekly biweekly fortnightly monthly bimonthly quarterly hourly semiannually annually biannually biennially "
    "yearly annual nightly christmas xmas easter halloween thanksgiving valentines juneteenth pentecost qingming "
    "mayo gras fools festival thing while noonish midweek "
)
_WORDS = frozenset(_WORDS_TEXT.split())
"""Of these, or of digits, every English date has one; what only introduces it (in, next, the) is not here."""


def may_be_chinese(text: str) -> bool:
    """Whether a folded text has a character that a Chinese date could begin with, or digits beside Chinese."""
    if text.isascii():
        return False
    return not _HAN.isdisjoint(text) or not _NUMERAL.isdisjoint(text) or any(pair in text for pair in _PAIRS)


def may_be_english(text: str) -> bool:
    """Whether a folded text has a digit, or a word that an English date could be made of."""
    if not _NUMERAL.isdisjoint(text):
        return True
    return not _WORDS.isdisjoint("".join(char if "a" <= char <= "z" else " " for char in text).split())
