"""What was exported, as text: a file that is no text is read back by the library of its format, as whoever opens it would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any


def read_back(made: str | bytes | Mapping[str, str]) -> str:
    """Return the words of an export; of several files, each below its name."""
    if isinstance(made, str):
        return made
    if isinstance(made, Mapping):
        return "".join(f"== {name}\n{text}" for name, text in made.items())
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    return _document(made) if "word/document.xml" in names else _workbook(made)


def document_in(made: bytes) -> Any:
    """Return the Word document in these bytes."""
    from docx import Document  # 150 ms, and most workers read none

    return Document(io.BytesIO(made))


def workbook_in(made: bytes) -> Any:
    """Return the workbook in these bytes."""
    from openpyxl import load_workbook  # 200 ms, and most workers read none

    return load_workbook(io.BytesIO(made))


def _document(made: bytes) -> str:
    """The paragraphs and tables of a document in their order, each with its style; links and bookmarks with where they lead."""
    from docx.table import Table

    document = document_in(made)
    told = [
        f"[{section.orientation}] {section.header.paragraphs[0].text} | {section.footer.paragraphs[0].text}"
        for section in document.sections
    ]
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            heads = [row for row in block.rows if row._tr.trPr is not None and row._tr.trPr.xpath("w:tblHeader")]
            told += [f"table, {len(heads)} repeated", *(" | ".join(cell.text for cell in row.cells) for row in block.rows)]
        elif block.text:
            told.append(f"{block.style.name}: {block.text}")
    return "\n".join(told) + "\n"


def _workbook(made: bytes) -> str:
    book = workbook_in(made)
    out = []
    for sheet in book.worksheets:
        out.append(f"== {sheet.title}, frozen at {sheet.freeze_panes}, filter {sheet.auto_filter.ref}")
        out += [" | ".join(str(cell.value or "").replace("\n", " / ") for cell in row) for row in sheet.iter_rows()]
    return "\n".join(out) + "\n"
