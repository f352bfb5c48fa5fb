"""Every sentence a person reads, in the language in use.

The English sentence is the message's id, so English needs no catalogue; other languages stand in ``locale/*.po`` and
are compiled by the build to plain Python dicts (``compiled/``): gettext costs 1.7 of an interpreter start, a dict
nothing.

Call ``t("{count} matters are open", count=3)``, ``n("{count} matter", "{count} matters", 3)`` for what changes with a
number, ``p("grade", "major")`` when a word alone could mean two things. The sentence is always written out in the call,
because it is collected from there; where a table must hold it, ``later("…")`` marks it and ``t(entry.help)`` says it.
What a user typed goes in as a value only: values are put in as they are and never read for braces.

There are two catalogues a language. ``echo`` holds what ``planner add`` says back and is asked first; ``planner`` holds
the rest and is loaded at the first sentence that the small one lacks, so that a capture loads little.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    Catalogue: TypeAlias = Mapping[str, str | tuple[str, ...]]

__all__ = ["LANGUAGES", "MissingCatalogue", "Voice", "language", "later", "later_p", "n", "p", "t", "use", "voice_of"]

SOURCE = "en"
"""The language of the message ids."""

LANGUAGES = ("en", "zh")
"""The languages that can be chosen. A new one is its catalogues under ``locale/`` and its code here."""

CONTEXT_END = "\x04"
"""Stands between context and message in a catalogue's keys, as in gettext's files."""

PLURAL_TABLE = 200
"""Plural forms are looked up in a table of so many numbers; above, every known rule repeats each hundred."""


class MissingCatalogue(SystemExit):
    """The catalogues were never compiled: a checkout that was not installed. Ends the program with one line."""


class Voice:
    """The sentences in one language. Catalogues are loaded when first needed."""

    __slots__ = ("_small", "_whole", "language")

    def __init__(self, language: str) -> None:
        self.language = language
        self._small: tuple[Catalogue, bytes] | None = None
        self._whole: tuple[Catalogue, bytes] | None = None

    def t(self, message: str, /, **values: object) -> str:
        """The sentence in this language, with its named places filled. Raises KeyError when a value is absent."""
        found, _ = self._find(message)
        said = found if isinstance(found, str) else message
        return said.format(**values) if values else said

    def n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The sentence in the form that ``count`` asks for; ``{count}`` may stand in it."""
        found, forms = self._find(one)
        if isinstance(found, tuple):
            size = abs(count)
            place = size if size < PLURAL_TABLE else PLURAL_TABLE // 2 + size % (PLURAL_TABLE // 2)
            said = found[forms[place] if forms else 0]
        else:
            said = one if count == 1 else many
        return said.format(count=count, **values)

    def p(self, context: str, message: str, /, **values: object) -> str:
        """The sentence as it is said in ``context``, with its named places filled."""
        found, _ = self._find(context + CONTEXT_END + message)
        said = found if isinstance(found, str) else message
        return said.format(**values) if values else said

    def _find(self, key: str) -> tuple[str | tuple[str, ...] | None, bytes]:
        """What the catalogues hold for a key, with the table of plural forms that belongs to it."""
        if self.language == SOURCE:
            return None, b""
        if self._small is None:
            self._small = _load("echo_" + self.language)
        messages, forms = self._small
        found = messages.get(key)
        if found is None:
            if self._whole is None:
                self._whole = _load(self.language)
            messages, forms = self._whole
            found = messages.get(key)
        return found, forms


def _load(name: str) -> tuple[Catalogue, bytes]:
    """The messages and plural forms of a compiled catalogue. Raises ``MissingCatalogue``."""
    try:
        module = __import__("planner.wording.compiled." + name, fromlist=("MESSAGES",))
    except ModuleNotFoundError:
        raise MissingCatalogue(
            "planner: the catalogues are not compiled; run: pip install -e . (or: python hatch_build.py compile)"
        ) from None
    return module.MESSAGES, module.FORMS


_voices = {SOURCE: Voice(SOURCE)}
_current = _voices[SOURCE]


def voice_of(lang: str) -> Voice:
    """The voice of a language. Raises ValueError for one that is not in ``LANGUAGES``."""
    voice = _voices.get(lang)
    if voice is None:
        if lang not in LANGUAGES:
            raise ValueError(lang)
        voice = _voices[lang] = Voice(lang)
    return voice


def use(lang: str) -> None:
    """Speak ``lang`` from now on, in the whole process. Raises ValueError for one that is not in ``LANGUAGES``."""
    global _current  # noqa: PLW0603 - one process speaks one language; every shell would otherwise pass it to every call
    _current = voice_of(lang)


def language() -> str:
    """The code of the language in use."""
    return _current.language


def t(message: str, /, **values: object) -> str:
    """The sentence in the language in use, with its named places filled."""
    return _current.t(message, **values)


def n(one: str, many: str, count: int, /, **values: object) -> str:
    """The sentence in the language in use, in the form that ``count`` asks for."""
    return _current.n(one, many, count, **values)


def p(context: str, message: str, /, **values: object) -> str:
    """The sentence in the language in use, as it is said in ``context``."""
    return _current.p(context, message, **values)


def later(message: str, /) -> str:
    """The message itself: marks a sentence in a table for collection, to be said by ``t`` when it is shown."""
    return message


def later_p(context: str, message: str, /) -> str:  # noqa: ARG001 - the collector reads it
    """The message itself: as ``later``, for what is said by ``p``."""
    return message
