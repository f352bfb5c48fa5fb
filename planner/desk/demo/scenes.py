"""The demo's vocabulary: each function makes one scene, a moment and what is done then by a verb of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from planner.desk import handing, matters, receptions, talks
from planner.desk.capturing import add_drafts
from planner.domain.draft import Draft, PointDraft, VisitDraft
from planner.domain.moment import datetime, day_of, iso, time
from planner.domain.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.demo.stage import Stage
    from planner.domain.moment import date

    When: TypeAlias = int | Callable[[Stage], date]
    Happening: TypeAlias = Callable[[Stage], None]

__all__ = [
    "Scene",
    "accepted",
    "chased",
    "done",
    "dropped",
    "noted",
    "noticed",
    "party",
    "planned",
    "postponed",
    "replied",
    "returned",
    "talked",
    "told",
    "visited",
]

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Scene(Record):
    """When, in working days from today or by a rule of its own, at what time, and what happens."""

    when: When
    clock: str
    happening: Happening

    def moment(self, stage: Stage) -> datetime:
        """When it happens; what happens on offset 0 happens on the very day, worked or not."""
        when = self.when
        if callable(when):
            day = when(stage)
        else:
            day = stage.today if when == 0 else stage.day(when)
        return datetime.combine(day, time.fromisoformat(self.clock))


def planned(when: When, clock: str, key: str, due: When | None = None, at: str | None = None, **fields: Any) -> Scene:
    """A matter is written down. ``parties``, ``handed_to`` and ``assigned_by`` are keys; ``every`` is a frequency."""

    def happening(stage: Stage) -> None:
        values = dict(fields)
        day = None if due is None else due(stage) if callable(due) else stage.day(due)
        every = values.pop("every", None)
        if day is not None:
            values["due"] = stage.moment(day, at)
            if every == "WEEKLY":
                values["rrule"] = f"FREQ=WEEKLY;BYDAY={_WEEKDAYS[day.weekday()]}"
            elif every == "MONTHLY":
                values["rrule"] = f"FREQ=MONTHLY;BYMONTHDAY={day.day}"
        if "start" in values:
            values["start"] = stage.day(values["start"])
        for name in ("parties", "handed_to"):
            if name in values:
                values[name] = stage.names(*values[name])
        if "assigned_by" in values:
            values["assigned_by"] = stage.text(values["assigned_by"])
        draft = Draft(
            title=stage.text(key),
            words=stage.texts_if_any(f"{key}.words"),
            tags=tuple((stage.texts_if_any(f"{key}.tags") or "").split()),
            **values,
        )
        added = add_drafts(stage.desk, (draft,), stage.desk.now)
        stage.matters[key] = added[0].matter.number

    return Scene(when=when, clock=clock, happening=happening)


def _verb(when: When, clock: str, happening: Happening) -> Scene:
    """A scene of one verb."""
    return Scene(when=when, clock=clock, happening=happening)


def done(when: When, clock: str, key: str) -> Scene:
    """A matter is done, with its result in words; the next of a recurring one takes over the key."""

    def happening(stage: Stage) -> None:
        edited = matters.done(stage.desk, (stage.matters[key],), stage.text(f"{key}.done"))
        for coming in edited.coming:
            stage.matters[key] = coming.number

    return _verb(when, clock, happening)


def noted(when: When, clock: str, key: str) -> Scene:
    """Progress is written down."""
    return _verb(
        when, clock, lambda stage: _quiet(matters.note(stage.desk, (stage.matters[key],), stage.text(f"{key}.note")))
    )


def returned(when: When, clock: str, key: str, by: str) -> Scene:
    """A leader sends a matter back."""
    return _verb(
        when,
        clock,
        lambda stage: _quiet(
            matters.return_(stage.desk, (stage.matters[key],), stage.text(f"{key}.returned"), stage.text(by))
        ),
    )


def dropped(when: When, clock: str, key: str) -> Scene:
    """A matter is given up, with the reason."""
    return _verb(
        when, clock, lambda stage: _quiet(matters.drop(stage.desk, (stage.matters[key],), stage.text(f"{key}.dropped")))
    )


def postponed(when: When, clock: str, key: str, due: int) -> Scene:
    """A matter is put off."""
    return _verb(
        when,
        clock,
        lambda stage: _quiet(matters.postpone(stage.desk, (stage.matters[key],), iso(stage.day(due)))),
    )


def chased(when: When, clock: str, key: str, word: str, promised: int) -> Scene:
    """A matter is chased and something is promised for a day."""
    return _verb(
        when,
        clock,
        lambda stage: _quiet(
            handing.chase(stage.desk, (stage.matters[key],), stage.text(f"{key}.{word}"), stage.day(promised))
        ),
    )


def visited(when: When, clock: str, key: str, due: int | None = None, **fields: Any) -> Scene:
    """Somebody comes, calls or writes. ``handed_to`` and ``report_to`` are keys."""

    def happening(stage: Stage) -> None:
        values = dict(fields)
        for name in ("handed_to", "report_to"):
            if name in values:
                values[name] = stage.names(*values[name])
        draft = VisitDraft(
            matter=stage.text(key),
            name=stage.texts_if_any(f"{key}.name"),
            phone=stage.texts_if_any(f"{key}.phone"),
            unit=stage.texts_if_any(f"{key}.unit"),
            reply_due=None if due is None else stage.day(due),
            **values,
        )
        saved = receptions.register_draft(stage.desk, draft, stage.desk.now)
        stage.receptions[key] = saved.reception.number
        if saved.matter is not None:
            stage.matters[key] = saved.matter.number

    return Scene(when=when, clock=clock, happening=happening)


def noticed(when: When, clock: str, key: str) -> Scene:
    """The written notice of receipt is handed over."""
    return _verb(
        when,
        clock,
        lambda stage: _quiet(receptions.notice(stage.desk, stage.receptions[key], day_of(stage.desk.now))),
    )


def accepted(when: When, clock: str, key: str) -> Scene:
    """A petition is accepted."""
    return _verb(
        when,
        clock,
        lambda stage: _quiet(receptions.accept(stage.desk, stage.receptions[key], day_of(stage.desk.now))),
    )


def replied(when: When, clock: str, key: str) -> Scene:
    """An answer is given."""
    return _verb(
        when,
        clock,
        lambda stage: _quiet(receptions.reply(stage.desk, stage.receptions[key], stage.text(f"{key}.reply"))),
    )


def told(when: When, clock: str, key: str, *names: str, **fields: Any) -> Scene:
    """Something to tell is noted."""

    def happening(stage: Stage) -> None:
        draft = PointDraft(text=stage.text(key), parties=stage.names(*names), **fields)
        stage.points[key] = talks.tell_draft(stage.desk, draft, stage.desk.now).point.number

    return Scene(when=when, clock=clock, happening=happening)


def talked(when: When, clock: str, name: str, *keys: str, answer: str | None = None) -> Scene:
    """A talk is held; the points of these keys are said in it, the first of them answered."""

    def happening(stage: Stage) -> None:
        if answer is not None:
            talks.tick(stage.desk, stage.points[keys[0]], stage.text(name), None, stage.text(answer))
        numbers = tuple(stage.points[key] for key in keys)
        talks.hold_talk(stage.desk, stage.text(name), numbers, stage.text("in_person"))

    return Scene(when=when, clock=clock, happening=happening)


def party(clock: str, key: str, **fields: Any) -> Scene:
    """The office says what a party is, on the first day."""

    def happening(stage: Stage) -> None:
        aliases = (stage.texts_if_any(f"{key}.aliases") or "").split()
        talks.set_party(
            stage.desk,
            stage.text(key),
            title=stage.texts_if_any(f"{key}.title"),
            aliases=tuple(aliases),
            **fields,
        )

    return Scene(when=-10, clock=clock, happening=happening)


def _quiet(_made: object) -> None:
    """Drop what a verb gives back: a scene gives nothing."""
