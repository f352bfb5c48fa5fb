"""What a field of a form says of what stands in it, while it is typed: whether it will do, and what it was taken for.

Each check reads with the functions that the desk saves with, so a verdict and what is kept cannot disagree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.wording import p, t
from planner.wording.safe import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.tui.messages import Sight

    Check = Callable[[str], "Verdict"]

__all__ = ["FINE", "Verdict", "names", "needed", "numbers", "when"]


class Verdict(NamedTuple):
    """Whether a text will do, and what is said under the field: what it was understood as, or what is wrong."""

    ok: bool
    words: str = ""


FINE = Verdict(ok=True)
"""Nothing to say."""


def when(sight: Sight, *, needed: bool = False) -> Check:
    """A day or a time in the words of the capture line; said back with weekday and distance. Empty is no date."""

    def check(text: str) -> Verdict:
        if not text.strip():
            return Verdict(ok=not needed, words=t("a date is needed") if needed else "")
        from planner.capture import parse_moment
        from planner.wording.dates import said

        day = sight.day
        moment = parse_moment(text, day.now, sight.lang, calendar=day.calendar, day_first=sight.day_first)
        if moment is None:
            return Verdict(ok=False, words=t("not a date yet: fri, tomorrow 3pm, in 3 days, 27/11"))
        return Verdict(ok=True, words=said(moment, day.now, sight.lang, day.calendar))

    return check


def needed(words: str) -> Check:
    """Something has to stand there; ``words`` says what."""
    return lambda text: FINE if text.strip() else Verdict(ok=False, words=words)


def names(sight: Sight) -> Check:
    """Names with commas between them; those that the book has not seen are called new."""

    def check(text: str) -> Verdict:
        from planner.tui.naming import names_of

        new = [shown(name) for name in names_of(text) if name not in sight.names]
        return Verdict(ok=True, words=t("new: {names}", names=p("enumeration", ", ").join(new))) if new else FINE

    return check


def numbers(text: str) -> Verdict:
    """Numbers of matters: ``3 5-7``."""
    from planner.desk.references import matter_numbers
    from planner.desk.refused import Problem, sentence_of

    words = text.replace(",", " ").replace("，", " ").replace("、", " ").split()
    if words:
        try:
            matter_numbers(words)
        except Problem as problem:
            return Verdict(ok=False, words=sentence_of(problem))
    return FINE
