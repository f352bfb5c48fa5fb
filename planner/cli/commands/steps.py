"""``planner steps NUMBER``: a matter's checklist; add from a template or as typed, tick, mark as not applicable.

``planner sign NUMBER ...`` sends documents for signature, once their review gate is passed. ``planner templates`` lists
the templates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.numbered import tell
from planner.cli.options import UsageError
from planner.cli.targets import add_targets, targets
from planner.desk.discretion import Discretion
from planner.desk.references import matter_numbers
from planner.desk.stepping import add_steps, shown_steps, sign, skip, tick, untick
from planner.desk.templating import templates
from planner.domain.moment import iso
from planner.wording import p, t
from planner.wording.steps import ahead_said, step_said

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.domain.matter import Matter
    from planner.domain.template import Template

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    command = parser.get_default("command")
    if command == "sign":
        add_targets(parser, "NUMBER", t("numbers as 12 or 3,5-7"))
        return
    if command == "steps":
        parser.add_argument("number", metavar="NUMBER")
        parser.add_argument(
            "--add", metavar="TEMPLATE|TEXT", help=t("a template's steps (planner templates), or one step")
        )
        parser.add_argument("--ahead", type=int, metavar="N", help=t("working days before the date for the step added"))
        parser.add_argument("--tick", nargs="+", metavar="N", help=t("these steps are done"))
        parser.add_argument("--untick", nargs="+", metavar="N", help=t("these steps are not done after all"))
        parser.add_argument("--private", action="store_true", help=t("of a restricted entry too"))
        parser.add_argument("--skip", nargs="+", metavar=("N", "NOTE"), help=t("this step does not apply, and why"))
    else:
        parser.add_argument("name", nargs="?", metavar="NAME", help=t("the steps of one"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Do it, and say so."""
    if options.command == "templates":
        return _templates(options, desk, out, talk)
    if options.command == "sign":
        numbers, _ = targets(options, desk, talk)
        return tell(sign(desk, numbers), talk, t("sent for signature"), desk)
    return _steps(options, desk, out, talk)


def _steps(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Change what is asked, then show the checklist."""
    numbers = matter_numbers([options.number])
    if len(numbers) != 1:
        raise UsageError(t("Say which matter: planner steps 12"))
    number = numbers[0]
    matter = shown_steps(desk, number)
    warnings: tuple[str, ...] = ()
    if options.add is not None:
        added = add_steps(desk, number, options.add, options.ahead)
        matter, warnings = added.matters[0], added.warnings
    if options.tick:
        matter = tick(desk, number, _places(options.tick)).matters[0]
    if options.untick:
        matter = untick(desk, number, _places(options.untick)).matters[0]
    if options.skip:
        places = _places(options.skip[:1])
        if len(places) != 1:
            raise UsageError(t("Say which step, and why it does not apply: --skip 3 “nobody else is concerned”"))
        matter = skip(desk, number, places[0], " ".join(options.skip[1:])).matters[0]
    if options.json:
        out.json(_shape(Discretion(desk, private=options.private)(matter)))
    else:
        _show(Discretion(desk, private=options.private)(matter), desk, out)
    for warning in warnings:
        talk.say(warning)
    if not matter.steps:
        talk.say(
            t("It has no steps: planner steps {number} --add review, or --add “what is to be done”.", number=number)
        )
    return 0


def _show(matter: Matter, desk: Desk, out: Out) -> None:
    """The checklist, numbered."""
    day = desk.day()
    out.bold(t("{number} {title}", number=matter.number, title=matter.title))
    width = len(str(len(matter.steps)))
    for place, step in enumerate(matter.steps, 1):
        out.line(f"  {place:>{width}} {step_said(step, matter, day, desk.lang)}")


def _places(words: list[str]) -> tuple[int, ...]:
    """Places of steps: 1, 2-4. Raises ``UsageError``."""
    places: list[int] = []
    for word in words:
        for part in word.replace("，", ",").replace("、", ",").split(","):
            first, dash, last = part.partition("-")
            if not (first.isascii() and first.isdigit() and len(first) < 5) or (
                dash and not (last.isascii() and last.isdigit() and len(last) < 5)
            ):
                raise UsageError(t("“{word}” is not the place of a step: write 1, or 2-4.", word=word))
            places += range(int(first), int(last or first) + 1)
    return tuple(dict.fromkeys(places))


def _shape(matter: Matter) -> list[dict[str, object]]:
    """The checklist under stable keys."""
    return [
        {
            "place": place,
            "text": step.text,
            "done": None if step.done is None else iso(step.done),
            "skipped": step.skipped,
            "gate": step.gate,
            "ahead": step.ahead,
        }
        for place, step in enumerate(matter.steps, 1)
    ]


def _templates(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """List the templates, or the steps of one; a file that can't be read is one line, and the others still work."""
    found = templates(desk)
    known = [one for one in found.known if options.name is None or one.answers_to(options.name)]
    if options.json:
        out.json([_template_shape(one, desk.lang) for one in known])
    elif options.name is None:
        for one in known:
            out.line(_template_said(one, desk.lang))
    else:
        for one in known:
            out.bold(_template_said(one, desk.lang))
            for step in one.steps:
                marks = [t("before signature")] if step.gate else []
                marks += [] if step.ahead is None else [ahead_said(step.ahead)]
                out.line(
                    "  "
                    + (
                        t("{text} ({marks})", text=step.said(desk.lang), marks=p("clock", "; ").join(marks))
                        if marks
                        else step.said(desk.lang)
                    )
                )
    for problem in found.problems:
        talk.say(problem)
    if not known:
        talk.say(t("There is no template “{name}”: planner templates lists them.", name=options.name))
        return 1
    return 0


def _template_said(template: Template, lang: str) -> str:
    """One line of the list."""
    words = p("enumeration", ", ").join((template.name, *template.aliases))
    said = t("{name}: {title}", name=words, title=template.title(lang))
    if template.of_user:
        return t("{template} (your own)", template=said)
    if template.source == "practice":
        return t("{template} (practice, not rule)", template=said)
    return said if template.source is None else t("{template} ({source})", template=said, source=template.source)


def _template_shape(template: Template, lang: str) -> dict[str, object]:
    """A template under stable keys."""
    return {
        "name": template.name,
        "aliases": list(template.aliases),
        "title": template.title(lang),
        "source": template.source,
        "works": list(template.works),
        "own": template.of_user,
        "steps": [{"text": one.said(lang), "ahead": one.ahead, "gate": one.gate} for one in template.steps],
    }
