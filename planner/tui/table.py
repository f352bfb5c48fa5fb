"""The one table of commands: its keys, its words, where it applies, what does it.

Bindings, foot, menu, palette, help and the README's table of keys are made of it. A new command is a line here and a
function in ``planner/tui/verbs``, which is imported when the command is first used.
"""

from __future__ import annotations

from planner.domain.record import Record
from planner.wording import later, later_p

__all__ = ["COMMANDS", "GROUPS", "Command"]

ANYTHING = ("matter", "reception", "party", "point")


class Command(Record):
    """One thing that can be done with a key, a click, a digit in the menu, or by name."""

    id: str
    keys: tuple[str, ...]
    """Textual's names; the first is the one that is shown."""
    label: str
    """Shortly, for foot and menu."""
    help: str
    """A sentence for help and palette."""
    run: str
    """``module:function`` under ``planner.tui.verbs``; the function takes the place."""
    on: tuple[str, ...] = ()
    """Kinds of record that it applies to; everywhere when empty."""
    group: str = "go"
    foot: int = 0
    """Its place in the foot, small first; 0: not there."""
    menu: bool = False
    """Whether it stands in the menu of the record under the cursor."""


GROUPS: tuple[tuple[str, str], ...] = (
    ("take", later("Take down")),
    ("do", later("With the record under the cursor")),
    ("book", later("Take back")),
    ("look", later("Look")),
    ("go", later("Move")),
)
"""In the order of the help."""

MATTER = ("matter",)

