"""DOCX in the layout of GB/T 9704-2012, written as the parts it consists of; a document in English in a plain one.

It is written without a library: the layout (grid of lines, first lines in characters, East Asian hints, two footers)
lies beneath what one offers, and the bytes must be the same for the same document. Parts and order: ECMA-376, part 1.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from planner.report.formats.docx_body import body, plain
from planner.report.formats.docx_layout import layout_of
from planner.report.formats.docx_styles import font_table, footer, settings, styles

if TYPE_CHECKING:
    from datetime import datetime

    from planner.report.document import Document
    from planner.report.formats.table import Look

__all__ = ["render"]

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The stamp of each part: the earliest that a ZIP can hold; the document's own time stands in its properties."""

_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_MAIN}.settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_MAIN}.fontTable+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_MAIN}.footer+xml"/>'
    f'<Override PartName="/word/footer2.xml" ContentType="{_MAIN}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
    "</Types>"
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)
_OF_DOCUMENT = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/fontTable" Target="fontTable.xml"/>'
    f'<Relationship Id="rId4" Type="{_OFFICE}/footer" Target="footer1.xml"/>'
    f'<Relationship Id="rId5" Type="{_OFFICE}/footer" Target="footer2.xml"/>'
    "</Relationships>"
)
_APP = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>planner</Application></Properties>"
)


def render(document: Document, look: Look) -> bytes:
    """The document as a Word file."""
    layout = layout_of(document.lang, look.fonts)
    parts = (
        ("[Content_Types].xml", _TYPES),
        ("_rels/.rels", _RELATIONS),
        ("word/document.xml", _HEAD + body(document, layout)),
        ("word/_rels/document.xml.rels", _OF_DOCUMENT),
        ("word/styles.xml", _HEAD + styles(layout)),
        ("word/settings.xml", _HEAD + settings(layout)),
        ("word/fontTable.xml", _HEAD + font_table(layout)),
        ("word/footer1.xml", _HEAD + footer(layout, odd=True)),
        ("word/footer2.xml", _HEAD + footer(layout, odd=False)),
        ("docProps/core.xml", _core(document, look.made)),
        ("docProps/app.xml", _APP),
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts:
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # of whichever system it is made on, the same bytes
            info.external_attr = 0
            package.writestr(info, text.encode("utf-8"))
    return file.getvalue()


def _core(document: Document, made: datetime) -> str:
    """The document's properties; its times are the book's clock, never the machine's."""
    stamp = f"{made:%Y-%m-%dT%H:%M:%S}Z"
    lang = "zh-CN" if document.lang == "zh" else "en"
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{plain(document.title)}</dc:title>"
        f"<dc:creator>{plain(document.signature or '')}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        f"<dc:language>{lang}</dc:language></cp:coreProperties>"
    )
