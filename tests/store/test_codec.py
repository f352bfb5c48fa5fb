"""Records to rows and back: nothing is lost, nothing wrong passes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import ENTRIES, QUICK, SURROGATES, joined

from planner.domain.kinds import KINDS
from planner.domain.matter import Matter, Note, Step
from planner.domain.moment import date, datetime
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.record import Record
from planner.store.codec import encode, moment_text
from planner.store.decode import WrongField, _plan, decode, text_of
from planner.store.jsontext import dumps, loads, to_bytes

AT = datetime(2026, 9, 21, 7, 50)


def again(record):
    return decode(type(record), record.number, loads(to_bytes(encode(record))))


@QUICK
@given(ENTRIES)
def test_every_record_comes_back_as_it_was(record):
    assert again(record) == record


@QUICK
@given(ENTRIES)
def test_a_row_is_one_line_of_json_with_sorted_keys(record):
    row = to_bytes(encode(record))
    assert b"\n" not in row
    found = json.loads(row)
    assert list(found) == sorted(found)
    assert dumps(found).encode("utf-8", "backslashreplace") == row


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@QUICK
@given(JSON)
def test_json_is_the_standard_librarys(value):
    ours = dumps(value)
    assert ours == json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert loads(ours) == value == loads(f" \n{ours}\t")


@QUICK
@given(st.text(alphabet=st.one_of(st.characters(), SURROGATES)))
def test_any_text_is_kept(text):
    assert loads(to_bytes(dumps(text))) == joined(text)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_odd_floats_are_as_the_standard_library_has_them(value):
    assert dumps(value) == json.dumps(value)
    assert dumps(loads(dumps(value))) == dumps(value)


def test_keys_become_text_as_in_the_standard_library():
    value = {7: "a", True: "b", None: "c", 2.5: "d", "x": "e"}
    assert loads(dumps(value)) == json.loads(json.dumps(value))


@pytest.mark.parametrize(
    "text", ["", " ", "{", "[1,]", "{'a':1}", "1 2", '"\x00"', '"a\nb"', "nul", '{"a":}', b"\xff", "[" * 100_000]
)
def test_what_is_not_json_is_a_value_error(text):
    with pytest.raises(ValueError):
        loads(text)


def test_a_circle_is_a_value_error():
    ring = []
    ring.append(ring)
    with pytest.raises(ValueError):
        dumps(ring)
    with pytest.raises(TypeError):
        dumps({"a": object()})
    with pytest.raises(TypeError):
        dumps({(1, 2): 3})


def test_only_what_differs_from_its_default_is_written():
    matter = Matter(number=3, title="报送", priority=1, due=date(2026, 9, 25), created=AT)
    assert encode(matter) == '{"created":"2026-09-21T07:50","due":"2026-09-25","priority":1,"title":"报送"}'


def test_a_default_is_told_from_what_equals_it():
    assert '"headcount":true' in encode(Reception.restore({"number": 1, "at": AT, "matter": "x", "headcount": True}))


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2, 3, 4), "2026-01-02T03:04"),
        (datetime(2026, 1, 2, 3, 4, 5), "2026-01-02T03:04:05"),
        (datetime(2026, 1, 2, 3, 4, 0, 6), "2026-01-02T03:04:00.000006"),
    ],
)
def test_moments(moment, text):
    assert moment_text(moment) == text


def test_a_time_with_a_zone_is_refused():
    from datetime import UTC

    with pytest.raises(TypeError):
        moment_text(AT.replace(tzinfo=UTC))
    with pytest.raises(WrongField):
        decode(Matter, 1, {"title": "x", "due": "2026-09-21T07:50+00:00"})


def test_a_value_of_no_kind_that_can_be_kept_is_refused():
    with pytest.raises(TypeError):
        encode(Matter.restore({"number": 1, "title": "x", "result": {"a": 1}}))


def test_unknown_fields_are_kept_and_written_back():
    row = {"title": "x", "colour": {"b": 1, "a": [None]}, "zeal": 3}
    matter = decode(Matter, 4, row)
    assert matter.extra == (("colour", '{"a":[null],"b":1}'), ("zeal", "3"))
    assert loads(encode(matter)) == row
    assert loads(encode(matter.replace(title="y"))) == {**row, "title": "y"}


def test_unknown_fields_inside_are_kept_in_their_place():
    row = {
        "title": "x",
        "steps": [{"text": "a", "who": "王"}, {"text": "b", "sub": {"c": 1}}],
        "notes": [{"at": "2026-09-21T07:50", "text": "n", "via": 1}],
    }
    matter = decode(Matter, 4, row)
    assert matter.steps == (Step(text="a"), Step(text="b"))
    assert matter.notes == (Note(at=AT, text="n"),)
    assert loads(encode(matter)) == row
    fewer = loads(encode(matter.replace(steps=())))
    assert fewer["steps/0/who"] == "王"
    assert fewer["notes"] == row["notes"]
    assert decode(Matter, 4, fewer).steps == ()


@pytest.mark.parametrize("name", ["number", "extra", "steps/9/x", "a/b"])
def test_odd_names_of_unknown_fields(name):
    row = {"title": "x", name: [1]}
    assert loads(encode(decode(Matter, 4, row))) == row


WRONG = [
    ({}, "title"),
    ({"title": 5}, "title"),
    ({"title": None}, "title"),
    ({"title": "x", "priority": "1"}, "priority"),
    ({"title": "x", "priority": True}, "priority"),
    ({"title": "x", "priority": 1.0}, "priority"),
    ({"title": "x", "supervised": 1}, "supervised"),
    ({"title": "x", "due": "soon"}, "due"),
    ({"title": "x", "due": "2026-13-01"}, "due"),
    ({"title": "x", "due": 20260921}, "due"),
    ({"title": "x", "created": "2026-09-21"}, "created"),
    ({"title": "x", "exdates": ["2026-09-21T07:50"]}, "exdates"),
    ({"title": "x", "tags": "救助"}, "tags"),
    ({"title": "x", "tags": [1]}, "tags"),
    ({"title": "x", "tags": None}, "tags"),
    ({"title": "x", "needs": ["1"]}, "needs"),
    ({"title": "x", "marks": [None]}, "marks"),
    ({"title": "x", "steps": [{"text": "a", "ahead": "2"}]}, "steps.ahead"),
    ({"title": "x", "steps": [{"done": "x"}]}, "steps.done"),
    ({"title": "x", "steps": [{}]}, "steps.text"),
    ({"title": "x", "steps": ["a"]}, "steps"),
    ({"title": "x", "notes": [{"at": "2026-09-21T07:50"}]}, "notes.text"),
    ([], ""),
    ("x", ""),
    (None, ""),
]


@pytest.mark.parametrize(("row", "field"), WRONG)
def test_a_wrong_field_is_named(row, field):
    with pytest.raises(WrongField) as caught:
        decode(Matter, 1, row)
    assert caught.value.field == field


def test_every_kind_can_be_read():
    assert len(KINDS) >= 5
    for kind in KINDS:
        with pytest.raises(WrongField):
            decode(kind.record, 1, {})


def test_an_annotation_that_cannot_be_read_is_a_programming_error():
    class Odd(Record):
        weight: float

    with pytest.raises(TypeError, match="float"):
        _plan(Odd)


def test_the_text_of_a_row_is_what_people_wrote():
    row = loads(
        encode(
            Matter(
                number=1,
                title="报送",
                due=AT,
                marks=("image",),
                tags=("救助",),
                steps=(Step(text="起草", done=AT),),
                notes=(Note(at=AT, text="已催"),),
            )
        )
    )
    assert sorted(text_of(Matter, row)) == sorted(["报送", "救助", "起草", "已催"])
    assert sorted(text_of(Point, {"text": 5, "parties": ["李局", 7], "ticks": [None, {"party": "王"}]})) == [
        "李局",
        "王",
    ]
