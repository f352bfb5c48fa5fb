"""The app: it knows the places and the clerk, hands messages between them, and little else."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.command import CommandPalette

from planner.tui.clerk import Clerk
from planner.tui.commands import choose_keys
from planner.tui.places.place import Place
from planner.tui.themes import DEFAULTS, BadTheme, chosen_theme, load_theme
from planner.tui.typeahead import TypesAhead
from planner.wording import p, t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from textual.command import Provider
    from textual.message import Message
    from textual.screen import Screen

    from planner.desk.desk import Desk
    from planner.tui.messages import BookChanged, Broke, Fetched, PageRead, Refused
    from planner.tui.widgets.sections import Key

__all__ = ["PLACES", "PlannerApp"]

POLL_SECONDS = 1.0
"""How often another process's changes are looked for."""

REMIND_SECONDS = 20.0
"""How often it is looked for reminders that are due; ten times the first wait, which leaves the opening alone."""

PLACES = {
    "today": "today:TodayPlace",
    "matters": "matters:MattersPlace",
    "receptions": "receptions:ReceptionsPlace",
    "parties": "parties:PartiesPlace",
    "review": "review:ReviewPlace",
}
"""Each place by its mode; its module is imported when it is first visited."""


def _visited(where: str) -> Callable[[], Screen[object]]:
    """Makes the place when it is first visited."""

    def make() -> Screen[object]:
        module, _, name = where.partition(":")
        place: Screen[object] = getattr(__import__(f"planner.tui.places.{module}", fromlist=(name,)), name)()
        return place

    return make


def _bell(_: Desk) -> object:
    """What looks for reminders, imported now."""
    from planner.tui.bell import look

    return look


def _records() -> type[Provider]:
    """The palette's road to records, imported when the palette is opened."""
    from planner.tui.palette import Records

    return Records


