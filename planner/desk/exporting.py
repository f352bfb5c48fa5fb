"""Export: what was asked for as records or as a document, without what is private, in a format, in a file.

The same book and clock give the same bytes. Nothing is changed in the book.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.choosing import chosen
from planner.desk.pages import in_order, today_of
from planner.desk.refused import Refused
from planner.desk.reporting import report
from planner.desk.reviewing import review, span_named
from planner.desk.talks import agenda, directory_of
from planner.domain.clock import nearest_clock
from planner.domain.kinds import KINDS
from planner.domain.matter import Matter
from planner.domain.moment import deadline
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.record import Record
from planner.domain.talk import concerns
from planner.exchange.fonts import families_here, standing_in
from planner.exchange.outgoing import hand_out
from planner.exchange.rendering import pdf_of
from planner.report.formats.table import FORMATS, Fonts, Look, format_named
from planner.report.lists import matters_document, party_document, today_document, visits_document
from planner.report.own_page import own_page
from planner.report.selection import Selection, Veil
from planner.wording import p, t

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal, TypeAlias, TypeVar

    from planner.desk.desk import Desk
    from planner.domain.entry import Entry
    from planner.report.document import Document
    from planner.report.formats.table import Format
    from planner.report.span import Span
    from planner.store.snapshot import Snapshot

    SubjectKind: TypeAlias = Literal["span", "review", "today", "visits", "matters", "party", "all"]
    Kept = TypeVar("Kept", bound=Record)

__all__ = ["Wanted", "document_of", "export", "format_wanted", "save", "selection_of", "subject_of"]

_SUBJECTS: dict[str, SubjectKind] = {
    "review": "review",
    "小结": "review",
    "today": "today",
    "今日": "today",
    "今天": "today",
    "visits": "visits",
    "receptions": "visits",
    "来访": "visits",
    "接待": "visits",
    "matters": "matters",
    "list": "matters",
    "事项": "matters",
    "party": "party",
    "联系人": "party",
    "all": "all",
    "全部": "all",
}
"""First words; anything else is a span of days."""


class Wanted(Record):
    """What to export: the subject with the words behind it, and whether what is private comes along."""

    kind: SubjectKind
    words: str = ""
    """The days of a span, the filter of matters, the name of a party."""
    private: bool = False
    typed: str = ""


def subject_of(words: Iterable[str], *, private: bool = False) -> Wanted:
    """What the words ask for. Raises ``Refused`` when they lack what they need."""
    typed = " ".join(words).strip()
    first, _, rest = typed.partition(" ")
    kind = _SUBJECTS.get(first.casefold(), "span")
    rest = typed if kind == "span" else rest.strip()
    if kind == "party" and not rest:
        raise Refused(t("Say whose: planner export party NAME."))
    if kind in ("today", "visits", "all") and rest:
        raise Refused(t("“{words}” is too much: planner export {subject} takes no more words.", words=rest,
                        subject=first))  # fmt: skip
    return Wanted(kind=kind, words=rest, private=private, typed=typed)


def format_wanted(name: str) -> Format:
    """The format of that name. Raises ``Refused`` that lists the names."""
    found = format_named(name.casefold())
    if found is None:
        names = p("enumeration", ", ").join(one.name for one in FORMATS)
        raise Refused(t("There is no format “{name}”: it is one of {names}.", name=name, names=names))
    return found


def export(desk: Desk, wanted: Wanted, chosen_format: Format, *, bom: bool = False) -> bytes:
    """What was asked for, in a format. Raises ``Refused``, and ``NoRendererError`` or ``RenderingError`` of a PDF."""
    settings = desk.settings
    fonts = Fonts(
        title=settings.font_title,
        heading=settings.font_heading,
        subheading=settings.font_subheading,
        body=settings.font_body,
        latin=settings.font_latin,
    )
    look = Look(fonts=fonts, bom=bom, made=desk.now)
    if chosen_format.of == "selection":
        return chosen_format.render(selection_of(desk, wanted), look)
    if wanted.kind == "all":
        raise Refused(t("The whole book is too long for a document: use --format json, csv, ics, todotxt or"
                        " taskwarrior."))  # fmt: skip
    document = document_of(desk, wanted)
    if chosen_format.module:
        return chosen_format.render(document, look)

    here = families_here()
    at_hand = Fonts(**{name: standing_in(getattr(fonts, name), here) for name, _, _ in Fonts.PARTS})

    def make(name: str) -> bytes:
        return format_wanted(name).render(document, look.replace(fonts=at_hand))

    return pdf_of(make, desk.now)


def save(path: str, data: bytes, *, force: bool = False) -> None:
    """Write a file that leaves the book, private to its owner. Raises ``InTheWayError``, ``UnwritableFileError``."""
    hand_out(path, data, force=force)


def document_of(desk: Desk, wanted: Wanted) -> Document:
    """What was asked for as a document in the desk's language. Raises ``Refused``."""
    snapshot = desk.book.read()
    veil = None if wanted.private else _veil(snapshot)
    made = _document(desk, snapshot, wanted, veil)
    return made if veil is None else veil.document(made)


