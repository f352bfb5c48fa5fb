"""What is made of the command table: bindings, names of keys, labels, and the verbs themselves."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.binding import Binding

from planner.tui.table import COMMANDS, GROUPS, Command
from planner.wording import p

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

__all__ = [
    "BY_ID",
    "COMMANDS",
    "GROUPS",
    "Command",
    "applies",
    "bindings",
    "choose_keys",
    "command_named",
    "key_name",
    "keys_of",
    "label_of",
    "verb_of",
]

BY_ID = {command.id: command for command in COMMANDS}

_KEY_NAMES = {
    "greater_than_sign": ">",
    "slash": "/",
    "exclamation_mark": "!",
    "asterisk": "*",
    "left": "←",
    "right": "→",
    "question_mark": "?",
    "colon": ":",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "shift+up": "Shift+↑",
    "shift+down": "Shift+↓",
    "up": "↑",
    "down": "↓",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "home": "Home",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "end": "End",
    "ctrl+up": "Ctrl+↑",
    "ctrl+down": "Ctrl+↓",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}
_CHOSEN: dict[str, tuple[str, ...]] = {}
"""The user's own keys by command id."""


def key_name(key: str) -> str:
    """A key as it is shown."""
    found = _KEY_NAMES.get(key)
    if found is None and len(key) > 2 and "_" in key:
        import unicodedata  # a sign that the user chose goes by its Unicode name

        with suppress(KeyError):
            found = unicodedata.lookup(key.replace("_", " ").upper())
    return key if found is None else found


def choose_keys(keys: dict[str, tuple[str, ...]]) -> None:
    """Have other keys for some commands, wherever keys are shown."""
    _CHOSEN.clear()
    _CHOSEN.update(keys)


def keys_of(command: Command) -> tuple[str, ...]:
    """The keys of a command: the user's own, else the table's."""
    return _CHOSEN.get(command.id, command.keys)


def label_of(command: Command, kind: str | None = None) -> str:
    """The command's label in the language in use, as it is called with a record of this kind."""
    called = dict(command.called).get(kind or "", command.label)
    return p("command", called)


def bindings() -> list[Binding]:
    """Textual's bindings of all commands, each with the command's id, by which a keymap can change it."""
    return [
        Binding(",".join(keys_of(command)), f"command('{command.id}')", command.label, show=False, id=command.id)
        for command in COMMANDS
    ]


def applies(command: Command, kind: str | None) -> bool:
    """Whether a command can be given with a record of this kind under the cursor (``None``: with none)."""
    return not command.on or kind in command.on


def verb_of(command: Command) -> Callable[[Any], None]:
    """The function that does a command, imported now."""
    module, _, name = command.run.partition(":")
    found: Callable[[Any], None] = getattr(
        __import__(f"planner.tui.verbs.{module}", fromlist=(name,)),
        name,
    )
    return found


def command_named(words: str) -> Command | None:
    """The command whose id or label begins with the words; ``None`` when there is none, or more than one."""
    wanted = words.strip().lower()
    if not wanted:
        return None
    names = {command.id: (command.id, label_of(command).lower()) for command in COMMANDS}
    for found in (
        [number for number, both in names.items() if wanted in both],
        [number for number, both in names.items() if any(name.startswith(wanted) for name in both)],
    ):
        if len(found) == 1:
            return BY_ID[found[0]]
    return None
