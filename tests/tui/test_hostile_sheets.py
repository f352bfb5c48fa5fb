"""Text that would be markup or an escape sequence elsewhere is text on every sheet, form, menu and list."""

from __future__ import annotations

from office import Clock, desk_in
from test_hostile import HOSTILE, is_safe

from planner.desk.capturing import add_drafts
from planner.desk.linking import link
from planner.desk.party_card import PartyCard, revise
from planner.desk.receptions import Particulars, register_draft
from planner.desk.relaying import reword
from planner.desk.stepping import add_steps, skip
from planner.desk.talks import tell_draft, tick_all
from planner.domain.draft import Draft, PointDraft, VisitDraft


def fill_with(desk, bad):
    """The text in every field that the sheets show; the matter, the point and the visit."""
    at = desk.now
    draft = Draft(title=f"t {bad}", parties=(bad,), due=at.replace(hour=9), words=bad, assigned_by=bad, tags=(bad,))
    number = add_drafts(desk, (draft,), at)[0].matter.number
    add_steps(desk, number, f"step {bad}")
    skip(desk, number, 1, bad)
    add_steps(desk, number, f"more {bad}")
    link(desk, str(number), (f"https://{bad}",) if bad.isprintable() else ("https://x",))
    points = [tell_draft(desk, PointDraft(text=f"{bad} {place}", parties=(bad,)), at).point.number for place in (1, 2)]
    reword(desk, points[0], f"other {bad}")
    tick_all(desk, (points[1],), bad, bad, bad)
    revise(desk, bad, PartyCard(name=bad, title=bad, aliases=(f"{bad} 2",), channels=(bad,)))
    visit = register_draft(
        desk,
        VisitDraft(matter=bad, name=bad, unit=bad, phone=bad, handed_to=(bad,), tags=(bad,)),
        at,
        Particulars(asked=bad, received_by=bad, attachments=(bad,), satisfaction=bad),
    )
    return number, visit.reception.number


async def test_every_sheet_form_menu_and_list(open_app, tmp_path):
    for place, bad in enumerate(HOSTILE):
        desk = desk_in(tmp_path / str(place), "en", Clock())
        number, visit = fill_with(desk, bad)
        async with open_app("en", (120, 40), desk=desk) as stage:
            roads = (
                ("2", ("matter", number), ("y", "escape", "s", "j", "enter", "escape", "escape", "C", "C", "C")),
                ("2", ("matter", number), ("t", "escape", "enter", "0", "escape", "E", "escape")),
                ("3", ("reception", visit), ("Y", "escape", "enter", "0", "escape", "e", "escape", "l", "l", "l", "l")),
                ("4", ("party", bad), ("t", "j", "j", "enter", "escape", "escape", "e", "escape", "B", "escape")),
                ("4", ("party", bad), ("l", "l", "e", "escape", "i", "escape")),
            )
            for key, record, keys in roads:
                await stage.press(key)
                stage.row(record)
                for one in keys:
                    await stage.press(one)
                    assert is_safe(stage.screen), (bad, key, one)
            assert stage.app.is_running
            assert stage.app.return_code is None
