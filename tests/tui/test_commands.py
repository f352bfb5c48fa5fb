"""The one table of commands: whole, without clashes, worded, and what everything else is made of."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from planner import tui, wording
from planner.tui.app import PLACES
from planner.tui.commands import BY_ID, COMMANDS, GROUPS, applies, bindings, command_named, label_of, verb_of
from planner.tui.menus import MORE, offered_to, paged
from planner.tui.places.place import Place
from planner.tui.widgets.help import facts_of_keys

KINDS = (None, "matter", "reception", "party", "point")


def test_ids_and_keys_are_each_once():
    assert len(BY_ID) == len(COMMANDS)
    keys = [key for command in COMMANDS for key in command.keys]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_a_verb_words_and_a_group(command):
    verb = verb_of(command)
    assert list(inspect.signature(verb).parameters) == ["place"]
    assert verb.__doc__
    assert command.group in dict(GROUPS)
    wording.use("zh")
    assert label_of(command) != command.label
    assert all(label_of(command, kind) != label for kind, label in command.called)
    assert wording.t(command.help) != command.help


def test_every_verb_is_in_the_table():
    offered = {
        f"{path.stem}:{name}"
        for path in (Path(tui.__file__).parent / "verbs").glob("[a-z]*.py")
        for name in __import__(f"planner.tui.verbs.{path.stem}", fromlist=("__all__",)).__all__
    }
    assert offered == {command.run for command in COMMANDS}


def test_what_a_pinyin_input_method_sends_is_bound_as_well():
    twins = {"greater_than_sign": "》", "slash": "、", "question_mark": "？", "colon": "："}
    for key, twin in twins.items():
        assert any({key, twin} <= set(command.keys) for command in COMMANDS)


def test_every_verb_on_a_record_is_reached_by_enter_and_a_digit():
    for kind in KINDS[1:]:
        pages = paged(offered_to(kind))
        offered = [choice.value for page in pages for choice in page if choice.value != MORE]
        assert offered
        assert set(offered) == {command.id for command in COMMANDS if command.menu and applies(command, kind)}
        for page in pages:
            digits = "".join(choice.digit for choice in page)
            assert digits[:-1] == "1234567890"[: len(digits) - 1]
            assert digits[-1] == "0" or len(pages) == 1
    by_letter = {command.id for command in COMMANDS if command.group == "do"} - {"rank-up", "rank-down", "seen"}
    assert by_letter == {command.id for command in COMMANDS if command.menu}


def test_bindings_foot_help_and_palette_are_made_of_it():
    assert [binding.id for binding in bindings()] == [command.id for command in COMMANDS]
    lines = dict(facts_of_keys().lines)
    assert all(wording.t(command.help) in lines.values() for command in COMMANDS)
    places = [command.foot for command in COMMANDS if command.foot]
    assert len(places) == len(set(places))


def test_every_place_can_be_gone_to_and_is_imported_when_visited():
    assert set(PLACES) <= set(BY_ID)
    for where in PLACES.values():
        module, _, name = where.partition(":")
        place = getattr(__import__(f"planner.tui.places.{module}", fromlist=(name,)), name)
        assert issubclass(place, Place)


def test_no_screen_is_a_god():
    own = [name for name, value in vars(Place).items() if callable(value) or isinstance(value, property)]
    assert len(own) <= 20, own


@pytest.mark.parametrize(
    ("words", "found"), [("add", "add"), ("matt", "matters"), ("hand over", "hand"), ("zzz", None), ("", None)]
)
def test_a_command_is_found_by_the_beginning_of_its_name(words, found):
    command = command_named(words)
    assert (command and command.id) == found
