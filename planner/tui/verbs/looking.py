"""Looking around: opening a record, filtering, help, going to a place, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui import grammars
from planner.tui.commands import command_named
from planner.wording import t

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.tui.grammars import Grammar
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
    "unfold_all",
]


def open_(place: Place) -> None:
    """Open the record under the cursor: all of it, and what can be done with it by a digit."""
    if place.subject is None or place.sight is None:
        return
    from planner.tui.facts import facts_of
    from planner.tui.menus import offered_to, turn_pages

    offered = offered_to(place.kind, None if place.list.marked else place.subject)
    turn_pages(place, facts_of(place.list.record, place.sight), offered, place.action_command)


def unfold(place: Place) -> None:
    """Show all of the band under the cursor, or fold it again."""
    place.list.unfold()


def unfold_all(place: Place) -> None:
    """Show all of every band, or fold them again."""
    place.list.unfold_all()


def filter_(place: Place) -> None:
    """Show only what holds some words, while they are typed."""
    own: Callable[[], Grammar] | None = getattr(place, "filter_grammar", None)
    grammar = grammars.plain("filter", t("filter"), t("words, a name, a number")) if own is None else own()
    wrong: Callable[[str], str] = getattr(place, "filter_slip", lambda _: "")

    def entered(words: str) -> None:
        place.sift(words)
        if words.strip():
            place.told(t("Only what holds “{words}”. Esc shows all again.", words=words.strip()))

    def check(words: str) -> str:
        slip = wrong(words)
        holds = place.sieve.words.strip()
        if slip and holds:
            return t("{slip}; “{words}” still holds", slip=slip, words=holds)
        return slip

    place.slot.ask(grammar, place.sight, entered, value=place.sieve.words, meanwhile=place.sift, check=check)


def back(place: Place) -> None:
    """Take the marks away; show everything again; leave what the place was gone into, as a walk."""
    leave: Callable[[], None] | None = getattr(place, "leave_walk", None)
    if place.list.marked:
        place.list.mark(frozenset())
    elif place.sieve.words:
        place.sift("")
    elif leave is not None:
        leave()


def help_(place: Place) -> None:
    """All keys."""
    from planner.tui.widgets.help import Help

    place.app.push_screen(Help(place.kind))


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
