"""The user's own keys: ``[keys]`` of config.toml gives a command's id other keys, ``edit = "f3,ctrl+e"``.

What can't be used is told in one line when the planner opens; what can be used holds in bindings, foot, help, menus and
palette alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.keys import Keys, _character_to_key

from planner.tui.commands import BY_ID, COMMANDS, key_name
from planner.wording import t
from planner.wording.safe import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Keymap", "read_keymap"]

_NAMED = frozenset(key.value for key in Keys)
_HELD = ("ctrl+", "shift+", "alt+")
NOT_GIVEN = frozenset(("ctrl+c", "ctrl+q"))
"""Keys that leave or copy whatever is set."""


class Keymap(NamedTuple):
    """Keys by command id, as Textual names them, and what is wrong with the user's table, in words."""

    keys: dict[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()


def read_keymap(chosen: Iterable[tuple[str, str]]) -> Keymap:
    """The user's table checked: unknown ids and keys are left out, a key that two commands want stays with the first.

    A command that got other keys gives up its own, so that those are free for another.
    """
    problems: list[str] = []
    wanted: dict[str, tuple[str, ...]] = {}
    for name, text in chosen:
        if name not in BY_ID:
            problems.append(t("“{name}” is no command", name=shown(name)))
            continue
        keys = [_normal(key) for key in _split(text)]
        problems += [t("“{key}” is no key", key=shown(key)) for key in keys if not _is_key(key)]
        wanted[name] = tuple(dict.fromkeys(key for key in keys if _is_key(key)))
    while True:
        made, clashes = _given(wanted)
        lost = next((name for name, keys in made.items() if not keys), None)
        if lost is None:
            return Keymap(made, tuple(dict.fromkeys((*problems, *clashes))))
        problems += clashes
        del wanted[lost]  # it keeps its own keys, which are no longer free for another


def _given(wanted: dict[str, tuple[str, ...]]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The keys that each command gets of those it wants, and what clashes."""
    taken = {_normal(key): command.id for command in COMMANDS if command.id not in wanted for key in command.keys}
    made: dict[str, tuple[str, ...]] = {}
    clashes = []
    for name, wishes in wanted.items():
        clashes += [
            t("{key} belongs to “{name}” already", key=key_name(key), name=taken[key]) for key in wishes if key in taken
        ]
        made[name] = tuple(key for key in wishes if key not in taken)
        taken.update(dict.fromkeys(made[name], name))
    return made, clashes


def _split(text: str) -> list[str]:
    """Keys with commas between; a comma itself is called ``comma``."""
    return [key.strip() for key in text.split(",") if key.strip()]


def _normal(key: str) -> str:
    """A key as Textual names it: ``>`` is ``greater_than_sign``, while letters and Chinese signs stand as they are."""
    if len(key) == 1:
        return _character_to_key(key)
    head, plus, last = key.rpartition("+")
    return f"{head.lower()}+{_normal(last)}" if plus and last else key.lower() if key.lower() in _NAMED else key


def _is_key(key: str) -> bool:
    """Whether a terminal could send it."""
    if key in NOT_GIVEN:
        return False
    bare = key
    while bare.startswith(_HELD):
        bare = bare.partition("+")[2]
    return len(bare) == 1 or bare in _NAMED or _is_sign(bare)


def _is_sign(name: str) -> bool:
    """Whether it is the name that Textual has for a character."""
    import unicodedata

    try:
        unicodedata.lookup(name.replace("_", " ").upper())
    except KeyError:
        return False
    return True
