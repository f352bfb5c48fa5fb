"""``planner config``: all settings; ``config KEY`` one of them; ``config KEY VALUE`` changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.setting import change, setting_rows
from planner.wording import t

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("key", nargs="?", metavar="KEY")
    parser.add_argument("value", nargs="*", metavar="VALUE")
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Show or change."""
    key, value = options.key, " ".join(options.value)
    if key is not None and not value and "=" in key and not key.startswith("views."):
        key, _, value = key.partition("=")  # as it stands in config.toml
    elif value.startswith("= "):
        value = value[2:]
    if key is not None and value:
        row = change(desk, key.strip(), value.strip())
        talk.say(t("{key} is {value} now.", key=row.key, value=row.value))
        return 0
    rows = setting_rows(desk, key)
    if options.json:
        out.json({row.key: row.value for row in rows})
        return 0
    width = max(len(row.key) for row in rows)
    for row in rows:
        out.line(t("{key} = {value}   takes {wanted}", key=f"{row.key:<{width}}", value=row.value, wanted=row.wanted))
    return 0
