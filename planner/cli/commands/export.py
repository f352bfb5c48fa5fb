"""``planner export SUBJECT``: a report, a list or records, in a format, in a file or on stdout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.desk.exporting import export, format_wanted, save, subject_of
from planner.report.formats.table import FORMATS, format_for
from planner.wording import p, t

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.report.formats.table import Format

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="SUBJECT",
        help=t("week, month, quarter, FROM..TO, review DAYS, today, visits, matters [FILTER], party NAME, or all"),
    )
    names = p("enumeration", ", ").join(one.name for one in FORMATS)
    parser.add_argument(
        "--format", metavar="FORMAT", help=t("{names}; what the file's name ends for when not given, else md",
                                             names=names)
    )  # fmt: skip
    parser.add_argument("-o", "--output", metavar="FILE", help=t("the file to write; - or nothing is stdout"))
    parser.add_argument("--force", action="store_true", help=t("replace the file when it is there"))
    parser.add_argument(
        "--bom", action="store_true", help=t("with csv: begin with the mark by which Excel knows UTF-8")
    )
    parser.add_argument(
        "--private", action="store_true", help=t("restricted entries, names and phones of visitors too")
    )


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Make it, and write it to the file or to stdout."""
    if not options.words:
        raise UsageError(t("Say what: planner export week --format docx -o week.docx"))
    path = None if options.output in (None, "-", "") else options.output
    wanted = subject_of(options.words, private=options.private)
    chosen = _format(options.format, path, records=wanted.kind == "all")
    if path is None and chosen.binary and out.width is not None:
        raise UsageError(
            t("{format} is nothing for a terminal: name a file, as -o report{ending}.",
              format=chosen.name, ending=chosen.ending)
        )  # fmt: skip
    data = export(desk, wanted, chosen, bom=options.bom)
    if path is None:
        out.data(data)
        return 0
    save(path, data, force=options.force)
    talk.say(t("{path} is written: {size} bytes, {format}.", path=path, size=len(data), format=chosen.name))
    if wanted.private:
        talk.say(t("It holds what is private: keep it like the book."))
    return 0


def _format(name: str | None, path: str | None, *, records: bool) -> Format:
    """The format that was named, or that the file's name ends for."""
    if name is not None:
        return format_wanted(name)
    found = None if path is None else format_for(path)
    if found is None and path is not None:
        raise UsageError(t("The name {path} does not tell the format: add --format, as --format docx.", path=path))
    return found or format_wanted("json" if records else "md")