COMMANDS: tuple[Command, ...] = (
    Command(
        id="add",
        keys=("a",),
        label=later_p("command", "add"),
        help=later("Write a matter down in one line"),
        run="taking:add",
        group="take",
        foot=1,
    ),
    Command(
        id="visit",
        keys=("v",),
        label=later_p("command", "visit"),
        help=later("Register a visitor, a call or a letter in one line"),
        run="taking:visit",
        group="take",
        foot=2,
    ),
    Command(
        id="point",
        keys=("n",),
        label=later_p("command", "point"),
        help=later("Note one thing to tell somebody"),
        run="taking:point",
        group="take",
        foot=3,
    ),
    Command(
        id="done",
        keys=("x", "space"),
        label=later_p("command", "done"),
        help=later("Mark it done, with what came of it; a visit: the answer given; a party: the talk was held"),
        run="matters:done",
        on=ANYTHING,
        group="do",
        foot=4,
        menu=True,
    ),
    Command(
        id="return",
        keys=("r",),
        label=later_p("command", "return"),
        help=later("Send it back to be done again, with the words said"),
        run="matters:return_",
        on=MATTER,
        group="do",
        foot=8,
        menu=True,
    ),
    Command(
        id="grade",
        keys=("m",),
        label=later_p("command", "major/minor"),
        help=later("Make a major matter minor, or a minor one major"),
        run="matters:grade",
        on=MATTER,
        group="do",
        menu=True,
    ),
    Command(
        id="priority",
        keys=("p",),
        label=later_p("command", "priority"),
        help=later("Set the priority: p, then 1 to 4"),
        run="matters:priority",
        on=MATTER,
        group="do",
        menu=True,
    ),
    Command(
        id="date",
        keys=("d",),
        label=later_p("command", "date"),
        help=later("Put it off, or give it a date, in the words you would type"),
        run="matters:date",
        on=MATTER,
        group="do",
        foot=7,
        menu=True,
    ),
    Command(
        id="hand",
        keys=("greater_than_sign", "》", "〉"),
        label=later_p("command", "hand over"),
        help=later("Hand it to somebody; of several names the first leads"),
        run="matters:hand",
        on=MATTER,
        group="do",
        foot=6,
        menu=True,
    ),
    Command(
        id="chase",
        keys=("c",),
        label=later_p("command", "chase"),
        help=later("Write into the chase log what was said and promised"),
        run="matters:chase",
        on=MATTER,
        group="do",
        foot=9,
        menu=True,
    ),
    Command(
        id="note",
        keys=("o",),
        label=later_p("command", "note"),
        help=later("Write down what happened in between"),
        run="matters:note",
        on=MATTER,
        group="do",
        menu=True,
    ),
    Command(
        id="drop",
        keys=("D",),
        label=later_p("command", "give up"),
        help=later("Give it up, with the reason"),
        run="matters:drop",
        on=MATTER,
        group="do",
        menu=True,
    ),
    Command(
        id="rank-up",
        keys=("K", "shift+up"),
        label=later_p("command", "rank up"),
        help=later("Move it up past its neighbour"),
        run="matters:rank_up",
        on=MATTER,
        group="do",
    ),
    Command(
        id="rank-down",
        keys=("J", "shift+down"),
        label=later_p("command", "rank down"),
        help=later("Move it down past its neighbour"),
        run="matters:rank_down",
        on=MATTER,
        group="do",
    ),
    Command(
        id="undo",
        keys=("u",),
        label=later_p("command", "undo"),
        help=later("Take back the last change, whole, and say what it was"),
        run="past:undo",
        group="book",
        foot=5,
    ),
    Command(
        id="redo",
        keys=("ctrl+r",),
        label=later_p("command", "redo"),
        help=later("Do again what was taken back"),
        run="past:redo",
        group="book",
    ),
    Command(
        id="open",
        keys=("enter",),
        label=later_p("command", "menu"),
        help=later("Open the record, and choose what to do by a digit"),
        run="looking:open_",
        group="look",
        foot=10,
    ),
    Command(
        id="unfold",
        keys=("tab",),
        label=later_p("command", "whole band"),
        help=later("Show all of this band, or fold it again"),
        run="looking:unfold",
        group="look",
    ),
    Command(
        id="filter",
        keys=("slash", "、", "／"),
        label=later_p("command", "filter"),
        help=later("Show only what holds these words"),
        run="looking:filter_",
        group="look",
        foot=11,
    ),
    Command(
        id="help",
        keys=("question_mark", "？", "f1"),
        label=later_p("command", "help"),
        help=later("Show all keys"),
        run="looking:help_",
        group="look",
        foot=12,
    ),
    Command(
        id="command",
        keys=("colon", "："),
        label=later_p("command", "command"),
        help=later("Run a command by its name"),
        run="looking:command",
        group="look",
    ),
    Command(
        id="back",
        keys=("escape",),
        label=later_p("command", "back"),
        help=later("Leave the filter, close what is open"),
        run="looking:back",
        group="look",
    ),
    Command(
        id="quit",
        keys=("q",),
        label=later_p("command", "quit"),
        help=later("Leave the planner; everything is kept"),
        run="looking:quit_",
        group="look",
        foot=13,
    ),
    Command(
        id="down",
        keys=("j", "down"),
        label=later_p("command", "down"),
        help=later("One down"),
        run="moving:down",
    ),
    Command(
        id="up",
        keys=("k", "up"),
        label=later_p("command", "up"),
        help=later("One up"),
        run="moving:up",
    ),
    Command(
        id="page-down",
        keys=("pagedown", "ctrl+d"),
        label=later_p("command", "page down"),
        help=later("A page down"),
        run="moving:page_down",
    ),
    Command(
        id="page-up",
        keys=("pageup", "ctrl+u"),
        label=later_p("command", "page up"),
        help=later("A page up"),
        run="moving:page_up",
    ),
    Command(
        id="top",
        keys=("home",),
        label=later_p("command", "top"),
        help=later("To the top"),
        run="moving:top",
    ),
    Command(
        id="top-by-gg",
        keys=("g",),
        label=later_p("command", "top"),
        help=later("To the top: g twice"),
        run="moving:top_by_gg",
    ),
    Command(
        id="bottom",
        keys=("G", "end"),
        label=later_p("command", "bottom"),
        help=later("To the bottom"),
        run="moving:bottom",
    ),
    Command(
        id="today",
        keys=("1",),
        label=later_p("command", "Today"),
        help=later("What the day asks"),
        run="looking:go_today",
        group="look",
    ),
    Command(
        id="matters",
        keys=("2",),
        label=later_p("command", "Matters"),
        help=later("All open matters by score"),
        run="looking:go_matters",
        group="look",
    ),
    Command(
        id="receptions",
        keys=("3",),
        label=later_p("command", "Reception"),
        help=later("The reception log"),
        run="looking:go_receptions",
        group="look",
    ),
    Command(
        id="parties",
        keys=("4",),
        label=later_p("command", "Communication"),
        help=later("Whom to tell what"),
        run="looking:go_parties",
        group="look",
    ),
    Command(
        id="suspend",
        keys=("ctrl+z",),
        label=later_p("command", "to the shell"),
        help=later("Put the planner behind; fg brings it back"),
        run="looking:suspend",
        group="look",
    ),
)
