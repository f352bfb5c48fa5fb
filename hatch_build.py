"""Catalogues of sentences: collected from the source, compiled to Python modules by the build and by the tests.

By hand: ``python hatch_build.py update`` brings ``planner/wording/locale/*.po`` up to date with the source and names
what lacks a translation; ``python hatch_build.py compile`` writes ``planner/wording/compiled``, as the build does.
"""

from __future__ import annotations

import ast
import hashlib
import os
import sys
from gettext import c2py
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent
WORDING = ROOT / "planner" / "wording"
LOCALE = WORDING / "locale"
COMPILED = WORDING / "compiled"

SMALL = ("echo.py", "dates.py", "recurrence.py", "terms.py")
"""The modules of ``planner/wording`` whose sentences are the small domain, ``echo``; all others are ``planner``."""

CALLS = {"t": (1, False), "n": (2, False), "p": (1, True), "later": (1, False), "later_p": (1, True)}
"""The calls that hold sentences: how many forms of the message each takes, and whether a context stands before."""

DOMAINS = ("echo", "planner")
PLURAL_TABLE = 200
"""As ``planner.wording.PLURAL_TABLE``."""
NOISE = ('"POT-Creation-Date', '"PO-Revision-Date', '"Last-Translator', '"Generated-By', '"Report-Msgid', "#, fuzzy")
"""Lines of a .po header that would change without a word having changed."""


class CatalogueHook(BuildHookInterface[Any]):
    """Compiles the catalogues into the source tree before a wheel, editable or not, is made of it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Called by hatchling before it collects the files."""
        compile_all()


def languages() -> list[str]:
    """The codes of the languages that have catalogues."""
    return sorted(folder.name for folder in LOCALE.iterdir() if (folder / "LC_MESSAGES").is_dir())


class Sentence(NamedTuple):
    """A sentence in the source. ``message`` is a pair when it has a form for one and a form for many."""

    path: str
    line: int
    message: str | tuple[str, str]
    context: str | None

    @property
    def domain(self) -> str:
        """The catalogue it belongs to."""
        folder, _, name = self.path.rpartition("/")
        return "echo" if folder == "planner/wording" and name in SMALL else "planner"


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Every call of a module that says a sentence, as ``t(...)`` or ``voice.t(...)``, with the call's name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            if name in CALLS:
                yield node, name


def sentences() -> Iterator[Sentence]:
    """Every sentence of the source that is written out in its call, which all are but those said from a table."""
    for path in sorted((ROOT / "planner").rglob("*.py")):
        if path.parent != COMPILED:
            place = path.relative_to(ROOT).as_posix()
            for node, name in calls(ast.parse(path.read_text(encoding="utf-8"), place)):
                forms, has_context = CALLS[name]
                texts = _texts(node.args[: forms + has_context])
                if len(texts) == forms + has_context:
                    words = texts[has_context:]
                    message = words[0] if forms == 1 else (words[0], words[1])
                    yield Sentence(place, node.lineno, message, texts[0] if has_context else None)


def _texts(args: list[ast.expr]) -> list[str]:
    """Those of a call's arguments that are texts written out."""
    return [arg.value for arg in args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]


def template(domain: str) -> Catalog:
    """The untranslated catalogue of a domain. A sentence that the small domain has is left out of the large one."""
    made = {name: Catalog(domain=name, project="office-planner", charset="utf-8", fuzzy=False) for name in DOMAINS}
    found = list(sentences())
    for name in DOMAINS:
        for one in found:
            key = one.message if isinstance(one.message, str) else one.message[0]
            if one.domain == name and not (name == "planner" and made["echo"].get(key, one.context)):
                made[name].add(one.message, context=one.context)
    return made[domain]


def source_of(lang: str, domain: str) -> Path:
    """The .po file of a language and a domain."""
    return LOCALE / lang / "LC_MESSAGES" / f"{domain}.po"


def read(lang: str, domain: str) -> Catalog:
    """A catalogue as it stands; empty when there is none."""
    path = source_of(lang, domain)
    text = path.read_bytes() if path.exists() else b""
    return read_po(BytesIO(text), locale=lang, domain=domain, ignore_obsolete=True)


def renewed(lang: str, domain: str) -> tuple[str, list[str]]:
    """A .po file as the source wants it, what is translated kept, and the messages that lack a translation."""
    old = read(lang, domain)
    made = Catalog(locale=lang, domain=domain, project="office-planner", charset="utf-8", fuzzy=False)
    made.header_comment = f"# The planner's sentences, domain {domain}. Source of truth; see CONTRIBUTING.md."
    lacking = []
    for message in template(domain):
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            known = old.get(key, message.context)
            text = known.string if known is not None and known.id == message.id else None
            made.add(message.id, text, context=message.context)
            if not (text and all(text)):
                lacking.append(f"{message.context} | {key}" if message.context else key)
    return _plain(made), lacking


def update() -> list[str]:
    """Bring every catalogue up to date with the source; the messages that lack a translation, as ``lang: message``."""
    found = []
    for lang in languages():
        for domain in DOMAINS:
            text, lacking = renewed(lang, domain)
            _put(source_of(lang, domain), text)
            found += [f"{lang}: {message}" for message in lacking]
    return found


def _plain(catalogue: Catalog) -> str:
    """A catalogue as text, sorted, without line numbers and dates."""
    out = BytesIO()
    write_po(out, catalogue, no_location=True, sort_output=True, width=100)
    lines = out.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(NOISE))


def compile_all() -> None:
    """Write the Python module of every catalogue whose source changed since."""
    for lang in languages():
        for domain in DOMAINS:
            name = lang if domain == "planner" else f"{domain}_{lang}"
            target = COMPILED / f"{name}.py"
            path = source_of(lang, domain)
            stamp = f"# {hashlib.sha256(path.read_bytes() if path.exists() else b'').hexdigest()}\n"
            if not (target.exists() and target.read_text(encoding="utf-8").startswith(stamp)):
                _put(target, stamp + _module(read(lang, domain)))


def _module(catalogue: Catalog) -> str:
    """The source of a compiled catalogue: a dict of translated messages, and a table of plural forms."""
    messages: dict[str, str | tuple[str, ...]] = {}
    for message in catalogue:
        string = message.string
        if message.id and string and all(string):
            key = message.id if isinstance(message.id, str) else message.id[0]
            full = f"{message.context}\x04{key}" if message.context else key
            messages[full] = string if isinstance(string, str) else tuple(string)
    form_of = c2py(catalogue.plural_expr)
    forms = bytes(map(form_of, range(PLURAL_TABLE))) if catalogue.num_plurals > 1 else b""
    lines = [f"    {key!r}: {messages[key]!r},\n" for key in sorted(messages)]
    return f'"""Written by the build."""\n\nFORMS = {forms!r}\nMESSAGES = {{\n{"".join(lines)}}}\n'


def _put(target: Path, text: str) -> None:
    """Write a file whole, so that a process reading it meanwhile sees the old or the new one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    aside.write_text(text, encoding="utf-8")
    aside.replace(target)


def main(verb: str) -> int:
    """The command line: ``update`` or ``compile``."""
    if verb == "update":
        lacking = update()
        compile_all()
        sys.stdout.write("".join(f"{line}\n" for line in lacking))
        sys.stdout.write(f"{len(lacking)} without translation\n")
        return 1 if lacking else 0
    if verb == "compile":
        compile_all()
        return 0
    sys.stderr.write("usage: python hatch_build.py update|compile\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) == 2 else ""))
