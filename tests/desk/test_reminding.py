"""Reminders of a book: shown once, also by two processes; put off, missed, told again; nothing of a visitor told."""

from __future__ import annotations

import multiprocessing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from planner.config.settings import Settings
from planner.desk.capturing import add
from planner.desk.desk import Desk
from planner.desk.matters import done, drop
from planner.desk.past import changes, undo
from planner.desk.receptions import register
from planner.desk.refused import Refused
from planner.desk.reminding import claim, listed, remind, rules_of, seen, settle, snooze, try_out
from planner.domain.reception import Reception
from planner.notify.roads import Delivery, Tried
from planner.store import checkpoint
from planner.wording import use

ONLY_TIMES = Settings(
    remind_morning=False, remind_chases=False, remind_clocks=False, remind_talks=False, remind_steps=False,
    remind_receipts=False,
)  # fmt: skip


class Ways:
    """Ways out that write down what goes by them, or are all closed."""

    def __init__(self, *, open_=True):
        self.open = open_
        self.sent = []

    def send(self, notice):
        if not self.open:
            return Delivery(road=None, tried=(Tried(road="plyer", reason="no bus"),))
        self.sent.append((notice.title, notice.body))
        return Delivery(road="plyer")

    @property
    def titles(self):
        return [title.removeprefix("Planner: ").removeprefix("日程：") for title, _ in self.sent]


@pytest.fixture
def ways():
    return Ways()


@pytest.fixture
def desk(tmp_path, clock):
    return Desk(str(tmp_path / "home"), ONLY_TIMES, "en", clock, "director", keeps_up=False)


def at(clock, text):
    clock.at = datetime.fromisoformat(text)


def begun(desk, ways):
    remind(desk, ways)
    assert ways.sent == []


def marks(desk):
    return {one.key: one for one in desk.book.read().all("reminder")}


def test_without_a_book_nothing_is_made(desk, ways, tmp_path):
    assert remind(desk, ways) == ()
    assert not (tmp_path / "home").exists()


def test_a_meeting_is_reminded_of_twice_and_each_once(desk, clock, ways):
    add(desk, "Bureau meeting today 14:30")
    begun(desk, ways)
    for time in ("14:19", "14:20", "14:20", "14:21", "14:30", "14:31"):
        at(clock, f"2026-09-21T{time}")
        remind(desk, ways)
    assert ways.sent == [
        ("Planner: 14:30 Bureau meeting", "10 min left"),
        ("Planner: 14:30 Bureau meeting", "now"),
    ]


def test_nothing_is_written_when_nothing_is_due(desk, clock, ways):
    add(desk, "Bureau meeting today 14:30")
    begun(desk, ways)
    before = desk.book.revision()
    for minute in range(60):
        at(clock, f"2026-09-21T10:{minute:02}")
        assert remind(desk, ways) == ()
    assert desk.book.revision() == before


def test_what_is_due_at_the_very_first_look_is_shown(desk, clock, ways):
    add(desk, "Bureau meeting today 8:00")
    at(clock, "2026-09-21T07:52")
    assert [one.delivery.road for one in remind(desk, ways)] == ["plyer"]


def test_what_came_before_reminding_began_is_not_made_up_for(desk, clock, ways):
    add(desk, "Bureau meeting today 8:00")
    at(clock, "2026-09-21T09:00")
    assert remind(desk, ways) == ()
    at(clock, "2026-09-21T09:01")
    assert remind(desk, ways) == ()


def test_the_morning_brings_the_page(tmp_path, clock, ways):
    desk = Desk(str(tmp_path / "home"), Settings(), "en", clock, keeps_up=False)
    add(desk, "Bureau meeting today 9:00 +major")
    add(desk, "Order paper")
    begun(desk, ways)
    at(clock, "2026-09-21T08:00")
    remind(desk, ways)
    assert ways.sent == [("Planner: today: 1 major matter, 1 at a time", "09:00 Bureau meeting")]
    at(clock, "2026-09-21T08:30")
    remind(desk, ways)
    assert len(ways.sent) == 1


