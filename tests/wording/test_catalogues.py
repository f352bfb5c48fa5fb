"""Every sentence is said in every language, keeps its places, and is written out where it is said."""

from __future__ import annotations

import ast
import string
import subprocess
import sys

import pytest
from babel.messages.catalog import Catalog

import hatch_build
from planner import wording
from planner.wording import LANGUAGES, Voice

LANGS = [lang for lang in LANGUAGES if lang != wording.SOURCE]
SENTENCES = list(hatch_build.sentences())


def places(text: str) -> set[str]:
    """The named places of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def key(sentence: hatch_build.Sentence) -> str:
    message = sentence.message if isinstance(sentence.message, str) else sentence.message[0]
    return f"{sentence.context}\x04{message}" if sentence.context else message


def test_there_are_sentences_in_both_domains() -> None:
    assert {one.domain for one in SENTENCES} == set(hatch_build.DOMAINS)
    assert len(SENTENCES) > 250


@pytest.mark.parametrize("domain", hatch_build.DOMAINS)
@pytest.mark.parametrize("lang", LANGS)
def test_every_sentence_is_translated_and_the_file_is_as_update_leaves_it(lang: str, domain: str) -> None:
    text, lacking = hatch_build.renewed(lang, domain)
    assert lacking == [], "translate these in the .po file"
    assert hatch_build.source_of(lang, domain).read_text(encoding="utf-8") == text, "run python hatch_build.py update"


@pytest.mark.parametrize("lang", LANGS)
def test_chinese_punctuation_is_full_width_between_chinese_characters(lang: str) -> None:
    half = [
        message.string
        for domain in hatch_build.DOMAINS
        for message in hatch_build.read(lang, domain)
        if message.id and isinstance(message.string, str)
        for before, sign, after in zip(message.string, message.string[1:], message.string[2:], strict=False)
        if lang == "zh" and sign in ",;:?!()" and "\u4e00" <= before <= "\u9fff" and "\u4e00" <= after <= "\u9fff"
    ]
    assert half == []


def modules() -> list[tuple[str, ast.Module]]:
    found = []
    for path in sorted((hatch_build.ROOT / "planner").rglob("*.py")):
        if path.parent != hatch_build.COMPILED:
            place = path.relative_to(hatch_build.ROOT).as_posix()
            found.append((place, ast.parse(path.read_text(encoding="utf-8"))))
    return found


def speaks(tree: ast.Module) -> set[str]:
    """The names that a module takes from the wording."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "planner.wording"
        for alias in node.names
    }


def said(tree: ast.Module) -> list[tuple[ast.Call, str]]:
    """The calls that say a sentence: by a name taken from the wording, or by a voice."""
    names = speaks(tree)
    return [
        (node, name)
        for node, name in hatch_build.calls(tree)
        if (isinstance(node.func, ast.Name) and name in names)
        or (isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name | ast.Call) and names)
    ]


def built(node: ast.expr) -> bool:
    """Whether a sentence is put together instead of being written out or taken from a table."""
    return not isinstance(node, ast.Constant | ast.Name | ast.Attribute | ast.Subscript)


def test_no_sentence_is_built_by_joining_pieces() -> None:
    wrong = [
        f"{place}:{node.lineno}"
        for place, tree in modules()
        for node, name in said(tree)
        for argument in node.args[: sum(hatch_build.CALLS[name])]
        if built(argument)
    ]
    assert wrong == []


@pytest.mark.parametrize("code", ['t("a" + b)', 't(f"{a} b")', 't("a %s" % b)', 't("a".join(b))', 'p("c", f"{a}")'])
def test_the_check_knows_a_built_sentence(code: str) -> None:
    tree = ast.parse(f"from planner.wording import t, p\n{code}")
    assert [built(arg) for node, name in said(tree) for arg in node.args[: sum(hatch_build.CALLS[name])]][-1]


def given() -> dict[str, set[str]]:
    """The values that every call of a sentence fills in. A call that passes ``**values`` is taken at its word."""
    found: dict[str, set[str]] = {}
    for _, tree in modules():
        for node, name in said(tree):
            forms, has_context = hatch_build.CALLS[name]
            texts = hatch_build._texts(node.args[: forms + has_context])
            names = {str(word.arg) for word in node.keywords} | ({"count"} if name == "n" else set())
            if len(texts) == forms + has_context and "None" not in names and not name.startswith("later"):
                full = f"{texts[0]}\x04{texts[1]}" if has_context else texts[0]
                found[full] = found.get(full, names) & names
    return found


