"""What changed between two texts: first the facts of obligation (numbers; what is allowed, forbidden or due), then the words.

Texts are split into words and signs, never into characters: a number is one word, so that 600,000 against 800,000 is one change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from tui.frozen import frozen
from tui.model import Number
from tui.views.compare.facts import Fact, number_facts, recorded_facts
from tui.views.compare.obligations import duty_facts
from tui.views.compare.pieces import Pieces, paired
from tui.views.compare.row_cells import RowCell
from tui.views.wordings import Wording, numbers_of, own_wording, says, versions

# A lone small word between two changes is noise: `[-a-] the [+b+]` reads worse than `[-a the-] [+b the+]`.
_ISLAND = 3


Kind = Literal["same", "insert", "delete", "replace"]


SHARED_LEAST = 0.4  # of all characters; below it two texts are two texts, and not one that was changed


@frozen
class Segment:
    """A run of words that both texts have, or one only has, or that one has in place of the other's."""

    kind: Kind
    before: str
    after: str


@frozen
class Difference:
    """The difference of two texts; all `before` joined give the first text, all `after` the second.

    Its facts are those in the words; what is on record as a quantity is told apart from them.
    """

    facts: tuple[Fact, ...]
    segments: tuple[Segment, ...]

    @property
    def same(self) -> bool:
        """Return whether the two say the same, word for word."""
        return all(segment.kind == "same" for segment in self.segments)

    @property
    def rewritten(self) -> bool:
        """Return whether the texts share so few words that what changed is not to be read off single ones."""
        shared = sum(2 * len(segment.before) for segment in self.segments if segment.kind == "same")
        return shared < SHARED_LEAST * sum(len(segment.before) + len(segment.after) for segment in self.segments)


@frozen
class Pairing:
    """A wording of each cell, set against each other; where one is None the other has no counterpart and no difference."""

    before: Wording | None
    after: Wording | None
    difference: Difference | None = None


@frozen
class CellDifference:
    """The difference between two cells of a row: the quantities on record that changed, then wording by wording."""

    before: RowCell
    after: RowCell
    numbers: tuple[Fact, ...]
    pairings: tuple[Pairing, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return all changed facts."""
        return (*self.numbers, *(fact for pairing in self.pairings if pairing.difference for fact in pairing.difference.facts))

    @property
    def rewritten(self) -> bool:
        """Return whether every pair of texts shares but few words."""
        compared = [pairing.difference for pairing in self.pairings if pairing.difference]
        return bool(compared) and all(one.rewritten for one in compared)


def row_differences(cells: Sequence[RowCell]) -> tuple[CellDifference, ...]:
    """Set the first cell that has words against each later one that has: what a row changes, plan by plan."""
    speaking = [cell for cell in cells if says(cell)]
    return tuple(cell_difference(speaking[0], cell) for cell in speaking[1:])


def pair_to_compare(cells: Sequence[RowCell], chosen: int) -> tuple[RowCell, RowCell] | None:
    """Return the two cells that a reader who has chosen one means, in the order of the columns; None where no cell has words.

    The chosen cell is set against the first that has words. The first itself is set against the next that has, or else the next column.
    """
    speaking = [place for place, cell in enumerate(cells) if says(cell)]
    if not speaking:
        return None
    others = [place for place in (*speaking, *range(len(cells))) if place != chosen]
    first, second = sorted((chosen, others[0]))
    return cells[first], cells[second]


def cell_difference(before: RowCell, after: RowCell) -> CellDifference:
    """Return the difference between all that two cells say."""
    return CellDifference(before, after, recorded_facts(numbers_of(before), numbers_of(after)), tuple(_pairings(before, after)))


def _pairings(before: RowCell, after: RowCell) -> list[Pairing]:
    """Pair own words with own words; a version with the same side's, or with the other's own words where no version is left."""
    first, second = own_wording(before), own_wording(after)
    ours, theirs = versions(before), versions(after)
    out = [_pairing(first, second)] if first and second else []
    if first and not second:
        out.extend(_pairing(first, version) for version in theirs)
        if not theirs:
            out.append(Pairing(first, None))
    if second and not first:
        out.extend(_pairing(version, second) for version in ours)
        if not ours:
            out.append(Pairing(None, second))
    lone_before, lone_after = (ours if first or not second else ()), (theirs if second or not first else ())
    left, right, pairs = paired(lone_before, lone_after, _side)
    out.extend(_pairing(mine, other) for mine, other in pairs)
    out.extend(Pairing(mine, None) for mine in left)
    out.extend(Pairing(None, other) for other in right)
    return out


def _side(wording: Wording) -> str:
    return wording.version.party if wording.version else ""


def _pairing(before: Wording, after: Wording) -> Pairing:
    return Pairing(before, after, difference(before.text, after.text, before.numbers, after.numbers))


def difference(before: str, after: str, recorded_before: Sequence[Number] = (), recorded_after: Sequence[Number] = ()) -> Difference:
    """Compare two texts; the quantities on record for each are left out of its facts."""
    first, second = Pieces(before), Pieces(after)
    return Difference(
        facts=(*number_facts(first, second, recorded_before, recorded_after), *duty_facts(first, second)),
        segments=tuple(_segments(first, second)),
    )


def _segments(first: Pieces, second: Pieces) -> Iterator[Segment]:
    """Return the runs of pieces that both have or one only, with the small words between two changes taken into them."""
    from rapidfuzz.distance import Levenshtein  # panes and commands import this module; few of their runs differ two texts

    before = after = 0  # up to where the texts are told
    *shared, end = Levenshtein.opcodes(first.words, second.words).as_matching_blocks()
    for here, there, size in shared:
        same = first.text(here, here + size)
        if (before, after) != (here, there):
            if (here + size, there + size) != (end.a, end.b) and _is_island(same):
                continue
            yield _changed(first.text(before, here), second.text(after, there))
        before, after = here + size, there + size
        yield Segment("same", same, second.text(there, after))
    if (before, after) != (end.a, end.b):
        yield _changed(first.text(before, end.a), second.text(after, end.b))


def _is_island(same: str) -> bool:
    """Return whether what both texts have here is one small word."""
    word = same.strip()
    return len(word) <= _ISLAND and len(word.split()) <= 1


def _changed(before: str, after: str) -> Segment:
    return Segment("replace" if before and after else "delete" if before else "insert", before, after)
