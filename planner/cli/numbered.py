"""What the verbs on matters share: numbers first, words after, and a line for each matter that was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.desk.discretion import Discretion
from planner.wording import t
from planner.wording.dates import said
from planner.wording.suggestion import suggestion_said

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.cli.streams import Talk
    from planner.desk.changing import Edited
    from planner.desk.desk import Desk
    from planner.domain.directory import Directory
    from planner.domain.matter import Matter

__all__ = ["split_numbers", "suggest", "tell", "tell_of_warnings"]


def split_numbers(words: list[str], reads: Callable[[str], str | None], prog: str) -> tuple[list[str], str]:
    """The words that list matters, and the rest as one text.

    The first word is the list (``12``, ``3,5-7``), and so are the words behind it up to a ``--``, or where nothing but
    numbers was typed. A number behind the list, with words after it, may be a matter or begin those words (``8 2 台``):
    ``reads`` gives the words that such a text surely is, none when the verb takes no such words, ``None`` when that is
    open. Raises ``UsageError`` when it is, with both ways to write it, and when the first word is no number.
    """
    if not words or not _is_numbers(words[0]):
        raise UsageError(t("Begin with the matter's number: 12, or 3,5-7 for several."))
    place = 1
    while place < len(words) and words[place] != "--" and _is_numbers(words[place]):
        place += 1
    rest = words[place:]
    if rest and rest[0] == "--":
        return words[:place], " ".join(rest[1:])
    glued = 1
    while glued < place and words[glued - 1][-1] in ",，、":  # 3, 5-7
        glued += 1
    if glued == place:
        return words[:place], " ".join(rest)
    text = " ".join(words[glued:])
    read = reads(text)
    if read:
        return words[:glued], read
    if not rest or read is not None:
        return words[:place], " ".join(rest)
    head, tail = " ".join(words[:glued]), " ".join(rest)
    raise UsageError(
        t(
            "{number} may be a matter, or begin the words: write {listed}, or {worded}. Nothing was changed.",
            number=words[glued],
            listed=f"{prog} {','.join(words[:place])} {tail}",
            worded=f"{prog} {head} -- {text}",
        )
    )


def tell(edited: Edited, talk: Talk, did: str, desk: Desk | None = None) -> int:
    """One line for each matter: its number, what was done, its title, unless it came of a restricted entry."""
    eyes = None if desk is None else Discretion(desk)
    for made in edited.matters:
        matter = made if eyes is None else eyes(made)
        talk.say(t("{number} {did}: {title}", number=matter.number, did=did, title=matter.title))
    for made in edited.coming:
        matter = made if eyes is None else eyes(made)
        if matter.due is not None and desk is not None:
            when = said(matter.due, desk.now, desk.lang, desk.calendar, matter.end)
            talk.say(t("{number} comes next: {title}, {when}", number=matter.number, title=matter.title, when=when))
    tell_of_warnings(edited, talk)
    return 0


def tell_of_warnings(edited: Edited, talk: Talk) -> None:
    """What was recorded though it is odd, and the names that are new."""
    for warning in edited.warnings:
        talk.say(warning)
    for name in edited.new_names:
        talk.say(t("{name} is new among the parties.", name=name))


def suggest(matters: tuple[Matter, ...], directory: Directory, talk: Talk) -> None:
    """Marks that the words or the parties of matters suggest: said to a person who reads along, never set."""
    if not talk.is_read:
        return
    from planner.domain.suggestion import suggested_for

    for matter in matters:
        for suggestion in suggested_for(matter, directory):
            talk.say(suggestion_said(suggestion, matter.number))


def _is_numbers(word: str) -> bool:
    """Whether a word is made of numbers and ranges with commas; ``2026-11-27`` is a date."""
    if not word[:1].isdigit() or any(char not in "0123456789,，、-" for char in word):
        return False
    return all(part.count("-") < 2 for part in word.replace("，", ",").replace("、", ",").split(","))
