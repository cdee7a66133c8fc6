"""Grids for spreadsheet programs: as CSV, and as a workbook of one sheet a grid with heads that stay and filters; nothing in either is
computed.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from tui.hostile import clean, turned
from tui.render.hypertext import runs_right_to_left
from tui.render.office import in_property, saved
from tui.render.stamp import Stamp
from tui.views.data import Table

# What a spreadsheet takes for the beginning of a formula, and a number, which it may take for one.
_FORMULA = ("=", "+", "-", "@")
_NUMBER = re.compile(r"-\d+(?:\.\d+)?", re.ASCII)
_BLANK = "\u115f\u1160\u2800\u3164"  # letters and signs that show nothing


def csv_text(table: Table) -> str:
    """Return the table as CSV after RFC 4180. A cell that a spreadsheet would compute gets a quote mark in front.

    All cells stand in quotes: a semicolon or a tab in one separates nothing in countries where these do.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    for row in (table.heads, *table.rows):
        writer.writerow([harmless(cell) for cell in row])
    return out.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet computes and no terminal obeys."""
    text = clean(cell)
    return f"'{text}" if is_formula(text) else text


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet might compute a text: whatever width its first sign has, and whatever shows nothing before it."""
    seen = unicodedata.normalize("NFKC", text)
    start = next((place for place, one in enumerate(seen) if one not in _BLANK and unicodedata.category(one)[0] not in "ZC"), len(seen))
    return seen.startswith(_FORMULA, start) and not _NUMBER.fullmatch(text)


_WIDEST, _NARROWEST = 60, 8  # characters of a column
_LINE, _HIGHEST = 15, 409  # points of a line, and of a row at most
_LONGEST = 32767  # characters that a cell takes
_NAME = 31  # characters of the name of a sheet
_NUMBERED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def xlsx_bytes(grids: Mapping[str, Table], stamp: Stamp) -> bytes:
    """Return the grids as one workbook, with a first sheet that tells what it is, as at which day, by whom, and how it may be handled."""
    from openpyxl import Workbook  # 200 ms, and only who writes a workbook pays for it

    book: Any = Workbook()
    about = book.active
    about.title = "About"
    told = (
        ("Handling", stamp.handling),
        ("Title", stamp.title),
        ("Subtitle", stamp.subtitle or ""),
        ("State as at", stamp.as_at),
        ("The briefing is of", stamp.as_of),
        ("By", stamp.desk),
        ("Made", stamp.made),
        ("Digest of the data", stamp.digest),
    )
    _filled(about, Table(("", ""), told), heads=False)
    for name, table in grids.items():
        _filled(book.create_sheet(name[:_NAME]), table)
    for sheet in book.worksheets:
        mark = _literal(in_property(stamp.handling, _HEADER).replace("&", "&&"))
        sheet.oddHeader.center.text = sheet.oddFooter.center.text = mark
        sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = "landscape", 9, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    properties = book.properties
    properties.creator = properties.lastModifiedBy = in_property(stamp.desk)
    properties.title, properties.keywords = in_property(stamp.title), in_property(stamp.handling)
    return saved(book.save, stamp.minute)


_HEADER = 120  # of a page, which is refused with more than 255 signs, and an & is two


def _filled(sheet: Any, table: Table, *, heads: bool = True) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    rows = (table.heads, *table.rows) if heads else table.rows
    top, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    # Which way a cell is read is told beside its text, where no sign in it keeps anybody from finding, sorting or looking it up.
    aligned = {
        leftward: Alignment(wrap_text=True, vertical="top", horizontal="right" if leftward else "left", readingOrder=1 + leftward)
        for leftward in (False, True)
    }
    for number, row in enumerate(rows, 1):
        for place, words in enumerate(row, 1):
            cell = sheet.cell(number, place)
            if text := clean(words)[:_LONGEST]:
                cell.value = _literal(text)
                cell.data_type = "s"  # a text that begins like a formula stays a text
                cell.quotePrefix = is_formula(text)
            cell.alignment = aligned[runs_right_to_left(text)] if turned(text) else top
            if (heads and number == 1) or (not heads and place == 1):
                cell.font = bold
    widths = []
    for place in range(1, len(table.heads) + 1):
        longest = max((len(line) for row in rows if len(row) >= place for line in row[place - 1].split("\n")), default=0)
        widths.append(min(_WIDEST, max(_NARROWEST, longest + 2)))
        sheet.column_dimensions[get_column_letter(place)].width = widths[-1]
    for number, row in enumerate(rows, 1):  # not every program finds the height by itself, and then rows lie on each other
        lines = max(map(_lines, row, widths))
        if lines > 1:
            sheet.row_dimensions[number].height = min(_HIGHEST, lines * _LINE)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if heads:
        sheet.freeze_panes = "B2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.heads))}{len(rows)}"
        sheet.print_title_rows = "1:1"


def _literal(text: str) -> str:
    """Return a text in which nothing is the number of a letter: Excel reads `_x0041_` as A."""
    return _NUMBERED.sub("_x005F_", text)


def _lines(words: str, wide: int) -> int:
    """Return how many lines words take in a column of so many characters, taken a little narrower than it is."""
    return sum(-(-max(1, len(line)) // (wide - 3)) for line in words.split("\n"))