class PlannerApp(TypesAhead):
    """The planner on a terminal."""

    CSS_PATH = "styles/app.tcss"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[object]]]] = {
        mode: _visited(where) for mode, where in PLACES.items()
    }
    DEFAULT_MODE = "today"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = App.COMMANDS | {_records}
    TITLE = "planner"

    def __init__(self, desk: Desk, driver: type | None = None) -> None:
        super().__init__(driver_class=driver)
        self.home = desk.home
        self.is_demo = not desk.keeps_up
        """Whether the book is thrown away in the end: whoever writes in it must see that all the time."""
        self.clerk = Clerk(desk, self._hear)
        self.notices: list[str] = []
        """What is to be said as soon as there is a foot to say it in."""
        self.going: tuple[str, Key] | None = None
        """A place and the record to go to, when its page comes."""
        self.awaited = False
        """Whether something is looked up that will take the keyboard when it comes."""
        self.fault: Exception | None = None
        """What ended the app, when a fault of its own did."""
        self.animation_level = "none"
        self.first_run = False
        """Whether language and demo are to be offered when the first page is there."""
        self.wants_demo = False
        """Whether the throw-away book was asked for."""
        self.wear(chosen_theme(desk.settings.theme))
        self._take_keys(desk.settings.keys)

    def _take_keys(self, chosen: tuple[tuple[str, str], ...]) -> None:
        """Bind the user's own keys; what can't be used of them is told when there is a foot."""
        choose_keys({})
        if not chosen:
            return
        from planner.tui.keymap import read_keymap

        keymap = read_keymap(chosen)
        choose_keys(keymap.keys)
        self.set_keymap({name: ",".join(keys) for name, keys in keymap.keys.items()})
        if keymap.problems:
            problems = p("enumeration", "; ").join(keymap.problems)
            self.notices.append(t("[keys] in config.toml: {problems}.", problems=problems))

    def wear(self, name: str) -> None:
        """Put a theme on, also before anything is painted; one that can't be used is told when there is a foot."""
        theme = load_theme(name, self.home)
        if isinstance(theme, BadTheme):
            self.notices.append(t("The theme {name} can't be used: {reason}.", name=theme.name, reason=theme.reason))
        else:
            self.register_theme(theme)
            self.theme = theme.name
            if self.no_color:  # Textual chose how to do without colour before it knew of a theme
                from textual.filter import Monochrome, NoColor

                others = [one for one in self._filters if not isinstance(one, Monochrome | NoColor)]
                self._filters = [*others, NoColor() if theme.ansi else Monochrome()]
            self.stylesheet.set_variables(self.get_css_variables())
            for screen in self._screens_open():
                screen.update_node_styles(animate=False)

    def speak(self) -> None:
        """Say everything anew: the language in use is another."""
        for screen in self._screens_open():
            if isinstance(screen, Place):
                screen.foot.refresh()
        self.reload()

    def _screens_open(self) -> list[Screen[object]]:
        """Every screen of every place that was visited."""
        return [screen for stack in self._screen_stacks.values() for screen in stack]

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Parse all styles anew. Not before the first frame: they were read with the theme's colours just now."""
        if self.place is not None and self.place.sight is not None:
            super().refresh_css(animate)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The planner's own colours, for themes that lack them."""
        return DEFAULTS

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: the command table."""
        from planner.tui.commands import COMMANDS, key_name, keys_of, label_of

        for command in COMMANDS:
            if isinstance(screen, Place):
                yield SystemCommand(
                    t("{label}  {key}", label=label_of(command), key=key_name(keys_of(command)[0])),
                    t(command.help),
                    lambda name=command.id: screen.action_command(name),
                )

    def action_help_quit(self) -> None:
        """Say how one leaves, to whoever pressed Ctrl+c by habit."""
        from planner.tui.commands import BY_ID, key_name, keys_of

        if self.place is not None:
            key = key_name(keys_of(BY_ID["quit"])[0])
            sentence = t("{key} leaves the planner; everything is kept.", key=key)
            if self.is_demo:
                sentence = t("{key} leaves the demo; it is thrown away.", key=key)
            self.place.foot.say(sentence)

    def action_command_palette(self) -> None:
        """The palette, which says in the language in use what it is for."""
        if not CommandPalette.is_open(self):  # type: ignore[arg-type]
            self.push_screen(CommandPalette(placeholder=t("a command, a number, or words of a record")))

    def on_mount(self) -> None:
        """Look for others' changes every second, and repaint after the shell had the terminal."""
        self.set_interval(POLL_SECONDS, self.clerk.look)
        self.set_timer(REMIND_SECONDS / 10, self.remind)
        self.set_interval(REMIND_SECONDS, self.remind)
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))

    @property
    def is_opening(self) -> bool:
        """Whether a line or a menu is about to take the keyboard."""
        if not self.screen_stack:  # leaving: nothing opens any more
            return False
        place = self.place
        return (
            self.awaited
            or (place is not None and (place.slot.is_opening or place.unread))
            or (getattr(self.screen, "TAKES_KEYBOARD", False) and self.focused is None)
        )

    @property
    def has_line(self) -> bool:
        """Whether a line is open at the foot of the place."""
        return self.place is not None and self.place.slot.has_line

    @property
    def place(self) -> Place | None:
        """The place that is seen, also from under a menu."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Place):
                return screen
        return None

    def go_to(self, mode: str, key: Key) -> None:
        """To a record in its place."""
        self.going = mode, key
        if self.current_mode == mode:
            self.reload()
        else:
            self.switch_mode(mode)

    def reload(self) -> None:
        """Have the clerk read the place that is seen, once what is on the screen is painted."""
        place = self.place
        if place is not None:
            self.call_later(self.clerk.read, place.NAME, place.reading())

    def remind(self) -> None:
        """Show the reminders that are due; what that needs is imported by the clerk."""
        if not os.environ.get("PLANNER_NOW"):  # with the clock fixed nothing comes due by itself
            self.fetch(_bell, lambda look: look(self), opens=False)

    def on_page_read(self, event: PageRead) -> None:
        """Show a page, if its place is still the one that is seen."""
        self._collect_from_now_on()
        place = self.place
        if place is not None and event.place == place.NAME:
            if self.going is not None and self.going[0] == place.NAME:
                place.told("", self.going[1])
                self.going = None
            first = place.unread
            place.see(event.page, event.sight)
            if first:
                self.call_later(self.settle)
            if self.notices:
                place.told(" ".join(self.notices), refusal=True)
                self.notices.clear()
            if self.first_run:
                from planner.tui.welcome import welcome

                self.first_run = False
                welcome(place)

    def on_book_moved(self) -> None:
        """Somebody else changed the book, or the minute went by."""
        self.reload()

    def on_book_changed(self, event: BookChanged) -> None:
        """A change of ours was kept."""
        if self.place is not None:
            self.place.told(event.outcome.sentence, event.outcome.follow)
        self.reload()
        self.remind()

    def fetch(self, work: Callable[[Desk], object], then: Callable[[Any], None], *, opens: bool = True) -> None:
        """Look something up in the book; ``then`` gets it. Keys wait meanwhile when it ``opens`` what they are for."""
        self.awaited = self.awaited or opens
        self.clerk.fetch(work, then, opens=opens)

    def on_fetched(self, event: Fetched) -> None:
        """What a verb asked for has come."""
        if event.opens:
            self.awaited = False
            self.call_later(self.settle)  # behind what is opened now
        event.then(event.found)

    def on_refused(self, event: Refused) -> None:
        """A change of ours was not made: say why."""
        if self.awaited:
            self.awaited = False
            self.call_later(self.settle)
        self._collect_from_now_on()
        if self.place is not None:
            self.place.unread = False
            self.place.told(event.sentence, refusal=True)

    def on_broke(self, event: Broke) -> None:
        """A fault of the planner's own: note it in the log, and say where."""
        from planner.tui.faults import note_fault

        self._collect_from_now_on()
        self.awaited = False
        sentence = note_fault(self.home, event.error)
        if self.place is not None:
            self.place.unread = False
            self.place.told(sentence, refusal=True)

    def _collect_from_now_on(self) -> None:
        """Let memory be collected again; what was loaded by now stays, and is not looked through each time."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def _fatal_error(self) -> None:
        """Leave after a fault without Textual's traceback: it would show what the book holds."""
        import sys

        error = sys.exc_info()[1]
        self.fault = error if isinstance(error, Exception) else self._exception
        self._close_messages_no_wait()

    def _hear(self, message: Message) -> bool:
        """Take a message from the clerk's thread; ``False`` when nobody is left to hear it."""
        try:
            return self.post_message(message)
        except RuntimeError:  # the event loop is closed
            return False
