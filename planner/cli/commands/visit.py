"""``planner visit LINE``: register a visit, call or letter in one line. Its number goes to stdout."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from planner.cli.commands.reception_steps import days_in, tell_of_no_date
from planner.cli.dates import been_of, moment_of
from planner.cli.options import UsageError
from planner.cli.prompt import ask_live
from planner.cli.shapes import reception_shape
from planner.desk.receptions import Particulars, Registered, register_draft, understand_visit
from planner.desk.refused import Problem, sentence_of
from planner.domain.clock import clocks_of
from planner.domain.moment import datetime, timedelta
from planner.domain.terms import CHANNELS, PETITION_CLASSES, VISITOR_KINDS
from planner.domain.visitor import REPORTED_FROM, REPRESENTATIVES, likeness
from planner.wording import t
from planner.wording.clocks import clock_said
from planner.wording.dates import short
from planner.wording.echo import echo_visit
from planner.wording.masks import phones_masked
from planner.wording.numbers import reception_label

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.domain.moment import date
    from planner.domain.reception import Reception

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("line", nargs="*", help=t("the line; none asks for it, so that no shell keeps it"))
    parser.add_argument("--at", metavar="TIME", help=t("when it happened; now when not given"))
    parser.add_argument("--name", metavar="TEXT", help=t("the visitor's name"))
    parser.add_argument("--phone", metavar="TEXT")
    parser.add_argument("--unit", metavar="TEXT", help=t("the visitor's unit or address"))
    parser.add_argument("--headcount", type=int, metavar="N", help=t("how many came"))
    parser.add_argument("--sex", metavar="TEXT")
    parser.add_argument("--age", type=int, metavar="N")
    parser.add_argument("--left", metavar="TIME", help=t("when they left"))
    parser.add_argument("--channel", choices=CHANNELS)
    parser.add_argument("--kind", choices=VISITOR_KINDS)
    parser.add_argument(
        "--class",
        dest="petition_class",
        choices=PETITION_CLASSES,
        help=t("an accusation is restricted by itself; an enquiry starts no clock"),
    )
    parser.add_argument(
        "--accused",
        action="append",
        default=[],
        metavar="NAME",
        help=t("whom it accuses; it can't be forwarded to them; - for nobody of the book"),
    )
    parser.add_argument("--asked", metavar="NAME", help=t("of whom it was asked"))
    parser.add_argument("--received-by", metavar="NAME", help=t("who received them"))
    parser.add_argument("--petition-number", metavar="TEXT", help=t("its number in the petition system"))
    parser.add_argument(
        "--clocks", metavar="TEMPLATE", help=t("which clocks run: planner clocks lists them; none starts none")
    )
    parser.add_argument("--within", metavar="DAYS", help=t("answer within 10d, or 5wd"))
    parser.add_argument("--due", metavar="DATE", help=t("answer by that day"))
    parser.add_argument(
        "--to", action="append", default=[], metavar="NAME", help=t("forwarded to NAME: a supervised matter is made")
    )
    parser.add_argument("--report", action="append", default=[], metavar="NAME", help=t("a point for NAME is made"))
    parser.add_argument("--reply", metavar="WORDS", help=t("answered on the spot: what was said"))
    parser.add_argument("--how", metavar="WORDS", help=t("in person, by phone, in writing"))
    parser.add_argument("--grave", action="store_true", help=t("grave or urgent: to be reported promptly"))
    parser.add_argument("--not-ours", action="store_true", help=t("not for this office to answer"))
    parser.add_argument("--attachment", action="append", default=[], metavar="TEXT", help=t("what was handed in"))
    parser.add_argument("--satisfaction", metavar="TEXT", help=t("how content they were"))
    parser.add_argument("--restricted", action="store_true", help=t("show the entry on demand only"))
    parser.add_argument("--dry-run", action="store_true", help=t("say what the line means and save nothing"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Register it."""
    line = " ".join(options.line)
    if not line:
        if not sys.stdin.isatty():
            raise UsageError(t("Say who came and what for: planner visit NAME PHONE MATTER"))
        line = ask_live(t("Who came, and what for? "), "visit", desk, talk)
    at = desk.now
    try:
        desk.day()
    except Problem as slip:  # of clocks.toml: a visitor is registered all the same
        talk.say(sentence_of(slip))
        desk.forgo_clocks()
    draft = understand_visit(desk, line, at)
    names = ("name", "phone", "unit", "headcount", "channel", "kind")
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    draft = draft.replace(
        **given,
        handed_to=tuple(dict.fromkeys((*draft.handed_to, *options.to))),
        report_to=tuple(dict.fromkeys((*draft.report_to, *options.report))),
        answered=draft.answered or options.reply is not None,
        restricted=draft.restricted or options.restricted,
    )
    if options.within is not None:
        draft = draft.replace(reply_due=_within(options.within, desk))
    elif options.due is not None:
        draft = draft.replace(reply_due=moment_of(options.due, desk))
    if options.petition_class is not None:
        draft = draft.replace(petition_class=options.petition_class)
    particulars = _particulars(options, desk)
    if options.dry_run:
        out.line(echo_visit(draft, at, desk.lang, desk.calendar))
        return 0
    saved = register_draft(desk, draft, at, particulars)
    label = reception_label(saved.reception.number)
    if options.json:
        out.json(reception_shape(saved.reception, desk.day(), label))
    else:
        out.line(label)
    talk.say(echo_visit(draft, at, desk.lang, desk.calendar, saved.new_names))
    _more(saved, desk, talk)
    return 0