def selection_of(desk: Desk, wanted: Wanted) -> Selection:
    """What was asked for as records. Raises ``Refused``."""
    snapshot = desk.book.read()
    span = span_named(desk, wanted.words, snapshot) if wanted.kind in ("span", "review") else None
    records = _records(desk, snapshot, wanted, span)
    day = desk.day()
    clocks = [(one.number, nearest_clock(one, day)) for one in records if isinstance(one, Reception) and one.is_waiting]
    whole = Selection(
        subject=wanted.typed,
        lang=desk.lang,
        made=desk.now,
        first=None if span is None else span.first,
        last=None if span is None else span.last,
        records=tuple(records),
        deadlines=tuple(
            (number, clock.due) for number, clock in sorted(clocks, key=lambda pair: pair[0]) if clock is not None
        ),
    )
    return whole if wanted.private else _veil(snapshot).selection(whole)


def _veil(snapshot: Snapshot) -> Veil:
    """What hides the visitors of a book, of the archive as well."""
    receptions = (*snapshot.all("reception"), *snapshot.archived("reception"))
    return Veil(
        [record for record in receptions if isinstance(record, Reception)],
        [record for record in snapshot.all("party") if isinstance(record, Party)],
        snapshot.get,
    )


def _document(desk: Desk, snapshot: Snapshot, wanted: Wanted, veil: Veil | None) -> Document:
    """The document of a subject; records are veiled before they are worded, since words hide what a record is."""
    day, lang = desk.day(), desk.lang
    if wanted.kind == "span":
        return report(desk, wanted.words)
    if wanted.kind == "review":
        return own_page(review(desk, wanted.words, private=wanted.private), day, lang, private=wanted.private)
    if wanted.kind == "today":
        page = today_of(desk, snapshot)
        if veil is not None:
            seen = tuple(one for one in page.receptions if not one.reception.restricted)
            page = page.replace(receptions=seen)
        return today_document(page, day, lang)
    if wanted.kind == "visits":
        entries = [(one, nearest_clock(one, day)) for one in _visits(snapshot)]
        entries.sort(key=lambda pair: (pair[1] is None or not pair[0].is_waiting, *_when(pair[0], pair[1])))
        shown_ones = [(_seen(one, veil), clock) for one, clock in entries]
        told = [(one, clock) for one, clock in shown_ones if one is not None]
        return visits_document(told, day, lang, withheld=len(entries) - len(told))
    if wanted.kind == "party":
        found = agenda(desk, wanted.words)
        return party_document(
            found.replace(
                **{
                    name: tuple(fit for one in getattr(found, name) if (fit := _seen(one, veil)) is not None)
                    for name in ("waiting", "told", "done", "overdue", "stuck", "visits")
                }
            ),
            day,
            lang,
        )
    matters = in_order(desk, snapshot, chosen(desk, wanted.words))
    fitting = (_seen(row.matter, veil) for row in matters)
    return matters_document([one for one in fitting if one is not None], day, lang)


