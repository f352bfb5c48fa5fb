"""The report that leaves the office: its words as drafted or edited, kept with their days, and sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.changing import each
from planner.desk.refused import Refused
from planner.desk.reviewing import draft, review, span_named, visitors_of
from planner.domain.kept_report import KeptReport
from planner.domain.moment import datetime, deadline
from planner.domain.party import Party
from planner.report.prose import Prose
from planner.report.span import span_around
from planner.report.text import from_text, to_text
from planner.wording import t
from planner.wording.dates import stamp

if TYPE_CHECKING:
    from typing import Literal

    from planner.desk.changing import Edited, Numbers
    from planner.desk.desk import Desk
    from planner.domain.moment import Moment
    from planner.report.document import Document
    from planner.report.span import Span
    from planner.store.snapshot import Snapshot

__all__ = ["edited_for", "forget", "keep", "kept_for", "put_in", "report", "send", "sent_reports", "text_of"]


def report(desk: Desk, days: str | Span = "", lang: Literal["en", "zh"] | None = None) -> Document:
    """The report of some days: in the words that were kept for them in that language, else as it is drafted.

    Raises ``Refused``.
    """
    span = span_named(desk, days) if isinstance(days, str) else days
    spoken = lang or desk.lang
    kept = kept_for(desk, span)
    if kept is not None and kept.text is not None and kept.lang == spoken:
        return from_text(_unnamed(desk, kept.text), spoken)
    return draft(desk, span, spoken)


def text_of(desk: Desk, days: str | Span = "", lang: Literal["en", "zh"] | None = None) -> str:
    """The report as text to be edited, with a remark that tells its signs. Raises ``Refused``."""
    remark = t(
        "# title  % days  @ addressee  ## heading  ### smaller heading  -- office  == date; any other line is a "
        "paragraph. Lines that begin with // are left out. An empty text goes back to the draft."
    )
    return to_text(report(desk, days, lang), remark)


def kept_for(desk: Desk, span: Span, snapshot: Snapshot | None = None) -> KeptReport | None:
    """The report that was kept for some days: of the same days, or since the same report; ``None`` without one."""
    book = snapshot or desk.book.read()
    for records in (book.all, book.archived):
        found = [one for one in records("kept_report") if isinstance(one, KeptReport) and _is_of(one, span)]
        if found:
            return max(found, key=lambda one: one.number)
    return None


def keep(desk: Desk, days: str | Span, text: str) -> KeptReport | None:
    """Keep the words of a report as they were edited; an empty text goes back to the draft. ``None`` when it has.

    Raises ``Refused`` when the text has no title left.
    """
    span = span_named(desk, days) if isinstance(days, str) else days
    document = from_text(_unnamed(desk, text), desk.lang)
    if not document.blocks and not document.title:
        forget(desk, span)
        return None
    if not document.title.strip():
        raise Refused(t("The text has no title: begin a line with # and a space. Nothing was kept."))
    return _put(desk, span, "report", text=to_text(document))


def forget(desk: Desk, span: Span) -> None:
    """Go back to the draft of some days; nothing happens when no words were kept for them."""
    kept = kept_for(desk, span)
    if kept is not None and kept.text is not None:
        with desk.change("report") as tx:
            tx.put(kept.replace(text=None, changed=desk.now))


def send(desk: Desk, days: str | Span = "", on: Moment | None = None) -> KeptReport:
    """Mark the report of some days as sent: its words are kept as they are now, and the next one begins here.

    ``on`` is when it was sent, where that is not now. Raises ``Refused`` for a day that is still ahead, and for a
    report that was sent already: of these days, or earlier in this week with nothing since.
    """
    span = span_named(desk, days) if isinstance(days, str) else days
    if on is None:
        _refuse_twice(desk, span)
    sent = desk.now if on is None else on if isinstance(on, datetime) else deadline(on)
    if on is not None and not isinstance(on, datetime) and on == desk.now.date():
        sent = desk.now
    if sent > desk.now:
        raise Refused(t("That day is still ahead: say it when the report has gone out."))
    return _put(desk, span, "send", text=to_text(report(desk, span)), sent=sent.replace(second=0))


def _refuse_twice(desk: Desk, span: Span) -> None:
    """Raise ``Refused`` where a second report would say nothing that the first did not."""
    kept = kept_for(desk, span)
    if kept is not None and kept.sent is not None:
        when = stamp(kept.sent, desk.now, desk.lang)
        raise Refused(t("The report of these days was sent already, {when}; --on DATE corrects when.", when=when))
    if span.after is None or span.after.date() < span_around("week", desk.now.date()).first:
        return  # a new week has its report, though nothing happened in it
    if (kept is None or kept.text is None) and review(desk, span).is_quiet:
        when = stamp(span.after, desk.now, desk.lang)
        raise Refused(t("The report was sent already, {when}, and nothing happened since.", when=when))


def edited_for(desk: Desk, days: str | Span = "") -> KeptReport | None:
    """The report of some days when its edited words are what is printed, so that it follows the book no more."""
    span = span_named(desk, days) if isinstance(days, str) else days
    kept = kept_for(desk, span)
    return None if kept is None or kept.text is None or kept.sent is not None or kept.lang != desk.lang else kept


def sent_reports(desk: Desk) -> tuple[KeptReport, ...]:
    """The reports that were sent, the latest first."""
    book = desk.book.read()
    found = [
        one
        for one in (*book.all("kept_report"), *book.archived("kept_report"))
        if isinstance(one, KeptReport) and one.sent is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.sent or datetime.min, one.number), reverse=True))


def put_in(desk: Desk, numbers: Numbers, *, goes: bool | None) -> Edited:
    """Say that matters stand in reports 入报, or do not 不报; ``None`` leaves it to the rule again."""
    return each(desk, "include", numbers, lambda matter, at: matter.replace(in_report=goes, changed=at))


def _unnamed(desk: Desk, text: str) -> str:
    """Words that a person edited, with each visitor as 王某 and without phones, as in a draft."""
    snapshot = desk.book.read()
    parties = [record for record in snapshot.all("party") if isinstance(record, Party)]
    return Prose(desk.lang, parties, visitors_of(snapshot)).unnamed(text)


def _put(desk: Desk, span: Span, command: str, *, text: str, sent: datetime | None = None) -> KeptReport:
    """Put the words of a report, of the days that it covers; one that was sent keeps its day."""
    at = desk.now
    with desk.change(command) as tx:
        kept = kept_for(desk, span, tx.snapshot())
        made = kept or KeptReport(
            number=tx.next_number("kept_report"), created=at, first=span.first, last=span.last, span=span.kind
        )
        when = sent or made.sent
        made = made.replace(
            last=span.last, after=span.after, lang=desk.lang, text=text, sent=when, closed=when, changed=at
        )
        tx.put(made)
    return made


def _is_of(one: KeptReport, span: Span) -> bool:
    """Whether a report is of these days."""
    if span.after is not None:
        return one.after == span.after and one.sent is None
    return one.after is None and (one.first, one.last) == (span.first, span.last)
