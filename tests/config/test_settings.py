"""Settings: what config.toml says, through the cache and past it; slips are named, and no file is lost to one."""

from __future__ import annotations

import os
import stat

import pytest

from planner.config import table
from planner.config.errors import BadSettingError, UnwritableSettingError
from planner.config.loading import load_settings
from planner.config.settings import Settings, language_of
from planner.config.table import SETTINGS, change_setting, setting_named
from planner.domain.score import Weights
from planner.wording.refusals import refusal

CONFIG = """\
# the office's own
lang = "zh"
day_first = true
office = "局办公室"  # as a report signs it
patience_days = 7

[weights]
grade = 150
waiting = -10
"""
MEANT = Settings(
    lang="zh", day_first=True, office="局办公室", patience_days=7, weights=(("grade", 150), ("waiting", -10))
)


@pytest.fixture
def home(tmp_path):
    return str(tmp_path)


@pytest.fixture
def config(tmp_path):
    file = tmp_path / "config.toml"
    file.write_text(CONFIG, encoding="utf-8")
    return file


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache" / "settings"


@pytest.fixture
def parsings(monkeypatch):
    """Each time that config.toml itself is read leaves a mark."""
    marks = []
    whole = table.compile_settings

    def marked(home, stamp):
        marks.append(stamp)
        return whole(home, stamp)

    monkeypatch.setattr(table, "compile_settings", marked)
    return marks


def test_without_a_file_the_defaults_hold_and_nothing_is_written(home, tmp_path):
    assert load_settings(home) == Settings()
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_read_once_and_then_its_cache(home, config, parsings):
    assert load_settings(home) == MEANT
    assert load_settings(home) == MEANT
    assert len(parsings) == 1


def test_a_hand_edited_file_is_read_again(home, config, parsings):
    load_settings(home)
    config.write_text(CONFIG.replace("150", "160"), encoding="utf-8")
    status = os.stat(config)
    os.utime(config, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert dict(load_settings(home).weights) == {"grade": 160, "waiting": -10}
    assert len(parsings) == 2


def test_a_file_that_is_gone_leaves_the_defaults(home, config):
    load_settings(home)
    config.unlink()
    assert load_settings(home) == Settings()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("end", "", 1),
        lambda text: text.replace("patience_days\t7", "patience_days\tseven"),
        lambda text: text.replace("day_first\t", "unknown_key\t"),
        lambda text: text.replace("weights.grade\t150", "weights.grade\tmuch"),
        lambda text: "\x00" * 100,
    ],
)
def test_a_broken_cache_is_renewed(home, config, cache, spoil, parsings):
    load_settings(home)
    whole = cache.read_text(encoding="utf-8")
    spoilt = spoil(whole)
    assert spoilt != whole
    cache.write_text(spoilt, encoding="utf-8")
    assert load_settings(home) == MEANT
    assert cache.read_text(encoding="utf-8") == whole


def test_a_cache_in_another_encoding_is_renewed(home, config, cache):
    load_settings(home)
    cache.write_bytes(cache.read_text(encoding="utf-8").encode("gbk"))
    assert load_settings(home) == MEANT


