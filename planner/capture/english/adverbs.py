"""Rules said in one word: daily, weekly, quarterly, unless the word only describes the next one (the weekly report)."""

from __future__ import annotations

from planner.capture.english.clock import hour_follows
from planner.capture.english.lexer import WORD
from planner.capture.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context

__all__ = ["ADVERBS", "adverb"]

ADVERBS: dict[str, tuple[str, int]] = {
    "hourly": ("HOURLY", 1),
    "daily": ("DAILY", 1),
    "everyday": ("DAILY", 1),
    "nightly": ("DAILY", 1),
    "weekly": ("WEEKLY", 1),
    "biweekly": ("WEEKLY", 2),
    "fortnightly": ("WEEKLY", 2),
    "monthly": ("MONTHLY", 1),
    "bimonthly": ("MONTHLY", 2),
    "quarterly": ("MONTHLY", 3),
    "yearly": ("YEARLY", 1),
    "annually": ("YEARLY", 1),
    "annual": ("YEARLY", 1),
    "semiannually": ("MONTHLY", 6),
    "biannually": ("MONTHLY", 6),
    "biennially": ("YEARLY", 2),
}


def adverb(at: int, ctx: Context) -> tuple[Rule, str, int] | None:
    """``daily`` and its kin, unless they only describe the word after them."""
    text, after = ctx.text(at), at + 1
    if ctx.text(at - 1) in {"the", "a", "an", "my", "our", "your", "his", "her", "their", "this", "next", "last", "-"}:
        return None
    follows = ctx.words[after]
    if follows.kind in {WORD, "x"} and not follows.text.startswith("\0") and not hour_follows(ctx.words, after):
        return None
    if text == "annual" and not ctx.ends(after):
        return None
    return Rule(*ADVERBS[text]), "night" if text == "nightly" else "", after
