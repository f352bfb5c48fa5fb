"""The one table of settings: the key and what it takes. Reading, checking and changing config.toml stand here."""

from __future__ import annotations

import os
import tempfile
import tomllib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from planner.config.commands import is_command
from planner.config.errors import BadSettingError, UnwritableSettingError
from planner.config.paths import config_file
from planner.config.settings import Settings
from planner.domain.record import Record
from planner.domain.reminder_rules import read_offsets, read_span, read_time
from planner.domain.score import Weights
from planner.wording import later

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SETTINGS", "Setting", "change_setting", "compile_settings", "setting_named", "write_aside"]


class Setting(Record):
    """One row: a key of config.toml, the values it takes (as the user is told), and the check."""

    key: str
    wanted: str
    accepts: Callable[[object], bool]


def _one_of(*values: str) -> Callable[[object], bool]:
    """Accept one of some words."""
    return lambda value: value in values


def _is_name(value: object) -> bool:
    """Accept a name on one line."""
    return isinstance(value, str) and bool(value.strip()) and value.isprintable()


def _whole(least: int, most: int) -> Callable[[object], bool]:
    """Accept a whole number between two limits."""
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _reads(read: Callable[[str], object]) -> Callable[[object], bool]:
    """Accept text that a function reads without raising ValueError."""

    def accepts(value: object) -> bool:
        if not isinstance(value, str):
            return False
        try:
            read(value)
        except ValueError:
            return False
        return True

    return accepts


def _is_switch(value: object) -> bool:
    """Accept true and false."""
    return isinstance(value, bool)


def _is_command(value: object) -> bool:
    """Accept a command line in which a reminder's words are safe, or none."""
    return isinstance(value, str) and is_command(value)


def _is_file(value: object) -> bool:
    """Accept the name of a file beside the book; a path would lead out of its folder."""
    return (
        isinstance(value, str) and value.isprintable() and value[:1] not in ("", ".", " ") and not {*value} & {*"/\\:"}
    )


def _is_toml(value: object) -> bool:
    """Accept the name of a TOML file beside the book."""
    return _is_file(value) and str(value).endswith(".toml")


SETTINGS: tuple[Setting, ...] = (
    Setting(key="lang", wanted="auto, en, zh", accepts=_one_of("auto", "en", "zh")),
    Setting(key="day_first", wanted="true, false", accepts=lambda value: isinstance(value, bool)),
    Setting(
        key="calendar",
        wanted=later("china, weekends, FILE.toml"),
        accepts=lambda value: value in ("china", "weekends") or _is_toml(value),
    ),
    Setting(key="theme", wanted="auto, light, dark", accepts=_is_file),
    Setting(key="office", wanted=later("text"), accepts=lambda value: isinstance(value, str) and "\n" not in value),
    Setting(key="addressee", wanted=later("text"), accepts=lambda value: isinstance(value, str) and "\n" not in value),
    Setting(key="patience_days", wanted="1-250", accepts=_whole(1, 250)),
    Setting(key="patience_postponements", wanted="1-99", accepts=_whole(1, 99)),
    Setting(key="patience_shown", wanted="1-20", accepts=_whole(1, 20)),
    Setting(key="yellow_days", wanted="0-60", accepts=_whole(0, 60)),
    Setting(key="short_term", wanted="0-365", accepts=_whole(0, 365)),
    Setting(key="bulk_ask", wanted="0-100000", accepts=_whole(0, 100_000)),
    Setting(key="retention_years", wanted="0-100", accepts=_whole(0, 100)),
    *(
        Setting(key=f"remind_{source}", wanted="true, false", accepts=_is_switch)
        for source in ("timed", "morning", "steps", "clocks", "chases", "talks", "receipts", "workdays")
    ),
    Setting(key="remind_before", wanted=later("minutes, as 10, 0"), accepts=_reads(read_offsets)),
    Setting(key="remind_morning_at", wanted=later("a time, as 08:00"), accepts=_reads(read_time)),
    Setting(key="remind_quiet", wanted=later("times, as 22:00-07:00, or off"), accepts=_reads(read_span)),
    Setting(key="remind_cap", wanted="0-1000", accepts=_whole(0, 1000)),
    Setting(
        key="remind_command",
        wanted=later("a command with {title} and {body} as words of their own (a script reads $PLANNER_TITLE), or off"),
        accepts=_is_command,
    ),
    *(
        Setting(key=f"font_{use}", wanted=later("the name of a font"), accepts=_is_name)
        for use in ("title", "heading", "subheading", "body", "latin")
    ),
    *(
        Setting(key=f"weights.{field.name}", wanted="-10000 - 10000", accepts=_whole(-10_000, 10_000))
        for field in Weights.FIELDS
    ),
)

