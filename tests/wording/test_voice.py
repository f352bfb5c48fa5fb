"""Looking a sentence up."""

from __future__ import annotations

import subprocess
import sys

import pytest

import hatch_build
from planner import wording
from planner.wording import MissingCatalogue, Voice, n, p, t, use, voice_of
from planner.wording.terms import term


def test_english_is_the_sentence_itself() -> None:
    assert t("{count} h left", count=4) == "4 h left"
    assert [n("{count} day", "{count} days", count) for count in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    assert p("grade", "major") == "major"


def test_the_language_in_use_is_said_by_every_function() -> None:
    use("zh")
    assert wording.language() == "zh"
    assert t("{count} h left", count=4) == "还有4小时"
    assert n("{count} day", "{count} days", 1) == "1天"
    assert p("grade", "major") == "大事"


def test_context_tells_two_meanings_apart() -> None:
    use("zh")
    assert p("visitor kind", "public") == "群众"
    assert p("party kind", "public") == "公众"


@pytest.mark.parametrize("hostile", ["{", "{0}", "{name}", "}", "{count!r}", "%s", "{name.__class__}"])
def test_what_a_user_typed_is_put_in_as_it_is(hostile: str) -> None:
    for lang in ("en", "zh"):
        assert hostile in voice_of(lang).t("assigned by {name}", name=hostile)


def test_a_sentence_that_no_catalogue_has_is_said_in_english() -> None:
    use("zh")
    assert t("a sentence of {who} that nobody wrote", who="x") == "a sentence of x that nobody wrote"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        use("fr")
    assert wording.language() == "en"


def test_a_voice_does_not_change_the_language_in_use() -> None:
    assert term("grade", "major", "zh") == "大事"
    assert wording.language() == "en"


def test_catalogues_that_were_never_compiled_end_in_one_line() -> None:
    with pytest.raises(MissingCatalogue) as caught:
        Voice("xx").t("today")
    assert str(caught.value).count("\n") == 0
    assert "pip install" in str(caught.value)


def test_importing_the_wording_imports_nothing_else() -> None:
    code = (
        "import sys; before = set(sys.modules); import planner.wording\n"
        "from planner.wording import t; t('today')\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=hatch_build.ROOT)
    assert ran.stdout.split() == ["__future__", "planner", "planner.wording"]
