"""The base of all records: frozen, slotted, made by keywords, its invariants held."""

from __future__ import annotations

import copy
import pickle

import pytest

from planner.domain.record import MISSING, Invalid, Problem, Record


class Stop(Record):
    """Something to stand on."""

    name: str
    size: int = 1
    parts: tuple[str, ...] = ()

    def check(self) -> None:
        if self.size < 0:
            raise Invalid("size", "positive", self.size)


class Halt(Stop):
    """One that adds a field and changes a default."""

    size: int = 7
    note: str | None = None


def test_a_record_is_made_by_keywords_and_fills_in_its_defaults():
    stop = Stop(name="a")
    assert (stop.name, stop.size, stop.parts) == ("a", 1, ())


def test_a_field_may_be_neither_forgotten_nor_invented():
    with pytest.raises(TypeError, match="Stop needs name"):
        Stop(size=2)
    with pytest.raises(TypeError, match="Stop has no colour, weight"):
        Stop(name="a", weight=1, colour=2)
    with pytest.raises(TypeError):
        Stop("a")


@pytest.mark.parametrize("field", ["name", "size", "unknown"])
def test_nothing_of_it_can_be_changed_or_taken_away(field):
    stop = Stop(name="a")
    with pytest.raises(AttributeError, match="frozen"):
        setattr(stop, field, 2)
    with pytest.raises(AttributeError, match="frozen"):
        delattr(stop, field)
    assert stop == Stop(name="a")


def test_it_holds_what_differs_from_its_defaults_and_nothing_else():
    assert Stop(name="a").__dict__ == {"name": "a"}
    assert sorted(Stop.NAMES) == ["name", "parts", "size"]
    assert not hasattr(Stop(name="a"), "__weakref__")
    assert Stop(name="a", size=1) == Stop(name="a")
    assert hash(Stop(name="a", size=1)) == hash(Stop(name="a"))


def test_replace_changes_a_copy_and_checks_it():
    stop = Stop(name="a", parts=("x",))
    other = stop.replace(size=3)
    assert (stop.size, other.size, other.parts) == (1, 3, ("x",))
    with pytest.raises(Invalid):
        stop.replace(size=-1)
    with pytest.raises(TypeError):
        stop.replace(colour=1)


def test_restore_takes_what_was_checked_before_and_fills_in_the_rest():
    assert Stop.restore({"name": "a", "size": -1}).size == -1
    assert Stop.restore({"name": "a"}) == Stop(name="a")
    with pytest.raises(TypeError, match="Stop needs name"):
        Stop.restore({})


def test_a_record_of_a_record_inherits_its_fields_in_order_and_may_change_a_default():
    assert [field.name for field in Halt.FIELDS] == ["name", "parts", "size", "note"]
    assert Halt(name="a").size == 7
    assert Stop(name="a").size == 1


def test_fields_tell_their_annotations_as_text_and_their_defaults():
    told = [(field.name, field.annotation, field.default) for field in Stop.FIELDS]
    assert told == [("name", "str", MISSING), ("size", "int", 1), ("parts", "tuple[str, ...]", ())]


def test_equality_is_by_value_and_by_class():
    assert Stop(name="a") == Stop(name="a")
    assert Stop(name="a") != Stop(name="a", size=2)
    assert Stop(name="a", size=7) != Halt(name="a")
    assert Stop(name="a") != "a"
    assert len({Stop(name="a"), Stop(name="a"), Stop(name="b")}) == 2


def test_it_is_shown_by_what_differs_from_its_defaults():
    assert repr(Stop(name="a")) == "Stop(name='a')"
    assert repr(Stop(name="a", size=2)) == "Stop(name='a', size=2)"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda record: pickle.loads(pickle.dumps(record))])
def test_copies_are_equal(again):
    stop = Stop(name="a", size=3, parts=("x", "y"))
    assert again(stop) == stop


def test_what_breaks_a_rule_is_told_by_field_rule_and_value():
    with pytest.raises(Invalid) as caught:
        Stop(name="a", size=-4)
    assert (caught.value.field, caught.value.rule, caught.value.value) == ("size", "positive", -4)
    assert isinstance(caught.value, Problem)
    assert isinstance(caught.value, ValueError)
    assert caught.value.exit_code == 1
