"""Records of every kind with any content that their annotations allow, for hypothesis."""

from __future__ import annotations

import inspect
import sys
from itertools import pairwise

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from planner.domain import terms
from planner.domain.kinds import KINDS
from planner.domain.moment import date, datetime
from planner.domain.record import MISSING, Record

QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
SURROGATES = st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF)
TEXT = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=st.one_of(st.characters(), SURROGATES), max_size=12),
    st.sampled_from(
        [
            "",
            "\x00",
            "\x1b]52;c;x\x07",
            "[/]",
            "\ud800",
            "\udfff救助",
            "“引号”",
            '","is":',
            '{"crc":"',
            "\n\r\u2028",
            "字" * 10_000,
        ]
    ),
)
"""Text as people and pasted files have it; a pair of surrogates is joined, as JSON can't tell it from the character."""

DATES = st.dates(date(1, 1, 1), date(9999, 12, 31))
TIMES = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31))


def joined(text: str) -> str:
    """Text in which a high and a low surrogate side by side are the one character they mean."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") if paired(text) else text


def paired(text: str) -> bool:
    """Whether a high surrogate stands before a low one."""
    return any("\ud800" <= a <= "\udbff" and "\udc00" <= b <= "\udfff" for a, b in pairwise(text))


TEXTS = TEXT.filter(lambda text: not paired(text))


def of_annotation(annotation: str, module: str):
    """Values that an annotation allows."""
    text = annotation
    if text.endswith(" | None"):
        return st.none() | of_annotation(text.removesuffix(" | None"), module)
    if text == "tuple[tuple[str, str], ...]":
        return st.just(())
    if text.startswith("tuple["):
        return st.lists(of_annotation(text[len("tuple[") : -len(", ...]")], module), max_size=3).map(tuple)
    plain = {
        "str": TEXTS,
        "int": st.integers(-(10**6), 10**12),
        "bool": st.booleans(),
        "date": DATES,
        "datetime": TIMES,
        "Moment": DATES | TIMES,
    }
    if text in plain:
        return plain[text]
    found = getattr(sys.modules[module], text, None)
    if isinstance(found, type) and issubclass(found, Record):
        return records(found)
    plural = {"PetitionClass": "PETITION_CLASSES", "VisitorKind": "VISITOR_KINDS"}.get(text)
    names = [plural] if plural else [name for name in vars(terms) if name.isupper()]
    words = [word for name in names if isinstance(getattr(terms, name), tuple) for word in getattr(terms, name)]
    return st.sampled_from(words)


def records(cls, **fixed):
    """Records of a class with any values, their invariants not looked at."""
    fields = {
        field.name: of_annotation(
            field.annotation,
            next(c.__module__ for c in cls.__mro__ if field.name in inspect.get_annotations(c)),
        )
        for field in cls.FIELDS
        if field.name not in fixed
    }
    always = {field.name for field in cls.FIELDS if field.default is MISSING}
    return st.fixed_dictionaries(
        {name: made for name, made in fields.items() if name in always},
        optional={name: made for name, made in fields.items() if name not in always},
    ).map(lambda values: cls.restore({**values, **fixed}))


ENTRIES = st.one_of([records(kind.record, number=7) for kind in KINDS])
