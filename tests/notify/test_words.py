"""What is left of any words in a notification."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st

from planner.notify.words import BODY, TITLE, escaped, notice
from planner.wording import use

TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("<>&\x1b-\n\u202e\ud800😀字")), max_size=600)


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXT, TEXT)
def test_whatever_is_typed_is_safe_and_short(title, body):
    made = notice(title, body)
    assert made.title.startswith("Planner:")
    assert units(made.title) <= TITLE
    assert units(made.body) <= BODY
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or 0xD800 <= ord(char) < 0xE000 for char in made.title)
    assert not any(ord(char) < 32 and char != "\n" for char in made.body)


@given(TEXT)
def test_escaping_cuts_through_nothing(body):
    made = escaped(notice("x", body).body)
    assert units(made) <= BODY
    assert "<" not in made
    back = html.unescape(made)
    assert html.escape(back, quote=False).replace("\\", "&#92;") == made
    assert notice("x", body).body.startswith(back.removesuffix("…")) or back.endswith("…")


def test_a_short_body_is_escaped_whole():
    assert escaped("a < b & c") == "a &lt; b &amp; c"
    assert escaped("x" * BODY) == "x" * BODY


def test_both_languages_begin_with_a_name():
    use("zh")
    assert notice("-t").title == "日程：-t"
