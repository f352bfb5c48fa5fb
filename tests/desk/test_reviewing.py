"""Looking back at a book: spans by their words, the archive, kept words, what was sent, the walk."""

from __future__ import annotations

import pytest

from planner.config.settings import Settings
from planner.desk import matters, past, receptions
from planner.desk.capturing import add
from planner.desk.desk import Desk
from planner.desk.exporting import Wanted, document_of, export, format_wanted
from planner.desk.refused import Refused
from planner.desk.reporting import edited_for, forget, keep, kept_for, put_in, report, send, sent_reports, text_of
from planner.desk.reviewing import last_sent, review, span_named
from planner.desk.talks import set_party, tell
from planner.desk.walking import look_again, seen, walked
from planner.domain.draft import VisitDraft
from planner.domain.moment import date, datetime
from planner.domain.record import Invalid
from planner.report.document import Paragraph
from planner.store.checkpoint import run as checkpoint


@pytest.fixture
def zh_desk(tmp_path, clock):
    return Desk(str(tmp_path / "home"), Settings(), "zh", clock, "director", keeps_up=False)


def texts(document):
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("words", "kind", "first", "last"),
    [
        ("week", "week", (2026, 9, 21), (2026, 9, 27)),
        ("", "week", (2026, 9, 21), (2026, 9, 27)),
        ("周", "week", (2026, 9, 21), (2026, 9, 27)),
        ("lastweek", "week", (2026, 9, 14), (2026, 9, 20)),
        ("上月", "month", (2026, 8, 1), (2026, 8, 31)),
        ("MONTH", "month", (2026, 9, 1), (2026, 9, 30)),
        ("quarter", "quarter", (2026, 7, 1), (2026, 9, 30)),
        ("year", "year", (2026, 1, 1), (2026, 12, 31)),
        ("2026-08", "month", (2026, 8, 1), (2026, 8, 31)),
        ("2026-08-03..2026-09-11", "days", (2026, 8, 3), (2026, 9, 11)),
        ("2026-09-18", "days", (2026, 9, 18), (2026, 9, 18)),
    ],
)
def test_words_name_spans(desk, words, kind, first, last):
    span = span_named(desk, words)
    assert (span.kind, span.first, span.last) == (kind, date(*first), date(*last))


@pytest.mark.parametrize(
    "words", ["nonsense", "2026-09-11..2026-08-03", "2020-01-01..2026-01-01", "9999", "0001-01-01", "since", "自上期"]
)
def test_words_that_name_none_are_refused_in_a_line(desk, words):
    with pytest.raises((Refused, Invalid)):
        span_named(desk, words)


@pytest.mark.parametrize("words", ["2026-01-01..2028-12-31", "1901", "2099", "2026-10-01..2026-10-03"])
def test_long_and_far_spans_are_reviewed(desk, words):
    add(desk, "bureau meeting every mon 9am")
    assert review(desk, words).figures.done == 0
    assert text_of(desk, words)


def test_the_review_of_what_the_verbs_did(desk, clock):
    for line in ("report +major", "paper", "ledger to:Relief +supervise"):
        add(desk, line)
    clock.forward(hours=1)
    matters.done(desk, (1,), "sent")
    found = review(desk, "week")
    assert [matter.number for matter in found.done] == [1]
    assert found.figures.begun == 3
    assert review(desk, "lastweek").is_empty


def test_what_left_for_the_archive_is_reviewed_too(desk, clock):
    add(desk, "report +major")
    matters.done(desk, (1,), "sent")
    clock.forward(days=90)
    checkpoint(desk.book, desk.now)
    assert not [one for one in desk.book.read().all("matter") if one.number == 1], "it is archived"
    assert [one.number for one in review(desk, "2026-09").done] == [1]
    assert "sent" in text_of(desk, "2026-09")


@pytest.mark.parametrize("restricted", [False, True])
def test_a_matter_is_told_by_its_entry_though_that_is_archived(desk, clock, restricted):
    draft = VisitDraft(
        matter="fees at the home", name="Zhou Min", kind="official", handed_to=("Relief",), restricted=restricted
    )
    made = receptions.register_draft(desk, draft, desk.now)
    receptions.reply(desk, made.reception.number, "told")
    clock.forward(days=90)
    checkpoint(desk.book, desk.now)
    matters.done(desk, (made.matter.number,), "paid back")
    assert not desk.book.read().all("reception"), "it is archived"
    assert ("paid back." in " ".join(texts(report(desk)))) is not restricted


def test_edited_words_are_kept_with_their_week_and_can_be_taken_back(desk):
    add(desk, "report +major")
    matters.done(desk, (1,), "sent")
    draft = report(desk)
    edited = text_of(desk).replace("sent.", "sent to all.")
    keep(desk, "", edited)
    assert any("sent to all." in text for text in texts(report(desk)))
    assert report(desk, "", "zh").lang == "zh", "another language is drafted"
    assert texts(report(desk, "lastweek")) == []
    past.undo(desk)
    assert report(desk) == draft