_VIEW = Setting(
    key="views",
    wanted=later("a filter on one line"),
    accepts=lambda value: (
        isinstance(value, str) and bool(value.strip()) and not any(sign in value for sign in "\t\r\n")
    ),
)
"""A saved view; its key is ``views.`` and the name that the user gives it."""

_KEYS = Setting(
    key="keys",
    wanted=later("keys with commas between, as e,ctrl+e"),
    accepts=lambda value: isinstance(value, str) and value.isprintable(),
)
"""Other keys for a command of the screen; its key is ``keys.`` and the command's id. The screen tells unknown ids."""

_BY_KEY = {setting.key: setting for setting in SETTINGS}


def setting_named(key: str) -> Setting:
    """The row of a key. Raises ``BadSettingError`` that lists the keys when there is none."""
    if key.startswith("views.") and len(key) > 6 and not any(sign in key for sign in "\t\r\n"):
        return Setting(key=key, wanted=_VIEW.wanted, accepts=_VIEW.accepts)
    if key.startswith("keys.") and len(key) > 5 and key.isprintable():
        return Setting(key=key, wanted=_KEYS.wanted, accepts=_KEYS.accepts)
    try:
        return _BY_KEY[key]
    except KeyError:
        inner = key.partition(".")[0] == "weights"
        wanted = ", ".join(row.key for row in SETTINGS if ("." in row.key) is inner)
        raise BadSettingError(key, None, wanted) from None


def compile_settings(home: str, stamp: str) -> Settings:
    """Read config.toml, check each value, and renew the cache under ``stamp``. Raises ``BadSettingError``."""
    path = config_file(home)
    settings = _checked(_parsed(path), path)
    lines = [stamp]
    for field in Settings.FIELDS:
        value = getattr(settings, field.name)
        if field.name == "weights":
            lines += [f"weights.{name}\t{points}" for name, points in value]
        elif field.name == "views":
            lines += [f"views.{name}\t{text}" for name, text in value]
        elif field.name == "keys":
            lines += [f"keys.{name}\t{text}" for name, text in value]
        elif value != field.default:
            lines.append(f"{field.name}\t{str(value).lower() if isinstance(value, bool) else value}")
    lines.append("end")
    with suppress(OSError):  # a folder that can't be written still has readable settings; the cache only saves time
        write_aside(os.path.join(home, "cache", "settings"), "\n".join(lines))
    return settings


def change_setting(home: str, key: str, text: str) -> Settings:
    """Set one key in config.toml, leaving its other lines and comments as they are; ``text`` is a TOML value or a word.

    Raises ``BadSettingError`` and leaves the file as it was when the value is not one that the key takes.
    """
    row = setting_named(key)
    value = text if key.startswith(("views.", "keys.")) else _value_of(text)
    if not row.accepts(value):
        value = text
    if not row.accepts(value):
        raise BadSettingError(key, text, row.wanted)
    _check_theme(home, key, value)
    path = config_file(home)
    section, _, name = ("views", ".", _toml_key(key[6:])) if key.startswith("views.") else key.rpartition(".")
    lines = _read(path).splitlines() if os.path.lexists(path) else []
    written = "\n".join(_with_line(lines, section, name, f"{name} = {_toml(value)}")) + "\n"
    settings = _checked(_loads(written, path), path)
    try:
        os.makedirs(home, mode=0o700, exist_ok=True)
        write_aside(path, written)
    except UnicodeEncodeError:  # half a character, as a terminal in another encoding gives
        raise BadSettingError(key, text, row.wanted) from None
    except OSError as error:
        raise UnwritableSettingError(str(error.filename or path), error.strerror or str(error)) from error
    return settings


