"""The filter language, in both languages: what each text asks, where a slip is, and that what is printed reads back."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner import wording
from planner.capture.filter_printing import printed_filter
from planner.capture.filter_words import CHOICES, KEYS
from planner.capture.filters import FilterSlipError, read_filter
from planner.domain.filter import (
    BEINGS,
    EVERYTHING,
    Amount,
    Being,
    Both,
    Choice,
    Concerned,
    Either,
    Matching,
    Not,
    Tagged,
    When,
    Words,
    both,
    either,
    negated,
)
from planner.domain.terms import GRADES, MARKS, NATURES, ORIGINS, STAGES, URGENCIES, WORKS
from planner.domain.workdays import CHINA

NOW = datetime(2026, 11, 25, 10)
"""A Wednesday."""
FRI = date(2026, 11, 27)


def read(text: str, lang: str = "en") -> object:
    return read_filter(text, NOW, lang, calendar=CHINA)


def due(sign: str = "=", moment: date | None = FRI, until: date | None = None, field: str = "due") -> When:
    return When(field=field, sign=sign, moment=moment, until=until)


ONE = [
    ("", EVERYTHING),
    ("  ", EVERYTHING),
    ("低保", Words(text="低保")),
    ('"a and b"', Words(text="a and b")),
    ("“核实 数据”", Words(text="核实 数据")),
    ("C++", Words(text="C++")),
    ("14:30", Words(text="14:30")),
    ("12", Words(text="12")),
    ("《通知》", Words(text="《通知》")),
    ("+86", Words(text="+86")),
    ("a@b.com", Words(text="a@b.com")),
    ("-", Words(text="-")),
    ("@李局", Concerned(role="any", names=("李局",))),
    ("＠李局", Concerned(role="any", names=("李局",))),
    ('@"Li Wei"', Concerned(role="any", names=("Li Wei",))),
    (">救助科", Concerned(role="to", names=("救助科",))),
    ("》救助科", Concerned(role="to", names=("救助科",))),
    ("from:李局,王局", Concerned(role="from", names=("李局", "王局"))),
    ("承办：none", Concerned(role="to")),
    ("to:any", Not(part=Concerned(role="to"))),
    ("about:李局", Concerned(role="about", names=("李局",))),
    ("+救助", Tagged(tags=("救助",))),
    ("#救助", Tagged(tags=("救助",))),
    ("tag:a,b", Tagged(tags=("a", "b"))),
    ("tag:none", Tagged()),
    ("tag:大事", Tagged(tags=("大事",))),
    ("+大事", Choice(field="grade", values=("major",))),
    ("+MAJOR", Choice(field="grade", values=("major",))),
    ("+办文", Choice(field="work", values=("documents",))),
    ("+特急", Choice(field="urgency", values=("urgent",))),
    ("+交办", Choice(field="mark", values=("assigned",))),
    ("+督办", Being(what="supervised")),
    ("+someday", Being(what="someday")),
    ("p1", Amount(field="priority", ranges=((1, 1),))),
    ("!1", Amount(field="priority", ranges=((1, 1),))),
    ("！２", Amount(field="priority", ranges=((2, 2),))),
    ("p5", Words(text="p5")),
    ("priority:<=2", Amount(field="priority", sign="<=", ranges=((2, 2),))),
    ("grade:major", Choice(field="grade", values=("major",))),
    ("大小：大事", Choice(field="grade", values=("major",))),
    ("state:open,waiting", Choice(field="state", values=("open", "waiting"))),
    ("状态:逾期", Choice(field="state", values=("overdue",))),
    ("state:all", Choice(field="state", values=("open", "waiting", "done", "dropped"))),
    ("light:red", Choice(field="light", values=("red",))),
    ("灯：红、黄", Choice(field="light", values=("red", "yellow"))),
    ("work:办文", Choice(field="work", values=("documents",))),
    ("urgency:none", Choice(field="urgency", values=("none",))),
    ("nature:any", Not(part=Choice(field="nature", values=("none",)))),
    ("is:supervised", Being(what="supervised")),
    ("is:major", Choice(field="grade", values=("major",))),
    ("is:done", Choice(field="state", values=("done",))),
    ("is:returned,久拖", Either(parts=(Being(what="returned"), Being(what="neglected")))),
    ("postponed:>2", Amount(field="postponed", sign=">", ranges=((2, 2),))),
    ("推迟：》2", Amount(field="postponed", sign=">", ranges=((2, 2),))),
    ("number:3-7,12", Amount(field="number", ranges=((3, 7), (12, 12)))),
    ("needs:12", Amount(field="needs", ranges=((12, 12),))),
    ("needs:none", Amount(field="needs")),
    ("due:fri", due()),
    ("due:<fri", due("<")),
    ("due:《fri", due("<")),
    ("截止：＜＝周五", due("<=")),
    ("due:≥fri", due(">=")),
    ("due:..fri", due("<=")),
    ("due:fri..", due(">=")),
    ("due:none", due(moment=None)),
    ("due:any", Not(part=due(moment=None))),
    ("due:today", due(moment=date(2026, 11, 25))),
    ("due:thisweek", due(moment=date(2026, 11, 23), until=date(2026, 11, 29))),
    ('due:<"next week"', due("<", date(2026, 11, 30), date(2026, 12, 6))),
    ("due:本月", due(moment=date(2026, 11, 1), until=date(2026, 11, 30))),
    ("due:lastquarter", due(moment=date(2026, 7, 1), until=date(2026, 9, 30))),
    ("due:2026-12", due(moment=date(2026, 12, 1), until=date(2026, 12, 31))),
    ("due:2026", due(moment=date(2026, 1, 1), until=date(2026, 12, 31))),
    ("created:>=mon", due(">=", date(2026, 11, 23), field="created")),
    ("created:wed", due(moment=date(2026, 11, 25), field="created")),
    ("closed:yesterday", due(moment=date(2026, 11, 24), field="closed")),
    ("办结：上周", due(moment=date(2026, 11, 16), until=date(2026, 11, 22), field="closed")),
    ("closed:上周五", due(moment=date(2026, 11, 20), field="closed")),
    ('closed:"last fri"', due(moment=date(2026, 11, 20), field="closed")),
    ("created:>3d", due(">", date(2026, 11, 22), field="created")),
    ("created:2周前", due(moment=date(2026, 11, 11), field="created")),
    ("created:11/5", due(moment=date(2026, 11, 5), field="created")),
    ("start:11/5", due(moment=date(2027, 11, 5), field="start")),
    ("created:tomorrow", due(moment=date(2026, 11, 26), field="created")),
    ("due:2026-11-27T15:00", When(field="due", moment=datetime(2026, 11, 27, 15))),
    ('due:"fri 3pm"', When(field="due", moment=datetime(2026, 11, 27, 15))),
    ("/低保.*报/", Matching(pattern="低保.*报")),
    (r"/a\/b/", Matching(pattern="a/b")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), ONE)
def test_one_part(text: str, meant: object) -> None:
    assert read(text, "en" if text.isascii() else "zh") == meant


A, B, C = Words(text="a"), Words(text="b"), Words(text="c")
JOINED = [
    ("a b", Both(parts=(A, B))),
    ("a and b", Both(parts=(A, B))),
    ("a 且 b", Both(parts=(A, B))),
    ("a AND b", Both(parts=(A, B))),
    ("a & b", Both(parts=(A, B))),
    ("a or b", Either(parts=(A, B))),
    ("a 或 b", Either(parts=(A, B))),
    ("a|b", Either(parts=(A, B))),
    ("a || b", Either(parts=(A, B))),
    ("a b or c", Either(parts=(Both(parts=(A, B)), C))),
    ("a (b or c)", Both(parts=(A, Either(parts=(B, C))))),
    ("a（b 或 c）", Both(parts=(A, Either(parts=(B, C))))),
    ("not a b", Both(parts=(Not(part=A), B))),
    ("非 a", Not(part=A)),
    ("非(a)", Not(part=A)),
    ("非党员", Words(text="非党员")),
    ("-a", Not(part=A)),
    ("!a", Not(part=A)),
    ("！a", Not(part=A)),
    ("!!a", A),
    ("not not a", A),
    ("!(a b)", Not(part=Both(parts=(A, B)))),
    ("((a))", A),
    ("order", Words(text="order")),
    ("R&D", Words(text="R&D")),
    ("或者说", Words(text="或者说")),
    ("@李局且+办文", Both(parts=(Concerned(role="any", names=("李局",)), Choice(field="work", values=("documents",))))),
    ("@李局或(a)", Either(parts=(Concerned(role="any", names=("李局",)), A))),
    ("due:mon..fri", Both(parts=(due(">=", date(2026, 11, 30)), due("<=", date(2026, 12, 4))))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), JOINED)
def test_parts_joined(text: str, meant: object) -> None:
    assert read(text, "en" if text.isascii() else "zh") == meant


SLIPS = [
    ("a foo:bar", 2, 6, "no key"),
    ("http://x", 0, 5, "no key"),
    ("due:", 0, 4, "a date must stand"),
    ("a due: b", 2, 6, "a date must stand"),
    ("due:blue", 4, 8, "“blue” is not a date"),
    ("due:<blue", 5, 9, "“blue” is not a date"),
    ("due:fri..wed@", 4, 13, "is not a date"),
    ("due:2026-12-02..2026-12-01", 4, 26, "backwards"),
    ("due:..", 4, 6, "is not a date"),
    ("state:ready", 6, 11, "it takes open waiting done"),
    ("grade:", 0, 6, "this takes major minor"),
    ("is:", 0, 3, "this takes supervised"),
    ("postponed:x", 10, 11, "is not a number"),
    ("postponed:7-3", 10, 13, "is not a number"),
    ("postponed:>1-3", 11, 14, "compare with one number"),
    ("from:", 0, 5, "a name must stand"),
    ("tag:", 0, 4, "a tag must stand"),
    ("(a", 0, 1, "never closed"),
    ("(", 0, 1, "never closed"),
    ("()", 0, 2, "nothing stands between"),
    ("a)", 1, 2, "never opened"),
    ('"a', 0, 1, "never closed"),
    ('@"', 1, 2, "never closed"),
    ('""', 0, 2, "nothing stands between"),
    ("a or", 2, 4, "nothing stands behind"),
    ("a and )", 2, 5, "nothing stands behind"),
    ("not", 0, 3, "nothing stands behind"),
    ("or a", 0, 2, "nothing stands before"),
    ("a or or b", 5, 7, "nothing stands before"),
    ("/a", 0, 1, "no second /"),
    ("/(a/", 1, 2, "can't be used"),
    (r"/a(b)\1/", 5, 6, "no meaning behind a backslash"),
    ("/a/b", 3, 4, "space behind a pattern"),
    ("(" * 50 + "a" + ")" * 50, 40, 41, "too many brackets"),
    ("a" * 2001, 2000, 2001, "at most 2000"),
]


@pytest.mark.parametrize(("text", "start", "end", "said"), SLIPS)
def test_a_slip_is_told_with_its_place(text: str, start: int, end: int, said: str) -> None:
    with pytest.raises(FilterSlipError) as caught:
        read(text)
    assert (caught.value.start, caught.value.end) == (start, end)
    assert said in caught.value.said


def test_a_slip_is_told_in_chinese_with_the_chinese_keys() -> None:
    wording.use("zh")
    with pytest.raises(FilterSlipError) as caught:
        read("办文类:x", "zh")
    assert "截止" in caught.value.said
    with pytest.raises(FilterSlipError) as caught:
        read("状态:好", "zh")
    assert "在办" in caught.value.said or "待办" in caught.value.said


CODES = {
    "state": ("open", "waiting", "done", "dropped", "overdue"),
    "grade": GRADES,
    "mark": MARKS,
    "light": ("red", "yellow", "green"),
    "stage": STAGES,
    "work": WORKS,
    "urgency": URGENCIES,
    "nature": NATURES,
    "origin": ORIGINS,
    "is": BEINGS,
}


@pytest.mark.parametrize("field", sorted(CODES))
def test_every_code_has_a_word_in_both_languages(field: str) -> None:
    words = CHOICES[field]
    for ascii_ in (True, False):
        assert {code for word, codes in words.items() if word.isascii() == ascii_ for code in codes} >= set(
            CODES[field]
        )


def test_every_key_has_a_word_in_both_languages() -> None:
    chinese = {key for word, key in KEYS.items() if not word.isascii()}
    assert chinese == {key for word, key in KEYS.items() if word.isascii()}


NAMES = st.text(st.sampled_from('ab李且或 1"\\+@:()，'), min_size=1, max_size=5).filter(str.strip)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
MOMENTS = st.one_of(
    DAYS, st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)).map(lambda at: at.replace(microsecond=0))
)
SIGNS = st.sampled_from(["=", "<", "<=", ">", ">="])
SMALL = st.integers(0, 99)


def whens(draw: st.DrawFn) -> When:
    first, last = draw(MOMENTS), draw(st.one_of(st.none(), MOMENTS))
    if last is not None and datetime.fromisoformat(last.isoformat()) < datetime.fromisoformat(first.isoformat()):
        first, last = last, first
    if last is not None and not isinstance(last, datetime) and isinstance(first, datetime):
        last = None
    field = draw(st.sampled_from(["due", "start", "created", "changed", "closed"]))
    return When(field=field, sign=draw(SIGNS), moment=first, until=last)


def amounts(draw: st.DrawFn) -> Amount:
    field, sign = draw(st.sampled_from(["postponed", "returned", "chased", "priority", "number", "needs"])), draw(SIGNS)
    pairs = draw(st.lists(st.tuples(SMALL, SMALL).map(lambda two: (min(two), max(two))), min_size=1, max_size=3))
    return Amount(field=field, sign=sign, ranges=tuple(pairs) if sign == "=" else ((pairs[0][0], pairs[0][0]),))


def choices(draw: st.DrawFn) -> Choice:
    field = draw(st.sampled_from(sorted(set(CODES) - {"is"})))
    values = draw(st.lists(st.sampled_from(CODES[field]), min_size=1, max_size=3, unique=True))
    return Choice(field=field, values=tuple(values))


LEAVES = st.one_of(
    NAMES.map(lambda text: Words(text=text)),
    st.sampled_from(["a.b", "(科|院)$", "a/b", r"\d{2}"]).map(lambda text: Matching(pattern=text)),
    st.builds(
        lambda role, names: Concerned(role=role, names=tuple(names)),
        st.sampled_from(["any", "about", "from", "to"]),
        st.lists(NAMES, max_size=2),
    ),
    st.lists(NAMES, max_size=2).map(lambda tags: Tagged(tags=tuple(tags))),
    st.sampled_from(BEINGS).map(lambda what: Being(what=what)),
    st.composite(whens)(),
    st.composite(amounts)(),
    st.composite(choices)(),
    st.sampled_from([When(field="due"), Amount(field="needs"), Choice(field="work", values=("none", "duty"))]),
)
FILTERS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.map(negated),
        st.lists(inner, min_size=2, max_size=3).map(both),
        st.lists(inner, min_size=2, max_size=3).map(either),
    ),
    max_leaves=8,
)


@example(When(field="due", moment=date(2025, 1, 1), until=datetime(2025, 1, 1, 0, 0, 1)))
@given(FILTERS)
def test_what_is_printed_reads_back(part: object) -> None:
    text = printed_filter(part)  # type: ignore[arg-type]
    assert read(text) == part
    assert read(text, "zh") == part


@given(st.text('ab李且或非 12"\\+@#:()|/!-<>=《“”,.p', max_size=20))
def test_any_text_is_read_or_refused_with_a_place_within_it(text: str) -> None:
    part, slip = None, None
    try:
        part = read(text)
    except FilterSlipError as error:
        slip = error
    if slip is None:
        assert read(printed_filter(part)) == part  # type: ignore[arg-type]
    else:
        assert slip.said
        assert 0 <= slip.start < slip.end <= len(text) + 1
