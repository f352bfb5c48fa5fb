"""Checklists that stand by themselves, made of a template or of typed steps: the morning report, a weekly meeting."""

from __future__ import annotations

from planner.desk.refused import Refused
from planner.desk.templating import template_named, templates
from planner.domain.checklist import Checklist, Step
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.store.transaction import Transaction

__all__ = ["begin", "checklist", "open_checklists", "tick"]


def begin(desk: Desk, word: str, steps: tuple[str, ...] = (), party: str | None = None) -> Checklist:
    """Make a checklist of a template, or one of that name with the steps given. Raises ``Refused`` without either."""
    template = template_named(desk, word)
    if template is None and not steps:
        names = ", ".join(one.name for one in templates(desk).known)
        raise Refused(
            t("There is no template “{word}”: {names}. Or name its steps: planner checklist new NAME STEP STEP …",
              word=word, names=names)
        )  # fmt: skip
    at = desk.now
    own = tuple(Step(text=text) for text in steps)
    given = () if template is None else tuple(Step(text=step.said(desk.lang)) for step in template.steps)
    with desk.change("checklist") as tx:
        made = Checklist(
            number=tx.next_number("checklist"),
            created=at,
            changed=at,
            name=word if template is None else template.title(desk.lang),
            template=None if template is None else template.name,
            party=party,
            steps=(*given, *own),
        )
        tx.put(made)
    return made


def tick(desk: Desk, number: int, places: tuple[int, ...] = (), *, undone: bool = False) -> Checklist:
    """Tick steps by their places (1 first), all when none is named; it closes with its last step.

    Raises ``Refused`` when there is no such checklist or step.
    """
    at = desk.now
    with desk.change("checklist") as tx:
        found = _checklist(tx, number)
        for place in places:
            if not 1 <= place <= len(found.steps):
                raise Refused(
                    t("Checklist {number} has no step {place}: planner checklist {number} shows them.",
                      number=number, place=place)
                )  # fmt: skip
        steps = tuple(
            step.replace(done=None if undone else step.done or at) if not places or place in places else step
            for place, step in enumerate(found.steps, 1)
        )
        whole = all(step.done is not None for step in steps)
        made = found.replace(steps=steps, closed=at if whole else None, changed=at)
        tx.put(made)
    return made


def checklist(desk: Desk, number: int) -> Checklist:
    """The checklist of that number, archived ones too. Raises ``Refused``."""
    found = desk.book.read().get("checklist", number)
    if not isinstance(found, Checklist):
        raise _none(number)
    return found


def open_checklists(desk: Desk) -> tuple[Checklist, ...]:
    """The checklists that have steps to do, by number."""
    return tuple(one for one in desk.book.read().open("checklist") if isinstance(one, Checklist))


def _checklist(tx: Transaction, number: int) -> Checklist:
    """The checklist of that number. Raises ``Refused``."""
    found = tx.get("checklist", number)
    if not isinstance(found, Checklist):
        raise _none(number)
    return found


def _none(number: int) -> Refused:
    """The refusal of a number that no checklist has."""
    return Refused(t("There is no checklist {number}. planner checklist lists the open ones.", number=number))