def test_a_machine_that_slept_tells_each_once_as_missed(desk, clock, ways):
    add(desk, "Bureau meeting today 14:30")
    begun(desk, ways)
    at(clock, "2026-09-21T16:00")
    outcomes = remind(desk, ways)
    assert [one.claim.late for one in outcomes] == [True]
    assert ways.sent == [("Planner: 14:30 Bureau meeting", "missed, from today 14:30\n1 h late")]
    at(clock, "2026-09-21T16:01")
    assert remind(desk, ways) == ()


@pytest.mark.parametrize("end", [done, drop])
def test_what_is_done_or_dropped_never_reminds(desk, clock, ways, end):
    number = add(desk, "Bureau meeting today 14:30").matter.number
    begun(desk, ways)
    end(desk, (number,), "x")
    at(clock, "2026-09-21T14:30")
    assert remind(desk, ways) == ()


def test_what_was_put_off_holds_over_a_restart_and_ends_with_its_matter(desk, clock, ways, tmp_path):
    number = add(desk, "Bureau meeting today 14:30").matter.number
    begun(desk, ways)
    at(clock, "2026-09-21T14:30")
    remind(desk, ways)
    row, until = snooze(desk, str(number), "1h")
    assert (row.state, until) == ("snoozed", datetime(2026, 9, 21, 15, 30))
    again = Desk(desk.home, ONLY_TIMES, "en", clock, keeps_up=False)
    at(clock, "2026-09-21T15:29")
    assert remind(again, ways) == ()
    at(clock, "2026-09-21T15:30")
    assert [one.claim.late for one in remind(again, ways)] == [False]
    snooze(again, str(number), "10m")
    done(again, (number,), "x")
    at(clock, "2026-09-21T15:40")
    assert remind(again, ways) == ()
    assert {one.state for one in marks(again).values()} <= {"shown", "passed", "begun"}


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("10m", "2026-09-21T08:00"),
        ("10", "2026-09-21T08:00"),
        ("1h", "2026-09-21T08:50"),
        ("2 days", "2026-09-23T07:50"),
        ("10分钟", "2026-09-21T08:00"),
        ("1个小时", "2026-09-21T08:50"),
        ("afternoon", "2026-09-21T14:00"),
        ("下午", "2026-09-21T14:00"),
        ("tomorrow", "2026-09-22T08:00"),
        ("明天", "2026-09-22T08:00"),
        ("fri 9:00", "2026-09-25T09:00"),
        ("周五", "2026-09-25T08:00"),
        ("16:00", "2026-09-21T16:00"),
    ],
)
def test_until_when(desk, words, until):
    add(desk, "Bureau meeting today 14:30")
    assert snooze(desk, "1", words)[1] == datetime.fromisoformat(until)


@pytest.mark.parametrize("words", ["", "never", "2026-09-20", "0m", "10x"])
def test_no_time_is_refused(desk, words):
    add(desk, "Bureau meeting today 14:30")
    with pytest.raises(Refused):
        snooze(desk, "1", words)
    assert marks(desk) == {}


def test_the_afternoon_is_over_once_it_has_begun(desk, clock):
    add(desk, "Bureau meeting today 17:30")
    at(clock, "2026-09-21T14:00")
    with pytest.raises(Refused, match="1h"):
        snooze(desk, "1", "afternoon")


def test_an_unknown_reminder_is_refused(desk):
    add(desk, "Order paper")
    for word in ("1", "99", "timed:1:x", ""):
        with pytest.raises(Refused):
            snooze(desk, word, "10m")


def test_yesterday_s_page_can_t_be_put_off_to_tomorrow(tmp_path, clock):
    desk = Desk(str(tmp_path / "home"), Settings(), "en", clock, keeps_up=False)
    add(desk, "Order paper")
    with pytest.raises(Refused, match="is over"):
        snooze(desk, "morning:2026-09-21", "tomorrow")


def test_what_could_not_be_shown_is_listed_and_tried_again(desk, clock):
    closed, ways = Ways(open_=False), Ways()
    add(desk, "Bureau meeting today 14:30")
    remind(desk, closed)
    at(clock, "2026-09-21T14:30")
    (lost,) = remind(desk, closed)
    assert lost.delivery.road is None
    assert [row.state for row in listed(desk)] == ["missed"]
    at(clock, "2026-09-21T14:35")
    assert remind(desk, ways) == ()
    at(clock, "2026-09-21T14:40")
    assert [one.claim.late for one in remind(desk, ways)] == [True]
    assert [row.state for row in listed(desk)] == ["shown"]


