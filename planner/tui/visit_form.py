"""The fields of a visit: of the form that registers one, and of the form that corrects one (DOMAIN, section 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.correcting import KEYS
from planner.desk.refused import Refused
from planner.domain.clock_rows import NO_CLOCKS
from planner.domain.draft import VisitDraft
from planner.domain.moment import datetime
from planner.domain.reception import Reception
from planner.domain.terms import CHANNELS, PETITION_CLASSES, ROUTES, VISITOR_KINDS
from planner.tui.been import been, moment_been
from planner.tui.checks import FINE, Verdict, names, needed, when
from planner.tui.grammars import names_of
from planner.tui.messages import Sight
from planner.tui.widgets.form_field import Field
from planner.wording import t
from planner.wording.fields import field
from planner.wording.terms import term

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk
    from planner.desk.receptions import Particulars
    from planner.domain.moment import Moment
    from planner.tui.widgets.form_field import Answer

__all__ = ["corrected", "draft_in", "fields_of_correction", "fields_of_visit", "whole_number"]

BEEN = ("at", "left", "noticed", "accepted", "replied")
"""Fields that hold when something happened."""


def whole_number(*, needed: bool = False) -> Callable[[str], Verdict]:
    """A number of days, heads or years."""

    def check(text: str) -> Verdict:
        bare = text.strip()
        if not bare:
            return Verdict(ok=not needed, words=t("a number is needed") if needed else "")
        if not (bare.isascii() and bare.isdecimal()) or not 0 < int(bare) <= 9999:
            return Verdict(ok=False, words=t("a whole number, from 1 on"))
        return FINE

    return check


def fields_of_visit(desk: Desk) -> tuple[Field, ...]:
    """All fields of a new entry, what is asked at the door first."""
    sight = _sight(desk)
    yes_no = _yes_no()
    templates = tuple((name, name) for name in (*desk.clocks.templates, NO_CLOCKS))
    return (
        Field(
            "matter",
            field("matter"),
            hint=t("what it is about and what is wished"),
            check=needed(t("say what is wished")),
        ),
        Field("name", field("name"), hint=t("empty: no name left")),
        Field("unit", field("unit"), hint=t("unit or address")),
        Field("phone", field("phone")),
        Field("headcount", field("headcount"), value="1", check=whole_number(needed=True)),
        Field("channel", field("channel"), value="visit", choices=_terms("channel", CHANNELS)),
        Field("kind", field("kind"), value="public", choices=_terms("visitor kind", VISITOR_KINDS)),
        Field(
            "petition_class", field("petition_class"), value="-", choices=_optional("petition class", PETITION_CLASSES)
        ),
        Field("asked", field("asked")),
        Field("received_by", field("received_by")),
        Field("route", field("route"), value="-", choices=_optional("route", ROUTES)),
        Field(
            "handed_to",
            field("handed_to"),
            hint=t("where it is forwarded: names with commas between"),
            check=names(sight),
        ),
        Field("reply_due", field("reply_due"), hint=t("fri, 27/11, in 3 days"), check=when(sight)),
        Field("report_to", t("report to"), hint=t("a point is noted for them"), check=names(sight)),
        Field("at", field("at"), hint=t("now when left empty"), check=been(sight)),
        Field("left", field("left"), hint="9:40", check=been(sight)),
        Field("accused", field("accused"), hint=t("whom it accuses"), check=names(sight)),
        Field("grave", field("grave"), value="no", choices=yes_no),
        Field("restricted", field("marked_restricted"), value="no", choices=yes_no),
        Field("sex", field("sex")),
        Field("age", field("age"), check=whole_number()),
        Field("petition_number", field("petition_number")),
        Field("template", t("clocks"), value="-", choices=(("-", t("as usual")), *templates)),
        Field("attachments", field("attachments"), hint=t("what was handed in, with commas between")),
        Field("satisfaction", field("satisfaction")),
    )


def draft_in(desk: Desk, given: dict[str, str]) -> tuple[VisitDraft, Particulars]:
    """What the fields of the form mean, as the desk takes it. Raises ``Refused`` for a date that is none."""
    from planner.desk.receptions import Particulars

    route = given["route"]
    draft = VisitDraft(
        matter=given["matter"],
        name=given["name"] or None,
        unit=given["unit"] or None,
        phone=given["phone"] or None,
        headcount=int(given["headcount"] or 1),
        channel=given["channel"],  # type: ignore[arg-type]  # one of the choices
        kind=given["kind"],  # type: ignore[arg-type]
        handed_to=names_of(given["handed_to"]),
        answered=route == "answered",
        reply_due=_moment(desk, given["reply_due"]),
        report_to=names_of(given["report_to"]),
        restricted=given["restricted"] == "yes",
    )
    particulars = Particulars(
        at=_time(desk, given["at"]),
        asked=given["asked"] or None,
        received_by=given["received_by"] or None,
        petition_class=next((one for one in PETITION_CLASSES if one == given["petition_class"]), None),
        petition_number=given["petition_number"] or None,
        template=None if given["template"] in ("", "-") else given["template"],
        accused=names_of(given["accused"]),
        grave=given["grave"] == "yes",
        not_ours=route == "not_ours",
        sex=given["sex"] or None,
        age=int(given["age"]) if given["age"] else None,
        left=_time(desk, given["left"]),
        attachments=names_of(given["attachments"]),
        satisfaction=given["satisfaction"] or None,
    )
    return draft, particulars


def fields_of_correction(desk: Desk, number: int) -> tuple[Field, ...]:
    """The fields of an entry as they are, by the keys that ``desk.correcting`` reads. Raises ``Refused``."""
    from planner.wording.numbers import reception_label

    reception = desk.book.read().get("reception", number)
    if not isinstance(reception, Reception):
        raise Refused(t("There is no reception {label}. planner visits lists them.", label=reception_label(number)))
    sight = _sight(desk)
    choices = {
        "channel": _terms("channel", CHANNELS),
        "kind": _terms("visitor kind", VISITOR_KINDS),
        "petition_class": _optional("petition class", PETITION_CLASSES),
        "route": _optional("route", ROUTES),
        "grave": _yes_no(),
        "marked_restricted": _yes_no(),
        "template": (("-", t("as usual")), *((name, name) for name in (*desk.clocks.templates, NO_CLOCKS))),
    }
    checks = {
        "matter": needed(t("say what is wished")),
        "headcount": whole_number(needed=True),
        "age": whole_number(),
        "reply_due": when(sight),
        **dict.fromkeys(BEEN, been(sight)),
    }
    made = []
    for name, keys in KEYS.items():
        if name in ("reply", "reply_how", "replied") and reception.state != "answered":
            continue
        label = t("clocks") if name == "template" else field(name)
        value = _as_typed(getattr(reception, name))
        if name in choices:
            value = value or "-"
        made.append(Field(keys[0], label, value=value, check=checks.get(name), choices=choices.get(name, ())))
    return tuple(made)


def _as_typed(value: object) -> str:
    """A value as it is typed in a form."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return str(value)


