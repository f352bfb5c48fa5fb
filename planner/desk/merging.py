"""Two parties that turn out to be one: merged, and nothing of either lost."""

from __future__ import annotations

from planner.desk.refused import Refused
from planner.domain.directory import Directory
from planner.domain.entry import Note
from planner.domain.party import Party
from planner.domain.record import Record
from planner.wording import p, t
from planner.wording.details import cadence_said
from planner.wording.fields import field as named
from planner.wording.terms import term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.moment import datetime

__all__ = ["Merged", "merge"]

_OWN = ("kind", "title", "rank", "imported")


class Merged(Record):
    """The party that is left, the one that went into it, and the fields of that one which gave way."""

    party: Party
    gone: Party
    given_way: tuple[str, ...] = ()
    """They stay in the history, and as a note on the party."""


def merge(desk: Desk, keep: str, other: str) -> Merged:
    """Make one party of two: the second's names become the first's, and what the first lacks it takes from the second.

    Records keep the names as they were typed; from now on both mean the first. Raises ``Refused`` when a name is
    nobody's, or both are one already.
    """
    at = desk.now
    with desk.change("merge") as tx:
        directory = Directory(record for record in tx.all("party") if isinstance(record, Party))
        one, two = (_known(directory, name) for name in (keep, other))
        if one.number == two.number:
            raise Refused(t("{name} and {other} are one party already.", name=keep, other=other))
        names = dict.fromkeys((*one.aliases, two.name, *two.aliases))
        changes: dict[str, object] = {}
        given_way = []
        for field in _OWN:
            mine, theirs = getattr(one, field), getattr(two, field)
            if mine is None:
                changes[field] = theirs
            elif theirs not in (None, mine):
                given_way.append(field)
        if one.cadence is None and one.rhythm is None:
            changes |= {"cadence": two.cadence, "rhythm": two.rhythm}
        elif (two.cadence or two.rhythm) and (one.cadence, one.rhythm) != (two.cadence, two.rhythm):
            given_way.append("cadence")
        talks = [party.last_talk for party in (one, two) if party.last_talk is not None]
        begun = [party.created for party in (one, two) if party.created is not None]
        made = one.replace(
            **changes,
            aliases=tuple(name for name in names if name != one.name),
            channels=tuple(dict.fromkeys((*one.channels, *two.channels))),
            last_talk=max(talks, default=None),
            created=min(begun, default=None),
            notes=(*one.notes, *two.notes, *_kept(two, given_way, at)),
            extra=_extra(one, two),
            changed=at,
        )
        tx.delete("party", two.number)
        tx.put(made)
    return Merged(party=made, gone=two, given_way=tuple(given_way))


def _extra(one: Party, two: Party) -> tuple[tuple[str, str], ...]:
    """The fields of both that this version does not know; where both have one, the second's under its number."""
    found = dict(one.extra)
    for path, value in two.extra:
        at, _, rest = path.removeprefix("notes/").partition("/")
        own = path.startswith("notes/") and at.isdecimal()  # its notes stand behind the first's
        name = f"notes/{int(at) + len(one.notes)}/{rest}" if own else path
        found[name if found.get(name, value) == value else f"{name} ({two.number})"] = value
    return tuple(sorted(found.items()))


def _kept(gone: Party, fields: list[str], at: datetime) -> tuple[Note, ...]:
    """What of a merged party gave way, as a note where a person sees it."""
    if not fields:
        return ()
    said = {"kind": lambda: term("party kind", gone.kind or ""), "cadence": lambda: cadence_said(gone)}
    parts = [
        t(
            "{field}: {words}",
            field=named("formal_title" if name == "title" else name),
            words=said[name]() if name in said else str(getattr(gone, name)),
        )
        for name in fields
    ]
    words = p("enumeration", ", ").join(parts)
    return (Note(at=at, text=t("merged with {name} ({words})", name=gone.name, words=words)),)


def _known(directory: Directory, name: str) -> Party:
    """The party that a name means. Raises ``Refused``."""
    party = directory.find(name)
    if party is None:
        raise Refused(t("Nobody is called {name}. planner parties lists the names.", name=name))
    return party
