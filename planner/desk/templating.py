"""Templates of steps as TOML: the planner's, and the user's own in the ``templates`` folder beside the book.

    name = "inspection"                 # what is typed; the file's name when it is left out
    aliases = ["检查"]
    title = "Safety inspection"         # or { en = "…", zh = "…" }
    works = ["inspection"]
    steps = ["look", "write down"]      # or tables, as below

    [[steps]]
    text = "ask the sections"           # or en = "…" and zh = "…"
    ahead = 7                           # working days before the date; -2 is after it
    gate = true                         # must be passed before signature

A user's template replaces the planner's own of the same name. One that can't be read is told in one line with the
place, and keeps no other from being used.
"""

from __future__ import annotations

import os
import tomllib
from typing import TYPE_CHECKING, Any

from planner.desk.refused import Refused
from planner.domain.record import Record
from planner.domain.template import Template, TemplateStep
from planner.domain.terms import WORKS
from planner.wording import t
from planner.wording.safe import shown

if TYPE_CHECKING:
    from planner.desk.desk import Desk

__all__ = ["Templates", "template_named", "templates"]

_SHIPPED = os.path.join(os.path.dirname(__file__), "templates")
_KEYS = ("name", "aliases", "title", "source", "works", "steps")
_STEP_KEYS = ("text", "en", "zh", "ahead", "gate")
_MOST_STEPS = 200
_FARTHEST = 250
"""Working days ahead or behind: a year."""
_LARGEST = 1_000_000
"""Bytes of a template's file."""


class Templates(Record):
    """The templates that can be used, by name, and a line for each file that can't."""

    known: tuple[Template, ...]
    problems: tuple[str, ...] = ()


class _Wrong(ValueError):
    """What is wrong with a template, in words."""


def templates(desk: Desk) -> Templates:
    """Every template, the user's own before the planner's of the same name."""
    found: dict[str, Template] = {}
    problems = []
    for folder, of_user in ((_SHIPPED, False), (os.path.join(desk.home, "templates"), True)):
        for name in _files(folder):
            path = os.path.join(folder, name)
            try:
                made = _read(path, name.removesuffix(".toml"), of_user=of_user)
            except (_Wrong, OSError, ValueError) as error:
                problems.append(_problem(path, error))
            else:
                found[made.name.casefold()] = made
    return Templates(known=tuple(sorted(found.values(), key=lambda one: one.name)), problems=tuple(problems))


def template_named(desk: Desk, word: str) -> Template | None:
    """The template that a word means, ``None`` without one. Raises ``Refused`` when its file can't be read."""
    found = templates(desk)
    for template in sorted(found.known, key=lambda one: not one.of_user):
        if template.answers_to(word):
            return template
    spoilt = os.path.join(desk.home, "templates", f"{word}.toml")
    for problem in found.problems:
        if shown(spoilt) in problem:
            raise Refused(problem)
    return None


def _files(folder: str) -> list[str]:
    """The names of a folder's templates; none when there is no such folder."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(".toml") and not name.startswith("."))
    except OSError:
        return []


def _problem(path: str, error: Exception) -> str:
    """The line for a file that can't be used."""
    if isinstance(error, _Wrong):
        why = str(error)
    elif isinstance(error, OSError):
        why = t("it can't be read ({reason})", reason=error.strerror or "")
    elif isinstance(error, UnicodeDecodeError):
        why = t("it is not UTF-8 text")
    else:
        why = t("it is not TOML: {words}", words=shown(str(error)))
    return t(
        "The template {path} is left out: {why}. Correct it or move it away.", path=shown(path), why=why.rstrip(".")
    )


def _read(path: str, stem: str, *, of_user: bool) -> Template:
    """One template. Raises ``_Wrong``, OSError, ValueError."""
    with open(path, "rb") as file:
        raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise _Wrong(t("it is too large"))
    values = tomllib.loads(raw.decode("utf-8"))
    for key in values:
        if key not in _KEYS:
            raise _Wrong(t("“{key}” is not known: it takes {wanted}", key=shown(key), wanted=", ".join(_KEYS)))
    name = _text(values.get("name", stem), "name")
    title_en, title_zh = _both(values.get("title", name), "title")
    steps = values.get("steps")
    if not isinstance(steps, list) or not steps or len(steps) > _MOST_STEPS:
        raise _Wrong(t("steps must be a list of 1 to {count} steps", count=_MOST_STEPS))
    works = _texts(values.get("works", []), "works")
    for work in works:
        if work not in WORKS:
            raise _Wrong(t("“{key}” is not known: it takes {wanted}", key=shown(work), wanted=", ".join(WORKS)))
    return Template(
        name=name,
        title_en=title_en,
        title_zh=title_zh,
        steps=tuple(_step(step, place) for place, step in enumerate(steps, 1)),
        aliases=_texts(values.get("aliases", []), "aliases"),
        source=None if "source" not in values else _text(values["source"], "source"),
        works=works,
        of_user=of_user,
    )


def _step(value: Any, place: int) -> TemplateStep:
    """One step: a text, or a table."""
    where = t("step {place}", place=place)
    if isinstance(value, str):
        return TemplateStep(en=_text(value, where), zh=_text(value, where))
    if not isinstance(value, dict):
        raise _Wrong(t("{where} must be a text or a table", where=where))
    for key in value:
        if key not in _STEP_KEYS:
            raise _Wrong(
                t(
                    "{where}: “{key}” is not known: it takes {wanted}",
                    where=where,
                    key=shown(key),
                    wanted=", ".join(_STEP_KEYS),
                )
            )
    text = value.get("text", value.get("en", value.get("zh")))
    ahead, gate = value.get("ahead"), value.get("gate", False)
    if ahead is not None and (not isinstance(ahead, int) or isinstance(ahead, bool) or abs(ahead) > _FARTHEST):
        raise _Wrong(
            t("{where}: ahead must be a whole number of working days, at most {count}", where=where, count=_FARTHEST)
        )
    if not isinstance(gate, bool):
        raise _Wrong(t("{where}: gate must be true or false", where=where))
    return TemplateStep(
        en=_text(value.get("en", text), where), zh=_text(value.get("zh", text), where), ahead=ahead, gate=gate
    )


def _both(value: Any, where: str) -> tuple[str, str]:
    """A text in both languages: one for both, or a table of them."""
    if isinstance(value, dict):
        text = value.get("en", value.get("zh"))
        return _text(value.get("en", text), where), _text(value.get("zh", text), where)
    return _text(value, where), _text(value, where)


def _texts(value: Any, where: str) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(value, list):
        raise _Wrong(t("{where} must be a list of texts", where=where))
    return tuple(_text(one, where) for one in value)


def _text(value: Any, where: str) -> str:
    """A text of one line."""
    if not isinstance(value, str) or not value.strip() or "\n" in value:
        raise _Wrong(t("{where} must be a text on one line", where=where))
    return value.strip()
