"""Every code of the records has its word, and every field its name, in both languages."""

from __future__ import annotations

import pytest

from planner.domain import light, record, terms
from planner.domain.kinds import KINDS
from planner.wording import LANGUAGES, use
from planner.wording.fields import FIELDS, field
from planner.wording.terms import FAMILIES, grade_reason, term, verb_of_handing

CODES = {
    "kind": tuple(kind.name for kind in KINDS),
    "grade": terms.GRADES,
    "mark": terms.MARKS,
    "short mark": terms.MARKS,
    "nature": terms.NATURES,
    "origin": terms.ORIGINS,
    "urgency": terms.URGENCIES,
    "work": terms.WORKS,
    "if off": terms.IF_OFF,
    "matter state": terms.MATTER_STATES,
    "party kind": terms.PARTY_KINDS,
    "direction": terms.DIRECTIONS,
    "rhythm": terms.RHYTHMS,
    "channel": terms.CHANNELS,
    "visitor kind": terms.VISITOR_KINDS,
    "route": terms.ROUTES,
    "reception state": terms.RECEPTION_STATES,
    "petition class": terms.PETITION_CLASSES,
    "stage": terms.STAGES,
    "light": light.LIGHTS,
}


def test_every_group_of_codes_has_a_family() -> None:
    assert set(CODES) == set(FAMILIES)
    groups = {name: value for name, value in vars(terms).items() if name.isupper() and isinstance(value, tuple)}
    del groups["SOMEDAY"]  # two tags, which are words already
    assert [name for name, codes in groups.items() if codes not in CODES.values()] == []


@pytest.mark.parametrize("family", CODES)
def test_every_code_has_a_word_of_its_own(family: str) -> None:
    assert tuple(FAMILIES[family]) == CODES[family]
    for lang in LANGUAGES:
        words = [term(family, code, lang) for code in CODES[family]]
        assert len(set(words)) == len(words)
        if lang == "zh":
            assert all(any("\u4e00" <= char <= "\u9fff" for char in word) for word in words)


def test_the_words_of_the_office() -> None:
    assert [term("mark", mark, "zh") for mark in terms.MARKS] == [
        "领导交办",
        "涉及全局",
        "影响机关运转",
        "影响形象声誉",
    ]
    assert [term("work", work, "zh") for work in terms.WORKS] == (
        ["办文", "办事", "办会", "调研", "信息", "学习", "参谋", "督查", "接待", "后勤", "值班"]
    )
    assert [term("urgency", level, "zh") for level in terms.URGENCIES] == ["特提", "特急", "加急", "平急"]
    assert [term("direction", way, "zh") for way in terms.DIRECTIONS] == ["汇报", "传达", "通气"]


def test_a_code_of_a_newer_planner_is_shown_as_it_is() -> None:
    assert term("grade", "gigantic", "zh") == "gigantic"


def test_handing_over_is_called_by_who_receives() -> None:
    use("zh")
    assert [verb_of_handing(kind) for kind in (*terms.PARTY_KINDS, None)] == [
        "呈报", "交办", "商请", "交办", "转办", "交办",
    ]  # fmt: skip
    assert verb_of_handing("leader", "en") == "submit to"


def test_the_reason_of_a_grade() -> None:
    assert grade_reason("marks", ("assigned", "image")) == "assigned by a leader, affects image"
    assert grade_reason("marks", ("assigned", "image"), "zh") == "领导交办、影响形象声誉"
    assert grade_reason("by_hand", ("image",), "zh") == "手工指定"
    assert grade_reason("plain", (), "zh") == "无标记"


def records() -> set[type[record.Record]]:
    """Every class of record that the kinds hold, with the records inside them."""
    for kind in KINDS:
        assert kind.record
    found, waiting = set(), [kind.record for kind in KINDS]
    while waiting:
        cls = waiting.pop()
        found.add(cls)
        names = " ".join(one.annotation for one in cls.FIELDS)
        module = __import__(cls.__module__, fromlist=("x",))
        inner = {value for name, value in vars(module).items() if name in names and isinstance(value, type)}
        waiting += [one for one in inner if issubclass(one, record.Record) and one not in found]
    return found


def test_every_field_of_every_record_has_a_name() -> None:
    names = {one.name for cls in records() for one in cls.FIELDS}
    assert len(names) > 60
    assert names - set(FIELDS) == set()


def test_a_field_without_a_name_is_shown_as_it_is() -> None:
    assert field("due", "zh") == "期限"
    assert field("zeal", "zh") == "zeal"
