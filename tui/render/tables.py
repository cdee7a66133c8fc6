"""CSV: one grid in one file, for spreadsheets, and harmless there."""

from __future__ import annotations

import csv
import io
import unicodedata

from tui.hostile import clean
from tui.views.data import Table

# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(table: Table) -> str:
    """Return the table as CSV after RFC 4180. A cell that a spreadsheet would compute gets a quote mark in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (table.heads, *table.rows):
        writer.writerow([harmless(cell) for cell in row])
    return out.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet computes and no terminal obeys."""
    text = clean(cell)
    return f"'{text}" if unicodedata.normalize("NFKC", text).lstrip().startswith(_FORMULA) else text