def test_who_comes_to_look_gets_it_at_once(desk, clock):
    add(desk, "Bureau meeting today 14:30")
    remind(desk, Ways(open_=False))
    at(clock, "2026-09-21T14:30")
    remind(desk, Ways(open_=False))
    at(clock, "2026-09-21T14:31")
    assert claim(desk) == ()
    assert [one.late for one in claim(desk, at_once=True)] == [False]


def test_what_was_read_in_a_list_is_no_longer_missed(desk, clock):
    add(desk, "Bureau meeting today 14:30")
    remind(desk, Ways(open_=False))
    at(clock, "2026-09-21T14:30")
    remind(desk, Ways(open_=False))
    seen(desk, tuple(row.key for row in listed(desk)))
    assert [row.state for row in listed(desk)] == ["shown"]
    at(clock, "2026-09-21T14:50")
    assert claim(desk, at_once=True) == ()


def test_a_process_that_died_while_showing_leaves_it_to_the_next(desk, clock, ways):
    add(desk, "Bureau meeting today 14:30")
    begun(desk, ways)
    at(clock, "2026-09-21T14:30")
    (taken,) = claim(desk)
    assert remind(desk, ways) == ()
    at(clock, "2026-09-21T14:31")
    assert [one.claim.late for one in remind(desk, ways)] == [True]
    settle(desk, ((taken, None),))  # the dead one's outcome, should it come after all
    assert [row.state for row in listed(desk)] == ["shown"]


def test_the_clock_going_back_shows_nothing_twice(desk, clock, ways):
    add(desk, "Bureau meeting today 14:30")
    begun(desk, ways)
    for time in ("14:20", "14:30", "13:30", "14:20", "14:30", "14:31"):
        at(clock, f"2026-09-21T{time}")
        remind(desk, ways)
    assert len(ways.sent) == 2


def test_a_matter_that_was_moved_reminds_at_its_new_time(desk, clock, ways):
    from planner.desk.matters import postpone

    number = add(desk, "Bureau meeting today 14:30").matter.number
    begun(desk, ways)
    at(clock, "2026-09-21T14:20")
    remind(desk, ways)
    postpone(desk, (number,), "today 16:00")
    for time in ("14:30", "15:50"):
        at(clock, f"2026-09-21T{time}")
        remind(desk, ways)
    assert ways.titles == ["14:30 Bureau meeting", "16:00 Bureau meeting"]


def look(home, now, queue, barrier):
    desk = Desk(home, ONLY_TIMES, "en", lambda: now, keeps_up=False)
    barrier.wait(30)
    queue.put(sum(len(one.keys) for one in claim(desk)))


def test_two_processes_at_once_show_once(desk, clock, ways):
    for number in range(3):
        add(desk, f"Meeting {number} today 14:30")
    begun(desk, ways)
    context = multiprocessing.get_context("spawn")
    barrier, queue = context.Barrier(4), context.Queue()
    started = [
        context.Process(target=look, args=(desk.home, datetime(2026, 9, 21, 14, 30), queue, barrier)) for _ in range(4)
    ]
    for one in started:
        one.start()
    taken = sorted(queue.get(timeout=60) for _ in started)
    for one in started:
        one.join()
    assert taken == [0, 0, 0, 3]


def test_many_at_once_come_as_one(desk, clock, ways):
    for number in range(6):
        add(desk, f"Meeting {number} today 14:30")
    begun(desk, ways)
    at(clock, "2026-09-21T14:30")
    remind(desk, ways)
    ((title, body),) = ways.sent
    assert title == "Planner: 6 reminders"
    assert body.split("\n") == [*(f"14:30 Meeting {number}" for number in range(4)), "and 2 others"]


def test_it_is_no_step_that_undo_takes_back_and_no_line_of_the_history(desk, clock, ways):
    add(desk, "Order paper")
    add(desk, "Bureau meeting today 14:30")
    begun(desk, ways)
    at(clock, "2026-09-21T14:30")
    remind(desk, ways)
    assert [one.command for one in changes(desk)] == ["add", "add"]
    assert {one.command for one in changes(desk, kind="reminder")} == {"remind"}
    assert undo(desk).command == "add"
    assert [row.key for row in listed(desk)] == []


