"""``planner checklist``: checklists that stand by themselves, and the templates they are made of.

``planner checklist new morning`` makes one; ``planner checklist 3`` shows it; ``planner checklist tick 3 1-4`` ticks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.desk.checklists import begin, checklist, open_checklists, tick
from planner.desk.references import matter_numbers
from planner.desk.templating import templates
from planner.domain.moment import iso
from planner.wording import t

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.domain.checklist import Checklist

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="WORD",
        help=t("NUMBER; or new TEMPLATE [STEP ...]; or tick NUMBER [STEPS]; or templates"),
    )
    parser.add_argument("--untick", action="store_true", help=t("with tick: the steps are not done after all"))
    parser.add_argument("--party", metavar="NAME", help=t("with new: whom it is for"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """List, show, make or tick."""
    words = options.words
    if not words:
        lists = open_checklists(desk)
        if options.json:
            out.json([_shape(one) for one in lists])
            return 0
        for one in lists:
            out.line(_heading(one))
        if not lists:
            talk.say(t("No checklist is open. planner checklist templates lists what one can be made of."))
        return 0
    if words == ["templates"]:
        for template in templates(desk).known:
            names = " ".join((template.name, *template.aliases))
            out.line(t("{names}: {title}", names=names, title=template.title(desk.lang)))
        for problem in templates(desk).problems:
            talk.say(problem)
        return 0
    if words[0] == "new":
        if len(words) < 2:
            raise UsageError(t("Say of which template: planner checklist new morning"))
        made = begin(desk, words[1], tuple(words[2:]), options.party)
        if options.json:
            out.json(_shape(made))
        else:
            out.line(str(made.number))
        talk.say(_heading(made))
        return 0
    if words[0] == "tick":
        if len(words) < 2:
            raise UsageError(t("Say which and what: planner checklist tick 3 1-4"))
        made = tick(desk, _number(words[1]), matter_numbers(words[2:]), undone=options.untick)
        talk.say(t("Checklist {number} is done.", number=made.number) if made.closed else _heading(made))
        return 0
    _show(checklist(desk, _number(words[0])), out, as_json=options.json)
    return 0


def _number(word: str) -> int:
    """The one number that a word names."""
    numbers = matter_numbers([word.removeprefix("checklist:")])
    if len(numbers) != 1:
        raise UsageError(t("Name one checklist by its number: planner checklist 3"))
    return numbers[0]


def _heading(one: Checklist) -> str:
    """Number, name, whom it is for, how far it is."""
    done = sum(step.done is not None for step in one.steps)
    said = t("{number}  {name}  {done} of {count}", number=one.number, name=one.name, done=done, count=len(one.steps))
    return f"{said}  {one.party}" if one.party else said


def _show(one: Checklist, out: Out, *, as_json: bool) -> None:
    """Print one, step by step."""
    if as_json:
        out.json(_shape(one))
        return
    out.bold(_heading(one))
    for place, step in enumerate(one.steps, 1):
        out.line(f"[{'x' if step.done else ' '}] {place}  {step.text}")


def _shape(one: Checklist) -> dict[str, object]:
    """A checklist as JSON."""
    return {
        "number": one.number,
        "name": one.name,
        "template": one.template,
        "party": one.party,
        "steps": [{"text": step.text, "done": None if step.done is None else iso(step.done)} for step in one.steps],
        "created": None if one.created is None else iso(one.created),
        "closed": None if one.closed is None else iso(one.closed),
    }
