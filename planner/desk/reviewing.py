"""Looking back: the review of a week, a month or any days, and of what came since the last report was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.capture.filter_days import read_days
from planner.desk.discretion import Discretion
from planner.desk.refused import Refused
from planner.domain.kept_report import KeptReport
from planner.domain.matter import Matter
from planner.domain.moment import datetime, day_of, timedelta
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.report.review import Material, review_of
from planner.report.span import LONGEST, Span, before, kind_of_days, since, span_around
from planner.report.weekly import Form, weekly
from planner.store.archive import KEPT_CLOSED
from planner.wording import t

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.config.settings import Language
    from planner.desk.desk import Desk
    from planner.domain.entry import Entry
    from planner.domain.moment import date
    from planner.report.document import Document
    from planner.report.review import Review
    from planner.report.span import SpanKind
    from planner.store.snapshot import Snapshot

__all__ = ["draft", "form_of", "last_sent", "material_of", "review", "span_named", "visitors_of"]

_SINCE = ("", "since", "sent", "自上期", "上期以来")
"""Words for what came since the last report that was sent."""
_KINDS: dict[str, SpanKind] = {
    **dict.fromkeys(("week", "周", "周报"), "week"),
    **dict.fromkeys(("month", "月", "月报"), "month"),
    **dict.fromkeys(("quarter", "季", "季度", "季报"), "quarter"),
    **dict.fromkeys(("year", "年", "年报"), "year"),
}
"""Words for the whole span that today lies in; whatever else names days is read as a filter reads it."""
_EARLIEST, _LATEST = 1900, 9000
"""Years between which a span lies, so that there are days before it and behind."""
_WITHIN = timedelta(days=45)
"""What was closed so lately has not left the working set, unless very much was: the archive is not read for it."""


def review(desk: Desk, days: str | Span = "", *, private: bool = False) -> Review:
    """The review of the days that a text names (``week``, ``上月``, ``2026-09``, ``FROM..TO``), or of a span.

    Without words: what came since the last report was sent, or this week when none was. What is restricted tells no
    words unless ``private``. Raises ``Refused``.
    """
    snapshot = desk.book.read()
    span = days if isinstance(days, Span) else span_named(desk, days, snapshot)
    earlier = before(span)
    material = material_of(desk, snapshot, earlier, private=private)
    return review_of(material, span, desk.day(), desk.rules(), earlier)


def draft(desk: Desk, days: str | Span = "", lang: Language | None = None) -> Document:
    """The report of some days as the planner words it, without what was edited. Raises ``Refused``."""
    made = review(desk, days)
    return weekly(made.replace(visitors=visitors_of(desk.book.read())), lang or desk.lang, form_of(desk))


def visitors_of(snapshot: Snapshot) -> tuple[str, ...]:
    """The names that stand in no report: of the public, and of whoever left a restricted entry, archived ones too."""
    every = (*snapshot.all("reception"), *snapshot.archived("reception"))
    entries = (one for one in every if isinstance(one, Reception))
    return tuple(dict.fromkeys(one.name for one in entries if one.name and (one.restricted or one.kind == "public")))


def form_of(desk: Desk) -> Form:
    """What the settings say of the report's form."""
    return Form(office=desk.settings.office, addressee=desk.settings.addressee or None)


def span_named(desk: Desk, text: str, snapshot: Snapshot | None = None) -> Span:
    """The span that a text names. Raises ``Refused`` when it names none."""
    bare = text.strip()
    if bare.casefold() in _SINCE:
        sent = last_sent(desk, snapshot)
        if sent is not None and sent.sent is not None and 0 <= (desk.now - sent.sent).days < LONGEST:
            return since(sent.sent, desk.now)
        if bare:
            raise Refused(t("No report was sent yet, so there is nothing to count from: planner review week."))
        return span_around("week", desk.now.date())
    kind = _KINDS.get(bare.casefold())
    if kind is not None:
        return span_around(kind, desk.now.date())
    first_said, dots, last_said = bare.partition("..")
    first = _days(desk, first_said)
    last = _days(desk, last_said) if dots else first
    if first is None or last is None:
        raise Refused(
            t("“{words}” is no span of days: write week, lastweek, month, 2026-09 or 2026-09-01..2026-09-30.",
              words=text)
        )  # fmt: skip
    if not 0 <= (last[1] - first[0]).days <= LONGEST or not _EARLIEST < first[0].year <= last[1].year < _LATEST:
        raise Refused(t("“{words}” runs backwards, or is longer than three years.", words=text))
    return kind_of_days(first[0], last[1])


def last_sent(desk: Desk, snapshot: Snapshot | None = None) -> KeptReport | None:
    """The report that was sent last; ``None`` when none was."""
    book = snapshot or desk.book.read()
    for records in (book.all, book.archived):
        sent = [one for one in records("kept_report") if isinstance(one, KeptReport) and one.sent is not None]
        if sent:
            return max(sent, key=lambda one: (one.sent or datetime.min, one.number))
    return None


def material_of(desk: Desk, snapshot: Snapshot, earliest: Span | None = None, *, private: bool = False) -> Material:
    """The book's records as others may see them; archived ones too when the days go back so far that they may count."""
    shown = Discretion(desk, snapshot, private=private)
    back = earliest is not None and _reaches_back(desk, snapshot, earliest)
    found = {
        kind: (*snapshot.all(kind), *(snapshot.archived(kind) if back else ()))
        for kind in ("matter", "reception", "point", "party")
    }
    entries = [record for record in found["reception"] if isinstance(record, Reception)]
    entries += _linked(snapshot, found["matter"], {one.number for one in entries})
    return Material(
        matters=tuple(shown(record) for record in found["matter"] if isinstance(record, Matter)),
        receptions=tuple(map(shown, entries)),
        points=tuple(shown(record) for record in found["point"] if isinstance(record, Point)),
        parties=tuple(record for record in found["party"] if isinstance(record, Party)),
    )


def _linked(snapshot: Snapshot, matters: Iterable[Entry], known: set[int]) -> list[Reception]:
    """The entries that matters came of and that are archived already: whether they are restricted must be known."""
    wanted = {number for one in matters if isinstance(one, Matter) for number in one.receptions} - known
    found = (snapshot.get("reception", number) for number in sorted(wanted))
    return [one for one in found if isinstance(one, Reception)]


def _reaches_back(desk: Desk, snapshot: Snapshot, span: Span) -> bool:
    """Whether the archive may hold something that was closed since a span began."""
    start = datetime(span.first.year, span.first.month, span.first.day)
    if desk.now - start > _WITHIN:
        return True
    return any(
        sum(record.closed is not None for record in snapshot.all(kind)) >= KEPT_CLOSED
        for kind in ("matter", "reception", "point")
    )


def _days(desk: Desk, text: str) -> tuple[date, date] | None:
    """The first and last day that a text names."""
    found = read_days(text, desk.now, desk.lang, desk.calendar, day_first=desk.settings.day_first, back=True)
    return None if found is None else (day_of(found[0]), day_of(found[1] or found[0]))
