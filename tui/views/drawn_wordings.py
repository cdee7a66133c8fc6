"""Whose words stand on a page: that they are this desk's paraphrase of a text, or a quotation from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.views.blocks import Para, Span, line
from tui.views.claims import Claim
from tui.views.passages import RowCell
from tui.views.wordings import Wording, own_wording, versions

PARAPHRASED, PARTLY, QUOTED = NOTES = tuple(
    Para(line(Span(text, "dim")))
    for text in (
        "The words are this desk's paraphrase, not the original wording; numbers are exact.",
        "What is not in quotation marks is this desk's paraphrase, not the original wording; numbers are exact.",
        "The words are quoted.",
    )
)


def note(quoted: Sequence[bool]) -> Para:
    """Return the note on several texts, of each of which is known whether it is a quotation."""
    return QUOTED if all(quoted) else PARTLY if any(quoted) else PARAPHRASED


def paraphrase(of: Iterable[Wording]) -> list[Para]:
    """Return the note on these texts, where any is a paraphrase."""
    quoted = [one.quoted for one in of]
    return [] if all(quoted) else [note(quoted)]


def wordings(cells: Iterable[RowCell]) -> list[Wording]:
    """Return all texts in some cells."""
    return [one for cell in cells for one in (own_wording(cell), *versions(cell)) if one]


def paraphrase_said(said: Iterable[Claim]) -> list[Para]:
    """Return the note on statements, where any gives the words of a text as a paraphrase."""
    return paraphrase(Wording(one.words) for one in said if one.worded)