def _when(reception: Reception, clock: object) -> tuple[str, int]:
    """The place of an entry in the log: by its nearest clock, then the latest first."""
    due = getattr(clock, "due", None)
    return ("" if due is None or not reception.is_waiting else deadline(due).isoformat()), -reception.number


def _records(desk: Desk, snapshot: Snapshot, wanted: Wanted, span: Span | None) -> list[Entry]:
    """The records of a subject, each kind by number."""
    if wanted.kind == "visits":
        return list(_visits(snapshot))
    if wanted.kind == "matters":
        return list(chosen(desk, wanted.words))
    if wanted.kind == "today":
        return _of_today(desk, snapshot)
    if wanted.kind == "party":
        return _of_party(desk, snapshot, wanted.words)
    every = [
        record
        for kind in KINDS
        if not kind.machine
        for record in sorted((*snapshot.all(kind.name), *snapshot.archived(kind.name)), key=lambda one: one.number)
    ]
    if span is None:
        return every
    return _with_parties([record for record in every if _happened(record, span)], snapshot)


def _happened(record: Entry, span: Span) -> bool:
    """Whether a record was made, worked on, finished or falls due in a span of days."""
    if isinstance(record, Matter):
        lasts = record.due is not None and record.last is not None and record.is_open
        due = lasts and any(moment in span for moment in (record.due, record.last))
        return due or any(moment in span for moment in (record.created, record.touched, record.closed))
    if isinstance(record, Reception):
        return any(moment in span for moment in (record.at, record.replied, record.closed))
    if isinstance(record, Point):
        return any(moment in span for moment in (record.created, record.closed, *(tick.at for tick in record.ticks)))
    return False


def _of_today(desk: Desk, snapshot: Snapshot) -> list[Entry]:
    """The records of the day's page, as they are and not as it shows them."""
    page = today_of(desk, snapshot)
    numbers = {
        *(one.matter.number for part in (page.majors, page.minors) for one in part),
        *(one.matter.number for part in (page.neglected, page.timed, page.owed, page.steps) for one in part),
    }
    names = {one.name for one in page.talks}
    directory = directory_of(snapshot)
    points = (
        record
        for record in snapshot.open("point")
        if isinstance(record, Point) and names & {directory.canonical(name) for name in record.waiting}
    )
    return _with_parties(
        [
            *(record for record in snapshot.open("matter") if record.number in numbers),
            *(one.reception for one in sorted(page.receptions, key=lambda one: one.reception.number)),
            *points,
        ],
        snapshot,
    )


def _of_party(desk: Desk, snapshot: Snapshot, name: str) -> list[Entry]:
    """What concerns a party: open matters and those of its list for a talk, points that wait, visits; and itself."""
    found = agenda(desk, name)
    directory = directory_of(snapshot)
    told = {one.number for one in (*found.waiting, *found.told)}
    done = {one.number for one in found.done}
    visits = {one.number for one in found.visits}
    return [
        *(
            one
            for one in snapshot.all("matter")
            if isinstance(one, Matter)
            and (one.number in done or (one.is_open and concerns(one, found.name, directory)))
        ),
        *(one for one in snapshot.all("reception") if one.number in visits),
        *(() if found.party is None else (found.party,)),
        *(one for one in snapshot.all("point") if one.number in told),
    ]


def _with_parties(records: list[Entry], snapshot: Snapshot) -> list[Entry]:
    """The records with the parties that they name."""
    directory = directory_of(snapshot)
    names = {
        directory.canonical(name)
        for record in records
        for field in ("parties", "handed_to")
        for name in getattr(record, field, ())
    }
    names |= {directory.canonical(one.assigned_by) for one in records if isinstance(one, Matter) and one.assigned_by}
    return [*records, *(one for one in snapshot.all("party") if isinstance(one, Party) and one.name in names)]


def _visits(snapshot: Snapshot) -> tuple[Reception, ...]:
    """The log of the working set: what waits, and what was closed of late."""
    return tuple(record for record in snapshot.all("reception") if isinstance(record, Reception))


def _seen(record: Kept, veil: Veil | None) -> Kept | None:
    """A record as it is shown; ``None`` when it is not."""
    return record if veil is None else veil.over(record)
