"""The layout of the Word file, measured as it stands in it: GB/T 9704-2012 in Chinese, a plain page in English."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Mm, Pt
from exported import CHINESE, ENGLISH, LOOK

from planner.report.document import Document, Paragraph, Table
from planner.report.formats.table import format_named

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word(document: Document):
    return docx.Document(io.BytesIO(format_named("docx").render(document, LOOK)))


def part(document: Document, name: str) -> str:
    data = format_named("docx").render(document, LOOK)
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode("utf-8")


def near(length, wanted) -> bool:
    """Whether two lengths are alike to a tenth of a millimetre."""
    return abs(length - wanted) <= Mm(0.1)


def test_the_page_is_a4_with_the_standard_s_margins():
    (section,) = word(CHINESE).sections
    assert near(section.page_width, Mm(210))
    assert near(section.page_height, Mm(297))
    wanted = (Mm(37), Mm(26), Mm(35), Mm(28))
    margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert all(near(one, other) for one, other in zip(margins, wanted, strict=True))


def test_the_grid_holds_22_lines_of_28_characters():
    text = part(CHINESE, "word/document.xml")
    (pitch,) = re.findall(r'<w:docGrid w:type="lines" w:linePitch="(\d+)"/>', text)
    assert int(pitch) == 579
    (section,) = word(CHINESE).sections
    high = section.page_height - section.top_margin - section.bottom_margin
    wide = section.page_width - section.left_margin - section.right_margin
    assert 22 * Pt(28.95) <= high < 23 * Pt(28.95)
    assert 28 * Pt(16 - 0.25) <= wide < 28.5 * Pt(16 - 0.25)


@pytest.mark.parametrize(
    ("name", "size", "font", "indent"),
    [
        ("Normal", 16, "仿宋_GB2312", None),
        ("Body Text", 16, "仿宋_GB2312", "200"),
        ("Title", 22, "方正小标宋简体", None),
        ("Heading 1", 16, "黑体", "200"),
        ("Heading 2", 16, "楷体_GB2312", "200"),
        ("Heading 3", 16, "仿宋_GB2312", "200"),
        ("Salutation", 16, "仿宋_GB2312", None),
    ],
)
def test_a_style_is_as_the_standard_has_it(name, size, font, indent):
    style = word(CHINESE).styles[name]
    assert style.font.size == Pt(size)
    assert style.paragraph_format.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    assert style.paragraph_format.line_spacing == Pt(28.95)
    assert style.element.find(f".//{W}rFonts").get(f"{W}eastAsia") == font
    assert style.element.find(f".//{W}rFonts").get(f"{W}hint") == "eastAsia"
    assert style.element.find(f"{W}rPr/{W}spacing").get(f"{W}val") == "-5"
    found = style.element.find(f".//{W}ind")
    assert (None if found is None else found.get(f"{W}firstLineChars")) == indent


def test_page_numbers_stand_outside_between_dashes():
    (section,) = word(CHINESE).sections
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert odd.text == even.text == "— 1 —"
    assert (odd.alignment, even.alignment) == (2, 0)
    assert {run.font.size for run in odd.runs} == {Pt(14)}
    assert "<w:evenAndOddHeaders/>" in part(CHINESE, "word/settings.xml")


def test_the_signature_is_centred_over_the_date_and_never_alone_on_a_page():
    *_, before, signature, dated = word(CHINESE).paragraphs
    assert (signature.text, dated.text) == ("局办公室", "2026年9月24日")
    away = [int(one._p.find(f".//{W}ind").get(f"{W}rightChars")) for one in (signature, dated)]
    assert away == [525, 400]  # the date is 6.5 characters wide, the signature 4
    assert before._p.find(f".//{W}keepNext") is not None
    assert signature.style.paragraph_format.keep_with_next


@pytest.mark.parametrize(("signature", "dated"), [("a" * 60, "2026"), ("", "2026"), ("office", "")])
def test_a_long_or_lacking_signature_stays_on_the_page(signature, dated):
    text = part(CHINESE.replace(signature=signature or None, dated=dated or None), "word/document.xml")
    away = [int(one) for one in re.findall(r'rightChars="(-?\d+)"', text)]
    assert away
    assert all(0 <= one < 2800 for one in away)


def test_a_table_is_as_wide_as_the_text_whatever_stands_in_it():
    for rows in ((("a", "b"),), (("汉" * 200, "b"),), (("a" * 30, "b" * 90),), (("", ""),)):
        table = word(CHINESE.replace(blocks=(Table(heads=("甲", "乙"), rows=rows),))).tables[0]
        widths = [column.width for column in table.columns]
        assert near(sum(widths), Mm(156))
        assert min(widths) > Mm(8)


def test_many_columns_fit():
    heads = tuple("编号来访日期事由"[:4] for _ in range(12))
    table = word(CHINESE.replace(blocks=(Table(heads=heads, rows=(heads,)),))).tables[0]
    assert near(sum(column.width for column in table.columns), Mm(156))


def test_the_properties_are_the_book_s():
    kept = word(CHINESE).core_properties
    assert kept.title == CHINESE.title
    assert kept.author == "局办公室"
    assert kept.created.isoformat().startswith("2026-09-25T16:00")


def test_english_is_set_plainly():
    made = word(ENGLISH)
    assert made.styles["Normal"].font.size == Pt(12)
    assert made.styles["Normal"].font.name == "Times New Roman"
    text = part(ENGLISH, "word/document.xml")
    assert "docGrid" not in text
    assert "firstLineChars" not in text
    assert made.sections[0].footer.paragraphs[0].text == "1"


def test_a_paragraph_without_indent_and_one_that_ends_the_line_say_so():
    blocks = (
        Paragraph(text="a", indented=False),
        Paragraph(text="b", align="end"),
        Paragraph(text="c", align="center"),
    )
    one, other, third = word(CHINESE.replace(blocks=blocks)).paragraphs[4:7]
    assert (one.style.name, one.alignment) == ("Normal", None)
    assert (other.alignment, third.alignment) == (2, 1)
    assert other._p.find(f".//{W}ind").get(f"{W}firstLineChars") == "0"
