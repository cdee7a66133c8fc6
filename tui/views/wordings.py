"""What a cell says that can be set against another: the words of its plan or its party, and apart from them each side's version; and
whose words stand on a page: this desk's paraphrase of a text, or a quotation from it.

Where the sides do not agree on a point, its own words are only what holds for both, and none of its versions is the plan's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.frozen import frozen
from tui.model import Number
from tui.views.blocks import Para, Span, line
from tui.views.claims import Claim
from tui.views.passages import Passage, SideVersion

if TYPE_CHECKING:
    from tui.views.compare.row_cells import RowCell


@frozen
class Wording:
    """One text of a cell, with the numbers on record for it; `version` is set where it is one side's version, which has the words."""

    text: str
    numbers: tuple[Number, ...] = ()
    version: SideVersion | None = None

    @property
    def quoted(self) -> bool:
        """Return whether it is a quotation, and not this desk's paraphrase."""
        text = self.text.strip()
        return len(text) > 1 and text[0] in '"“„«' and text[-1] in '"”“»'


def own_wording(cell: RowCell) -> Wording | None:
    """Return what the column itself says: points with their lettered parts, or the statements of a party."""
    parts = [text for one in cell.passages for text in _texts(one)]
    parts.extend(text for said in cell.statements for text in said.texts)
    return Wording("\n".join(parts), numbers_of(cell)) if parts else None


def versions(cell: RowCell) -> tuple[Wording, ...]:
    """Return each side's version of what is not agreed."""
    return tuple(Wording(version.text, one.record.numbers, version) for one in cell.passages for version in one.version)


def wordings_of(one: Passage) -> list[Wording]:
    """Return a point's own words, and each side's version."""
    texts = _texts(one)
    return [
        *([Wording("\n".join(texts), one.record.numbers)] if texts else ()),
        *(Wording(of.text, one.record.numbers, of) for of in one.version),
    ]


def _texts(one: Passage) -> list[str]:
    return [*([one.record.text] if one.record.text else ()), *(f"({part.letter}) {part.text}" for part in one.clause)]


def numbers_of(cell: RowCell) -> tuple[Number, ...]:
    """Return all quantities on record for a cell."""
    return tuple(number for one in cell.passages for number in one.record.numbers)


def says(cell: RowCell) -> bool:
    """Return whether a cell has words at all."""
    return own_wording(cell) is not None or bool(versions(cell))


def agreed(cell: RowCell) -> bool:
    """Return whether nothing in a cell is on record as not agreed."""
    return not any(one.record.agreed is False or one.version for one in cell.passages)


PARAPHRASED, PARTLY, QUOTED = NOTES = tuple(
    Para(line(Span(text, "dim")))
    for text in (
        "The words are this desk's paraphrase, not the original wording; numbers are exact.",
        "What is not in quotation marks is this desk's paraphrase, not the original wording; numbers are exact.",
        "The words are quoted.",
    )
)

if TYPE_CHECKING:
    from tui.views.compare.row_cells import RowCell


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
