"""``planner visits``: the reception log. ``planner visits edit|forward|event|void NUMBER …`` changes one entry.

An entry is corrected with its old values kept in the history, and voided with its number kept; none is deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.commands.reception_steps import tell_of_no_date, tell_step
from planner.cli.dates import day_been, moment_of
from planner.cli.erasing import run_erase, run_retention
from planner.cli.options import UsageError
from planner.cli.rows import laid_out
from planner.cli.shapes import reception_shape
from planner.desk.discretion import Discretion
from planner.desk.reception_log import LogChoice, by_section, log
from planner.desk.reception_steps import left_open
from planner.desk.receptions import void
from planner.desk.references import reception_number
from planner.domain.terms import RECEPTION_STATES
from planner.wording import p, t
from planner.wording.clocks import event_name
from planner.wording.fields import field
from planner.wording.numbers import reception_label
from planner.wording.page import reception_row

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="WORD",
        help=t("words that must all occur, in all years; or: edit NUMBER FIELD:VALUE, forward NUMBER NAME,"
               " event NUMBER EVENT [DATE], void NUMBER REASON, erase NUMBER REASON, retention"),
    )  # fmt: skip
    parser.add_argument(
        "--state",
        choices=[*RECEPTION_STATES, "all"],
        help=t("those that wait for an answer or a notice when not given"),
    )
    parser.add_argument("--late", action="store_true", help=t("those whose clock has run out"))
    parser.add_argument("--today", action="store_true", help=t("those of today, whatever their state"))
    parser.add_argument("--section", metavar="NAME", help=t("those forwarded to NAME"))
    parser.add_argument("--by-section", action="store_true", help=t("by the section that they were forwarded to"))
    parser.add_argument(
        "--subject", nargs="+", default=[], metavar="WORD", help=t("words in what it is about, in all years")
    )
    parser.add_argument("--year", type=int, metavar="YEAR", help=t("registered in that year, whatever their state"))
    parser.add_argument("--archived", action="store_true", help=t("the archive too"))
    parser.add_argument("--reason", metavar="WORDS", help=t("with event: why, or how; with void and erase: why"))
    parser.add_argument(
        "--everywhere", action="store_true", help=t("with erase: the person's other entries and every record too")
    )
    parser.add_argument("--dry-run", action="store_true", help=t("with erase: say what would go and erase nothing"))
    parser.add_argument("--yes", action="store_true", help=t("with erase: do not ask"))
    parser.add_argument("--due", metavar="DATE", help=t("with forward: by when"))
    parser.add_argument("--private", action="store_true", help=t("a restricted entry and phones too"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))
    parser.add_argument("--plain", action="store_true", help=t("one item a line, whole, as where there is no terminal"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print the log, or change an entry."""
    act = _ACTS.get(options.words[0]) if options.words else None
    if act is not None:
        return act(options, options.words[1:], desk, out, talk)
    every = options.today or options.subject or options.words or options.year is not None
    state = options.state or "all"
    choice = LogChoice(
        words=tuple(options.words),
        subject=tuple(options.subject),
        states=() if state == "all" else (state,),
        waiting=options.state is None and not every,
        late=options.late,
        today=options.today,
        section=options.section,
        year=options.year,
        archived=options.archived or bool(options.subject or options.words) or options.year is not None,
        private=options.private,
    )
    rows = log(desk, choice)
    day = desk.day()
    if options.json:
        out.json(
            [
                reception_shape(row.reception, day, reception_label(row.reception.number), private=options.private)
                for row in rows
            ]
        )
        return 0
    groups = by_section(desk, rows) if options.by_section else ((None, rows),)
    for name, part in groups:
        if options.by_section:
            out.bold(t("{name}: {count}", name=name or t("not forwarded"), count=len(part)))
        made = [reception_row(row.reception, row.clock, day, desk.lang, private=options.private) for row in part]
        for line in laid_out(made, None if options.plain else out.width):
            out.line(line)
    if not rows:
        asked = options.words or options.state or options.late or every
        none = t("No visitor awaits an answer. planner visit registers one.")
        talk.say(t("No reception meets that.") if asked else none)
    return 0


def _edit(options: Namespace, words: list[str], desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Correct the entry that the words name."""
    from planner.desk.correcting import correct

    if len(words) < 2:
        raise UsageError(t("Say which and what: planner visits edit V2026-0123 phone:13800000000"))
    corrected = correct(desk, reception_number(words[0], desk.now.year), words[1:])
    label = reception_label(corrected.reception.number)
    names = p("enumeration", ", ").join(field(name) for name in corrected.fields)
    if names:
        talk.say(t("{label} is corrected: {fields}. planner history {label} keeps what it said.",
                   label=label, fields=names))  # fmt: skip
    else:
        talk.say(t("{label} said that already.", label=label))
    for warning in corrected.warnings:
        talk.say(warning)
    return 0


def _forward(options: Namespace, words: list[str], desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Pass the entry on to the parties that the words name."""
    from planner.desk.forwarding import forward

    if len(words) < 2:
        raise UsageError(t("Say to whom: planner visits forward V2026-0123 NAME"))
    due = None if options.due is None else moment_of(options.due, desk)
    names = tuple(name for word in words[1:] for name in word.replace("，", ",").split(",") if name)
    made = forward(desk, reception_number(words[0], desk.now.year), names, due)
    label = reception_label(made.reception.number)
    talk.say(t("{label} is forwarded to {names}.", label=label, names=" ".join(made.reception.handed_to)))
    matter = Discretion(desk)(made.matter)
    talk.say(t("Supervised matter {number}: {title}", number=matter.number, title=matter.title))
    tell_of_no_date(matter, made.reception, desk, talk)
    for name in made.new_names:
        talk.say(t("{name} is new among the parties.", name=name))
    for warning in made.warnings:
        talk.say(warning)
    return 0


def _event(options: Namespace, words: list[str], desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Record what happened with the entry, on its day."""
    from planner.desk.reception_steps import happened
    from planner.domain.clock_rows import EVENTS

    waited = {name for rule in desk.clocks.rules for name in (rule.starts, *rule.stops, *rule.pauses)}
    known = [name for name in dict.fromkeys((*EVENTS, *sorted(waited))) if name not in ("received", "replied")]
    named = {name: code for code in known if " " not in (name := event_name(code)) and desk.lang != "en"}
    event = named.get(words[1], words[1]) if len(words) > 1 else ""
    if event not in known:
        raise UsageError(
            t("Say which and what: planner visits event V2026-0123 EVENT [DATE]; an event is one of {names}.",
              names=p("enumeration", ", ").join(tuple(named) or known))
        )  # fmt: skip
    day = day_been(" ".join(words[2:]), desk)
    stepped = happened(desk, reception_number(words[0], desk.now.year), event, day, options.reason)
    talk.say(t("{label}: recorded.", label=reception_label(stepped.reception.number)))
    return tell_step(stepped, desk, talk)


def _void(options: Namespace, words: list[str], desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Void the entry that the words name, for the reason that they give."""
    reason = " ".join(words[1:]) or options.reason
    if not words or not reason:
        raise UsageError(t("Say which and why: planner visits void V2026-0123 registered twice"))
    reception = void(desk, reception_number(words[0], desk.now.year), reason)
    talk.say(t("{label} is void; its number stays.", label=reception_label(reception.number)))
    for line in left_open(desk.book.read().get, reception):
        talk.say(line)
    return 0


_ACTS = {
    "edit": _edit,
    "forward": _forward,
    "event": _event,
    "void": _void,
    "erase": run_erase,
    "retention": run_retention,
}
