"""Looking around: opening a record, filtering, help, going to a place, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui import grammars
from planner.tui.commands import COMMANDS, applies, command_named, key_name, label_of
from planner.wording import t

if TYPE_CHECKING:
    from planner.tui.places.place import Place

__all__ = [
    "back",
    "command",
    "filter_",
    "go_matters",
    "go_parties",
    "go_receptions",
    "go_today",
    "help_",
    "open_",
    "quit_",
    "suspend",
    "unfold",
]


def open_(place: Place) -> None:
    """Open the record under the cursor: all of it, and what can be done with it by a digit."""
    if place.subject is None or place.sight is None:
        return
    from planner.tui.facts import facts_of
    from planner.tui.widgets.ask import Choice, Menu

    kind = place.kind
    offered = [one for one in COMMANDS if one.menu and applies(one, kind)]
    choices = tuple(
        Choice(one.id, label_of(one), key_name(one.keys[0]), digit=str(digit) if digit < 10 else "0")
        for digit, one in enumerate(offered[:10], 1)
    )

    def chosen(name: str | None) -> None:
        if name is not None:
            place.action_command(name)

    place.app.push_screen(Menu(facts_of(place.list.record, place.sight), choices), chosen)


def unfold(place: Place) -> None:
    """Show all of the band under the cursor, or fold it again."""
    place.list.unfold()


def filter_(place: Place) -> None:
    """Show only what holds some words, while they are typed."""
    grammar = grammars.plain("filter", t("filter"), t("words, a name, a number"))

    def entered(words: str) -> None:
        place.sift(words)
        if words.strip():
            place.told(t("Only what holds “{words}”. Esc shows all again.", words=words.strip()))

    place.slot.ask(grammar, place.sight, entered, value=place.sieve.words, meanwhile=place.sift)


def back(place: Place) -> None:
    """Take the marks away; show everything again."""
    if place.list.marked:
        place.list.mark(frozenset())
    elif place.sieve.words:
        place.sift("")


def help_(place: Place) -> None:
    """All keys."""
    from planner.tui.widgets.help import Help

    place.app.push_screen(Help())


def command(place: Place) -> None:
    """Run a command by the beginning of its name."""

    def entered(words: str) -> None:
        found = command_named(words)
        if found is not None:
            place.action_command(found.id)
        elif words.strip():
            place.told(t("There is no one command “{words}”: ? shows all.", words=words.strip()), refusal=True)

    place.slot.ask(grammars.plain("command", t("command"), t("its name, or how it begins")), place.sight, entered)


def quit_(place: Place) -> None:
    """Leave; the clerk is drained before the process ends."""
    place.app.exit(0)


def suspend(place: Place) -> None:
    """To the shell, until ``fg``."""
    place.app.action_suspend_process()


def go_today(place: Place) -> None:
    """To Today."""
    place.app.switch_mode("today")


def go_matters(place: Place) -> None:
    """To all open matters."""
    place.app.switch_mode("matters")


def go_receptions(place: Place) -> None:
    """To the reception log."""
    place.app.switch_mode("receptions")


def go_parties(place: Place) -> None:
    """To whom to tell what."""
    place.app.switch_mode("parties")
