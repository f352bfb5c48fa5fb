"""HTML: one file that asks nothing of the network, by its own rule (CSP) as well, and prints as an A4 page."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING

from planner.report.document import Bars, Heading, Paragraph, Table
from planner.report.formats.bars import svg
from planner.wording.safe import cells, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.report.document import Block, Document
    from planner.report.formats.table import Look

__all__ = ["render"]

_STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { background: #eceef1; }
body { margin: 0; color: #1b1d21; font: 12pt/1.6 "Times New Roman", Times, "Liberation Serif", serif; }
body:lang(zh) { font: 16pt/28.95pt "仿宋_GB2312", FangSong, "仿宋", STFangsong, "Noto Serif CJK SC", serif; }
main { width: 210mm; max-width: 100%; min-height: 297mm; margin: 8mm auto; padding: 30mm 25mm; background: #fff;
  box-shadow: 0 1px 6px #0003; overflow-wrap: anywhere; }
main:lang(zh) { padding: 37mm 26mm 35mm 28mm; text-align: justify; }
h1, h2, h3, h4, p { margin: 0; font-size: inherit; font-weight: inherit; }
h1 { font-size: 18pt; line-height: 1.3; font-weight: bold; text-align: center; text-wrap: balance; }
h1:lang(zh) { font: 22pt/34pt "方正小标宋简体", "FZXiaoBiaoSong-B05S", STZhongsong, "Noto Serif CJK SC", SimSun,
  serif; }
h2 { margin: 1.4em 0 .4em; font-size: 13pt; font-weight: bold; }
h3 { margin: 1em 0 .3em; font-weight: bold; }
h4 { margin: .8em 0 .2em; font-style: italic; }
h2:lang(zh) { margin: 0; font: 16pt/28.95pt "黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; text-indent: 2em; }
h3:lang(zh) { margin: 0; font: 16pt/28.95pt "楷体_GB2312", KaiTi, "楷体", STKaiti, "Noto Serif CJK SC", serif;
  text-indent: 2em; }
h4:lang(zh) { margin: 0; font: inherit; text-indent: 2em; }
h2, h3, h4, caption { break-after: avoid; }
p { margin: 0 0 .5em; orphans: 2; widows: 2; }
p:lang(zh) { margin: 0; }
p.indented:lang(zh) { text-indent: 2em; }
p.center { text-align: center; }
p.end { text-align: end; }
p.subtitle { margin: .3em 0 1.4em; text-align: center; color: #3c4148; }
p.subtitle:lang(zh) { margin: 0 0 28.95pt; color: inherit; font-family: "楷体_GB2312", KaiTi, "楷体", STKaiti,
  "Noto Serif CJK SC", serif; }
p.addressee { margin: 0 0 .6em; }
p.addressee:lang(zh) { margin: 0; }
footer { display: table; margin: 2em 0 0 auto; text-align: center; break-inside: avoid; }
footer:lang(zh) { margin: 28.95pt 4em 0 auto; }
footer p { margin: 0; white-space: nowrap; }
table { width: 100%; margin: .5em 0 1.2em; border-collapse: collapse; font-size: 10.5pt; line-height: 1.4;
  text-align: start; }
table:lang(zh) { font-size: 10.5pt; line-height: 1.5; }
th, td { padding: .3em .55em; border: 0 solid #9aa1aa; border-bottom-width: .5pt; text-align: start;
  vertical-align: top; }
th { border-width: 1pt 0; border-color: #1b1d21; font-weight: bold; white-space: nowrap; }
th:lang(zh) { font-family: "黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; font-weight: normal; }
tbody tr:last-child td { border-bottom: 1pt solid #1b1d21; }
td.short { white-space: nowrap; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
figure { margin: .8em 0 1.2em; break-inside: avoid; text-indent: 0; }
figcaption { margin-bottom: .3em; font-size: 10.5pt; font-weight: bold; }
svg { display: block; width: 100%; height: auto; font-family: inherit; fill: #1b1d21; }
.ground { fill: #eceef1; }
.bar { fill: #2f5d8a; }
@page { size: A4; margin: 25mm; @bottom-center { content: counter(page); font: 10pt "Times New Roman", serif; } }
@page zh { margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —";
  font: 14pt SimSun, "Noto Serif CJK SC", serif; } }
@media print {
  html { background: none; }
  main, main:lang(zh) { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
  main:lang(zh) { page: zh; }
  svg, .bar, .ground { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""

_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode("utf-8")).digest()).decode("ascii")
_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
_SHORT = 12
"""Cells of a table's column that are never broken into lines."""


def render(document: Document, look: Look) -> bytes:  # noqa: ARG001 - every format is called alike
    """The document as one page, in UTF-8."""
    lang = "zh-Hans" if document.lang == "zh" else "en"
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{lang}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{_text(document.title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{_text(document.title)}</h1>",
        *_paragraph("subtitle", document.subtitle),
        *_paragraph("addressee", document.addressee),
        *(line for block in document.blocks for line in _block(block)),
        *_ends(document),
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(parts) + "\n").encode("utf-8")


def _text(text: str) -> str:
    """A person's text as words only."""
    return escape(shown(text))


def _paragraph(name: str, text: str | None) -> list[str]:
    """A paragraph that may be absent."""
    return [f'<p class="{name}">{_text(text)}</p>'] if text else []


def _block(block: Block) -> Iterator[str]:
    """One block."""
    if isinstance(block, Heading):
        yield f"<h{block.level + 1}>{_text(block.text)}</h{block.level + 1}>"
    elif isinstance(block, Paragraph):
        names = [*(["indented"] if block.indented else []), *([block.align] if block.align != "start" else [])]
        yield f'<p class="{" ".join(names)}">{_text(block.text)}</p>' if names else f"<p>{_text(block.text)}</p>"
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Bars):
        yield f"<figure><figcaption>{_text(block.title)}</figcaption>{svg(block)}</figure>"


def _table(table: Table) -> Iterator[str]:
    """A table; a column of short words keeps each on one line."""
    short = [max((cells(row[place]) for row in table.rows), default=0) <= _SHORT for place in range(len(table.heads))]
    yield "<table>"
    heads = "".join(f'<th scope="col">{_text(head)}</th>' for head in table.heads)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        inner = (
            f'<td class="short">{_text(text)}</td>' if narrow else f"<td>{_text(text)}</td>"
            for text, narrow in zip(row, short, strict=True)
        )
        yield f"<tr>{''.join(inner)}</tr>"
    yield "</tbody></table>"


def _ends(document: Document) -> list[str]:
    """The signature, centred over the date."""
    ends = [*_paragraph("signature", document.signature), *_paragraph("dated", document.dated)]
    return ["<footer>", *ends, "</footer>"] if ends else []
