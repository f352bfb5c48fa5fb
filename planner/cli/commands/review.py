"""``planner review [DAYS]``: what days came to; ``--report`` is what can be sent, ``--walk`` goes step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.cli.rows import laid_out
from planner.desk import reporting
from planner.desk.references import matter_numbers
from planner.desk.reviewing import review, span_named
from planner.report.outline import figures_of, parts_of
from planner.report.text import page_text
from planner.wording import t
from planner.wording.dates import stamp, week_heading
from planner.wording.safe import cells, pad

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.report.review import Review
    from planner.report.span import Span

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="DAYS",
        help=t("week, lastweek, month, quarter, year, FROM..TO; else since the last report that was sent"),
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--report", action="store_true", help=t("print the report, as it can be sent"))
    what.add_argument("--edit", action="store_true", help=t("edit the report's words; they are kept with their days"))
    what.add_argument("--redraft", action="store_true", help=t("let go of the edited words: back to the draft"))
    what.add_argument("--send", action="store_true", help=t("the report has gone out: the next one begins here"))
    what.add_argument("--sent", action="store_true", help=t("list the reports that were sent"))
    what.add_argument("--walk", action="store_true", help=t("walk through what needs a look, one by one"))
    parser.add_argument("--on", metavar="DATE", help=t("with --send: when it went out, when that is not now"))
    parser.add_argument("--in", dest="take", metavar="NUMBERS", help=t("these matters stand in the report"))
    parser.add_argument("--out", dest="leave", metavar="NUMBERS", help=t("these matters do not"))
    parser.add_argument("--by-rule", dest="rule", metavar="NUMBERS", help=t("majors, and what has a result, do"))
    parser.add_argument(
        "--every",
        nargs=2,
        metavar=("DAYS", "NUMBERS"),
        help=t("look at these matters again after so many working days; - for in each review"),
    )
    parser.add_argument("--json", action="store_true", help=t("print JSON"))
    parser.add_argument("--plain", action="store_true", help=t("one item a line, whole, as where there is no terminal"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Do what was asked; without anything, print the review."""
    if options.on is not None and not options.send:
        raise UsageError(t("--on goes with --send: planner review --send --on fri."))
    chosen = ((options.take, True), (options.leave, False), (options.rule, None))
    if any(words is not None for words, _ in chosen):
        for words, goes in chosen:
            if words is not None:
                _include(words, desk, talk, goes=goes)
        _warn_of_edited(span_named(desk, " ".join(options.words)), desk, talk)
        return 0
    if options.every is not None:
        days, words = options.every
        return _again(days, words, desk, talk)
    if options.sent:
        return _list_sent(desk, out)
    span = span_named(desk, " ".join(options.words))
    if options.walk:
        from planner.cli.walk import walk

        return walk(desk, out, talk)
    if options.edit:
        return _edit(span, desk, talk)
    if options.redraft:
        return _redraft(span, desk, talk)
    if options.send:
        return _send(span, options.on, desk, talk)
    if options.report:
        out.lines(page_text(reporting.report(desk, span)).rstrip("\n"))
        _warn_of_edited(span, desk, talk)
        return 0
    made = review(desk, span)
    if options.json:
        from planner.cli.review_shape import review_shape

        out.json(review_shape(made, desk.day()))
        return 0
    _print(made, desk, out, None if options.plain else out.width)
    return 0


def _print(made: Review, desk: Desk, out: Out, width: int | None) -> None:
    """The figures, then the parts."""
    out.bold(t("Review {days}", days=week_heading(made.span.first, made.span.last, desk.now, desk.lang)))
    figures = figures_of(made, desk.lang)
    wide = max(cells(figure.label) for figure in figures)
    for figure in figures:
        said = t("{words} (before: {before})", words=figure.words, before=figure.before)
        out.line(f"  {pad(figure.label, wide)}  {said if figure.before else figure.words}")
    for part in parts_of(made, desk.day(), desk.lang):
        out.bold(t("{title} ({count})", title=part.title, count=len(part.rows)))
        for line in laid_out([told.row for told in part.rows], width):
            out.line(line)
    if made.is_empty:
        out.line(t("Nothing happened in these days."))


def _include(words: str, desk: Desk, talk: Talk, *, goes: bool | None) -> None:
    """Say that matters stand in the report, or do not, and which they are."""
    for matter in reporting.put_in(desk, matter_numbers([words]), goes=goes).matters:
        talk.say(
            t("{number} stands in the report: {title}", number=matter.number, title=matter.title)
            if goes
            else t("{number} stands in no report: {title}", number=matter.number, title=matter.title)
            if goes is False
            else t("{number} stands in the report by rule: {title}", number=matter.number, title=matter.title)
        )


def _again(days: str, words: str, desk: Desk, talk: Talk) -> int:
    """Set after how many working days matters are looked at again."""
    from planner.desk.walking import look_again

    if days != "-" and not (days.isascii() and days.isdecimal()):
        raise UsageError(t("Say after how many working days: planner review --every 5 12."))
    for matter in look_again(desk, matter_numbers([words]), None if days == "-" else int(days)).matters:
        talk.say(
            t("{number} in each review: {title}", number=matter.number, title=matter.title)
            if matter.review_every is None
            else t(
                "{number} every {days} working days: {title}",
                number=matter.number,
                days=matter.review_every,
                title=matter.title,
            )
        )
    return 0


def _edit(span: Span, desk: Desk, talk: Talk) -> int:
    """Edit the words in the person's editor and keep them."""
    from planner.cli.editor import edited

    before = reporting.text_of(desk, span)
    text = edited(before)
    if text == before:
        talk.say(t("Nothing was changed, so nothing was kept."))
        return 0
    kept = reporting.keep(desk, span, text)
    talk.say(
        t("Back to the draft: nothing is kept for these days.")
        if kept is None
        else t("Kept: planner review --report prints it.")
    )
    return 0


def _redraft(span: Span, desk: Desk, talk: Talk) -> int:
    """Go back to the draft."""
    if reporting.edited_for(desk, span) is None:
        talk.say(t("No edited words are kept for these days: the report is the draft."))
        return 0
    reporting.forget(desk, span)
    talk.say(t("Back to the draft: nothing is kept for these days."))
    return 0


def _warn_of_edited(span: Span, desk: Desk, talk: Talk) -> None:
    """Say that the report is as it was edited, and changes no more by itself; nothing when it is a draft."""
    kept = reporting.edited_for(desk, span)
    if kept is not None:
        when = stamp(kept.changed or desk.now, desk.now, desk.lang)
        talk.say(
            t("The report stands in the words edited {when}: later changes are not in it. planner review --redraft"
              " words it anew.", when=when)
        )  # fmt: skip


def _send(span: Span, on: str | None, desk: Desk, talk: Talk) -> int:
    """Mark the report as sent."""
    from planner.cli.dates import been_of

    kept = reporting.send(desk, span, None if on is None else been_of(on, desk))
    days = week_heading(kept.first, kept.last, desk.now, desk.lang)
    when = stamp(kept.sent or desk.now, desk.now, desk.lang)
    talk.say(t("The report of {days} was sent {when}: the next one begins there.", days=days, when=when))
    return 0


def _list_sent(desk: Desk, out: Out) -> int:
    """The reports that were sent, the latest first."""
    found = reporting.sent_reports(desk)
    for one in found:
        when = "" if one.sent is None else stamp(one.sent, desk.now, desk.lang)
        days = week_heading(one.first, one.last, desk.now, desk.lang)
        out.line(t("{number}  {days}  sent {when}", number=one.number, days=days, when=when))
    if not found:
        out.line(t("No report was sent yet."))
    return 0
