"""The pages that are made of the program: the table of keys, and the pictures."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from planner.tui.commands import choose_keys

DOCS = Path(__file__).parents[2] / "docs"


def loaded(path):
    spec = importlib.util.spec_from_file_location(f"docs_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_keys_is_what_the_table_says():
    choose_keys({})
    assert (DOCS / "keys.md").read_text(encoding="utf-8") == loaded(DOCS / "keys.py").page(), "run docs/keys.py"


def test_every_place_has_its_picture_in_both_languages_and_the_readme_shows_them():
    make = loaded(DOCS / "pictures" / "make.py")
    names = {f"{name}-{lang}.svg" for name, _, _ in make.PICTURES for lang in ("en", "zh")}
    assert {path.name for path in (DOCS / "pictures").glob("*.svg")} == names
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"docs/pictures/([a-z]+-[a-z]+\.svg)", readme)) <= names
    assert {"today-en.svg", "today-zh.svg"} <= set(re.findall(r"docs/pictures/([a-z]+-[a-z]+\.svg)", readme))


@pytest.mark.parametrize("path", sorted((DOCS / "pictures").glob("*.svg")), ids=lambda path: path.stem)
def test_a_picture_fetches_nothing_and_is_whole(path):
    text = path.read_text(encoding="utf-8")
    assert "font-face" not in text
    assert text.replace("http://www.w3.org/2000/svg", "").count("http") == 0
    assert len(ET.fromstring(text)) > 50


def test_chinese_is_as_wide_as_its_cells():
    make = loaded(DOCS / "pictures" / "make.py")
    picture = make.svg_of([[("12 大事 <&>", "#000000", "#ffffff", True)]], "#ffffff", (20, 1))
    lengths = dict(re.findall(r'textLength="([\d.]+)"[^>]*>([^<]*)<', picture))
    assert {text: float(length) for length, text in lengths.items()}["大事"] == pytest.approx(4 * make.CELL)
    assert "&lt;&amp;&gt;" in picture
