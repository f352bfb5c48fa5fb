"""Global options, which stand before or after the command: ``--home``, ``--lang``, ``--demo``."""

from __future__ import annotations

from planner.domain.record import Record
from planner.wording import t

__all__ = ["Globals", "UsageError", "globals_of", "plain_words"]


class UsageError(Exception):
    """Words that no command understands; its text is the line for the person. Exit code 2."""


class Globals(Record):
    """The options that hold for every command, and the words that are left."""

    home: str | None = None
    lang: str | None = None
    demo: bool = False
    words: tuple[str, ...] = ()


def globals_of(argv: list[str]) -> Globals:
    """Take the global options out of the words, wherever they stand before a ``--``. Raises ``UsageError``."""
    home: str | None = None
    lang: str | None = None
    demo = False
    words: list[str] = []
    rest = iter(argv)
    for word in rest:
        name, given, value = word.partition("=")
        if word == "--":
            words += [word, *rest]
        elif name in ("--home", "--lang"):
            if not given:
                value = next(rest, "")
            if not value:
                raise UsageError(t("{option} needs a value: {option} {example}", option=name, example=_EXAMPLES[name]))
            if name == "--home":
                home = value
            elif value in ("en", "zh"):
                lang = value
            else:
                raise UsageError(t("--lang takes en or zh, not {word}.", word=value))
        elif word == "--demo":
            demo = True
        else:
            words.append(word)
    return Globals(home=home, lang=lang, demo=demo, words=tuple(words))


_EXAMPLES = {"--home": "DIR", "--lang": "zh"}


def plain_words(words: tuple[str, ...], flags: tuple[str, ...]) -> tuple[dict[str, bool], list[str]] | None:
    """Split words into the flags that stand among them and the rest; ``None`` when there is an option not in ``flags``.

    Only what begins with two dashes is an option here, so that ``-5%`` and ``-`` are words.
    """
    chosen = dict.fromkeys(flags, False)
    plain: list[str] = []
    for place, word in enumerate(words):
        if word == "--":
            plain += words[place + 1 :]
            break
        if word in chosen:
            chosen[word] = True
        elif word in ("-h", "--help") or (word.startswith("--") and len(word) > 2):
            return None
        else:
            plain.append(word)
    return chosen, plain