def test_the_kept_words_are_what_is_exported(desk):
    add(desk, "report +major")
    matters.done(desk, (1,), "sent")
    keep(desk, "week", text_of(desk).replace("sent.", "sent to all."))
    assert any("sent to all." in text for text in texts(document_of(desk, Wanted(kind="span", words="week"))))


def test_an_empty_text_goes_back_to_the_draft_and_one_without_title_is_refused(desk):
    add(desk, "report +major")
    matters.done(desk, (1,), "sent")
    draft = report(desk)
    keep(desk, "week", "# mine\n\nwords\n")
    assert keep(desk, "week", "// nothing\n\n") is None
    assert report(desk) == draft
    with pytest.raises(Refused):
        keep(desk, "week", "words without a title\n")
    assert report(desk) == draft


def test_the_next_report_spans_from_the_one_that_was_sent(desk, clock):
    for line in ("one +major", "two +major", "three +major"):
        add(desk, line)
    matters.done(desk, (1,), "first")
    clock.at = datetime(2026, 9, 24, 16, 0)
    send(desk)
    clock.forward(hours=1)
    matters.done(desk, (2,), "after it was sent")
    clock.at = datetime(2026, 9, 30, 16, 0)
    matters.done(desk, (3,), "later")
    span = span_named(desk, "")
    assert (span.kind, span.after) == ("since", datetime(2026, 9, 24, 16, 0))
    assert [matter.number for matter in review(desk).done] == [2, 3]
    send(desk)
    clock.forward(days=1)
    assert [matter.number for matter in review(desk).done] == []
    assert [one.number for one in sent_reports(desk)] == [2, 1]


def test_what_was_sent_stays_as_it_was_sent(desk, clock):
    add(desk, "report +major")
    matters.done(desk, (1,), "sent")
    send(desk, "week")
    clock.forward(hours=1)
    matters.done(desk, (1,), "something else")
    assert texts(report(desk, "week")) == ["Report: sent."]


def test_sent_on_another_day_and_never_ahead(desk, clock):
    with pytest.raises(Refused):
        send(desk, "week", date(2026, 9, 25))
    clock.at = datetime(2026, 9, 25, 9, 0)
    assert send(desk, "week", date(2026, 9, 24)).sent == datetime(2026, 9, 24, 23, 59)
    past.undo(desk)
    assert last_sent(desk) is None
    assert kept_for(desk, span_named(desk, "week")) is None


def test_a_report_sent_long_ago_is_found_in_the_archive(desk, clock):
    send(desk, "week")
    clock.forward(days=90)
    checkpoint(desk.book, desk.now)
    assert not desk.book.read().all("kept_report")
    assert span_named(desk, "").after == datetime(2026, 9, 21, 7, 50)


def test_a_report_sent_years_ago_does_not_make_a_span_of_years(desk, clock):
    send(desk, "week")
    clock.forward(days=1200)
    assert span_named(desk, "").kind == "week"


def test_in_and_out_by_hand_is_one_undo(desk):
    for line in ("apples +major", "pears"):
        add(desk, line)
    matters.done(desk, (1, 2))
    assert texts(report(desk)) == ["Apples: done on 21 September.", "Other matters finished: 1."]
    put_in(desk, (1,), goes=False)
    put_in(desk, (2,), goes=True)
    assert texts(report(desk)) == ["1. Pears: done on 21 September.", "2. Other matters finished: 1."]
    put_in(desk, (1, 2), goes=None)
    past.undo(desk)
    assert [desk.book.read().get("matter", number).in_report for number in (1, 2)] == [False, True]


def test_a_restricted_entry_tells_nothing_in_review_or_report(desk):
    draft = VisitDraft(matter="bribes at the counter", name="Zhou Min", phone="13812340101", restricted=True,
                       handed_to=("Relief",))  # fmt: skip
    receptions.register_draft(desk, draft, desk.now)
    found = review(desk)
    assert "bribes" not in repr(found)
    assert found.figures.receptions == 1
    assert "V2026" not in text_of(desk)
    assert "bribes" in repr(review(desk, private=True))


@pytest.fixture
def office(desk, clock):
    set_party(desk, "Li", kind="leader", rank=1)
    for line in ("thought", "late 2026-09-18", "ledger to:Relief +supervise", "order paper +logistics"):
        add(desk, line)
    receptions.register(desk, "Zhang Wei 13800000000 claim")
    tell(desk, "@Li fund arrived")
    clock.forward(hours=1)
    return desk


def test_the_walk_is_left_and_taken_up_again(office, clock):
    first = walked(office)
    assert [stop.name for stop in first.left] == ["unfiled", "overdue", "waiting", "minors", "receptions", "parties"]
    assert seen(office, first.left[0].key).seen == 1
    clock.forward(days=1)
    again = walked(office)
    assert [stop.key for stop in again.left] == [stop.key for stop in first.left[1:]]
    assert office.book.read().get("matter", 1).reviewed == date(2026, 9, 21)
    assert office.book.read().get("matter", 1).touched is None, "to look at it is no work on it"


