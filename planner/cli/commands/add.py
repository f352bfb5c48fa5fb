"""``planner add LINE``: take a matter in one typed line. The number goes to stdout, what was understood to stderr."""

from __future__ import annotations

import sys

from planner.cli.options import UsageError, plain_words
from planner.desk.capturing import add, add_drafts, settled, understand, understand_many
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.capturing import Added
    from planner.desk.desk import Desk
    from planner.domain.draft import Draft
    from planner.domain.moment import datetime

__all__ = ["configure", "quick", "run"]

_FLAGS = ("--dry-run", "--json", "--done")


def quick(words: tuple[str, ...], desk: Desk, out: Out, talk: Talk) -> int | None:
    """Take the line as it stands among the flags; ``None`` when an option needs the full parser (``--help``)."""
    split = plain_words(words, _FLAGS)
    if split is None:
        return None
    flags, line = split
    return _add(line, desk, out, talk, dry=flags["--dry-run"], as_json=flags["--json"], closed=flags["--done"])


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "line", nargs="*", help=t("the line; - reads one line each from standard input; none asks for it")
    )
    parser.add_argument("--dry-run", action="store_true", help=t("say what the line means and save nothing"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))
    parser.add_argument("--done", action="store_true", help=t("it is done already"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Take the line."""
    return _add(options.line, desk, out, talk, dry=options.dry_run, as_json=options.json, closed=options.done)


def _add(words: list[str], desk: Desk, out: Out, talk: Talk, *, dry: bool, as_json: bool, closed: bool) -> int:
    """Read the line or lines, and save or show what they mean."""
    at = desk.now
    if words == ["-"]:
        text = sys.stdin.read()
        lines = text.split()
        if lines and lines[-1][-1] in ":：" and len(text.strip().splitlines()) == 1:
            raise UsageError(t("Under this heading stands no line: write one matter a line under it."))
        drafts = understand_many(desk, text, at)
        if not drafts:
            raise UsageError(t("Standard input held no line: write one matter a line."))
    else:
        line = " ".join(words) if words else _asked(desk, talk)
        if not dry and not as_json and not closed:
            _tell(add(desk, line), desk, at, out, talk)
            return 0
        drafts = (understand(desk, line, at),)
    if dry:
        _show(tuple(settled(desk, draft) for draft in drafts), desk, at, out, as_json=as_json, many=words == ["-"])
        return 0
    saved = add_drafts(desk, drafts, at, closed=closed)
    if as_json:
        from planner.cli.shapes import matter_shape

        out.json([matter_shape(added.matter) for added in saved])
    for added in saved:
        _tell(added, desk, at, None if as_json else out, talk, whole=words == ["-"])
    return 0


def _tell(added: Added, desk: Desk, at: datetime, out: Out | None, talk: Talk, *, whole: bool = False) -> None:
    """The number on stdout and the echo on stderr; ``whole`` where a heading may have said what a line does not."""
    if out is not None:
        out.line(str(added.matter.number))
    talk.say(_echo(added.draft, desk, at, added.new_names, whole=whole))
    if talk.is_read:
        _suggest(added, talk)
        if added.draft.work is not None:
            _suggest_steps(added, desk, talk)


def _suggest_steps(added: Added, desk: Desk, talk: Talk) -> None:
    """The checklist that belongs to the kind of work. It is said to a person who reads along, never put on."""
    from planner.desk.templating import templates

    for template in templates(desk).known:
        if added.draft.work in template.works:
            talk.say(
                t(
                    "Its checklist: planner steps {number} --add {name} ({title})",
                    number=added.matter.number,
                    name=template.name,
                    title=template.title(desk.lang),
                )
            )


def _suggest(added: Added, talk: Talk) -> None:
    """Marks that the words suggest. They are said to a person who reads along, never set."""
    from planner.domain.suggestion import suggested_marks
    from planner.wording.suggestion import suggestion_said

    for suggestion in suggested_marks(added.draft):
        talk.say(suggestion_said(suggestion, added.matter.number))


def _show(drafts: tuple[Draft, ...], desk: Desk, at: datetime, out: Out, *, as_json: bool, many: bool) -> None:
    """What the lines mean, as data: nothing is saved."""
    if as_json:
        from planner.cli.shapes import draft_shape

        shapes = [draft_shape(draft) for draft in drafts]
        out.json(shapes if many else shapes[0])
        return
    for draft in drafts:
        out.line(_echo(draft, desk, at, whole=many))


def _echo(draft: Draft, desk: Desk, at: datetime, new_names: tuple[str, ...] = (), *, whole: bool = False) -> str:
    """What was understood; of a line that is all title, the title, for which no words need be loaded."""
    if not whole and not draft.spans and not draft.remarks:
        return draft.title
    from planner.wording.echo import echo

    return echo(draft, at, desk.lang, desk.calendar, new_names)


def _asked(desk: Desk, talk: Talk) -> str:
    """The line, asked for at a terminal, where no shell reads its signs. Raises ``UsageError`` without one."""
    if not sys.stdin.isatty():
        raise UsageError(t("Say what is to be done: planner add call Director Li fri 3pm"))
    from planner.cli.prompt import ask_live

    return ask_live(t("What is to be done? "), "matter", desk, talk)