def test_marks_are_not_found_by_a_search(desk, clock, ways):
    from planner.desk.pages import found
    from planner.domain.criteria import Criteria

    add(desk, "Bureau meeting today 14:30")
    begun(desk, ways)
    at(clock, "2026-09-21T14:30")
    remind(desk, ways)
    assert found(desk, Criteria(words=("timed",), include_archived=True)) == ()


def test_old_marks_are_cleared_away(desk, clock, ways):
    add(desk, "Bureau meeting today 14:30")
    begun(desk, ways)
    at(clock, "2026-09-21T14:30")
    remind(desk, ways)
    assert len(marks(desk)) == 3
    add(desk, "Another one 2026-10-12 9:00")
    at(clock, "2026-10-12T09:00")
    remind(desk, ways)
    assert sorted(marks(desk)) == ["begun", "timed:2:2026-10-12T09:00/0", "timed:2:2026-10-12T09:00/10"]


EVERY = ("name", "王秀英", "秀英", "Zhang", "Wei", "13800000000", "1380", "0000")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("line", "accuses"),
    [
        ("王秀英等7人 13800000000 王秀英的养老院退费，电话13800000000 转养老科", False),
        ("Zhang Wei 13800000000 refund for Zhang Wei to:Elderly", False),
        ("王秀英 13800000000 举报养老院乱收费 转财务科", True),
    ],
)
def test_no_petitioner_is_named_and_no_phone_told(tmp_path, clock, lang, line, accuses):
    use(lang)
    ways = Ways()
    desk = Desk(str(tmp_path / "home"), Settings(), lang, clock, keeps_up=False)
    made = register(desk, line)
    if accuses:
        with desk.change("test") as tx:
            tx.put(tx.get("reception", made.reception.number).replace(marked_restricted=True))
    begun(desk, ways)
    for day in range(90):
        clock.at = datetime(2026, 9, 21, 8) + timedelta(days=day)
        remind(desk, ways)
    said = "\n".join(part for one in ways.sent for part in one)
    assert len(ways.sent) > 10
    assert ("来访人" in said or "petitioner" in said or "王某" in said) is not accuses
    for word in EVERY[1:]:
        assert word not in said, word
    if accuses:
        assert "养老院" not in said
        assert "举报" not in said


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        ("王小明", "给王小明回电 10:05", "10:05 给王某回电"),
        ("Ann", "Annual report by ann on Annex 10:05", "10:05 Annual report by petitioner on Annex"),
        ("Ann", "给Ann回电 10:05", "10:05 给petitioner回电"),
    ],
)
def test_a_petitioner_is_not_named_by_a_matter_that_is_not_linked(desk, clock, ways, name, line, told):
    with desk.change("test") as tx:
        tx.put(Reception(number=202600001, at=desk.now, matter="反映修路", name=name))
    add(desk, line)
    begun(desk, ways)
    at(clock, "2026-09-21T10:05")
    remind(desk, ways)
    assert ways.titles == [told]
    assert [body for _, body in ways.sent] == ["now"]


def test_a_petitioner_of_years_ago_is_not_named_either(desk, clock, ways):
    old = datetime(2020, 3, 1, 9)
    with desk.change("test") as tx:
        tx.put(Reception(number=202000001, at=old, matter="修路", name="王小明", state="answered", closed=old))
    checkpoint.run(desk.book, desk.now)
    assert desk.book.read().all("reception") == ()
    add(desk, "给王小明回电 10:05")
    begun(desk, ways)
    at(clock, "2026-09-21T10:05")
    remind(desk, ways)
    assert ways.titles == ["10:05 给王某回电"]


def test_an_archive_that_can_t_be_read_stops_no_list(desk):
    with desk.change("test") as tx:
        tx.put(Reception(number=202600001, at=desk.now, matter="反映修路", name="王小明"))
    add(desk, "给王小明回电 10:05")
    folder = Path(desk.home, "archive")
    folder.mkdir()
    Path(folder, "2020.json").write_bytes(b"not a book")
    assert {row.said.title for row in listed(desk)} == {"10:05 给王某回电"}


