"""``planner review --walk``: one record after another with what may be done about it, at a terminal.

Each answer is a letter and what belongs to it, ``p fri``; an empty line means that it was seen. Whatever is typed is
one change of its own, so ``u`` takes back the last, and ``q`` leaves: the walk goes on from there the next time.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from planner.desk.refused import Refused
from planner.domain.record import Problem, Record
from planner.report.outline import stop_row
from planner.report.stops import QUESTIONS, STOPS, TITLES
from planner.wording import p, t

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.domain.moment import date
    from planner.report.stops import Stop

__all__ = ["ANSWERS", "Answer", "answer", "walk"]


class Answer(Record):
    """One thing that may be typed at a stop: its letter, what stands behind it, what it does."""

    letter: str
    label: Callable[[], str]
    act: Callable[[Desk, Stop, str], None]
    on: tuple[str, ...] = ("matter",)
    leaves: bool = False
    """Whether the record needs no more look in this walk when it was done."""


def _done(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.matters import done

    done(desk, (_number(stop),), words or None)


def _postpone(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.matters import postpone

    postpone(desk, (_number(stop),), words)


def _edit(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.matters import edit

    edit(desk, (_number(stop),), words)


def _note(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.matters import note

    note(desk, (_number(stop),), words)


def _drop(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.matters import drop

    drop(desk, (_number(stop),), words or None)


def _chase(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.handing import chase

    chase(desk, (_number(stop),), words)


def _hand(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.handing import hand

    names = tuple(name for name in words.replace("，", ",").replace("、", ",").split(",") if name.strip())
    if not names:
        raise Refused(t("Say to whom: h NAME."))
    hand(desk, (_number(stop),), tuple(name.strip() for name in names))


def _include(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.reporting import put_in

    put_in(desk, (_number(stop),), goes=words.strip() not in ("-", "no", "不"))


def _every(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.walking import look_again

    if not words.strip().isdecimal():
        raise Refused(t("Say after how many working days: i 5."))
    look_again(desk, (_number(stop),), int(words))


def _reply(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.receptions import reply

    if not words.strip():
        raise Refused(t("Say what was answered: r the words."))
    reply(desk, _number(stop), words)


def _notice(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.receptions import notice

    notice(desk, _number(stop), _day(desk, words))


def _accept(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.receptions import accept

    accept(desk, _number(stop), _day(desk, words))


def _held(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.talks import hold_talk

    hold_talk(desk, _name(stop), None, words or None)


def _tell(desk: Desk, stop: Stop, words: str) -> None:
    from planner.desk.talks import tell

    tell(desk, f"@{_name(stop)} {words}")


ANSWERS: tuple[Answer, ...] = (
    Answer(letter="d", label=lambda: t("d RESULT done"), act=_done, leaves=True),
    Answer(letter="p", label=lambda: t("p DATE put off"), act=_postpone, leaves=True),
    Answer(letter="e", label=lambda: t("e LINE edit"), act=_edit),
    Answer(letter="n", label=lambda: t("n WORDS note"), act=_note),
    Answer(letter="c", label=lambda: t("c WORDS chase"), act=_chase, leaves=True),
    Answer(letter="h", label=lambda: t("h NAME hand over"), act=_hand, leaves=True),
    Answer(letter="x", label=lambda: t("x REASON give up"), act=_drop, leaves=True),
    Answer(letter="o", label=lambda: t("o in the report, o - out"), act=_include),
    Answer(letter="i", label=lambda: t("i DAYS look again after"), act=_every, leaves=True),
    Answer(letter="r", label=lambda: t("r WORDS answered"), act=_reply, on=("reception",), leaves=True),
    Answer(letter="n", label=lambda: t("n [DATE] noticed"), act=_notice, on=("reception",)),
    Answer(letter="c", label=lambda: t("c [DATE] accepted"), act=_accept, on=("reception",)),
    Answer(letter="t", label=lambda: t("t talk held"), act=_held, on=("party",), leaves=True),
    Answer(letter="n", label=lambda: t("n WORDS point to tell"), act=_tell, on=("party",)),
)
"""What may be typed at each kind of record."""


def walk(desk: Desk, out: Out, talk: Talk) -> int:
    """Walk from stop to stop until the end or until the person leaves. Without a terminal it is a list."""
    from planner.desk.walking import seen, walked

    state = walked(desk)
    if not (sys.stdin.isatty() and talk.is_read):
        return _list(state.left, desk, out)
    last = ""
    changes = 0  # of the last answer, which is taken back whole
    while state.left:
        stop = state.left[0]
        if stop.name != last:
            last = stop.name
            count = sum(one.name == last for one in state.left)
            out.bold(t("{title} ({count})", title=p("stop", TITLES[stop.name]), count=count))
            talk.say(p("stop", QUESTIONS[stop.name]))
        _show(stop, desk, out)
        typed = _typed()
        if typed is None or typed in ("q", "ｑ", "：q", ":q"):
            talk.say(t("Left: {count} to look at. The walk goes on here.", count=len(state.left)))
            return 0
        if typed == "u":
            _undo(desk, talk, max(1, changes))
            changes = 0
        elif typed == "?":
            talk.say(_offered(stop))
        else:
            before = desk.book.revision()
            if not typed or answer(desk, stop, typed, talk) or _moved(stop, walked(desk).left):
                changes = 1 if desk.book.revision() == before else 2
                seen(desk, stop.key)
            else:
                changes = 0 if desk.book.revision() == before else 1
        state = walked(desk)
    talk.say(t("Everything was looked at: {count} seen. planner review --report is next.", count=state.seen))
    return 0


def answer(desk: Desk, stop: Stop, typed: str, talk: Talk) -> bool:
    """Do what was typed; whether the stop needs no more look. What can't be done is told, and the stop stays."""
    letter, _, words = typed.partition(" ")
    found = next((one for one in ANSWERS if one.letter == letter and _kind(stop) in one.on), None)
    if found is None:
        talk.say(t("“{words}” is no answer here. {offered}", words=typed, offered=_offered(stop)))
        return False
    try:
        found.act(desk, stop, words.strip())
    except Problem as problem:
        from planner.desk.refused import sentence_of

        talk.say(sentence_of(problem))
        return False
    return found.leaves


