"""Matters with one title: a title that is open already is shown, since the same thing is easily written down twice.

Titles are the same when they differ in capitals, spaces, full-width letters or a full stop only. Nothing is merged:
the director knows whether they are one thing. Matters that came of visitors are left out: two people may wish the same,
and their entries tell them apart.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.matter import Matter

__all__ = ["title_key", "twin_groups", "twins"]

_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Full-width signs as ASCII."""
_WIDE = "\uff00"
"""No full-width sign is below; Chinese characters are, and translating each would take thrice as long."""
_BLANKS = " \t\u00a0\u3000"
_STOPS = " .。!,;:、；，"


def title_key(title: str) -> str:
    """What is compared of a title."""
    narrow = title if title.isascii() or max(title) < _WIDE else title.translate(_NARROW)
    key = narrow.casefold()
    for blank in _BLANKS:  # a third of what splitting and joining takes, of 10,000 titles
        key = key.replace(blank, "")
    return key.strip(_STOPS) or narrow


def twins(title: str, matters: Iterable[Matter], but: int | None = None) -> tuple[Matter, ...]:
    """The open matters of that title, by number. ``but`` is the matter that is being edited.

    Fast enough to be asked at each key: a title that begins otherwise is passed over at once.
    """
    wanted = title_key(title)
    if not wanted:
        return ()
    first = wanted[0]
    begins = {first, first.upper(), *_STOPS, *"！，．：；\u3000\t"}
    if first.isascii():
        begins |= {chr(ord(first) + 0xFEE0), chr(ord(first.upper()) + 0xFEE0)}
    found = [
        matter
        for matter in matters
        if matter.title[:1] in begins
        and matter.number != but
        and matter.is_open
        and not matter.receptions
        and title_key(matter.title) == wanted
    ]
    found.sort(key=lambda matter: matter.number)
    return tuple(found)


def twin_groups(matters: Iterable[Matter]) -> tuple[tuple[Matter, ...], ...]:
    """The open matters that share a title, each group by number, the group written down last first."""
    by_title: dict[str, list[Matter]] = {}
    for matter in matters:
        if matter.is_open and not matter.receptions:
            by_title.setdefault(title_key(matter.title), []).append(matter)
    groups = [tuple(sorted(group, key=lambda one: one.number)) for group in by_title.values() if len(group) > 1]
    groups.sort(key=lambda group: -group[-1].number)
    return tuple(groups)
