"""A reception's clock in words: what it is, when it ends, how far that is, the article it rests on."""

from __future__ import annotations

from planner.wording import n, p, t
from planner.wording.dates import said, stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.domain.clock import Clock
    from planner.domain.day import Day

__all__ = ["article_said", "clock_name", "clock_said", "event_name", "step_said"]


def clock_name(rule: str) -> str:
    """What a clock asks for, in a word or two; a template's own name is shown as it is."""
    names = {
        "notice": lambda: p("clock", "written notice"),
        "objection": lambda: p("clock", "objection"),
        "forward": lambda: p("clock", "sort and forward"),
        "finish": lambda: p("clock", "finish"),
        "report": lambda: p("clock", "report up"),
        "review": lambda: p("clock", "petitioner may ask for review"),
        "rereview": lambda: p("clock", "petitioner may ask for re-review"),
        "answer": lambda: p("clock", "answer"),
        "third_party": lambda: p("clock", "third party's opinion"),
        "reply": lambda: p("clock", "promised reply"),
    }
    return names[rule]() if rule in names else rule


def event_name(event: str) -> str:
    """What happened with a reception, in a word or two; a template's own event is shown as it is."""
    names = {
        "received": lambda: p("event", "received"),
        "forwarded": lambda: p("event", "forwarded"),
        "noticed": lambda: p("event", "notice given"),
        "accepted": lambda: p("event", "accepted"),
        "objected": lambda: p("event", "objected"),
        "reported": lambda: p("event", "reported up"),
        "consulted": lambda: p("event", "third party asked"),
        "heard": lambda: p("event", "third party heard"),
        "extended": lambda: p("event", "extended"),
        "replied": lambda: p("event", "replied"),
        "review_asked": lambda: p("event", "review asked for"),
        "reviewed": lambda: p("event", "review decided"),
        "rereview_asked": lambda: p("event", "re-review asked for"),
    }
    return names[event]() if event in names else event


_LAWS: dict[str, Callable[[], str]] = {
    "信访工作条例": lambda: t("Regulations on Petition Work"),
    "政府信息公开条例": lambda: t("Regulations on Open Government Information"),
}
"""Laws whose articles the built-in rows rest on, and how each is cited."""
_FIGURES = "〇一二三四五六七八九"
_HUNDRED = 100


def article_said(article: str, lang: str) -> str:
    """The citation of an article, ``信访工作条例 23``: 《信访工作条例》第二十三条. A user's own is shown as written."""
    law, _, number = article.rpartition(" ")
    if law not in _LAWS or not number.isdecimal() or not 0 < int(number) < _HUNDRED:
        return article
    if lang == "zh":
        return f"《{law}》第{_in_figures(int(number))}条"
    return t("{law}, art. {number}", law=_LAWS[law](), number=number)


def _in_figures(number: int) -> str:
    """A number below a hundred as Chinese citations write it: 二十三."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else f"{_FIGURES[tens] if tens > 1 else ''}十"
    return f"{head}{_FIGURES[ones] if ones else ''}"


def clock_said(clock: Clock, day: Day, lang: str) -> str:
    """One line: ``finish: Thu 21 Jan 2027, in 60 days, 41 working days; Regulations on Petition Work, art. 34``."""
    parts = [t("{name}: {when}", name=clock_name(clock.rule), when=said(clock.due, day.now, lang, day.calendar))]
    if clock.workday_before is not None:
        parts.append(t("the last working day before it is {day}", day=stamp(clock.workday_before, day.now, lang)))
    if clock.assumed:
        parts.append(t("counted from receipt until the acceptance is recorded"))
    elif clock.start != "received":
        started = stamp(clock.started, day.now, lang)
        parts.append(t("from {event}, {day}", event=event_name(clock.start), day=started))
    if clock.extended:
        if clock.working:
            parts.append(n("extended by {count} working day", "extended by {count} working days", clock.extended))
        else:
            parts.append(n("extended by {count} day", "extended by {count} days", clock.extended))
        if clock.extended_late and clock.first_due is not None:
            first = stamp(clock.first_due, day.now, lang)
            parts.append(t("late: its first end was {day}", day=first))
    if clock.window:
        parts.append(t("the petitioner's own term"))
    if clock.article:
        parts.append(article_said(clock.article, lang))
    return p("clock", "; ").join(parts)


def step_said(code: str, event: str) -> str:
    """The warning that goes with a step which was recorded though it is late or out of order."""
    name = event_name(event)
    sentences = {
        "afterwards": lambda: t("{event}: written down afterwards.", event=name),
        "late": lambda: t("{event}: after its term, recorded as late.", event=name),
        "early": lambda: t("{event}: recorded though what comes before it is not.", event=name),
        "again": lambda: t("{event}: recorded once more; the later record holds.", event=name),
        "closed": lambda: t("{event}: recorded on an entry that was answered already.", event=name),
        "no_clock": lambda: t("{event}: no clock of this entry waits for it.", event=name),
        "too_long": lambda: t("{event}: more than the article allows in all; the clock counts only that.", event=name),
        "no_reason": lambda: t("{event}: no reason given.", event=name),
        "no_approver": lambda: t("{event}: nobody named who approved it.", event=name),
    }
    return sentences[code]()