def _moment(desk: Desk, text: str) -> Moment | None:
    """The day or time that a field names; ``None`` when it is empty."""
    if not text:
        return None
    from planner.capture import parse_moment

    moment = parse_moment(text, desk.now, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
    if moment is None:
        raise _no_date(text)
    return moment


def _time(desk: Desk, text: str) -> datetime | None:
    """The time that a field names, looking back; a day alone is its beginning. Raises ``Refused``."""
    if not text:
        return None
    moment = moment_been(text, desk.day(), desk.lang, day_first=desk.settings.day_first)
    if moment is None:
        raise _no_date(text)
    return moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)


def corrected(desk: Desk, answers: tuple[Answer, ...]) -> tuple[str, ...]:
    """What the changed fields say, as ``desk.correcting`` reads it; days that have been are said in full."""
    made = []
    for one in answers:
        value = one.value.strip()
        if value and one.name in {KEYS[name][0] for name in BEEN}:
            moment = moment_been(value, desk.day(), desk.lang, day_first=desk.settings.day_first)
            if moment is None:
                raise _no_date(value)
            value = _as_typed(moment)
        made.append(f"{one.name}:{value or '-'}")
    return tuple(made)


def _no_date(text: str) -> Refused:
    """The refusal of a text that names no date."""
    return Refused(t("“{words}” is not a date: write fri, 27/11, in 3 days or 2026-11-27.", words=text))


def _terms(family: str, codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Codes with their words."""
    return tuple((code, term(family, code)) for code in codes)


def _optional(family: str, codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Codes with their words, and none of them."""
    return (("-", t("not said")), *_terms(family, codes))


def _yes_no() -> tuple[tuple[str, str], ...]:
    """Yes and no."""
    return (("no", t("no")), ("yes", t("yes")))


def _sight(desk: Desk) -> Sight:
    """How dates and names in the fields are read."""
    from planner.domain.party import Party

    parties = [one for one in desk.book.read().all("party") if isinstance(one, Party)]
    return Sight(
        day=desk.day(),
        lang=desk.lang,
        day_first=desk.settings.day_first,
        names=frozenset(name for party in parties for name in (party.name, *party.aliases)),
    )
