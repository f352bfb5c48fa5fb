"""``planner tags``: how often each is used.

``tags rename OLD ... NEW`` renames, and merges as ``merge`` does; ``tags remove TAG ...`` takes them off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.desk.tagging import rename_tags, tag_counts
from planner.wording import n, t
from planner.wording.safe import cells, pad

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("words", nargs="*", metavar="rename|merge OLD ... NEW | remove TAG ...")
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Count them, or change them everywhere."""
    if options.words:
        return _change(options.words[0], tuple(options.words[1:]), desk, talk)
    counts = tag_counts(desk)
    if options.json:
        out.json([{"tag": one.tag, "open": one.open, "all": one.all} for one in counts])
        return 0
    width = max((cells(one.tag) for one in counts), default=0)
    for one in counts:
        out.line(t("+{tag}  {open} open, {all} in all", tag=pad(one.tag, width), open=one.open, all=one.all))
    if not counts:
        talk.say(t("There are no tags yet: +TAG in a typed line makes one."))
    return 0


def _change(verb: str, words: tuple[str, ...], desk: Desk, talk: Talk) -> int:
    """Rename, merge or take off."""
    if verb in ("rename", "merge") and len(words) > 1:
        made = rename_tags(desk, words[:-1], words[-1])
        said = n(
            "Renamed on {count} record to {tag}.", "Renamed on {count} records to {tag}.", made.count, tag=words[-1]
        )
        talk.say(t("{said} It was in use already: they are merged.", said=said) if made.merged else said)
    elif verb == "remove" and words:
        made = rename_tags(desk, words, None)
        talk.say(n("Taken off {count} record.", "Taken off {count} records.", made.count))
    else:
        raise UsageError(t("Say which: planner tags rename OLD NEW, or planner tags remove TAG"))
    return 0
