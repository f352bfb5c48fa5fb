"""The report as text to edit: it comes back as the document that it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some
from office_week import reviewed

from planner.report.document import Bar, Bars, Document, Heading, Paragraph, Table
from planner.report.text import from_text, page_text, to_text
from planner.report.weekly import weekly

WORDS = some.text(
    some.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")) | some.sampled_from("#%@-=/|^>\\ 一1."), min_size=1
).filter(lambda text: text.strip() and "\n" not in text and "\r" not in text)
HEADINGS = some.builds(Heading, level=some.sampled_from((1, 2, 3)), text=WORDS)
PARAGRAPHS = some.one_of(
    some.builds(Paragraph, text=WORDS),
    some.builds(Paragraph, text=WORDS, indented=some.just(False)),
    some.builds(Paragraph, text=WORDS, align=some.sampled_from(("center", "end"))),
)
DOCUMENTS = some.builds(
    Document,
    title=WORDS,
    lang=some.sampled_from(("en", "zh")),
    subtitle=some.none() | WORDS,
    addressee=some.none() | WORDS,
    blocks=some.lists(HEADINGS | PARAGRAPHS, max_size=8).map(tuple),
    signature=some.none() | WORDS,
    dated=some.none() | WORDS,
)


@given(document=DOCUMENTS)
def test_a_document_comes_back_whole(document):
    assert from_text(to_text(document), document.lang) == document


@given(document=DOCUMENTS)
def test_what_an_editor_adds_at_the_ends_of_lines_and_a_remark_change_nothing(document):
    text = to_text(document, "a remark\nof two lines").replace("\n", "\r\n")
    assert from_text(text, document.lang) == document


@given(text=some.text())
def test_any_text_is_read(text):
    document = from_text(text, "zh")
    assert from_text(to_text(document), "zh") == document or not document.title.strip()


def test_the_drafted_report_comes_back():
    for lang in ("zh", "en"):
        document = weekly(reviewed(), lang)
        assert from_text(to_text(document), lang) == document


def test_each_sign_says_what_a_line_is():
    text = """\
// left out
# 标题
% （21日—24日）
@ 李明局长：

## 一、完成
### （一）重点
#### 1.一项
做了。
\\# 不是标题
| 顶格
^ 居中
> 居右
-- 办公室
== 24日
"""
    document = from_text(text, "zh")
    assert (document.title, document.subtitle, document.addressee) == ("标题", "（21日—24日）", "李明局长：")
    assert (document.signature, document.dated) == ("办公室", "24日")
    assert document.blocks == (
        Heading(level=1, text="一、完成"),
        Heading(level=2, text="（一）重点"),
        Heading(level=3, text="1.一项"),
        Paragraph(text="做了。"),
        Paragraph(text="# 不是标题"),
        Paragraph(text="顶格", indented=False),
        Paragraph(text="居中", align="center"),
        Paragraph(text="居右", align="end"),
    )


def test_pictures_and_tables_are_no_words_to_edit():
    pictures = (Bars(title="b", bars=(Bar(label="l", value=1.0, words="w"),)), Table(heads=("h",), rows=(("c",),)))
    document = Document(title="t", lang="en", blocks=(*pictures, Paragraph(text="p")))
    assert from_text(to_text(document), "en").blocks == (Paragraph(text="p"),)


def test_the_page_has_no_signs_of_the_editor():
    page = page_text(weekly(reviewed(), "zh"))
    assert not any(line.startswith(("#", "%", "@", "--", "==", "\\")) for line in page.splitlines())
    assert "　　一、本周完成情况" in page
