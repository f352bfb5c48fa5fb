"""A score's terms in words: what ``why`` says of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.wording import n, t
from planner.wording.terms import term

if TYPE_CHECKING:
    from planner.domain.score import Term

__all__ = ["reason_of"]


def reason_of(part: Term) -> str:
    """Why a term gives points, with the number that it came from."""
    family, _, code = part.name.partition(".")
    amount = part.amount or 0
    if family == "mark":
        return term("mark", code)
    if family == "urgency":
        return t("urgency level {level}", level=term("urgency", code))
    reasons = {
        "grade": lambda: t("a major matter"),
        "priority": lambda: t("priority {count}", count=amount),
        "returned": lambda: n("returned once", "returned {count} times", amount),
        "overdue": lambda: (
            n("{count} working day late", "{count} working days late", amount) if amount else t("its time is over")
        ),
        "today": lambda: t("due today"),
        "near": lambda: (
            n("{count} working day left", "{count} working days left", amount) if amount else t("no working day left")
        ),
        "age": lambda: n("{count} week old", "{count} weeks old", amount),
        "step": lambda: n("{count} step is to be prepared", "{count} steps are to be prepared", amount),
        "blocking": lambda: n("{count} matter waits for it", "{count} matters wait for it", amount),
        "waiting": lambda: t("waits for somebody"),
        "blocked": lambda: t("waits for another matter"),
        "neglect": lambda: t("neglected"),
        "by_hand": lambda: t("moved by hand"),
    }
    return reasons[family]()
