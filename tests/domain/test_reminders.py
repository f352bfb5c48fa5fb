"""What reminds when: each source, quiet hours and days off, what was missed, what is gathered, and the marks."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.day import Day
from planner.domain.directory import Directory
from planner.domain.matter import Chase, Matter, Step
from planner.domain.party import Party
from planner.domain.reception import Reception
from planner.domain.reminder import BEGUN, Reminder
from planner.domain.reminder_plan import AGAIN, STALE, pending, plan, since_of
from planner.domain.reminder_rules import SOURCES, ReminderRules, read_offsets, read_span, read_time
from planner.domain.reminder_sources import Alert, Office, alerts, alerts_of_key
from planner.domain.workdays import CHINA

MONDAY = datetime(2026, 9, 21, 7, 50)
BEFORE = datetime(2026, 9, 7, 9)
RULES = ReminderRules()
TIMED = ReminderRules(sources=("timed",))


def office(*records, now=MONDAY):
    return Office(
        matters=tuple(one for one in records if isinstance(one, Matter)),
        receptions=tuple(one for one in records if isinstance(one, Reception)),
        directory=Directory(one for one in records if isinstance(one, Party)),
    )


def found(*records, rules=RULES, since=MONDAY, until=None, source=None):
    until = until or since + timedelta(days=1)
    made = alerts(office(*records), Day(since, CHINA), rules, since, until)
    return [(one.at, one.key) for one in made if source in (None, one.source)]


def times(*records, **options):
    return [at for at, _ in found(*records, **options)]


def matter(number=12, **fields):
    return Matter(number=number, title="report", created=fields.pop("created", BEFORE), **fields)


def test_a_timed_matter_reminds_before_and_at_its_time():
    due = datetime(2026, 9, 21, 14, 30)
    assert found(matter(due=due), source="timed") == [
        (datetime(2026, 9, 21, 14, 20), "timed:12:2026-09-21T14:30/10"),
        (datetime(2026, 9, 21, 14, 30), "timed:12:2026-09-21T14:30/0"),
    ]


def test_its_own_minutes_take_the_place_of_the_usual_ones():
    own = matter(due=datetime(2026, 9, 21, 14, 30), remind=(60, 30))
    assert [at.time() for at in times(own, rules=TIMED)] == [time(13, 30), time(14), time(14, 30)]
    only = ReminderRules(sources=("timed",), offsets=(10,))
    assert [at.time() for at in times(own, rules=only)] == [time(13, 30), time(14)]


def test_a_day_without_a_time_reminds_only_when_it_says_so():
    assert times(matter(due=date(2026, 9, 22)), rules=TIMED, until=datetime(2026, 9, 23)) == []
    asked = matter(due=date(2026, 9, 22), remind=(60,))
    assert times(asked, rules=TIMED, until=datetime(2026, 9, 23)) == [datetime(2026, 9, 22, 7)]


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_what_is_done_or_dropped_never_reminds(state):
    over = matter(
        due=datetime(2026, 9, 21, 14, 30), state=state, closed=MONDAY, urgency="urgent", handed_to=("x",),
        supervised=True, steps=(Step(text="s", ahead=0),),
    )  # fmt: skip
    assert found(over, rules=ReminderRules(sources=tuple(set(SOURCES) - {"morning"}))) == []


def test_what_was_written_down_after_its_reminder_is_not_reminded_of_before():
    late = matter(due=datetime(2026, 9, 21, 14, 30), created=datetime(2026, 9, 21, 14, 25))
    assert [at.time() for at in times(late, rules=TIMED)] == [time(14, 30)]


def test_an_occurrence_that_is_not_in_the_book_yet_reminds_too():
    """Last week's was never ticked off: this week's would be forgotten."""
    weekly = matter(due=datetime(2026, 9, 14, 9), rrule="FREQ=WEEKLY;BYDAY=MO")
    assert times(weekly, rules=TIMED) == [datetime(2026, 9, 21, 8, 50), datetime(2026, 9, 21, 9)]
    broken = matter(due=datetime(2026, 9, 14, 9), rrule="FREQ=NEVER")
    assert times(broken, rules=TIMED) == []


def test_each_source_is_switched_off_by_itself():
    records = (
        matter(due=datetime(2026, 9, 21, 14, 30), steps=(Step(text="print", ahead=0),)),
        matter(13, handed_to=("Relief",), handed=datetime(2026, 9, 17, 9), supervised=True),
        matter(14, urgency="urgent", handed_to=("Relief",), handed=datetime(2026, 9, 21, 8), due=date(2026, 9, 30)),
        Reception(number=202600001, at=datetime(2026, 9, 9, 9), matter="wish", name="Wang Wei", created=BEFORE),
        Party(number=1, name="Li", cadence=5, last_talk=datetime(2026, 9, 15, 9)),
    )
    every = alerts(office(*records), Day(MONDAY, CHINA), RULES, MONDAY, MONDAY + timedelta(days=1))
    assert {one.source for one in every} == set(SOURCES)
    for source in SOURCES:
        rules = ReminderRules(sources=tuple(one for one in SOURCES if one != source))
        left = alerts(office(*records), Day(MONDAY, CHINA), rules, MONDAY, MONDAY + timedelta(days=1))
        assert {one.source for one in left} == set(SOURCES) - {source}


def test_a_step_comes_on_its_day_and_not_once_it_is_settled():
    due = date(2026, 9, 24)
    open_one = matter(due=due, steps=(Step(text="a", ahead=3), Step(text="b", ahead=2, done=MONDAY), Step(text="c")))
    assert found(open_one, source="steps", until=datetime(2026, 9, 25)) == [
        (datetime(2026, 9, 21, 8), "steps:12:1:2026-09-21")
    ]


def test_a_visit_s_clock_is_told_three_days_and_one_day_before_and_when_it_has_run_out():
    """Received on 7 September: the notice is due by the 22nd."""
    visit = Reception(number=202600001, at=datetime(2026, 9, 7, 9), matter="wish", name="Wang Wei")
    made = found(visit, source="clocks", since=datetime(2026, 9, 8), until=datetime(2026, 9, 30))
    assert made == [
        (datetime(2026, 9, 18, 8), "clocks:202600001:notice:2026-09-22/3"),  # the 19th is a Saturday
        (datetime(2026, 9, 21, 8), "clocks:202600001:notice:2026-09-22/1"),
        (datetime(2026, 9, 23, 8), "clocks:202600001:notice:2026-09-22/late"),
    ]


def test_a_clock_of_working_days_is_counted_in_them():
    visit = Reception(
        number=202600001, at=datetime(2026, 9, 16, 9), matter="wish", name="Wang Wei", channel="superior"
    )  # five working days from Wednesday the 16th: the 20th is worked, so it ends on Tuesday the 22nd
    made = [key for _, key in found(visit, source="clocks", since=datetime(2026, 9, 16), until=datetime(2026, 9, 25))]
    assert "clocks:202600001:objection:2026-09-22/3" in made


def test_the_petitioner_s_own_windows_do_not_remind():
    answered = Reception(
        number=202600001, at=BEFORE, matter="wish", name="Wang Wei", state="answered", closed=MONDAY,
        replied=MONDAY, reply_how="in writing", noticed=MONDAY.date(),
    )  # fmt: skip
    assert found(answered, source="clocks", until=MONDAY + timedelta(days=60)) == []


def test_a_chase_is_due_the_working_day_after_the_promise():
    promised = matter(
        handed_to=("Relief",), handed=BEFORE,
        chases=(Chase(at=datetime(2026, 9, 17, 9), promised=date(2026, 9, 18)),),
    )  # fmt: skip
    assert times(promised, source="chases", since=datetime(2026, 9, 17), until=datetime(2026, 9, 30)) == [
        datetime(2026, 9, 20, 8)  # a Sunday that is worked for the holiday
    ]


def test_who_is_not_supervised_and_was_never_chased_is_left_in_peace():
    plain = matter(handed_to=("Relief",), handed=datetime(2026, 9, 17, 9))
    assert found(plain, source="chases", until=datetime(2026, 12, 30)) == []


def test_a_talk_is_due_when_the_cadence_has_run_out():
    leader = Party(number=3, name="Li", cadence=2, last_talk=datetime(2026, 9, 18, 9))
    assert found(leader, source="talks", until=datetime(2026, 9, 25)) == [
        (datetime(2026, 9, 21, 8), "talks:3:2026-09-21")
    ]


def test_an_urgent_document_that_nobody_signed_for_passes_quiet_hours():
    handed = datetime(2026, 9, 19, 22, 30)  # Saturday night
    urgent = matter(urgency="urgent", handed_to=("Relief",), handed=handed, due=datetime(2026, 9, 20, 8))
    made = times(urgent, source="receipts", since=handed)
    assert made == [handed + timedelta(minutes=30), handed + timedelta(minutes=120)]
    assert times(urgent.replace(stage="signed"), source="receipts", since=handed) == []
    assert times(urgent.replace(touched=handed + timedelta(minutes=5)), source="receipts", since=handed) == []
    assert times(urgent.replace(urgency="expedite"), source="receipts", since=handed) == []


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (datetime(2026, 9, 21, 21, 59), datetime(2026, 9, 21, 21, 59)),
        (datetime(2026, 9, 21, 22), datetime(2026, 9, 22, 7)),
        (datetime(2026, 9, 22, 3), datetime(2026, 9, 22, 7)),
        (datetime(2026, 9, 22, 7), datetime(2026, 9, 22, 7)),
    ],
)
def test_quiet_hours_put_off_and_drop_nothing(at, shown):
    assert RULES.settled(at, CHINA) == shown
    assert RULES.settled(at, CHINA, urgent=True) == at
    assert ReminderRules(quiet=None).settled(at, CHINA) == at


def test_quiet_hours_within_a_day():
    rules = ReminderRules(quiet=(time(12), time(14)))
    assert rules.settled(datetime(2026, 9, 21, 12, 30), CHINA) == datetime(2026, 9, 21, 14)
    assert rules.settled(datetime(2026, 9, 21, 11, 59), CHINA) == datetime(2026, 9, 21, 11, 59)


def test_days_off_are_kept_free_but_for_times_that_somebody_chose():
    saturday = datetime(2026, 9, 26, 10)
    assert RULES.settled(saturday, CHINA) == datetime(2026, 9, 28, 8)
    assert RULES.settled(saturday, CHINA, chosen=True) == saturday
    assert ReminderRules(workdays=False).settled(saturday, CHINA) == saturday
    assert times(matter(due=saturday), rules=TIMED, since=saturday - timedelta(hours=2))[-1] == saturday


@given(
    at=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 30)),
    begins=st.times(),
    ends=st.times(),
    workdays=st.booleans(),
)
def test_what_is_put_off_is_never_early_and_never_in_quiet_hours(at, begins, ends, workdays):
    begins, ends = begins.replace(second=0, microsecond=0), ends.replace(second=0, microsecond=0)
    quiet = None if begins == ends else (begins, ends)
    rules = ReminderRules(quiet=quiet, workdays=workdays)
    shown = rules.settled(at, CHINA, chosen=True)
    assert at <= shown < at + timedelta(days=1) or shown == at
    if quiet is not None:
        inside = begins <= shown.time() < ends if begins < ends else shown.time() >= begins or shown.time() < ends
        assert not inside


def test_the_page_comes_on_working_days():
    week = found(since=datetime(2026, 9, 24), until=datetime(2026, 9, 29), source="morning")
    assert [at.day for at, _ in week] == [24, 28]  # the 25th to 27th are the mid-autumn holiday


def mark(key, state, **fields):
    at = fields.pop("at", MONDAY)
    closed = MONDAY if state in ("shown", "passed", "begun") else None
    return Reminder(number=fields.pop("number", 1), key=key, at=at, state=state, **{"closed": closed, **fields})


def alert(key="timed:1:x/0", at=MONDAY, group=None, **fields):
    return Alert(key=key, source="timed", at=at, group=group or key, **fields)


def planned(due, marks=(), now=MONDAY, rules=RULES, again=()):
    return plan(due, again, pending(marks, now), marks, now, rules)


def keys(showings):
    return [one.alert.key for one in showings]


def test_what_was_shown_is_not_shown_again():
    assert planned([alert()], [mark("timed:1:x/0", "shown")]).is_empty
    assert planned([alert()], [mark("timed:1:x/0", "passed")]).is_empty
    assert keys(planned([alert()]).single) == ["timed:1:x/0"]


def test_of_one_matter_s_reminders_only_the_last_is_shown():
    both = [alert("a/10", MONDAY - timedelta(minutes=10), "a"), alert("a/0", MONDAY, "a")]
    made = planned(both)
    assert keys(made.single) == ["a/0"]
    assert [one.key for one in made.passed] == ["a/10"]


def test_what_is_late_is_told_as_missed():
    assert not planned([alert(at=MONDAY - timedelta(minutes=5))]).single[0].late
    assert planned([alert(at=MONDAY - timedelta(minutes=6))]).single[0].late


def test_yesterday_s_page_is_of_no_use():
    old = alert("morning:2026-09-18", MONDAY - timedelta(days=3), expires=datetime(2026, 9, 19))
    made = planned([old])
    assert (made.single, [one.key for one in made.passed]) == ((), ["morning:2026-09-18"])
    this = alert("morning:2026-09-21", MONDAY - timedelta(hours=1), expires=datetime(2026, 9, 22))
    assert not planned([this]).single[0].late


def test_a_claim_that_nobody_confirmed_is_shown_again_as_missed():
    fresh = mark("k", "claimed", claimed=MONDAY - STALE + timedelta(seconds=1))
    assert pending([fresh], MONDAY) == ()
    left = mark("k", "claimed", claimed=MONDAY - STALE)
    made = planned([], [left], again=[alert("k")])
    assert keys(made.single) == ["k"]
    assert made.single[0].late


def test_a_claim_in_the_future_is_of_a_clock_that_was_put_back():
    ahead = mark("k", "claimed", claimed=MONDAY + timedelta(hours=1))
    assert pending([ahead], MONDAY) == (ahead,)


def test_what_could_not_be_shown_is_tried_again_later_or_when_somebody_looks():
    missed = mark("k", "missed", claimed=MONDAY)
    assert pending([missed], MONDAY + timedelta(minutes=1)) == ()
    assert pending([missed], MONDAY + timedelta(minutes=1), at_once=True) == (missed,)
    assert pending([missed], MONDAY + AGAIN) == (missed,)


def test_what_was_put_off_comes_back_at_its_time_and_is_then_not_late():
    put_off = mark("k", "snoozed", until=MONDAY, at=MONDAY - timedelta(days=3))
    assert pending([put_off], MONDAY - timedelta(seconds=1)) == ()
    made = planned([], [put_off], again=[alert("k", at=MONDAY - timedelta(days=3))])
    assert keys(made.single) == ["k"]
    assert not made.single[0].late


def test_what_was_put_off_and_is_done_meanwhile_is_let_go():
    put_off = mark("k", "snoozed", until=MONDAY)
    made = planned([], [put_off])
    assert made.over == (put_off,)
    assert made.single == ()


def test_many_at_once_are_gathered_and_urgent_ones_stand_alone():
    many = [alert(f"k{number}") for number in range(5)]
    made = planned([*many, alert("u", urgent=True)])
    assert keys(made.single) == ["u"]
    assert len(made.gathered) == 5
    assert len(planned(many[:4]).single) == 4


def test_above_the_cap_they_are_gathered_each_half_hour_and_urgent_ones_pass():
    rules = ReminderRules(cap=3)
    shown = [mark(f"s{number}", "shown", number=number + 1) for number in range(3)]
    made = planned([alert("k"), alert("u", urgent=True)], shown, rules=rules)
    assert (keys(made.single), keys(made.gathered)) == (["u"], ["k"])
    digest = mark("d", "shown", number=9, digest=True)
    held = planned([alert("k")], [*shown, digest], now=MONDAY + timedelta(minutes=29), rules=rules)
    assert held.is_empty
    later = planned([alert("k")], [*shown, digest], now=MONDAY + timedelta(minutes=30), rules=rules)
    assert keys(later.gathered) == ["k"]
    assert not later.gathered[0].late
    tomorrow = MONDAY + timedelta(days=1)
    assert keys(planned([alert("k", at=tomorrow)], shown, now=tomorrow, rules=rules).single) == ["k"]
    assert keys(planned([alert("k")], shown, rules=ReminderRules(cap=0)).single) == ["k"]


def test_from_when_on_is_looked():
    assert since_of([], MONDAY, RULES) is None
    assert since_of([mark(BEGUN, "begun", at=MONDAY - timedelta(days=1))], MONDAY, RULES) == MONDAY - timedelta(days=1)
    assert since_of([mark(BEGUN, "begun", at=BEFORE - timedelta(days=90))], MONDAY, RULES) == MONDAY - RULES.reach
    assert since_of([mark(BEGUN, "begun", at=datetime(2030, 1, 1))], MONDAY, RULES) == MONDAY - RULES.reach


def test_old_marks_are_cleared_away_and_the_beginning_stays():
    long_ago = MONDAY - timedelta(days=17)
    old = mark("k", "shown", at=long_ago, closed=long_ago)
    begun = mark(BEGUN, "begun", number=2, at=long_ago, closed=long_ago)
    made = planned([alert("n")], [old, begun])
    assert made.old == (old,)
    assert planned([], [old, begun]).is_empty, "clearing away alone is no reason to write"


@pytest.mark.parametrize("clock", [timedelta(hours=1), timedelta(hours=-1)], ids=["spring", "autumn"])
def test_summer_time_shows_each_once(clock):
    """The wall clock leaps from 1:59 to 3:00, or goes back from 2:59 to 2:00."""
    rules = ReminderRules(sources=("timed",), quiet=None)
    due = datetime(2026, 9, 21, 2, 30)
    records = office(matter(due=due))
    begun = mark(BEGUN, "begun", at=datetime(2026, 9, 20))
    marks, shown, now = [begun], [], datetime(2026, 9, 21, 1, 30)
    leapt = False
    for _ in range(300):
        since = since_of(marks, now, rules)
        made = planned(alerts(records, Day(now, CHINA), rules, since, now), marks, now, rules)
        shown += keys((*made.single, *made.gathered))
        for key in {*keys(made.single), *(one.key for one in made.passed)}:
            marks.append(mark(key, "shown", number=len(marks) + 1, at=now, closed=now))
        now += timedelta(minutes=1)
        if not leapt and now == datetime(2026, 9, 21, 2 if clock > timedelta(0) else 3):
            leapt, now = True, now + clock
    assert sorted(shown) == (
        ["timed:12:2026-09-21T02:30/0", "timed:12:2026-09-21T02:30/10"]
        if clock < timedelta(0)
        else ["timed:12:2026-09-21T02:30/0"]
    )


@given(st.lists(st.integers(-40, 40), max_size=60), st.lists(st.integers(0, 600), min_size=1, max_size=6, unique=True))
def test_however_the_clock_goes_nothing_is_shown_twice_and_nothing_is_lost(steps, dues):
    rules = ReminderRules(sources=("timed",), offsets=(0,), quiet=None, cap=0, at_once=100)
    start = datetime(2026, 9, 21, 9)
    records = office(*(matter(number + 1, due=start + timedelta(minutes=one)) for number, one in enumerate(dues)))
    marks, shown, now, latest = [mark(BEGUN, "begun", at=start - timedelta(days=1))], [], start, start
    for step in (0, *steps):
        now += timedelta(minutes=step)
        latest = max(latest, now)
        made = planned(alerts(records, Day(now, CHINA), rules, since_of(marks, now, rules), now), marks, now, rules)
        for one in made.single:
            shown.append(one.alert.matter.number)
            marks.append(mark(one.alert.key, "shown", number=len(marks) + 1, at=now, closed=now))
    assert len(shown) == len(set(shown))
    assert set(shown) == {number + 1 for number, one in enumerate(dues) if start + timedelta(minutes=one) <= latest}


def test_an_alert_is_found_again_by_its_key():
    records = office(
        matter(due=datetime(2026, 9, 21, 14, 30), rrule="FREQ=WEEKLY", steps=(Step(text="a", ahead=1),)),
        Reception(number=202600001, at=BEFORE, matter="wish", name="Wang Wei"),
        Party(number=3, name="Li", cadence=2, last_talk=datetime(2026, 9, 18, 9)),
    )
    day = Day(MONDAY, CHINA)
    every = alerts(records, day, RULES, datetime(2026, 9, 8), datetime(2026, 10, 20))
    assert len({one.source for one in every}) == 5
    for one in every:
        assert alerts_of_key(one.key, records, day, RULES) == one
    for key in ("", "timed:12:nonsense/0", "timed:99:2026-09-21T14:30/0", "begun", "morning:soon", "clocks:1:x"):
        assert alerts_of_key(key, records, day, RULES) is None


@pytest.mark.parametrize(
    ("text", "minutes"), [("10, 0", (10, 0)), ("0,60，5", (60, 5, 0)), ("", ()), (" 7 ", (7,)), ("10,10", (10,))]
)
def test_minutes_are_read(text, minutes):
    assert read_offsets(text) == minutes


@pytest.mark.parametrize("text", ["ten", "-5", "1.5", "99999999", "1,2,3,4,5,6,7,8,9,10", "5m", "²"])
def test_other_minutes_are_refused(text):
    with pytest.raises(ValueError):
        read_offsets(text)


def test_times_are_read():
    assert read_time("8:00") == time(8)
    assert read_span("22:00-07:30") == (time(22), time(7, 30))
    assert [read_span(text) for text in ("", "off", "OFF", "无", "-")] == [None] * 5
    assert read_span("8:00-8:00") is None
    for text in ("8", "8:0", "25:00", "8:60", "x:yy", "-"):
        with pytest.raises(ValueError):
            read_time(text)
    for text in ("22:00", "22:00-", "22:00-7"):
        with pytest.raises(ValueError):
            read_span(text)


def test_ten_thousand_matters_cost_little_beside_walking_them():
    """Measured against four plain walks over the same records in the same run, not against a clock."""
    many = tuple(matter(number, due=datetime(2026, 12, 1, 9)) for number in range(1, 10_001))
    whole = office(*many)
    day = Day(MONDAY, CHINA)

    def cost(work):
        best = 9.0
        for _ in range(5):
            start = perf_counter()
            work()
            best = min(best, perf_counter() - start)
        return best

    walk = cost(lambda: [(one.is_open, one.last, one.is_assigned, one.grade) for one in many])
    assert cost(lambda: alerts(whole, day, RULES, MONDAY, MONDAY + timedelta(days=1))) < 6 * walk