@pytest.mark.parametrize("titles", [1, 6])
def test_a_party_is_named_though_a_petitioner_is_called_alike(desk, clock, ways, titles):
    with desk.change("test") as tx:
        tx.put(Reception(number=202600001, at=desk.now, matter="反映修路", name="李局"))
    for _ in range(titles):
        add(desk, "问李局 @李局 10:05")
    begun(desk, ways)
    at(clock, "2026-09-21T10:05")
    remind(desk, ways)
    assert "李局" in str(ways.sent)


def test_each_source_says_what_it_is(tmp_path, clock):
    from planner.desk.handing import chase
    from planner.desk.talks import set_party, tell

    ways = Ways()
    desk = Desk(str(tmp_path / "home"), Settings(remind_cap=0), "en", clock, keeps_up=False)
    set_party(desk, "Li", kind="leader", cadence=1)
    tell(desk, "@Li the money has come")
    add(desk, "Bulletin 2026-09-24 ahead:2wd")
    ledger = add(desk, "Ledger 2026-09-30 to:Relief +supervise").matter.number
    chase(desk, (ledger,), "on tuesday", datetime(2026, 9, 22).date())
    add(desk, "Telegram today 12:00 +urgent to:Relief")
    begun(desk, ways)
    for time in ("21T08:20", "22T08:00", "23T08:00"):
        at(clock, f"2026-09-{time}")
        remind(desk, ways)
    said = "\n".join(part for one in ways.sent for part in one)
    for words in (
        "urgent, not signed for: Telegram",
        "to prepare: ",
        "a talk with Li is due",
        "1 point waits",
        "chase Relief: Ledger",
        "today: ",
    ):
        assert words in said, words


def test_the_rules_come_of_the_settings(tmp_path, clock):
    chosen = Settings(
        remind_before="30, 5", remind_morning_at="07:30", remind_quiet="", remind_workdays=False, remind_cap=3,
        remind_talks=False,
    )  # fmt: skip
    rules = rules_of(Desk(str(tmp_path), chosen, "en", clock))
    assert (rules.offsets, rules.morning.hour, rules.morning.minute) == ((30, 5), 7, 30)
    assert (rules.quiet, rules.workdays, rules.cap) == (None, False, 3)
    assert "talks" not in rules.sources
    assert len(rules.sources) == 6


def test_the_test_says_what_it_is(desk, ways):
    assert try_out(desk, ways).road == "plyer"
    assert ways.sent == [("Planner: reminders arrive here", "This is a test of planner's reminders, sent at 07:50.")]


def test_one_thing_is_one_row_with_both_its_times(desk, clock, ways):
    add(desk, "Bureau meeting today 14:30")
    begun(desk, ways)
    (row,) = listed(desk)
    assert (row.state, row.key) == ("coming", "timed:1:2026-09-21T14:30/10")
    assert [f"{one:%H:%M}" for one in row.times] == ["14:20", "14:30"]
    at(clock, "2026-09-21T14:20")
    remind(desk, ways)
    (row,) = listed(desk)
    assert (row.state, row.key) == ("coming", "timed:1:2026-09-21T14:30/10"), "the other is still to come"
    snooze(desk, row.key, "15:00")
    (row,) = listed(desk)
    assert (row.state, [f"{one:%H:%M}" for one in row.times]) == ("snoozed", ["14:30", "15:00"])
    at(clock, "2026-09-21T14:30")
    remind(desk, ways)
    at(clock, "2026-09-21T15:00")
    remind(desk, ways)
    (row,) = listed(desk)
    assert (row.state, row.key) == ("shown", "timed:1:2026-09-21T14:30/0")


def test_a_row_that_is_seen_is_seen_with_all_it_stands_for(desk, clock):
    add(desk, "Bureau meeting today 14:30 remind:5m")
    begun(desk, Ways())
    for time in ("14:25", "14:30"):
        at(clock, f"2026-09-21T{time}")
        settle(desk, tuple((one, None) for one in claim(desk)))
    (row,) = listed(desk)
    assert (row.state, len(row.keys)) == ("missed", 2)
    seen(desk, row.keys)
    assert [row.state for row in listed(desk)] == ["shown"]
