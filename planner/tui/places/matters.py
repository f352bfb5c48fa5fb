"""Matters 事项: all open matters by score, what others owe beside one's own; a filter, a saved view, the agenda.

The filter is the language of the command line; plain words are looked for as they are typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.capture.filters import FilterSlipError, read_filter
from planner.config.clock import now
from planner.domain.filter import Both, Words, speaks_of_closing
from planner.domain.filtering import test_of
from planner.domain.record import Record
from planner.tui.places.bands import LIGHT_TONES, tone_of_matter
from planner.tui.places.days import Stretch, head_of, sections_of_agenda
from planner.tui.places.place import Place
from planner.tui.subjects import key_of
from planner.tui.widgets.sections import Lazy, Section
from planner.wording import t
from planner.wording.dates import day_heading
from planner.wording.page import matter_row
from planner.wording.safe import shown
from planner.wording.terms import term

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.choosing import View
    from planner.desk.desk import Desk
    from planner.desk.pages import Listed
    from planner.domain.agenda import Agenda
    from planner.domain.filter import Filter
    from planner.domain.filtering import Scene
    from planner.tui.grammars import Grammar
    from planner.tui.messages import Sight
    from planner.tui.widgets.sections import Tone
    from planner.wording.page import Row

__all__ = ["MattersPage", "MattersPlace"]

CLOSED = "state:done or state:dropped"
"""The filter of what was closed of late."""


class MattersPage(Record):
    """Open matters in order, closed ones, what a filter is asked against, the views, the agenda if it is seen."""

    open: tuple[Listed, ...]
    closed: tuple[Listed, ...]
    scene: Scene
    views: tuple[View, ...] = ()
    agenda: Agenda | None = None


class MattersPlace(Place):
    """Every open matter."""

    NAME = "matters"

    def __init__(self) -> None:
        super().__init__()
        self._stretch: Stretch | None = None
        self._page: MattersPage | None = None
        self._view = ""
        self._in_force = ""
        """The filter that was in force when the line for another was opened."""

    def heading(self) -> str:
        """The place's name."""
        return t("Matters")

    def reading(self) -> Callable[[Desk], object]:
        """Open matters, in the order of their scores; with the agenda, when that is looked at."""
        return lambda desk: _read(desk, self._stretch)  # as it is by then: a reading that waits is not asked for again

    def sections_of(self, page: object, sight: Sight) -> tuple[Section, ...]:
        """The days of the agenda; else majors, minors, what others owe."""
        if not isinstance(page, MattersPage):
            return ()
        self._page = page
        if self._stretch is not None and page.agenda is not None:
            self.head.tell(*head_of(page.agenda, self._stretch, sight))
            return sections_of_agenda(page.agenda, self._stretch, sight)
        title = t("Matters: {view}", view=shown(self._view)) if self._view else t("Matters")
        self.head.tell(title, day_heading(sight.day.now, sight.day.now, sight.lang), "")
        return _parts(page.open, sight)

    def sift(self, words: str) -> None:
        """Show what a filter asks for. One that can't be read changes nothing: the line says what is wrong with it."""
        if not words.strip() and self._view:
            self._view = ""
            self._retell()
        part = None if self._stretch is not None else self._asked(words)
        if isinstance(part, FilterSlipError):
            words, part = self._in_force, self._asked(self._in_force)
        if part is None or isinstance(part, FilterSlipError) or self._page is None or self.sight is None:
            super().sift(words)
            return
        test = test_of(part, self._page.scene)
        listed = (*self._page.open, *self._page.closed) if speaks_of_closing(part) else self._page.open
        found = tuple(one for one in listed if test(one.matter))
        self.sieve.words = words
        empty = t("Nothing is “{words}”. Esc shows all again.", words=words.strip())
        self.list.show(_parts(found, self.sight), empty=empty, follow=self._follow)
        self._follow = None

    def filter_slip(self, words: str) -> str:
        """What is wrong with a filter, and where; empty when it can be read."""
        part = None if self._stretch is not None else self._asked(words)
        if not isinstance(part, FilterSlipError):
            return ""
        wrong = part.text[part.start : part.end]
        near = _near_key(wrong[:-1]) if wrong.endswith((":", "：")) else ""
        if near:
            return t("there is no key “{key}”; did you mean {near}?", key=shown(wrong[:-1]), near=near)
        return t("“{place}”: {slip}", place=shown(wrong), slip=part.said)

    def filter_grammar(self) -> Grammar:
        """How a filter is read while it is typed: what is wrong is told with its place."""
        from planner.domain.draft import Span
        from planner.tui.grammars import Reading, plain
        from planner.wording.echo import Part

        self._in_force = self.sieve.words

        def read(line: str, sight: Sight) -> Reading:  # noqa: ARG001 - a grammar's signature
            part = self._asked(line)
            if not isinstance(part, FilterSlipError):
                return Reading()
            return Reading(
                (Part(role="remark", text=self.filter_slip(line)),),
                (Span(start=part.start, end=min(part.end, len(line)), role="refused"),),
            )

        hint = t("words, or due:<fri  @Li  grade:major  light:red  and or not ( ) /regex/")
        return plain("filter", t("filter"), hint)._replace(read=read)

    def next_list(self) -> None:
        """Choose a saved view by a digit, what was closed of late, or all; save the filter in use as a view."""
        from planner.tui.menus import choose

        views = () if self._page is None else self._page.views
        named = [("all", t("all open")), ("closed", t("closed of late"))]
        named += [(f"view {view.name}", f"{shown(view.name)}: {shown(view.problem or view.text)}") for view in views]
        if self.sieve.words:
            named.append(("save", t("save “{words}” as a view", words=shown(self.sieve.words))))
        texts = {f"view {view.name}": view for view in views}

        def chosen(value: str) -> None:
            if value == "save":
                self._save_view()
            elif value in texts:
                self._look_at(texts[value].name, texts[value].text)
            else:
                self._look_at(t("closed of late") if value == "closed" else "", CLOSED if value == "closed" else "")

        choose(self, t("Which matters?"), named, chosen)

    def next_agenda(self) -> None:
        """The week, then the month, then the list again."""
        self._stretch = Stretch.following(self._stretch, now().date())
        self.sieve.words = ""
        self.app.reload()

    def earlier(self) -> None:
        """The stretch before."""
        self._turn(-1)

    def later(self) -> None:
        """The stretch after."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self._stretch is None:
            self.told(t("C shows the agenda; the arrows turn its pages."), refusal=True)
        else:
            self._stretch = self._stretch.turned(by)
            self.app.reload()

    def _asked(self, words: str) -> Filter | FilterSlipError | None:
        """What words ask as a filter, or why they can't be read as one; ``None`` when they are plain words."""
        if self.sight is None:
            return None
        day = self.sight.day
        try:
            part = read_filter(words, day.now, self.sight.lang, calendar=day.calendar, day_first=self.sight.day_first)
        except FilterSlipError as slip:
            return slip
        plain = part.parts if isinstance(part, Both) else (part,)
        return None if all(isinstance(one, Words) for one in plain) else part

    def _look_at(self, name: str, text: str) -> None:
        """Show a view."""
        self._stretch = None
        self._view = name
        slip = self.filter_slip(text)
        if slip:
            self._view = ""
            self.told(t("The view “{name}” can't be used: {slip}", name=shown(name), slip=slip), refusal=True)
            return
        self.sieve.words = text
        self._retell()
        self.sift(text)

    def _retell(self) -> None:
        """Word the head anew."""
        if self._page is not None and self.sight is not None:
            self.sieve.fill(self.sections_of(self._page, self.sight))

    def _save_view(self) -> None:
        """Ask for a name, and save the filter in use under it."""
        from planner.tui.grammars import plain

        text = self.sieve.words

        def save(desk: Desk) -> object:
            from planner.config.loading import load_settings
            from planner.desk.setting import change

            change(desk, f"views.{name}", text)
            desk.settings = load_settings(desk.home)
            return name

        name = ""

        def entered(words: str) -> None:
            nonlocal name
            name = words.strip()
            if name:
                self.app.fetch(save, saved, opens=False)

        def saved(_: object) -> None:
            self._view = name
            self.told(t("saved as the view “{name}”: l lists the views", name=shown(name)))
            self.app.reload()

        self.slot.ask(plain("view", t("name of the view"), t("this week's supervised")), self.sight, entered)


