"""The tables that things are added to: whatever lacks its line, or its counterpart, is named here."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import hatch_build
import planner
import planner.cli.commands
import planner.domain
from planner.cli.table import COMMANDS
from planner.domain.entry import Entry
from planner.domain.kinds import KINDS, Kind, kind_named, kind_of, kind_of_table
from planner.domain.record import MISSING
from planner.store.codec import encode
from planner.store.decode import decode
from planner.wording import LANGUAGES, SOURCE
from planner.wording.changes import record_label
from planner.wording.terms import FAMILIES

if TYPE_CHECKING:
    from planner.cli.table import Command

NOW = datetime(2026, 11, 23, 7, 50)
SAMPLES: dict[str, Any] = {"str": "李局", "int": 3, "datetime": NOW, "date": NOW.date(), "tuple[str, ...]": ("李局",)}


def by_kind(kind: Kind) -> str:
    return kind.name


def sample(kind: Kind) -> Entry:
    """The plainest record of a kind: only what it can't be without."""
    needed = {field.name: SAMPLES[field.annotation] for field in kind.record.FIELDS if field.default is MISSING}
    needed["number"] = 202600123 if kind.yearly else 12
    return kind.record(**needed)


def test_every_entry_of_the_domain_is_a_kind() -> None:
    found = set()
    for module in pkgutil.iter_modules(planner.domain.__path__, "planner.domain."):
        space = vars(importlib.import_module(module.name))
        found |= {value for value in space.values() if isinstance(value, type) and issubclass(value, Entry)}
    assert found - {Entry} == {kind.record for kind in KINDS}


def test_no_two_kinds_share_a_name_or_a_table() -> None:
    assert len({kind.name for kind in KINDS}) == len({kind.table for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=by_kind)
def test_a_kind_is_found_by_name_table_and_record(kind: Kind) -> None:
    assert kind_named(kind.name) is kind_of_table(kind.table) is kind_of(sample(kind)) is kind


@pytest.mark.parametrize("kind", KINDS, ids=by_kind)
def test_a_kind_is_kept_and_read_back(kind: Kind) -> None:
    record = sample(kind)
    assert decode(kind.record, record.number, json.loads(encode(record))) == record


@pytest.mark.parametrize("kind", KINDS, ids=by_kind)
def test_a_kind_has_its_words_and_can_be_typed(kind: Kind) -> None:
    assert kind.name in FAMILIES["kind"]
    assert record_label(kind.name, sample(kind).number).isprintable()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_has_what_its_line_promises(command: Command) -> None:
    module = importlib.import_module(f"planner.cli.commands.{command.module or command.name}")
    assert callable(module.configure)
    assert callable(module.run)


def test_every_module_of_commands_has_its_line() -> None:
    named = {command.module or command.name for command in COMMANDS}
    offering = set()
    for module in pkgutil.iter_modules(planner.cli.commands.__path__):
        path = Path(planner.cli.commands.__path__[0]) / f"{module.name}.py"
        names = {node.name for node in ast.parse(path.read_text(encoding="utf-8")).body if hasattr(node, "name")}
        offering |= {module.name} if "configure" in names else set()
    assert offering == named


def test_every_language_has_its_catalogues() -> None:
    assert hatch_build.languages() == sorted(lang for lang in LANGUAGES if lang != SOURCE)
    assert all(
        hatch_build.source_of(lang, name).is_file() for lang in hatch_build.languages() for name in ("echo", "planner")
    )


def test_every_package_has_its_tests() -> None:
    packages = {module.name for module in pkgutil.iter_modules(planner.__path__) if module.ispkg}
    tested = {path.parent.name for path in (hatch_build.ROOT / "tests").glob("*/test_*.py")}
    assert packages - tested == set()


def test_samples_are_what_they_are_called() -> None:
    assert isinstance(SAMPLES["date"], date)
    assert not isinstance(SAMPLES["date"], datetime)