FILLED_BEHIND = {"matter"}
"""Places that a call may leave open: the verbs of the screen put the matter in when its change is kept."""


def test_every_call_fills_the_places_of_its_sentence() -> None:
    filled = given()
    wrong = []
    for one in SENTENCES:
        messages = (one.message,) if isinstance(one.message, str) else one.message
        wanted = set().union(*map(places, messages))
        if not wanted - FILLED_BEHIND <= filled.get(key(one), wanted):
            wrong.append(f"{one.path}:{one.line}")
    assert wrong == []


@pytest.mark.parametrize("lang", LANGS)
def test_translations_keep_the_named_places(lang: str) -> None:
    """A place may be left out only for another value that the call gives: Chinese counts all, English the others."""
    filled = given()
    wrong = []
    for domain in hatch_build.DOMAINS:
        for message in hatch_build.read(lang, domain):
            ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
            texts = (message.string,) if isinstance(message.string, str) else tuple(message.string)
            wanted = set().union(*map(places, ids))
            full = f"{message.context}\x04{ids[0]}" if message.context else ids[0]
            for text in filter(None, texts if ids[0] else ()):
                lost, more = wanted - places(text), places(text) - wanted
                if len(lost) > len(more) or not more <= filled.get(full, set()):
                    wrong.append((ids[0], text))
    assert wrong == []


def test_no_sentence_is_said_both_with_and_without_a_count() -> None:
    forms: dict[tuple[str, str], set[object]] = {}
    for one in SENTENCES:
        forms.setdefault((one.domain, key(one)), set()).add(one.message)
    assert [name for name, messages in forms.items() if len(messages) > 1] == []


def test_the_small_catalogue_is_asked_first_and_the_large_one_only_when_it_lacks() -> None:
    code = (
        "import sys; from planner import wording; wording.use('zh')\n"
        "from planner.domain.draft import Draft, datetime; from planner.domain.workdays import CHINA\n"
        "from planner.wording.echo import echo\n"
        "now = datetime(2026, 11, 23, 7, 50)\n"
        "d = Draft(title='x', due=datetime(2027, 11, 27, 17), start=now, rrule='FREQ=WEEKLY;BYDAY=MO', priority=1,\n"
        "  marks=('image',), nature='policy', origin='adhoc', urgency='flash', work='duty', parties=('李局',),\n"
        "  assigned_by='王局', handed_to=('a', 'b'), supervised=True, words='w', tags=('t',), remind=(30,),\n"
        "  ahead=(5,), needs=(1,), note='n', remarks=('past', 'rolled_forward', 'two_readings', 'conflict'))\n"
        "text = echo(d, now, 'zh', CHINA, ('李局',))\n"
        "assert '周六' in text and '*新*' in text, text\n"
        "assert 'planner.wording.compiled.zh' not in sys.modules\n"
        "from planner.wording.refusals import refusal; from planner.domain.record import Invalid\n"
        "refusal(Invalid('title', 'empty', ''))\n"
        "assert 'planner.wording.compiled.zh' in sys.modules\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=hatch_build.ROOT
    )
    assert ran.returncode == 0, ran.stderr


def test_a_language_with_several_plural_forms_is_compiled_and_spoken() -> None:
    catalogue = Catalog(locale="ru")
    catalogue.add(("{count} day", "{count} days"), ("{count} день", "{count} дня", "{count} дней"))
    space: dict[str, object] = {}
    exec(hatch_build._module(catalogue), space)
    voice = Voice("ru")
    voice._small = (space["MESSAGES"], space["FORMS"])  # type: ignore[assignment]
    said = [voice.n("{count} day", "{count} days", count) for count in (0, 1, 2, 5, 11, 21, 111, 121, 1001, 1022)]
    assert said == [
        "0 дней", "1 день", "2 дня", "5 дней", "11 дней", "21 день", "111 дней", "121 день", "1001 день", "1022 дня",
    ]  # fmt: skip
