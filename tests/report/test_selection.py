"""What leaves the book without what is private: restricted entries, petitioners' names, phones."""

from __future__ import annotations

import json

import pytest
from exported import LOOK, MATTERS, MONDAY, NOW, PARTIES, POINTS, RECEPTIONS, selection

from planner.domain.matter import Matter, Note
from planner.domain.moment import date
from planner.domain.party import Party
from planner.domain.reception import Reception
from planner.report.document import Document, Paragraph, Table
from planner.report.formats.table import FORMATS, format_named
from planner.report.selection import Selection, Veil

SECRETS = ("王秀英", "张三", "李四", "13900001234", "139 0000 1234", "13800001234", "反映李四收钱", "核查")


def veil(*others: Reception, parties=PARTIES) -> Veil:
    every = (*RECEPTIONS, *others)
    book = {
        **{("reception", one.number): one for one in every},
        **{("matter", one.number): one for one in MATTERS},
    }
    return Veil(every, parties, lambda kind, number: book.get((kind, number)))


def private() -> Selection:
    return veil().selection(selection())


@pytest.mark.parametrize("chosen", [one for one in FORMATS if one.of == "selection"], ids=lambda one: one.name)
def test_no_format_tells_what_is_private(chosen):
    whole = chosen.render(selection(), LOOK).decode("utf-8")
    assert "王秀英" in whole
    said = chosen.render(private(), LOOK).decode("utf-8").replace("\r\n ", "")
    assert [secret for secret in SECRETS if secret in said] == []
    assert "王某" in said


def test_a_restricted_entry_is_left_out_and_its_matter_titled_by_number():
    made = private()
    assert [one.number for one in made.receptions] == [202600001, 202600003]
    (matter,) = [one for one in made.matters if one.number == 9]
    assert matter.title == "V2026-0002"
    assert made.private is False
    assert json.loads(format_named("json").render(made, LOOK))["private"] is False


def test_a_point_of_a_restricted_entry_s_matter_tells_its_number_only():
    fit = veil().over(POINTS[0].replace(matter=9, reception=None, text="反映李四收钱", original="核查"))
    assert fit is not None
    assert (fit.text, fit.original) == ("V2026-0002", None)


def test_a_restricted_entry_s_clock_is_left_out():
    due = ((202600001, date(2026, 10, 6)), (202600002, date(2026, 10, 6)))
    assert veil().selection(selection(deadlines=due)).deadlines == due[:1]


def test_a_petitioner_is_nobody_in_matters_points_and_notes_that_are_not_linked_too():
    matter = Matter(number=50, title="给王秀英回电", notes=(Note(at=NOW, text="王秀英说谢谢 +86 139-0000-1234"),))
    fit = veil().over(matter)
    assert fit is not None
    assert fit.title == "给王某回电"
    assert fit.notes[0].text == "王某说谢谢 139****1234"


def test_an_official_visitor_keeps_the_name():
    (one,) = [one for one in private().receptions if one.kind == "official"]
    assert one.name == "何科长"


def test_a_party_keeps_its_name_though_a_petitioner_is_called_alike():
    namesake = Reception(number=202600009, at=MONDAY, matter="a", name="李局")
    assert veil(namesake).text("问李局") == "问李局"
    boss = Party(number=3, name="王局", kind="leader", title="王秀英")
    assert veil(parties=(boss,)).text("王秀英签发") == "王秀英签发"


def test_names_of_parties_in_records_are_never_masked():
    one = veil().over(MATTERS[0].replace(assigned_by="王秀英", parties=("王秀英",)))
    assert one is not None
    assert (one.assigned_by, one.parties) == ("王秀英", ("王秀英",))


def test_a_document_is_veiled_in_every_place():
    secret = "王秀英 13900001234"
    table = Table(heads=(secret,), rows=((secret,),))
    whole = Document(title=secret, lang="zh", subtitle=secret, blocks=(Paragraph(text=secret), table), signature=secret)
    for name in ("md", "html"):
        said = format_named(name).render(veil().document(whole), LOOK).decode("utf-8")
        assert "秀英" not in said
        assert "0000" not in said
    assert veil().document(whole).lang == "zh"


def test_codes_and_dates_stay_as_they_are():
    named = Reception(number=202600010, at=MONDAY, matter="a", name="open")
    fit = veil(named).over(MATTERS[2])
    assert fit is not None
    assert (fit.state, fit.due, fit.stage) == (MATTERS[2].state, MATTERS[2].due, MATTERS[2].stage)


def test_a_point_of_an_ordinary_visit_keeps_its_words():
    fit = veil().over(POINTS[2])
    assert fit is not None
    assert fit.text == "王某等人诉求"