def _check_theme(home: str, key: str, value: object) -> None:
    """Raise ``BadSettingError`` when a setting names a theme that is not there."""
    if key == "theme":
        from planner.config.theme_files import theme_names

        names = ("auto", *theme_names(home))
        if value not in names:
            raise BadSettingError(key, value, ", ".join(names))


def _parsed(path: str) -> dict[str, Any]:
    """What config.toml holds."""
    return _loads(_read(path), path)


def _read(path: str) -> str:
    """The text of config.toml. Raises ``BadSettingError`` when it is none, or can't be read."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except UnicodeDecodeError:
        raise BadSettingError(None, None, "UTF-8", place=path) from None
    except OSError as error:
        raise BadSettingError(None, error.strerror or str(error), "TOML", place=path) from None


def _loads(text: str, path: str) -> dict[str, Any]:
    """TOML text as values; ``BadSettingError`` with the place when it is not TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadSettingError(None, str(error), "TOML", place=path) from None


def _checked(values: dict[str, Any], path: str) -> Settings:
    """The settings that these values make. Raises ``BadSettingError`` naming the file and the first bad one."""
    weights: list[tuple[str, int]] = []
    views: list[tuple[str, str]] = []
    keys: list[tuple[str, str]] = []
    chosen: dict[str, object] = {}
    flat: list[tuple[str, object]] = []
    for key, value in values.items():
        if isinstance(value, dict):
            flat += [(f"{key}.{name}", inner) for name, inner in value.items()]
        else:
            flat.append((key, value))
    for key, value in flat:
        try:
            row = setting_named(key)
        except BadSettingError as unknown:
            raise BadSettingError(key, None, unknown.wanted, place=path) from None
        if not row.accepts(value):
            raise BadSettingError(key, value, row.wanted, place=path)
        if key.startswith("weights."):
            weights.append((key.removeprefix("weights."), int(str(value))))
        elif key.startswith("views."):
            views.append((key.removeprefix("views."), str(value)))
        elif key.startswith("keys."):
            keys.append((key.removeprefix("keys."), str(value)))
        else:
            chosen[key] = value
    named = {"weights": tuple(sorted(weights)), "views": tuple(views), "keys": tuple(keys)}
    return Settings.restore({**chosen, **named})


def _value_of(text: str) -> object:
    """A word from the command line as the TOML value that it spells; the word itself when it spells none."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _toml_key(name: str) -> str:
    """A name as a key of TOML: bare where it may be, quoted else."""
    return name if name.isascii() and name.replace("-", "").replace("_", "").isalnum() else _toml(name)


def _toml(value: object) -> str:
    """A value as TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _with_line(lines: list[str], section: str, name: str, new: str) -> list[str]:
    """``lines`` with the key's line replaced, or added at the end of its section."""
    current = ""
    last = None
    for place, line in enumerate(lines):
        bare = line.strip()
        head = bare.partition("#")[0].rstrip()
        if head.startswith("[") and head.endswith("]"):
            current = head[1:-1].strip()
        if current == section:
            if bare.partition("=")[0].strip() == name:
                return [*lines[:place], new, *lines[place + 1 :]]
            if bare or last is None:
                last = place
    if last is not None:
        return [*lines[: last + 1], new, *lines[last + 1 :]]
    return [*lines, f"[{section}]", new] if section else [new, *lines]


def write_aside(path: str, text: str) -> None:
    """Write a private file beside its place and rename it there."""
    folder = os.path.dirname(path)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=folder, prefix=".aside-")  # mkstemp makes it 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, path)
    except BaseException:
        os.unlink(aside)
        raise
