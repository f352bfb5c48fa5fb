"""``planner import FILE``: take over another program's file, or a planner's own; ``--dry-run`` saves nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from planner.desk.importing import bring, foresee, read_import
from planner.desk.refused import Refused
from planner.domain.kinds import kind_of
from planner.domain.moment import iso
from planner.wording import n, p, t
from planner.wording.refusals import reason_said
from planner.wording.safe import fit, shown
from planner.wording.terms import term

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.desk.importing import Plan
    from planner.domain.entry import Entry
    from planner.exchange.incoming import Remark

__all__ = ["configure", "run"]

_BAR_FROM = 500
"""Records from which a progress bar is shown on a terminal."""
_BAR_CELLS = 30
_TITLE = 50
_NAMES = 20
_PLACES = 5
"""Places that are named where one reason holds for many."""


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar="FILE", help=t("the file; - is standard input"))
    parser.add_argument("--format", help=t("what the file is, when it does not tell itself"))
    parser.add_argument(
        "--columns", action="append", default=[], metavar="FIELD=HEADING", help=t("how a table calls a field; repeats")
    )
    parser.add_argument("--people", action="store_true", help=t("every @context of a todo.txt is somebody"))
    parser.add_argument("--dry-run", action="store_true", help=t("show what would come and save nothing"))
    parser.add_argument("--strict", action="store_true", help=t("save nothing when any row can't be read"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Do it; the numbers of what was made go out, and what is to be told is told."""
    reading = read_import(
        desk, options.file, _data(options.file), options.format, _columns(options.columns), people=options.people
    )
    if options.dry_run:
        plan = foresee(desk, reading)
        if options.json:
            out.json(_shape(plan, ()))
        else:
            for one in plan.fresh:
                kind = term("kind", kind_of(one.entry).name)
                out.line(f"{one.place:>5}  {kind}  {_words(one.entry)}")
            _tell(plan, len(plan.fresh), talk)
        return 0
    bar = _bar(talk, len(reading.found))
    brought = bring(desk, reading, strict=options.strict, told=bar)
    if options.json:
        out.json(_shape(brought.plan, brought.records))
    else:
        for record in brought.records:
            out.line(str(record.number))
        _tell(brought.plan, len(brought.records), talk, saved=True)
        if brought.new_names:
            names = brought.new_names
            if len(names) <= _NAMES:
                talk.say(t("New names: {names}.", names=p("enumeration", ", ").join(names)))
            else:
                talk.say(
                    t(
                        "New names: {names} and {count} more.",
                        names=p("enumeration", ", ").join(names[:_NAMES]),
                        count=len(names) - _NAMES,
                    )
                )
    return 1 if reading.slips and not brought.records and not brought.plan.known else 0


def _data(name: str) -> bytes:
    """The file's bytes. Raises ``Refused``."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        with open(name, "rb") as file:
            return file.read()
    except OSError as error:
        raise Refused(
            t("{path} can't be read: {reason}.", path=name, reason=reason_said(error.strerror or str(error)))
        ) from None
    except ValueError:  # a zero byte, or half a character
        raise Refused(t("{path} can't be the name of a file.", path=name)) from None


def _columns(words: list[str]) -> tuple[tuple[str, str], ...]:
    """``due=Deadline`` as pairs; several may stand with commas between. Raises ``Refused``."""
    pairs = []
    for word in (part for one in words for part in one.split(",")):
        field, sign, heading = word.partition("=")
        if not sign or not field.strip() or not heading.strip():
            raise Refused(t("{word} names no column: write --columns due=Deadline.", word=word))
        pairs.append((field.strip(), heading.strip()))
    return tuple(pairs)


def _bar(talk: Talk, whole: int) -> Callable[[int], None] | None:
    """What draws how far it is, when there is much to do and somebody to see it."""
    if whole < _BAR_FROM or not talk.is_read:
        return None

    def draw(done: int) -> None:
        full = _BAR_CELLS * done // max(whole, 1)
        talk.stream.write(f"\r[{'#' * full}{'.' * (_BAR_CELLS - full)}] {done}/{whole}")
        talk.stream.write("\n" if done >= whole else "")
        talk.stream.flush()

    return draw


def _tell(plan: Plan, new: int, talk: Talk, *, saved: bool = False) -> None:
    """Say how much came, and what did not."""
    reading = plan.reading
    if not new:
        talk.say(t("Nothing new was imported.") if saved else t("Nothing new would come."))
    elif saved:
        talk.say(
            n(
                "{count} record imported; planner undo takes it back.",
                "{count} records imported; planner undo takes them back.",
                new,
            )
        )
    else:
        talk.say(
            n("{count} record would come; nothing is saved.", "{count} records would come; nothing is saved.", new)
        )
    if plan.known:
        which = _places([one.place for one in plan.known])
        talk.say(
            n(
                "{count} is in the book already: {places}.",
                "{count} are in the book already: {places}.",
                len(plan.known),
                places=which,
            )
        )
    lined = reading.format in ("csv", "todotxt", "ical")
    for remarks, sentence in (
        (reading.slips, t("Not read")),
        (reading.left_out, t("Left out")),
        (plan.remarks, t("Changed")),
    ):
        places: dict[str, list[int]] = {}
        for remark in remarks:
            places.setdefault(remark.words, []).append(remark.place)
        for words, found in places.items():
            talk.say(_line(sentence, words, found, lined=lined))


def _line(sentence: str, reason: str, places: list[int], *, lined: bool) -> str:
    """What happened to some places of the file, and why."""
    if not any(places):
        return t("{sentence}: {reason}", sentence=sentence, reason=reason)
    named = _places(places)
    if lined:
        return t("{sentence}, line {places}: {reason}", sentence=sentence, places=named, reason=reason)
    return t("{sentence}, item {places}: {reason}", sentence=sentence, places=named, reason=reason)


def _places(places: list[int]) -> str:
    """The first few places, each once, and how many more there are."""
    once = list(dict.fromkeys(places))
    named = p("enumeration", ", ").join(str(place) for place in once[:_PLACES])
    if len(once) <= _PLACES:
        return named
    return t("{places} and {count} more", places=named, count=len(once) - _PLACES)


def _words(entry: Entry) -> str:
    """A record in a few words."""
    title = str(getattr(entry, "title", "") or getattr(entry, "text", "") or getattr(entry, "matter", ""))
    title = title or str(getattr(entry, "name", ""))
    moment = getattr(entry, "due", None) or getattr(entry, "at", None)
    return f"{fit(shown(title), _TITLE)}  {iso(moment) if moment else ''}".rstrip()


def _shape(plan: Plan, records: tuple[Entry, ...]) -> dict[str, object]:
    """What came, or would, as ``--json`` prints it."""

    def told(remarks: tuple[Remark, ...]) -> list[dict[str, object]]:
        return [{"place": one.place, "reason": one.words} for one in remarks]

    return {
        "format": plan.reading.format,
        "new": [
            {"place": one.place, "record": kind_of(one.entry).name, "title": _words(one.entry)} for one in plan.fresh
        ],
        "numbers": [record.number for record in records],
        "known": len(plan.known),
        "not_read": told(plan.reading.slips),
        "left_out": told(plan.reading.left_out),
        "remarks": told(plan.remarks),
    }
