"""Taking a thought: the road of ``planner add``. It loads little and reads nothing that it does not need."""

from __future__ import annotations

from planner.capture import parse
from planner.desk.drafting import drafted, ensure_parties, moved_off, names_in
from planner.desk.refused import Refused
from planner.domain.record import Record
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.draft import Draft
    from planner.domain.matter import Matter
    from planner.domain.moment import datetime
    from planner.store.transaction import Transaction

__all__ = ["Added", "add", "add_drafts", "settled", "understand", "understand_many"]


class Added(Record):
    """A matter that was saved, the draft it was made of, and the names seen for the first time."""

    matter: Matter
    draft: Draft
    new_names: tuple[str, ...] = ()


def understand(desk: Desk, line: str, at: datetime) -> Draft:
    """What a line means, by the settings; nothing is saved. Raises ``Refused`` when nothing of it is a title."""
    draft = parse(line, at, desk.lang, calendar=desk.own_calendar, day_first=desk.settings.day_first)
    if not draft.title.strip():
        raise Refused(t("Nothing is left for a title. Say what is to be done; a \\ before a word keeps it as text."))
    return draft


def understand_many(desk: Desk, text: str, at: datetime) -> tuple[Draft, ...]:
    """What several lines mean, one matter a line; a first line that ends in a colon holds for each line under it."""
    from planner.capture import parse_many

    drafts = parse_many(text, at, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
    for place, draft in enumerate(drafts, 1):
        if not draft.title.strip():
            raise Refused(t("Matter {place} of the list has no title, so none was saved.", place=place))
    return drafts


def add(desk: Desk, line: str) -> Added:
    """Save the matter that a line means. Raises ``Refused``, or the store's errors; saved means kept."""
    at = desk.now
    return add_drafts(desk, (understand(desk, line, at),), at)[0]


def add_drafts(desk: Desk, drafts: tuple[Draft, ...], at: datetime, *, closed: bool = False) -> tuple[Added, ...]:
    """Save drafts in one transaction, so that one undo takes them back; ``closed`` logs what is done already."""
    with desk.book.begin("add", at, desk.who) as tx:
        return tuple(_added(tx, draft, at, settled(desk, draft), closed=closed) for draft in drafts)


def settled(desk: Desk, draft: Draft) -> Draft:
    """A draft as it is saved: its date off a day off where the line says so; the calendar is loaded for that alone."""
    return draft if draft.if_off is None else moved_off(draft, desk.calendar)


def _added(tx: Transaction, draft: Draft, at: datetime, moved: Draft, *, closed: bool) -> Added:
    """One matter put into a transaction."""
    new = ensure_parties(tx, names_in(draft), at, lambda name: name == draft.assigned_by)
    prepare = t("prepare") if draft.ahead else ""
    matter = drafted(draft, tx.next_number("matter"), at, prepare, moved)
    if draft.needs:
        from planner.desk.changing import check_needs

        check_needs(tx, matter.number, draft.needs)
    if closed:
        matter = matter.worked(at, state="done", closed=at)
    tx.put(matter)
    return Added(matter=matter, draft=moved, new_names=new)
