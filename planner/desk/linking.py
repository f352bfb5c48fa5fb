"""Files and addresses that belong to a matter or a reception: kept as text and shown with it."""

from __future__ import annotations

import os

from planner.desk.discretion import Discretion
from planner.desk.references import reference
from planner.desk.refused import Refused
from planner.domain.matter import Matter
from planner.domain.reception import Reception
from planner.domain.record import Record
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk

__all__ = ["Linked", "is_address", "link", "links_of", "unlink"]

_LONGEST = 2_000
"""Characters of a link."""


class Linked(Record):
    """A matter or reception with its links, and those that name no file that is there now."""

    links: tuple[str, ...]
    missing: tuple[str, ...] = ()


def is_address(text: str) -> bool:
    """Whether a link is an address (``https://…``, ``mailto:…``) and not a file."""
    scheme, colon, _ = text.partition(":")
    return bool(colon) and len(scheme) > 1 and scheme.isascii() and scheme.replace("+", "").replace("-", "").isalnum()


def link(desk: Desk, word: str, targets: tuple[str, ...]) -> Linked:
    """Add links to the record that a word names (``12``, ``V2026-0123``). Files are kept with their whole path.

    A file that is not there is kept all the same, and told: it may lie on a drive that is not connected. Raises
    ``Refused``.
    """
    whole = tuple(map(_whole, targets))
    kept = _change(desk, word, lambda links: tuple(dict.fromkeys((*links, *whole))))
    return Linked(links=kept, missing=tuple(one for one in whole if not is_address(one) and not os.path.exists(one)))


def unlink(desk: Desk, word: str, targets: tuple[str, ...]) -> Linked:
    """Take links off, each named by its place (1 first) or its text. The file itself is not touched."""

    def without(links: tuple[str, ...]) -> tuple[str, ...]:
        gone = set()
        for target in targets:
            if target.isascii() and target.isdigit() and 1 <= int(target) <= len(links):
                gone.add(links[int(target) - 1])
            elif target in links or _whole(target) in links:
                gone.add(target if target in links else _whole(target))
            else:
                raise Refused(
                    t("There is no link {target}: planner link {number} lists them.", target=target, number=word)
                )
        return tuple(one for one in links if one not in gone)

    return Linked(links=_change(desk, word, without))


def links_of(desk: Desk, word: str, *, private: bool = False) -> Linked:
    """The links of the record that a word names; none of a restricted entry unless ``private``. Raises ``Refused``."""
    kind, number = reference(word, desk.now.year)
    snapshot = desk.book.read()
    record = _linkable(snapshot.get(kind, number), word)
    return Linked(links=Discretion(desk, snapshot, private=private)(record).links)


def _change(desk: Desk, word: str, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> tuple[str, ...]:
    """Change the links of a record in one transaction."""
    kind, number = reference(word, desk.now.year)
    with desk.change("link") as tx:
        record = _linkable(tx.get(kind, number), word)
        links = change(record.links)
        if links != record.links:
            tx.put(record.replace(links=links, changed=desk.now))
    return links


def _linkable(record: object, word: str) -> Matter | Reception:
    """The record as one that can have links."""
    if isinstance(record, Matter | Reception):
        return record
    raise Refused(t("Only matters and receptions have links, and there is none {word}.", word=word))


def _whole(target: str) -> str:
    """A link as it is kept: an address as given, a file with its whole path."""
    if not target.strip() or len(target) > _LONGEST or not target.isprintable():
        raise Refused(t("“{target}” can't be a link: give a file or an address on one line.", target=target[:40]))
    return target if is_address(target) else os.path.abspath(os.path.expanduser(target))
