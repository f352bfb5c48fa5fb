"""The argument parser of the commands that may take their time: argparse, with its errors in one line."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, NoReturn

from planner.cli.options import UsageError
from planner.cli.table import COMMANDS
from planner.wording import later, p, t
from planner.wording.terms import term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planner.cli.table import Command

__all__ = ["HelpAsked", "Parser", "coded", "help_text", "parser_of"]


class HelpAsked(Exception):
    """``--help`` was typed; the text is the help."""


class Parser(argparse.ArgumentParser):
    """argparse that raises its errors instead of printing usage and leaving.

    Options may stand anywhere among the words, and what stands behind ``--`` is words only.
    """

    keeps_dashes = False
    """Whether the words keep the ``--``, as where it ends the numbers: ``done 12 -- 5 files``."""

    def read(self, words: tuple[str, ...]) -> argparse.Namespace:
        """What the words say. Raises ``UsageError``, ``HelpAsked``."""
        place = words.index("--") if "--" in words else len(words)
        behind = words[place if self.keeps_dashes else place + 1 :]
        # argparse would take its usage for seven signs of "usage: " and the rest, whatever the language
        self.usage = self.format_usage().removeprefix(t("usage: ")).strip().replace("%", "%%")
        found = self.parse_intermixed_args([*words[:place], *(_MARK + word for word in behind)])
        for name, value in vars(found).items():
            if isinstance(value, list):
                setattr(found, name, [_plain(word) for word in value])
            else:
                setattr(found, name, _plain(value))
        return found

    def error(self, message: str) -> NoReturn:
        """Raise ``UsageError`` with the message and where help is."""
        raise UsageError(
            t("{command}: {message}. See {command} --help.", command=self.prog, message=_error_said(message))
        )

    def print_help(self, file: object = None) -> NoReturn:  # noqa: ARG002 - the streams have their own owners
        """Raise ``HelpAsked`` instead of printing: stdout has one owner."""
        raise HelpAsked(self.format_help().rstrip())


def coded(family: str, codes: Iterable[str]) -> Callable[[str], str]:
    """The type of an option that takes a code, typed as it is or as its word in either language."""
    known = tuple(codes)

    def read(word: str) -> str:
        for code in known:
            if word in (code, term(family, code, "en"), term(family, code, "zh")):
                return code
        names = p("enumeration", ", ").join(term(family, code) for code in known)
        raise argparse.ArgumentTypeError(t("{word} is none of {names}", word=word, names=names))

    return read


_MARK = "\0"
"""Stands before a word that is no option whatever it looks like; no word of a command line can hold it."""


def _plain(value: object) -> object:
    """A value without the mark."""
    return value.removeprefix(_MARK) if isinstance(value, str) else value


class _Help(argparse.HelpFormatter):
    """argparse's help, which begins in the language in use."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The line of usage."""
        super().add_usage(usage, actions, groups, t("usage: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """The heading of a part."""
        known = {"positional arguments": t("words"), "options": t("options")}
        super().start_section(None if heading is None else known.get(heading, heading))


def _error_said(message: str) -> str:
    """What argparse found wrong, in the language in use; a message that is not known stands as it is."""
    about, colon, rest = message.partition(": ")
    if colon and about.startswith("argument "):
        name = about.removeprefix("argument ")
        return t("{argument}: {problem}", argument=name, problem=_error_said(rest))
    for pattern, said in _ERRORS:
        found = pattern.fullmatch(message)
        if found is not None:
            return t(said, **found.groupdict())
    return message


_ERRORS = (
    (re.compile("the following arguments are required: (?P<names>.*)"), later("these are lacking: {names}")),
    (re.compile("unrecognized arguments: (?P<words>.*)", re.DOTALL), later("not understood: {words}")),
    (re.compile("expected one argument"), later("a value is lacking")),
    (re.compile("expected at least one argument"), later("at least one value is lacking")),
    (re.compile("expected (?P<count>[0-9]+) arguments?"), later("{count} values are wanted")),
    (re.compile("ignored explicit argument (?P<word>.*)", re.DOTALL), later("takes no value, but was given {word}")),
    (
        re.compile("invalid choice: (?P<word>.*) \\(choose from (?P<names>.*)\\)", re.DOTALL),
        later("{word} is none of {names}"),
    ),
    (re.compile("invalid int value: (?P<word>.*)", re.DOTALL), later("{word} is no whole number")),
)
"""argparse's messages as they leave it in English, and how they are said."""


def parser_of(command: Command) -> Parser:
    """The parser of one command, before the command adds its own arguments."""
    parser = Parser(
        prog=f"planner {command.name}",
        description=t(command.summary),
        epilog=t("Global options: --home DIR, --lang en|zh, --demo"),
        allow_abbrev=False,
        add_help=False,
        formatter_class=_Help,
    )
    parser.add_argument("-h", "--help", action="help", help=t("show this and leave"))
    parser.set_defaults(command=command.name)
    return parser


def help_text() -> list[str]:
    """The lines of ``planner --help``."""
    width = max(len(command.name) for command in COMMANDS)
    return [
        t("planner: the day's page of an office. Without a command it opens the planner."),
        "",
        *(f"  {command.name:<{width}}  {t(command.summary)}" for command in COMMANDS),
        "",
        t("Global options: --home DIR, --lang en|zh, --demo"),
        t("planner COMMAND --help tells more of each."),
    ]
