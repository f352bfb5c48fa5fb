"""Handing matters over (交办) and watching that they get done (督办): hand, chase, extend, stage.

What happened is recorded, never refused: late, twice, or out of order, it is written down as such with a warning.
"""

from __future__ import annotations

from planner.capture import parse_moment
from planner.desk.changing import Edited, matter_in, refuse_closed, waits_no_longer
from planner.desk.drafting import ensure_parties
from planner.desk.refused import Refused
from planner.domain.directory import Directory
from planner.domain.matter import Chase
from planner.domain.moving import dated, is_later, redated
from planner.domain.party import Party
from planner.domain.supervision import chased_today, out_of_order
from planner.domain.terms import STAGES
from planner.wording import p, t
from planner.wording.terms import term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.changing import Numbers
    from planner.desk.desk import Desk
    from planner.domain.moment import Moment
    from planner.domain.terms import Stage

__all__ = ["chase", "directory_of", "extend", "hand", "names_and_date", "set_stage"]


def directory_of(desk: Desk) -> Directory:
    """The parties of the book as it stands."""
    return Directory(record for record in desk.book.read().all("party") if isinstance(record, Party))


def names_and_date(desk: Desk, text: str) -> tuple[tuple[str, ...], Moment | None]:
    """The names that a line lists, and the date at its end, when there is one (``Relief, Finance fri``).

    A word that names a party of the book is that party, even where it could be read as a date. Raises ``Refused`` when
    a date stands alone.
    """
    known = directory_of(desk)
    words = _pieces(text.replace("，", ",").replace("、", ","), known)
    for place in range(len(words)):
        if any(known.find(word) is not None for word in words[place:]):
            continue
        rest = " ".join(words[place:])
        due = parse_moment(rest, desk.now, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
        if due is not None:
            if place == 0:
                raise Refused(t("“{words}” is a date: say to whom as well, planner hand 12 NAME {words}.", words=rest))
            return _bare(words[:place]), due
    return _bare(words), None


def _pieces(text: str, known: Directory) -> list[str]:
    """The words of a line; a name of the book that has a space in it stays whole, and so does what stands in quotes."""
    found = []
    for part in text.split(","):
        words = part.split()
        place = 0
        while place < len(words):
            end = next(
                (
                    end
                    for end in range(len(words), place + 1, -1)
                    if known.find(" ".join(words[place:end]).lstrip("@＠"))
                ),
                place + 1,
            )
            if end == place + 1 and words[place][0] in _QUOTES:
                close = _QUOTES[words[place][0]]
                end = next((one for one in range(place + 1, len(words) + 1) if words[one - 1].endswith(close)), end)
            found.append(" ".join(words[place:end]).strip("".join((*_QUOTES, *_QUOTES.values()))))
            place = end
    return [one for one in found if one]


_QUOTES = {'"': '"', "“": "”", "「": "」"}
"""What opens a quoted name, and what closes it."""


def _bare(words: list[str]) -> tuple[str, ...]:
    """Names without the sign before them, each once."""
    return tuple(dict.fromkeys(name for word in words if (name := word.lstrip("@＠>》"))))


def hand(
    desk: Desk, numbers: Numbers, to: tuple[str, ...], *, supervised: bool | None = None, due: Moment | None = None
) -> Edited:
    """Hand matters to parties, the first leading (主办) and the rest assisting (协办); ``due`` is by when."""
    if not to:
        raise Refused(t("Say to whom: planner hand 12 NAME."))
    at = desk.now
    with desk.change("hand") as tx:
        new = ensure_parties(tx, to, at)
        found, made = [matter_in(tx, number) for number in numbers], []
        for matter in found:
            refuse_closed(matter)
            watched = matter.supervised if supervised is None else supervised
            stage = matter.stage or ("assigned" if watched else None)
            moved = matter if due is None else dated(matter, due, None, at)
            made.append(moved.worked(at, handed_to=to, handed=at, supervised=watched, stage=stage))
            if matter.receptions:
                from planner.desk.receptions import refuse_to_accused

                refuse_to_accused(tx, made[-1])
            tx.put(made[-1])
    return Edited(matters=tuple(made), new_names=new, warnings=tuple(waits_no_longer(found, made)))


def chase(
    desk: Desk,
    numbers: Numbers,
    text: str,
    promised: Moment | None = None,
    party: str | None = None,
    *,
    how: str | None = None,
    promise: str | None = None,
) -> Edited:
    """Write one entry of the chase log (催办): what was said, how, and what was promised for when.

    ``text`` is what was said; ``promise`` are the words of the promise, where they are kept apart.

    A second chase of the same party and matter in a day is recorded with a warning (政府督查工作条例 art. 15).
    """
    at = desk.now
    made, warnings = [], []
    with desk.change("chase") as tx:
        directory = Directory(record for record in tx.all("party") if isinstance(record, Party))
        for number in numbers:
            matter = matter_in(tx, number)
            refuse_closed(matter)
            whom = party or (matter.handed_to[0] if matter.handed_to else None)
            if whom is not None and matter.receptions:
                from planner.desk.receptions import refuse_to_accused

                refuse_to_accused(tx, matter.replace(parties=(whom,), handed_to=()))
            if chased_today(matter, whom, at.date(), directory):
                warnings.append(
                    t("{number} was chased today already: recorded, but the rules ask to keep it rare.", number=number)
                )
            entry = Chase(
                at=at, party=whom, how=how or None, said=text or None, promise=promise or None, promised=promised
            )
            made.append(matter.worked(at, state=matter.state, chases=(*matter.chases, entry)))
            tx.put(made[-1])
    return Edited(matters=tuple(made), warnings=tuple(warnings))


def extend(
    desk: Desk,
    numbers: Numbers,
    until: Moment,
    *,
    reason: str | None = None,
    progress: str | None = None,
    approver: str | None = None,
) -> Edited:
    """Extend a term (延期): asked for before it runs out, with reason and progress. A late one is recorded as late."""
    at = desk.now
    day = desk.day()
    made, warnings = [], []
    with desk.change("extend") as tx:
        for number in numbers:
            matter = matter_in(tx, number)
            refuse_closed(matter)
            if matter.due is None:
                raise Refused(t("Matter {number} has no date to extend: planner edit {number} fri", number=number))
            if until in (matter.due, matter.last):
                raise Refused(t("{number} is due then already: nothing was changed.", number=number))
            late = matter.last is not None and day.is_past(matter.last)
            if not is_later(until, matter.due):
                warnings.append(t("{number}: that is earlier than the date it had.", number=number))
            if late:
                warnings.append(t("{number}: asked for after its date, recorded as late.", number=number))
            if not reason:
                warnings.append(t("{number}: no reason given; it is scored on its first date.", number=number))
            moved = redated(matter, until, at, reason=reason, progress=progress, approver=approver)
            made.append(moved.worked(at, state=moved.state))
            tx.put(made[-1])
    return Edited(matters=tuple(made), warnings=tuple(warnings))


def set_stage(desk: Desk, numbers: Numbers, stage: Stage) -> Edited:
    """Say how far a supervised matter is. A stage out of order is recorded, with a warning that names the next one."""
    if stage not in STAGES:
        raise Refused(t("There is no stage {word}: {stages}.", word=stage, stages=p("enumeration", ", ").join(STAGES)))
    warnings = []
    at = desk.now
    made = []
    with desk.change("stage") as tx:
        for number in numbers:
            matter = matter_in(tx, number)
            wanted = out_of_order(matter, stage)
            if wanted is not None:
                warnings.append(
                    t(
                        "{number}: recorded out of order; {stage} would have come next.",
                        number=number,
                        stage=term("stage", wanted),
                    )
                )
            made.append(matter.worked(at, stage=stage, supervised=True))
            tx.put(made[-1])
    return Edited(matters=tuple(made), warnings=tuple(warnings))