def _moved(stop: Stop, left: tuple[Stop, ...]) -> bool:
    """Whether a record stands under another stop now: what was filed just now is not asked for again among minors."""
    return any(one.key == stop.key and one.name != stop.name for one in left)


def _undo(desk: Desk, talk: Talk, times: int) -> None:
    """Take the last answer back, with the mark that its record was seen."""
    from planner.desk.past import undo
    from planner.desk.refused import sentence_of

    try:
        for _ in range(times):
            undo(desk)
        talk.say(t("Taken back."))
    except Problem as problem:
        talk.say(sentence_of(problem))


def _list(left: tuple[Stop, ...], desk: Desk, out: Out) -> int:
    """What is left, as text, where nobody can be asked."""
    from planner.cli.rows import laid_out

    for name in STOPS:
        rows = [stop_row(stop, desk.day(), desk.lang) for stop in left if stop.name == name]
        if rows:
            out.bold(t("{title} ({count})", title=p("stop", TITLES[name]), count=len(rows)))
            for line in laid_out(rows, out.width):
                out.line(line)
    if not left:
        out.line(t("Everything was looked at."))
    return 0


def _show(stop: Stop, desk: Desk, out: Out) -> None:
    """The record of a stop, on a line."""
    from planner.cli.rows import laid_out

    for line in laid_out([stop_row(stop, desk.day(), desk.lang)], out.width):
        out.line(f"  {line}")


def _typed() -> str | None:
    """What the person types; ``None`` at the end of input."""
    sys.stderr.write(t("Enter seen, q leave, u undo, ? what else > "))
    sys.stderr.flush()
    try:
        return input().strip()
    except EOFError:
        return None


def _offered(stop: Stop) -> str:
    """What may be typed at a stop."""
    return p("enumeration", ", ").join(one.label() for one in ANSWERS if _kind(stop) in one.on)


def _kind(stop: Stop) -> str:
    """The kind of a stop's record."""
    return stop.key.partition(":")[0]


def _number(stop: Stop) -> int:
    """The number of a stop's record."""
    return int(stop.key.partition(":")[2])


def _name(stop: Stop) -> str:
    """The name of a stop's party."""
    return stop.key.partition(":")[2]


def _day(desk: Desk, words: str) -> date:
    """The day that was typed; today without one."""
    from planner.cli.dates import day_been

    return day_been(words, desk)
