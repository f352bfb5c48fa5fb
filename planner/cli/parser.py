"""The argument parser of the commands that may take their time: argparse, with its errors in one line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from planner.cli.options import UsageError
from planner.cli.table import COMMANDS
from planner.wording import t

if TYPE_CHECKING:
    from planner.cli.table import Command

__all__ = ["HelpAsked", "Parser", "help_text", "parser_of"]


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
        found = self.parse_intermixed_args([*words[:place], *(_MARK + word for word in behind)])
        for name, value in vars(found).items():
            if isinstance(value, list):
                setattr(found, name, [_plain(word) for word in value])
            else:
                setattr(found, name, _plain(value))
        return found

    def error(self, message: str) -> NoReturn:
        """Raise ``UsageError`` with the message and where help is."""
        raise UsageError(t("{command}: {message}. See {command} --help.", command=self.prog, message=message))

    def print_help(self, file: object = None) -> NoReturn:  # noqa: ARG002 - the streams have their own owners
        """Raise ``HelpAsked`` instead of printing: stdout has one owner."""
        raise HelpAsked(self.format_help().rstrip())


_MARK = "\0"
"""Stands before a word that is no option whatever it looks like; no word of a command line can hold it."""


def _plain(value: object) -> object:
    """A value without the mark."""
    return value.removeprefix(_MARK) if isinstance(value, str) else value


def parser_of(command: Command) -> Parser:
    """The parser of one command, before the command adds its own arguments."""
    parser = Parser(
        prog=f"planner {command.name}",
        description=t(command.summary),
        epilog=t("Global options: --home DIR, --lang en|zh, --demo"),
        allow_abbrev=False,
    )
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