def test_the_walk_is_finished_with_its_last_stop_and_each_step_is_one_undo(office):
    left = walked(office).left
    for stop in left:
        state = seen(office, stop.key)
    assert (state.left, state.finished) == ((), True)
    past.undo(office)
    assert [stop.key for stop in walked(office).left] == [left[-1].key]


def test_a_new_week_is_a_new_walk(office, clock):
    for stop in walked(office).left:
        seen(office, stop.key)
    clock.forward(days=7)
    assert walked(office).seen == 0
    assert "matter:1" in [stop.key for stop in walked(office).left]


def test_what_a_verb_settles_leaves_the_walk(office):
    matters.done(office, (2,), "done")
    assert "matter:2" not in [stop.key for stop in walked(office).left]


def test_an_interval_keeps_a_matter_out_until_it_has_run_out(office, clock):
    look_again(office, (4,), 8)
    seen(office, "matter:4")
    clock.forward(days=7)
    assert "matter:4" not in [stop.key for stop in walked(office).left]
    clock.forward(days=14)
    assert "matter:4" in [stop.key for stop in walked(office).left]
    with pytest.raises(Refused):
        look_again(office, (4,), 0)
    look_again(office, (4,), None)
    assert office.book.read().get("matter", 4).review_every is None


def test_a_record_that_is_gone_is_refused(office):
    with pytest.raises(Refused):
        seen(office, "matter:99")


def test_the_own_page_is_exported_without_restricted_entries(desk):
    add(desk, "report +major")
    matters.done(desk, (1,), "sent")
    draft = VisitDraft(matter="bribes at the counter", name="Zhou Min", phone="13812340101", restricted=True)
    receptions.register_draft(desk, draft, desk.now)
    page = export(desk, Wanted(kind="review", words="week"), format_wanted("md")).decode()
    assert "report" in page
    assert "V0001" not in page, "it is counted and not listed"
    assert "| receptions | 1 |" in page
    assert "bribes" not in page


@pytest.mark.parametrize("road", ["draft", "edited", "sent", "exported", "exported with what is private"])
def test_no_visitor_and_no_phone_stands_in_a_report_on_any_road(zh_desk, road):
    desk = zh_desk
    for name, kind, restricted in (
        ("赵强", "public", True), ("孙科长", "official", True), ("王秀英", "public", False), ("赵强国", "public", False)
    ):  # fmt: skip
        draft = VisitDraft(matter="反映伙食费", name=name, phone="13711112222", kind=kind, restricted=restricted)
        receptions.register_draft(desk, draft, desk.now)
    add(desk, "见赵强、王秀英、赵强国")
    matters.done(desk, (1,), "孙科长、赵强（13711112222）、王秀英均到场，电话 137 1111 2222")
    if road == "edited":
        keep(desk, "", text_of(desk) + "\n赵强国和赵强（13711112222）另约\n")
    elif road == "sent":
        send(desk)
    shown = Wanted(kind="span", words="week", private=road.endswith("private"))
    document = document_of(desk, shown) if road.startswith("exported") else report(desk, "week")
    kept = kept_for(desk, span_named(desk, "week"))
    page = repr(document) + ("" if kept is None else str(kept.text))
    assert [word for word in ("赵强", "孙科长", "秀英", "1371", "2222", "****") if word in page] == []
    assert "孙某、赵某、王某均到场" in page


def test_who_comes_on_duty_keeps_the_name_in_a_report(zh_desk):
    for name, kind in (("何科长", "official"), ("市信访局", "superior")):
        receptions.register_draft(zh_desk, VisitDraft(matter="对接", name=name, kind=kind), zh_desk.now)
    add(zh_desk, "与何科长对接 市信访局转办件")
    matters.done(zh_desk, (1,), "何科长已定行程")
    assert "何科长" in repr(report(zh_desk))
    assert "市信访局" in repr(report(zh_desk))


def test_a_report_is_not_sent_twice(desk, clock):
    add(desk, "report +major")
    send(desk)
    clock.forward(hours=1)
    for days in ("", "week"):
        with pytest.raises(Refused, match="sent already"):
            send(desk, days)
    assert len(sent_reports(desk)) == 1
    clock.forward(days=7)
    assert send(desk).sent == clock.at, "a new week has its report"


def test_what_came_since_makes_a_report_again(desk, clock):
    add(desk, "report +major")
    send(desk)
    clock.forward(hours=1)
    matters.note(desk, (1,), "asked again")
    assert send(desk).number == 2


def test_edited_words_stand_until_they_are_let_go_or_sent(desk):
    add(desk, "report +major")
    assert edited_for(desk) is None
    keep(desk, "", text_of(desk).replace("work", "doings"))
    kept = edited_for(desk)
    assert kept is not None
    forget(desk, span_named(desk, ""))
    assert edited_for(desk) is None
    keep(desk, "", text_of(desk).replace("work", "doings"))
    send(desk, "week")
    assert edited_for(desk, "week") is None
