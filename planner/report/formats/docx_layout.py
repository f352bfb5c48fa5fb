"""The layouts of a DOCX: the official one (GB/T 9704-2012, 5.2 and 7) in Chinese, a plain one in English.

Lengths are twips, twentieths of a point: a millimetre is 56.7.
"""

from __future__ import annotations

from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypedDict, Unpack

    from planner.report.formats.table import Fonts

    class _More(TypedDict, total=False):
        """What a style may say besides its fonts and size, as in ``Style``."""

        bold: bool
        italic: bool
        align: Literal["left", "both", "center", "right"]
        line: int
        before: int
        after: int
        rule: Literal["exact", "auto", "atLeast"]
        indent: int
        outline: int
        grid: bool
        keeps: bool


__all__ = ["Layout", "Style", "layout_of"]

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
"""A4."""


class Style(Record):
    """How a kind of paragraph looks."""

    east: str
    """The font of Chinese."""
    latin: str
    size: int
    """Half-points."""
    bold: bool = False
    italic: bool = False
    align: Literal["left", "both", "center", "right"] = "both"
    line: int = 579
    """28.95 points."""
    rule: Literal["exact", "auto", "atLeast"] = "exact"
    before: int = 0
    after: int = 0
    indent: int = 0
    """Characters by which the first line is indented."""
    outline: int | None = None
    """Its level among the headings, from 0."""
    grid: bool = True
    """Whether its lines stand on the page's grid."""
    keeps: bool = False
    """Whether it stays on the page of what follows."""


class Layout(Record):
    """A page and the styles on it."""

    official: bool
    lang: str
    top: int
    right: int
    bottom: int
    left: int
    footer: int
    """From the page's lower edge to the footer's."""
    styles: tuple[tuple[str, Style], ...]

    @property
    def width(self) -> int:
        """The width that text takes."""
        return PAGE_WIDTH - self.left - self.right

    def style(self, name: str) -> Style:
        """The style of that name. Raises KeyError."""
        return dict(self.styles)[name]


def layout_of(lang: str, fonts: Fonts) -> Layout:
    """The layout of a document in a language."""
    return _official(fonts) if lang == "zh" else _english(fonts)


def _official(fonts: Fonts) -> Layout:
    """GB/T 9704-2012: margins 37, 26, 35 and 28 mm; 22 lines of 28 characters of 16 points (3号)."""
    latin = fonts.latin

    def style(east: str, size: int = 32, **more: Unpack[_More]) -> Style:
        return Style(east=east, latin=latin, size=size, **more)

    return Layout(
        official=True,
        lang="zh-CN",
        top=2098,
        right=1474,
        bottom=1984,
        left=1587,
        footer=1446,  # its figures stand 7 mm below the text (7.5)
        styles=(
            ("Normal", style(fonts.body)),
            ("Title", style(fonts.title, 44, align="center", keeps=True)),
            ("Subtitle", style(fonts.subheading, align="center", keeps=True)),
            ("Addressee", style(fonts.body, keeps=True)),
            ("BodyText", style(fonts.body, indent=2)),
            ("Heading1", style(fonts.heading, indent=2, outline=0, keeps=True)),
            ("Heading2", style(fonts.subheading, indent=2, outline=1, keeps=True)),
            ("Heading3", style(fonts.body, indent=2, outline=2, keeps=True)),
            ("Caption", style(fonts.heading, 28, align="center", keeps=True)),
            # 5号
            ("TableHead", style(fonts.heading, 21, align="left", line=340, grid=False, keeps=True)),
            ("TableText", style(fonts.body, 21, align="left", line=340, grid=False)),
            ("Signature", style(fonts.body, align="right", keeps=True)),
            ("Date", style(fonts.body, align="right")),
            (
                "Footer",
                Style(east=fonts.page, latin=fonts.page, size=28, rule="auto", line=240),
            ),  # 4号 half-width (7.5)
        ),
    )


def _english(fonts: Fonts) -> Layout:
    """A plain page of the same paper: 12 points, headings in bold."""

    def style(size: int = 24, **more: Unpack[_More]) -> Style:
        kept: _More = {"align": "left", "rule": "auto", "line": 288, **more}
        return Style(east=fonts.body, latin=fonts.latin, size=size, **kept)

    return Layout(
        official=False,
        lang="en-GB",
        top=1588,
        right=1417,
        bottom=1588,
        left=1417,
        footer=794,
        styles=(
            ("Normal", style()),
            ("Title", style(36, bold=True, align="center", line=264, after=80, keeps=True)),
            ("Subtitle", style(align="center", after=360, keeps=True)),
            ("Addressee", style(after=160, keeps=True)),
            ("BodyText", style(after=120)),
            ("Heading1", style(28, bold=True, before=320, after=100, outline=0, keeps=True)),
            ("Heading2", style(24, bold=True, before=200, after=60, outline=1, keeps=True)),
            ("Heading3", style(24, italic=True, before=120, after=40, outline=2, keeps=True)),
            ("Caption", style(20, bold=True, before=160, after=60, keeps=True)),
            ("TableHead", style(20, bold=True, line=252, keeps=True)),
            ("TableText", style(20, line=252)),
            ("Signature", style(before=400, align="right", keeps=True)),
            ("Date", style(align="right")),
            ("Footer", style(20, align="center", line=240)),
        ),
    )
