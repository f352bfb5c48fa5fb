"""Taking a thought: the road of ``planner add``. It loads little and reads nothing that it does not need."""

from __future__ import annotations

from planner.capture import parse
from planner.desk.drafting import drafted, ensure_parties, names_in
from planner.desk.refused import Refused
from planner.domain.record import Record
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk
    from planner.domain.draft import Draft
    from planner.domain.matter import Matter
    from planner.domain.moment import datetime
    from planner.store.transaction import Transaction

__all__ = ["Added", "add", "add_drafts", "understand"]


class Added(Record):
    """A matter that was saved, the draft it was made of, and the names seen for the first time."""

    matter: Matter
    draft: Draft
    new_names: tuple[str, ...] = ()


def understand(desk: Desk, line: str, at: datetime) -> Draft:
    """What a line means, by the settings; nothing is saved. Raises ``Refused`` when nothing of it is a title."""
    draft = parse(line, at, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
    if not draft.title.strip():
        raise Refused(t("Nothing is left for a title. Say what is to be done; a \\ before a word keeps it as text."))
    return draft


def add(desk: Desk, line: str) -> Added:
    """Save the matter that a line means. Raises ``Refused``, or the store's errors; saved means kept."""
    at = desk.now
    return add_drafts(desk, (understand(desk, line, at),), at)[0]


def add_drafts(
    desk: Desk, drafts: tuple[Draft, ...], at: datetime, finish: Callable[[Matter], Matter] = lambda matter: matter
) -> tuple[Added, ...]:
    """Save several drafts in one transaction, so that one undo takes them back; ``finish`` may close each at once."""
    with desk.book.begin("add", at, desk.who) as tx:
        return tuple(_added(tx, draft, at, finish) for draft in drafts)


def _added(tx: Transaction, draft: Draft, at: datetime, finish: Callable[[Matter], Matter]) -> Added:
    """One matter put into a transaction."""
    new = ensure_parties(tx, names_in(draft), at, lambda name: name == draft.assigned_by)
    prepare = t("prepare") if draft.ahead else ""
    matter = finish(drafted(draft, tx.next_number("matter"), at, prepare))
    tx.put(matter)
    return Added(matter=matter, draft=draft, new_names=new)
