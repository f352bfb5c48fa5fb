"""Every finding of a check says what it is, what it means and what to do, in both languages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import planner.domain
from planner.store.check import NOT_MENDED
from planner.store.finding import CODES, Finding
from planner.wording import LANGUAGES, use
from planner.wording.findings import FINDINGS, MEANINGS, RULES, finding_meant, finding_said


def finding(code):
    return Finding(code=code, path="journal.jsonl", table="matters", number=12, field="title", rule="empty", count=2)


def test_the_tables_hold_the_same_codes():
    assert set(FINDINGS) == set(MEANINGS) == set(CODES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_each_is_explained(code, lang):
    use(lang)
    try:
        said, meant = finding_said(finding(code)), finding_meant(finding(code))
    finally:
        use("en")
    assert said
    assert meant
    assert "{" not in said + meant
    assert lang == "en" or any("\u4e00" <= char <= "\u9fff" for char in said + meant)


@pytest.mark.parametrize("code", [code for code in NOT_MENDED if code != "link"])
def test_what_repair_leaves_is_not_promised(code):
    assert "--repair" not in MEANINGS[code]


def test_every_rule_of_the_records_has_its_words():
    rules = set()
    for path in Path(planner.domain.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Invalid" and len(node.args) > 1:
                rule = node.args[1]
                if isinstance(rule, ast.Constant):
                    rules.add(rule.value)
    assert rules - {"weight"} <= set(RULES)


def test_one_that_is_mended_needs_no_more_words():
    assert finding_meant(finding("gap").replace(mended=True)) == ""
    assert finding_said(finding("gap").replace(mended=True)).startswith("Mended: ")
