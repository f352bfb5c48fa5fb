"""The parts of a DOCX beside its text: styles, settings, fonts with what stands in for them, page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from planner.report.formats.docx_layout import Layout, Style

__all__ = ["NAMESPACE", "font_table", "footer", "paragraph_properties", "run_properties", "settings", "styles"]

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

_NAMES = {
    "Normal": "Normal",
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Addressee": "Salutation",
    "BodyText": "Body Text",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "Caption": "caption",
    "TableHead": "Table Head",
    "TableText": "Table Text",
    "Signature": "Signature",
    "Date": "Date",
    "Footer": "footer",
}
"""Word's own names, by which it offers them and makes a table of contents."""

_STAND_INS = {
    "仿宋_GB2312": ("仿宋", "02010609030101010101", "modern"),
    "楷体_GB2312": ("楷体", "02010609030101010101", "modern"),
    "方正小标宋简体": ("宋体", "03000509000000000000", "auto"),
    "黑体": ("SimHei", "02010609060101010101", "modern"),
    "宋体": ("SimSun", "02010600030101010101", "auto"),
}
"""Where a font is not installed: the font that every Windows has, its class by Panose, its family."""
_PITCH = -5
"""Twentieths of a point between characters: 28 of 16 points would be wider than the 156 mm of the text (−0.25 pt)."""


def run_properties(style: Style, *, official: bool) -> str:
    """The properties of a run, with the East Asian font and hint, so that “…” is set as Chinese."""
    hint = ' w:hint="eastAsia"' if official else ""
    latin, east = quoteattr(style.latin), quoteattr(style.east)
    parts = [f"<w:rFonts{hint} w:ascii={latin} w:eastAsia={east} w:hAnsi={latin} w:cs={latin}/>"]
    if style.bold:
        parts.append("<w:b/><w:bCs/>")
    if style.italic:
        parts.append("<w:i/><w:iCs/>")
    if official:
        parts.append(f'<w:spacing w:val="{_PITCH}"/>')
    parts.append(f'<w:kern w:val="0"/><w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>')
    return f"<w:rPr>{''.join(parts)}</w:rPr>"


def paragraph_properties(style: Style, *, official: bool) -> str:
    """The properties of a style's paragraphs, without the element around them.

    In the official layout a page has its 22 lines whatever stands alone, and no quarter blanks stand between figures
    and Chinese, so that a line has its 28 characters. Each style says so itself: LibreOffice reads it nowhere else.
    """
    parts = ["<w:keepNext/>"] if style.keeps else []
    if official:
        parts.append('<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>')
    if not style.grid:
        parts.append('<w:snapToGrid w:val="0"/>')
    parts.append(
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" w:line="{style.line}" '
        f'w:lineRule="{style.rule}"/>'
    )
    if style.indent:
        wide = style.indent * style.size * 10
        parts.append(f'<w:ind w:firstLineChars="{style.indent * 100}" w:firstLine="{wide}"/>')
    parts.append(f'<w:jc w:val="{style.align}"/>')
    if style.outline is not None:
        parts.append(f'<w:outlineLvl w:val="{style.outline}"/>')
    return "".join(parts)


def styles(layout: Layout) -> str:
    """The styles of the layout; every paragraph of the document has one."""
    normal = layout.style("Normal")
    parts = [
        f"<w:styles {NAMESPACE}><w:docDefaults>",
        f"<w:rPrDefault>{_with_lang(normal, layout)}</w:rPrDefault>",
        "<w:pPrDefault/></w:docDefaults>",
    ]
    for name, style in layout.styles:
        own = ' w:default="1"' if name == "Normal" else ""
        based = "" if name == "Normal" else '<w:basedOn w:val="Normal"/>'
        parts.append(
            f'<w:style w:type="paragraph"{own} w:styleId="{name}"><w:name w:val="{_NAMES[name]}"/>{based}<w:qFormat/>'
            f"<w:pPr>{paragraph_properties(style, official=layout.official)}</w:pPr>"
            f"{run_properties(style, official=layout.official)}</w:style>"
        )
    parts.append("</w:styles>")
    return "".join(parts)


def _with_lang(style: Style, layout: Layout) -> str:
    """The run properties of the whole document, with its languages."""
    lang = '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
    return run_properties(style, official=layout.official).replace("</w:rPr>", lang)


def settings(layout: Layout) -> str:
    """The document's settings."""
    sides = "<w:evenAndOddHeaders/>" if layout.official else ""
    return (
        f'<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>{sides}'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{layout.lang}" w:eastAsia="zh-CN"/></w:settings>'
    )


def font_table(layout: Layout) -> str:
    """The fonts, with what a machine takes that has them not."""
    names = dict.fromkeys(name for _, style in layout.styles for name in (style.east, style.latin))
    fonts = []
    for name in names:
        if name in _STAND_INS:
            other, panose, family = _STAND_INS[name]
            inner = (
                f'<w:altName w:val="{other}"/><w:panose1 w:val="{panose}"/><w:charset w:val="86"/>'
                f'<w:family w:val="{family}"/><w:pitch w:val="default"/>'
            )
        else:
            inner = '<w:pitch w:val="default"/>'
        fonts.append(f"<w:font w:name={quoteattr(name)}>{inner}</w:font>")
    return f"<w:fonts {NAMESPACE}>{''.join(fonts)}</w:fonts>"


def footer(layout: Layout, *, odd: bool) -> str:
    """The page's number: — 1 —, one character in from the outer edge (7.5); in English plain and centred."""
    style = layout.style("Footer")
    run = run_properties(style, official=layout.official)
    side = "right" if odd else "left"
    place = f'<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/>' if layout.official else ""
    dash = ("— ", " —") if layout.official else ("", "")
    marks = [
        f'<w:r>{run}<w:t xml:space="preserve">{escape(dash[0])}</w:t></w:r>',
        f'<w:r>{run}<w:fldChar w:fldCharType="begin"/></w:r>',
        f'<w:r>{run}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>',
        f'<w:r>{run}<w:fldChar w:fldCharType="separate"/></w:r>',
        f"<w:r>{run}<w:t>1</w:t></w:r>",
        f'<w:r>{run}<w:fldChar w:fldCharType="end"/></w:r>',
        f'<w:r>{run}<w:t xml:space="preserve">{escape(dash[1])}</w:t></w:r>',
    ]
    return f'<w:ftr {NAMESPACE}><w:p><w:pPr><w:pStyle w:val="Footer"/>{place}</w:pPr>{"".join(marks)}</w:p></w:ftr>'
