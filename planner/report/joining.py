"""A title and what is told of it as one sentence: the title is its topic, and what came of it stays as it was typed.

In Chinese the result reads on behind a comma (…，25日已报市局。), behind a colon when it tells what the topic holds
(局务会：部署国庆值班。), and stands by itself behind a short heading (救助资金。按市局45号函要求，21日报送使用情况。).
In English it stands behind a colon, since a title is typed as what is to be done.
"""

from __future__ import annotations

import re

__all__ = ["capitalised", "told", "topic_of"]

_VERBS = (
    "报送", "上报", "印发", "召开", "接待", "汇报", "起草", "完成", "开展", "组织", "更新", "汇总", "整理", "商请",
    "向", "参加", "准备", "筹备", "走访", "调研", "检查", "办理", "落实", "督促", "协调", "编制", "撰写", "修订",
    "回复", "见", "给", "请", "转发", "通知", "联系",
)  # fmt: skip
"""Verbs with which a title is a clause, so that what came of it reads on behind a comma."""
_READS_ON = re.compile(r"(?:\d{1,2}月)?\d{1,2}日|[已正现拟尚未均]")
"""What begins so has the title as its subject."""
_CLAUSES = re.compile(r"[，；。！？](?=.)")
_WHOLE = 10
"""Characters from which on a result says by itself what was done."""
_HEADING = 6
"""Characters up to which a title is a heading word, behind which a sentence of its own stands."""
_ASKED = re.compile(r"(?:请(?![示假柬款教])|记得|别忘了?|务必|抓紧|尽快|马上)")
_CALLED = re.compile(
    r"[给跟与][^，。；：]{1,12}?(?:[打回去通]个?电话|[回去]电|发[个条]?(?:短信|微信|消息))(?:[，：；\s]+|$)"
)
"""What a director tells himself to do, which is no topic once it is done."""
_SMALL = frozenset(
    (
        "a", "all", "an", "and", "approved", "at", "being", "both", "bound", "done", "draft", "due", "each",
        "every", "first", "five", "four", "from", "gave", "given", "he", "held", "in", "it", "its", "mended",
        "new", "no", "none", "not", "on", "one", "out", "passed", "posted", "promised", "sent", "settled", "she",
        "six", "some", "still", "ten", "that", "the", "their", "there", "they", "this", "three", "told", "two",
        "under", "up", "we", "with",
    )
)  # fmt: skip
"""English words that are no name, and so lose their capital within a sentence, as does a participle."""
_AFTER_STOP = re.compile(r"(?:(?<=[a-z]{2}[.!?] )|(?<=\)[.!?] ))[a-z]")
"""A small letter behind a full stop, which that of ``e.g.`` is not."""
_STOP = re.compile(r"(?:[a-z]{2}|\))[.!?] ")
_PARTICIPLE = re.compile(r"[A-Z][a-z]{2,}ed$")


def told(title: str, words: str, lang: str, *, reads_on: bool = False) -> str:
    """A title without its stop, and what is told of it as a sentence, in one.

    ``reads_on`` is said of words that the planner chose itself, which have the title as their subject.
    """
    return _chinese(title, words, reads_on=reads_on) if lang == "zh" else _english(title, words)


def topic_of(title: str, words: str) -> str:
    """A Chinese title without 请…, 给…打电话 where a whole sentence says what came of it; as it was, else."""
    clauses = _CLAUSES.search(words) is not None
    if not clauses and len(words) < _WHOLE and not words.startswith("已"):
        return title
    bare = _CALLED.sub("", _ASKED.sub("", title, count=1) if _ASKED.match(title) else title, count=1)
    return bare if bare or (clauses and len(words) >= _WHOLE) else title


def capitalised(text: str) -> str:
    """A text whose every sentence begins with a capital."""
    head = text[:1].upper() + text[1:]
    return _AFTER_STOP.sub(lambda found: found.group().upper(), head)


def _chinese(title: str, words: str, *, reads_on: bool) -> str:
    topic = topic_of(title, words)
    if not topic:
        return words
    if any(sign in topic for sign in "，；。！？"):
        sign = "。"
    elif reads_on or _READS_ON.match(words) or topic.startswith(_VERBS):
        sign = "，"
    elif "：" in topic or (len(topic) <= _HEADING and _CLAUSES.search(words)):
        sign = "。"
    else:
        sign = "："
    return f"{topic.rstrip('。！？') if sign == '。' else topic}{sign}{words}"


def _english(title: str, words: str) -> str:
    if ": " in title or _STOP.search(words):
        return capitalised(f"{title}. {words[:1].upper()}{words[1:]}")
    first = words.split(" ", 1)[0].rstrip(".,;:")
    if first[1:].islower() and (first.casefold() in _SMALL or _PARTICIPLE.match(first)):
        words = words[0].lower() + words[1:]
    return f"{title[:1].upper()}{title[1:]}: {words}"