def _near_key(word: str) -> str:
    """The key of the filter's language that a word was meant for; empty when none is near, or it is one."""
    from difflib import get_close_matches

    from planner.capture.filter_words import KEYS

    if word.casefold() in KEYS:
        return ""
    return next(iter(get_close_matches(word.casefold(), list(KEYS), n=1)), "")


def _parts(listed: tuple[Listed, ...], sight: Sight) -> tuple[Section, ...]:
    """Majors, minors, what others owe, what is closed."""
    alive = [one for one in listed if one.matter.is_open]
    own = [one for one in alive if not one.matter.is_assigned]
    parts = (
        ("majors", t("Major"), [one for one in own if one.matter.grade == "major"]),
        ("minors", t("Minor"), [one for one in own if one.matter.grade == "minor"]),
        ("owed", t("Owed by others"), [one for one in alive if one.matter.is_assigned]),
        ("closed", t("Closed"), [one for one in listed if not one.matter.is_open]),
    )
    return tuple(
        Section(name, title, _rows(found, sight), strong=name == "majors", lights=name == "owed")
        for name, title, found in parts
        if found
    )


def _rows(found: list[Listed], sight: Sight) -> Lazy[Listed]:
    """Matters, drawn when they are seen; one that others owe shows its light."""

    def draw(one: Listed) -> Row:
        row = matter_row(one.matter, sight.day, sight.lang)
        if one.light is None:
            return row
        return row.replace(badge=t("[{light}]", light=term("light", one.light, sight.lang)))

    def tone(one: Listed) -> Tone:
        return tone_of_matter(one.matter, sight.day) if one.light is None else LIGHT_TONES[one.light]

    return Lazy(found, draw=draw, key=key_of, tone=tone)


def _read(desk: Desk, stretch: Stretch | None) -> object:
    from planner.desk.choosing import scene_of, views
    from planner.desk.discretion import Discretion
    from planner.desk.pages import listed_matters
    from planner.domain.criteria import Criteria

    snapshot = desk.book.read()
    fit_to_show = Discretion(desk, snapshot)
    listed = [
        one.replace(matter=fit_to_show(one.matter)) if one.matter.receptions else one
        for one in listed_matters(desk, Criteria())
    ]
    agenda = None
    if stretch is not None:
        from planner.desk.planning import agenda_between

        agenda = agenda_between(desk, stretch.first, stretch.last)
    return MattersPage(
        open=tuple(one for one in listed if one.matter.is_open),
        closed=tuple(one for one in listed if not one.matter.is_open),
        scene=scene_of(desk, snapshot),
        views=views(desk),
        agenda=agenda,
    )
