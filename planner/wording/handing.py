"""Handing over as it is told, by the kind of the party: 呈报 a leader, 交办 a section, 商请 a peer, 转办 a petition.

``verb_of_handing`` in ``terms`` is the bare verb, as a heading; here it is what was done, with the names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.wording import p, t

if TYPE_CHECKING:
    from planner.domain.terms import PartyKind

__all__ = ["handed_said", "named_in_order"]


def handed_said(kind: PartyKind | None, names: tuple[str, ...]) -> str:
    """``submitted to Li`` 已呈报李局, ``assigned to Relief (leads), with Finance`` 已交办救助科（主办），协办财务科."""
    said = named_in_order(names)
    if kind == "leader":
        return t("submitted to {names}", names=said)
    if kind == "department":
        return t("asked of {names}", names=said)
    if kind == "public":
        return t("referred to {names}", names=said)
    return t("assigned to {names}", names=said)


def named_in_order(names: tuple[str, ...]) -> str:
    """The names, the first of several marked as the one who leads (主办), the others as assisting (协办)."""
    if len(names) < 2:
        return "".join(names)
    return t("{lead} (leads), with {rest}", lead=names[0], rest=p("enumeration", ", ").join(names[1:]))
