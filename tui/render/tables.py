"""CSV: one grid in one file, for spreadsheets, and harmless there."""

from __future__ import annotations

import csv
import io
import re
import unicodedata

from tui.hostile import clean
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
