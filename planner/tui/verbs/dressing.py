"""How the planner looks and speaks: theme and language, changed while it is open and kept in config.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui.facts import Facts
from planner.tui.messages import Outcome
from planner.tui.widgets.ask import Choice, Menu
from planner.wording import p, t, use

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.tui.places.place import Place

__all__ = ["language", "theme"]

DIGITS = "1234567890"
AUTO = "auto"


def theme(place: Place) -> None:
    """Choose a colour theme; each is put on while it is marked, and Esc puts the old one back."""
    from planner.tui.themes import chosen_theme, theme_names

    app = place.app
    before = app.clerk.settings.theme
    names = (AUTO, *theme_names(app.home))[: len(DIGITS)]
    choices = tuple(Choice(name, _named(name), digit=digit) for name, digit in zip(names, DIGITS, strict=False))

    def wear(name: str) -> None:
        app.wear(chosen_theme(name))

    def chosen(name: str | None) -> None:
        wear(name or before)
        if name is not None:
            place.write(lambda desk: _set(desk, "theme", name, t("theme: {name}", name=_named(name))))

    at = names.index(before) if before in names else 0
    app.push_screen(Menu(Facts(t("Colour theme")), choices, at=at, meanwhile=wear), chosen)


def language(place: Place) -> None:
    """Switch between English and Chinese; all that is shown is worded anew."""
    from planner.wording import language as language_in_use

    set_language(place, "en" if language_in_use() == "zh" else "zh")


def set_language(place: Place, lang: str) -> None:
    """Speak a language from now on, and keep it as the setting."""

    def work(desk: Desk) -> Outcome:
        desk.lang = "zh" if lang == "zh" else "en"
        use(lang)
        return _set(desk, "lang", lang, t("The planner speaks English from now on."))

    def done(outcome: Outcome) -> None:
        place.told(outcome.sentence)
        place.app.speak()

    place.app.fetch(work, done, opens=False)


def _set(desk: Desk, key: str, value: str, sentence: str) -> Outcome:
    """Keep a setting; it holds now and when the planner is opened again."""
    from planner.desk.setting import change

    change(desk, key, value)
    desk.settings = desk.settings.replace(**{key: value})
    return Outcome(sentence=sentence)


def _named(name: str) -> str:
    """A theme's name in words; a user's own as it is called."""
    known = {
        AUTO: p("theme", "as the terminal is"),
        "dark": p("theme", "dark"),
        "light": p("theme", "light"),
        "contrast": p("theme", "high contrast"),
        "redhead": p("theme", "red-head document"),
        "ansi": p("theme", "the terminal's own colours"),
    }
    from planner.wording.safe import shown

    return known.get(name, shown(name))
