"""``planner talk NAME``: the list for a talk. ``--tick NUMBER`` marks points as told; ``--held`` ends the talk.

``--format md`` prints it as half a page to take along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.cli.shapes import matter_shape, party_shape, reception_shape
from planner.desk.discretion import Discretion
from planner.desk.references import matter_numbers
from planner.desk.talks import agenda, due_talk, hold_talk, tick_all
from planner.wording import n, t
from planner.wording.numbers import reception_label
from planner.wording.talks import agenda_markdown, agenda_sections

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.domain.point import Point
    from planner.domain.talk import Agenda

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("name", nargs="?", metavar="NAME", help=t("whom the talk is with"))
    parser.add_argument(
        "--tick",
        nargs="+",
        action="append",
        metavar=("NUMBER", "ANSWER"),
        help=t("these points were told; words behind the numbers are what was answered; may stand several times"),
    )
    parser.add_argument("--answer", metavar="WORDS", help=t("what was answered to what is ticked"))
    parser.add_argument("--how", metavar="WORDS", help=t("in person, by phone, at a meeting"))
    parser.add_argument("--matter", action="store_true", help=t("make a matter of the answer"))
    parser.add_argument(
        "--held", action="store_true", help=t("the talk was held: tick what waits, begin the cadence anew")
    )
    parser.add_argument("--format", choices=("text", "md"), default="text", help=t("md prints half a page"))
    parser.add_argument("--private", action="store_true", help=t("a restricted entry and phones too"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print the list, tick points, or end the talk."""
    if options.name is None and (options.held or not options.tick):
        raise UsageError(t("Say with whom: planner talk NAME. planner parties lists the names."))
    if options.tick or options.held:
        told = _tick(options, desk, out, talk) if options.tick else hold_talk(desk, options.name, None, options.how)
        if not options.held:
            return 0
        talk.say(
            t(
                "Talk with {name} held; {points}.",
                name=options.name,
                points=n("{count} point told", "{count} points told", len(told)),
            )
        )
        return 0
    list_ = _discreet(agenda(desk, options.name), desk, private=options.private)
    if options.json:
        out.json(_shape(list_, desk, private=options.private))
    elif options.format == "md":
        out.lines(agenda_markdown(list_, desk.day(), desk.lang, private=options.private))
    else:
        _print(list_, desk, out, private=options.private)
    return 0


def _discreet(list_: Agenda, desk: Desk, *, private: bool) -> Agenda:
    """The list as it may lie open on a table: what came of a visitor without the visitor's secrets."""
    shown = Discretion(desk, private=private)
    parts = ("waiting", "told", "done", "overdue", "stuck")
    return list_.replace(**{part: tuple(map(shown, getattr(list_, part))) for part in parts})


def _tick(options: Namespace, desk: Desk, out: Out, talk: Talk) -> tuple[Point, ...]:
    """Tick the points in one change; the number of each matter that an answer became goes to stdout."""
    numbers, answers = _ticked(options.tick)
    made = tick_all(
        desk,
        numbers,
        options.name,
        options.how,
        options.answer,
        answers=answers,
        matters=options.matter,
        held=options.held,
    )
    eyes = Discretion(desk, private=options.private)
    for point in map(eyes, made.points):
        talk.say(t("{number} told: {text}", number=point.number, text=point.text))
    for matter in map(eyes, made.matters):
        out.line(str(matter.number))
        if matter.words:
            talk.say(
                t("Matter {number}: {title}; the answer: “{words}”",
                  number=matter.number, title=matter.title, words=matter.words)
            )  # fmt: skip
        else:
            talk.say(t("Matter {number}: {title}", number=matter.number, title=matter.title))
    return made.points


def _ticked(asked: list[list[str]]) -> tuple[tuple[int, ...], tuple[tuple[int, str], ...]]:
    """The points that are ticked, and what was answered to single ones: ``--tick 3 yes --tick 4 5``."""
    numbers: list[int] = []
    answers: list[tuple[int, str]] = []
    for words in asked:
        count = next((place for place, word in enumerate(words) if not _is_number(word)), len(words))
        own = matter_numbers(words[:count] or words[:1])
        numbers += own
        if words[count:]:
            answers += [(number, " ".join(words[count:])) for number in own]
    return tuple(dict.fromkeys(numbers)), tuple(answers)


def _is_number(word: str) -> bool:
    """Whether a word is made of numbers and ranges."""
    return word[:1].isdigit() and all(char in "0123456789-,，、" for char in word)


def _print(list_: Agenda, desk: Desk, out: Out, *, private: bool) -> None:
    """The list as lines: what waits and what was told, then what to report on and to ask."""
    out.bold(t("{name}: to say", name=list_.name))
    first, *others = agenda_sections(list_, desk.day(), desk.lang, private=private)
    for line in first.lines:
        out.line(line)
    if not list_.waiting:
        out.line(t("Nothing waits."))
    for section in others:
        if section.lines:
            out.bold(section.title)
            for line in section.lines:
                out.line(line)


def _shape(list_: Agenda, desk: Desk, *, private: bool) -> dict[str, object]:
    """The list as JSON: the party's keys, and what happened with theirs."""
    day = desk.day()
    return {
        **party_shape(list_.name, list_.party, list_.waiting, due_talk(desk, list_.party)),
        "told": [point.number for point in list_.told],
        "done": [matter_shape(matter) for matter in list_.done],
        "overdue": [matter_shape(matter) for matter in list_.overdue],
        "stuck": [matter_shape(matter) for matter in list_.stuck],
        "visits": [reception_shape(one, day, reception_label(one.number), private=private) for one in list_.visits],
        "questions": list(list_.questions),
    }
