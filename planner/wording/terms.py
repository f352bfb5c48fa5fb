"""The office's words: what each code of the records is called on the screen, in the language in use.

A family is the group of codes that a word belongs to, and the context under which the catalogue keeps it. The codes
themselves stand in ``planner.domain``; a test names any that has no word here.
"""

from __future__ import annotations

from planner.wording import language as language_in_use
from planner.wording import later_p, voice_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.terms import PartyKind

__all__ = ["FAMILIES", "grade_reason", "term", "verb_of_handing"]

FAMILIES: dict[str, dict[str, str]] = {
    "kind": {
        "matter": later_p("kind", "matter"),
        "reception": later_p("kind", "reception"),
        "party": later_p("kind", "party"),
        "point": later_p("kind", "point"),
        "checklist": later_p("kind", "checklist"),
        "reminder": later_p("kind", "reminder"),
        "kept_report": later_p("kind", "report"),
        "walk": later_p("kind", "walk through the review"),
    },
    "grade": {
        "major": later_p("grade", "major"),
        "minor": later_p("grade", "minor"),
    },
    "mark": {
        "assigned": later_p("mark", "assigned by a leader"),
        "overall": later_p("mark", "touches the whole"),
        "operation": later_p("mark", "affects operation"),
        "image": later_p("mark", "affects image"),
    },
    "short mark": {
        "assigned": later_p("short mark", "assigned"),
        "overall": later_p("short mark", "overall"),
        "operation": later_p("short mark", "operation"),
        "image": later_p("short mark", "image"),
    },
    "nature": {
        "policy": later_p("nature", "policy"),
        "routine": later_p("nature", "routine"),
    },
    "origin": {
        "planned": later_p("origin", "planned"),
        "adhoc": later_p("origin", "ad hoc"),
    },
    "urgency": {
        "flash": later_p("urgency", "flash"),
        "urgent": later_p("urgency", "urgent"),
        "expedite": later_p("urgency", "expedite"),
        "regular": later_p("urgency", "regular"),
    },
    "work": {
        "documents": later_p("work", "documents"),
        "affairs": later_p("work", "affairs"),
        "meetings": later_p("work", "meetings"),
        "research": later_p("work", "research"),
        "information": later_p("work", "information"),
        "study": later_p("work", "study"),
        "advice": later_p("work", "advice"),
        "inspection": later_p("work", "inspection"),
        "reception": later_p("work", "reception"),
        "logistics": later_p("work", "logistics"),
        "duty": later_p("work", "duty"),
    },
    "if off": {
        "before": later_p("if off", "before a day off"),
        "after": later_p("if off", "after a day off"),
    },
    "matter state": {
        "open": later_p("matter state", "open"),
        "waiting": later_p("matter state", "waiting"),
        "done": later_p("matter state", "done"),
        "dropped": later_p("matter state", "dropped"),
    },
    "party kind": {
        "leader": later_p("party kind", "leader"),
        "section": later_p("party kind", "section"),
        "department": later_p("party kind", "department"),
        "grassroots": later_p("party kind", "grassroots"),
        "public": later_p("party kind", "public"),
    },
    "rhythm": {
        "weekly": later_p("rhythm", "weekly"),
        "monthly": later_p("rhythm", "monthly"),
        "meeting": later_p("rhythm", "before each meeting"),
    },
    "direction": {
        "up": later_p("direction", "report up"),
        "down": later_p("direction", "pass down"),
        "across": later_p("direction", "tell across"),
    },
    "channel": {
        "visit": later_p("channel", "visit"),
        "call": later_p("channel", "call"),
        "letter": later_p("channel", "letter"),
        "online": later_p("channel", "online"),
        "hotline": later_p("channel", "hotline 12345"),
        "superior": later_p("channel", "passed on by a superior"),
    },
    "visitor kind": {
        "public": later_p("visitor kind", "public"),
        "official": later_p("visitor kind", "official"),
        "superior": later_p("visitor kind", "superior"),
        "media": later_p("visitor kind", "media"),
    },
    "route": {
        "answered": later_p("route", "answered on the spot"),
        "forwarded": later_p("route", "forwarded"),
        "not_ours": later_p("route", "not ours"),
    },
    "reception state": {
        "open": later_p("reception state", "awaiting an answer"),
        "answered": later_p("reception state", "answered"),
        "voided": later_p("reception state", "voided"),
    },
    "petition class": {
        "suggestion": later_p("petition class", "suggestion"),
        "accusation": later_p("petition class", "accusation"),
        "appeal": later_p("petition class", "appeal"),
        "enquiry": later_p("petition class", "enquiry"),
    },
    "stage": {
        "assigned": later_p("stage", "assigned"),
        "signed": later_p("stage", "signed for"),
        "underway": later_p("stage", "under way"),
        "reported": later_p("stage", "reported back"),
        "reviewed": later_p("stage", "reviewed"),
        "struck": later_p("stage", "struck off"),
    },
    "light": {
        "red": later_p("light", "red"),
        "yellow": later_p("light", "yellow"),
        "green": later_p("light", "green"),
    },
}
"""Family, code, English word."""

_VERBS_OF_HANDING = {
    "leader": later_p("handing over", "submit to"),
    "section": later_p("handing over", "assign to"),
    "department": later_p("handing over", "ask"),
    "grassroots": later_p("handing over", "assign to"),
    "public": later_p("handing over", "refer to"),
}


def term(family: str, code: str, lang: str | None = None) -> str:
    """The word for a code of a family: ``term("grade", "major")`` is ``大事``; in the language in use unless given.

    Raises KeyError for an unknown family. A code that has no word (a newer planner's) is shown as it is.
    """
    voice = voice_of(lang or language_in_use())
    word = FAMILIES[family].get(code)
    return code if word is None else voice.p(family, word)


def grade_reason(reason: str, marks: tuple[str, ...] = (), lang: str | None = None) -> str:
    """Why a matter has its grade, in words: its marks, ``set by hand`` 手工指定, or ``no mark`` 无标记."""
    voice = voice_of(lang or language_in_use())
    if reason == "by_hand":
        return voice.p("grade reason", "set by hand")
    if reason == "marks" and marks:
        return voice.p("enumeration", ", ").join(term("mark", mark, voice.language) for mark in marks)
    return voice.p("grade reason", "no mark")


def verb_of_handing(kind: PartyKind | None, lang: str | None = None) -> str:
    """How handing over to a party of that kind is called: 呈报 a leader, 交办 a section, 商请 a peer, 转办 a petition.

    ``kind`` is the party's; a party whose kind is not known is assigned to, 交办. The public's is that of a petition
    passed on to whoever answers it.
    """
    voice = voice_of(lang or language_in_use())
    verb = _VERBS_OF_HANDING[kind or "section"]
    return voice.p("handing over", verb)