def _particulars(options: Namespace, desk: Desk) -> Particulars:
    """What the flags say beside the line."""
    return Particulars(
        at=None if options.at is None else _time(options.at, desk),
        asked=options.asked,
        received_by=options.received_by,
        petition_class=options.petition_class,
        petition_number=options.petition_number,
        template=options.clocks,
        accused=tuple(options.accused),
        grave=options.grave,
        not_ours=options.not_ours,
        sex=options.sex,
        age=options.age,
        left=None if options.left is None else _time(options.left, desk),
        attachments=tuple(options.attachment),
        satisfaction=options.satisfaction,
        reply=options.reply,
        reply_how=options.how,
    )


def _time(text: str, desk: Desk) -> datetime:
    """A time; a day alone is its beginning. Raises ``UsageError``."""
    moment = been_of(text, desk)
    return moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)


def _within(text: str, desk: Desk) -> date:
    """The last day of a term from today, today not counted."""
    days = days_in(text)
    if text.strip().lower().endswith(("wd", "工作日")):
        return desk.calendar.shift(desk.now.date(), days)
    return desk.now.date() + timedelta(days=days)


def _more(saved: Registered, desk: Desk, talk: Talk) -> None:
    """What was made beside it, the clocks that run, earlier visits, and the rule for groups."""
    reception = saved.reception
    label = reception_label(reception.number)
    for warning in saved.warnings:
        talk.say(warning)
    if reception.at.date() < desk.now.date():
        talk.say(t("Registered afterwards: it happened on {day}.", day=short(reception.at.date(), desk.now, desk.lang)))
    if saved.matter is not None:
        talk.say(t("Supervised matter {number}: {title}", number=saved.matter.number, title=saved.matter.title))
        tell_of_no_date(saved.matter, reception, desk, talk)
    if saved.point is not None:
        talk.say(t("Point {number} for {names}", number=saved.point.number, names=" ".join(saved.point.parties)))
    for clock in clocks_of(reception, desk.calendar, desk.clocks):
        talk.say(clock_said(clock, desk.day(), desk.lang))
    for earlier in saved.earlier:
        talk.say(_earlier(earlier, saved, desk))
    public = reception.kind == "public"
    if reception.headcount > REPRESENTATIVES and public and reception.channel == "visit":
        talk.say(t("More than five came: ask them to choose at most five representatives (art. 20)."))
    if reception.headcount >= REPORTED_FROM and public:
        talk.say(
            t("Five or more came: report it up (art. 25), then planner visits event {label} reported.", label=label)
        )
    if reception.state == "answered" and reception.is_waiting:
        talk.say(t("{label} is answered, not in writing: the written notice is still owed (art. 23).", label=label))


def _earlier(earlier: Reception, saved: Registered, desk: Desk) -> str:
    """A line for an earlier visit: of the same person, or of one that bears the name."""
    values = {
        "label": reception_label(earlier.number),
        "day": short(earlier.at.date(), desk.now, desk.lang),
        "matter": t("restricted entry") if earlier.restricted else phones_masked(earlier.matter),
    }
    now = saved.reception
    if likeness(earlier, name=now.name, unit=now.unit, phone=now.phone) == "name":
        return t("The same name before, perhaps another person: {label} on {day}: {matter}", **values)
    return t("Came before: {label} on {day}: {matter}", **values)
