"""A matter as a form leaves it: the fields that were changed become exactly what is said, empty ones included.

Unlike an edit's line, which adds marks to those there are, a form shows all of a field, so what it says replaces.
"""

from __future__ import annotations

from planner.desk.changing import Edited, check_needs, matter_in
from planner.desk.drafting import ensure_parties, names_in, redrafted
from planner.desk.receptions import refuse_to_accused
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.draft import Draft

__all__ = ["revise"]

_ALONE = {"marks": (), "supervised": False}
"""Fields that an edit's draft adds to, and what they are before a form's is taken."""


def revise(desk: Desk, number: int, draft: Draft) -> Edited:
    """Change a matter in one transaction: what the draft names in ``cleared`` is emptied, then what it holds is set.

    Raises ``Refused`` on what can't be: a matter that does not exist, needs that close a ring.
    """
    at = desk.now
    with desk.change("edit") as tx:
        new = ensure_parties(tx, names_in(draft), at, lambda name: name == draft.assigned_by)
        matter = matter_in(tx, number)
        before = matter.replace(**{name: value for name, value in _ALONE.items() if name in draft.cleared})
        if "supervised" in draft.cleared:
            before = before.replace(stage=None)
        cleared = tuple(name for name in draft.cleared if not _is_set(draft, name))
        made = redrafted(before, draft.replace(cleared=cleared), at, t("prepare") if draft.ahead else "", desk.calendar)
        if made.changed != at:
            made = made.replace(changed=at)
        if draft.needs:
            check_needs(tx, number, draft.needs)
        if made.receptions and (draft.handed_to or draft.parties):
            refuse_to_accused(tx, made)
        tx.put(made)
    return Edited(matters=(made,), draft=draft, new_names=new)


def _is_set(draft: Draft, name: str) -> bool:
    """Whether the draft says something for a field, so that it need not be emptied first."""
    return getattr(draft, name, None) not in (None, (), False)