def test_a_cache_that_can_t_be_written_costs_time_only(home, config, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder would be")
    assert load_settings(home) == MEANT


def test_the_cache_is_private(home, config, cache):
    load_settings(home)
    assert stat.S_IMODE(cache.stat().st_mode) == 0o600
    assert stat.S_IMODE(cache.parent.stat().st_mode) == 0o700


SLIPS = [
    ("lang = 'fr'", "lang", "fr"),
    ("lang = 3", "lang", 3),
    ("day_first = 'yes'", "day_first", "yes"),
    ("calendar = 'mars'", "calendar", "mars"),
    ("patience_days = 0", "patience_days", 0),
    ("patience_days = true", "patience_days", True),
    ("patience_shown = 1.5", "patience_shown", 1.5),
    ("office = 'two\\nlines'", None, None),
    ('office = "two\\nlines"', "office", "two\nlines"),
    ("[weights]\ngrade = 10001", "weights.grade", 10001),
    ("[weights]\nloud = 3", "weights.loud", None),
    ("colour = 'red'", "colour", None),
    ("[nested.deep]\nx = 1", "nested.deep", None),
]


@pytest.mark.parametrize(("text", "key", "value"), [slip for slip in SLIPS if slip[1] is not None])
def test_a_bad_value_is_named_in_one_line(home, config, text, key, value):
    config.write_text(text, encoding="utf-8")
    with pytest.raises(BadSettingError) as caught:
        load_settings(home)
    assert (caught.value.key, caught.value.value) == (key, value)
    assert "\n" not in refusal(caught.value)
    assert key in refusal(caught.value)


@pytest.mark.parametrize(
    "raw", [b"lang = ", b"lang = 'zh'\nlang = 'en'", b"\xff\xfe\x00", "office = '局办公室'".encode("gbk"), b"\x00"]
)
def test_a_file_that_is_no_toml_is_named_with_its_place(home, config, raw):
    config.write_bytes(raw)
    with pytest.raises(BadSettingError) as caught:
        load_settings(home)
    assert caught.value.place == str(config)
    assert str(config) in refusal(caught.value)
    assert "\n" not in refusal(caught.value)


def test_a_folder_in_its_place_is_told_and_not_raised_through(home, config):
    config.unlink()
    config.mkdir()
    with pytest.raises(BadSettingError) as caught:
        load_settings(home)
    assert str(config) in refusal(caught.value)


def test_changing_one_key_leaves_all_else_as_it_stood(home, config):
    change_setting(home, "patience_days", "9")
    change_setting(home, "weights.mark_image", "33")
    change_setting(home, "theme", "dark")
    assert config.read_text(encoding="utf-8") == (
        CONFIG.replace("patience_days = 7", 'patience_days = 9\ntheme = "dark"') + "mark_image = 33\n"
    )
    assert load_settings(home).weights == (("grade", 150), ("mark_image", 33), ("waiting", -10))


def test_the_first_change_makes_the_file_private(tmp_path):
    home = str(tmp_path / "new" / "planner")
    assert change_setting(home, "weights.grade", "90").weights == (("grade", 90),)
    assert change_setting(home, "lang", "zh").lang == "zh"
    file = tmp_path / "new" / "planner" / "config.toml"
    assert file.read_text() == 'lang = "zh"\n[weights]\ngrade = 90\n'
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_section_with_a_comment_behind_it_is_found(home, config):
    config.write_text("[weights]  # mine\ngrade = 150\n", encoding="utf-8")
    change_setting(home, "weights.grade", "160")
    assert config.read_text(encoding="utf-8") == "[weights]  # mine\ngrade = 160\n"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("lang", "fr"),
        ("day_first", "maybe"),
        ("patience_days", "many"),
        ("patience_days", "-1"),
        ("office", "two\nlines"),
        ("office", "\udcff"),
        ("colour", "red"),
        ("weights.loud", "3"),
        ("weights", "3"),
    ],
)
def test_a_change_that_does_not_fit_is_refused_and_the_file_stays(home, config, key, text):
    with pytest.raises(BadSettingError) as caught:
        change_setting(home, key, text)
    assert key in refusal(caught.value)
    assert config.read_text(encoding="utf-8") == CONFIG
    assert [entry.name for entry in config.parent.iterdir()] == ["config.toml"]


@pytest.mark.parametrize(
    ("text", "office"),
    [("局办公室", "局办公室"), ('say "hi"', 'say "hi"'), ("a\\b", "a\\b"), ("7", "7"), ("true", "true")],
)
def test_a_word_needs_no_quotes(home, text, office):
    assert change_setting(home, "office", text).office == office
    assert load_settings(home).office == office


def test_a_place_that_can_t_be_written_is_told_and_not_raised_through(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableSettingError) as caught:
        change_setting(str(tmp_path / "file"), "lang", "zh")
    assert caught.value.exit_code == 3
    assert str(tmp_path / "file") in refusal(caught.value)


@pytest.mark.parametrize(
    ("key", "listed", "left_out"), [("colour", "theme", "grade"), ("weights.image", "weights.mark_image", "theme")]
)
def test_a_key_that_is_unknown_is_answered_with_its_likes(home, key, listed, left_out):
    with pytest.raises(BadSettingError) as caught:
        setting_named(key)
    assert listed in caught.value.wanted
    assert left_out not in caught.value.wanted


def test_every_field_can_be_set_and_takes_its_default():
    fields = {field.name: field.default for field in Settings.FIELDS if field.name not in ("weights", "views", "keys")}
    fields |= {f"weights.{field.name}": field.default for field in Weights.FIELDS}
    assert {row.key for row in SETTINGS} == set(fields)
    assert [key for key, default in fields.items() if not setting_named(key).accepts(default)] == []


@pytest.mark.parametrize(
    ("lang", "option", "environment", "spoken"),
    [
        ("auto", None, {}, "en"),
        ("auto", None, {"LANG": "zh_CN.UTF-8"}, "zh"),
        ("auto", None, {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ("auto", None, {"LC_MESSAGES": "ZH_TW", "LANG": "de_DE"}, "zh"),
        ("auto", None, {"LC_ALL": "", "LANG": "zh"}, "zh"),
        ("zh", None, {"LANG": "C"}, "zh"),
        ("en", None, {"LANG": "zh_CN"}, "en"),
        ("zh", "en", {"LANG": "zh_CN"}, "en"),
        ("en", "zh", {}, "zh"),
    ],
)
def test_the_language_is_the_option_s_the_setting_s_or_the_environment_s(
    monkeypatch, lang, option, environment, spoken
):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language_of(Settings(lang=lang), option) == spoken
