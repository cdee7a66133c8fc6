"""What changed between two texts: first the facts of obligation (numbers, must, may, not), then the words.

Texts are split into words and signs, never into characters: a number is one word, so that 600,000 against 800,000 is one change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from tui.answers.passages import RowCell, whole_text
from tui.answers.quantities import amount
from tui.frozen import frozen
from tui.model import Number

# A number with its thousands, decimals, ratio, currency or percent; a word with its hyphens and apostrophes; any other sign by itself.
_TOKEN = re.compile(r"[$€£]?\d+(?:[.,:]\d+)*%?|\w+(?:[-'’]\w+)*|[^\w\s]")
_NUMBER = re.compile(r"[$€£]?\d")
# Words that make, bar or soften a duty.
DUTY = ("must", "may", "shall", "will", "should", "can", "cannot", "not", "never", "no", "only", "unless", "except")
# A lone small word between two changes is noise: `[-a-] the [+b+]` reads worse than `[-a the-] [+b the+]`.
_ISLAND = 3


Kind = Literal["same", "insert", "delete", "replace"]


@frozen
class Fact:
    """A changed fact: a number, or a word of duty. `before` or `after` is None where the other text has nothing of the kind."""

    kind: Literal["number", "duty"]
    what: str
    before: str | None
    after: str | None


@frozen
class Segment:
    """A run of words that both texts have, or one only has, or that one has in place of the other's."""

    kind: Kind
    before: str
    after: str


@frozen
class Difference:
    """The difference of two texts; all `before` joined give the first text, all `after` the second."""

    facts: tuple[Fact, ...]
    segments: tuple[Segment, ...]

    @property
    def same(self) -> bool:
        """Whether the two say the same, word for word."""
        return all(segment.kind == "same" for segment in self.segments)


@frozen
class CellDifference:
    """The difference between two cells of a row."""

    before: RowCell
    after: RowCell
    difference: Difference


def row_differences(cells: Sequence[RowCell]) -> tuple[CellDifference, ...]:
    """The first cell that has words, set against each later one that has: what a row changes, plan by plan."""
    speaking = [cell for cell in cells if cell.passages and whole_text(cell)]
    return tuple(CellDifference(speaking[0], cell, difference_of_cells(speaking[0], cell)) for cell in speaking[1:])


def difference_of_cells(before: RowCell, after: RowCell) -> Difference:
    """The difference between all that two cells say, with the numbers that their authors recorded."""
    return difference(whole_text(before), whole_text(after), _numbers(before), _numbers(after))


def difference(before: str, after: str, numbers_before: Sequence[Number] = (), numbers_after: Sequence[Number] = ()) -> Difference:
    """The difference of two texts; `numbers` are the quantities that are on record for each."""
    first, second = _pieces(before), _pieces(after)
    first_words, second_words = [_core(piece) for piece in first], [_core(piece) for piece in second]
    recorded = _recorded_facts(numbers_before, numbers_after)
    in_text = _number_facts(first_words, second_words, {text for fact in recorded for text in (fact.before, fact.after) if text})
    return Difference(
        facts=(*recorded, *in_text, *_duty_facts(first_words, second_words)),
        segments=tuple(_segments(first, second, first_words, second_words)),
    )


def _pieces(text: str) -> list[str]:
    """The text in pieces that end where the next word begins, so that the pieces joined are the text."""
    starts = [match.start() for match in _TOKEN.finditer(text)]
    if not starts:
        return [text] if text else []
    starts[0] = 0
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _core(piece: str) -> str:
    return piece.strip()


def _segments(first: list[str], second: list[str], first_words: list[str], second_words: list[str]) -> list[Segment]:
    from rapidfuzz.distance import Levenshtein  # panes and commands import this module; few of their runs differ two texts

    runs: list[Segment] = []
    for op in Levenshtein.opcodes(first_words, second_words):
        before = "".join(first[op.src_start : op.src_end])
        after = "".join(second[op.dest_start : op.dest_end])
        runs.append(Segment(_kind(before, after, same=op.tag == "equal"), before, after))
    return _merged(runs)


def _kind(before: str, after: str, *, same: bool = False) -> Kind:
    if same:
        return "same"
    if before and after:
        return "replace"
    return "delete" if before else "insert"


def _merged(runs: list[Segment]) -> list[Segment]:
    """Neighbouring changes joined to one, with the small words that lie between them."""
    out: list[Segment] = []
    for index, run in enumerate(runs):
        island = run.kind == "same" and 0 < index < len(runs) - 1 and len(run.before.split()) <= 1 and len(run.before.strip()) <= _ISLAND
        if out and out[-1].kind != "same" and (run.kind != "same" or island):
            before, after = out[-1].before + run.before, out[-1].after + run.after
            out[-1] = Segment(_kind(before, after), before, after)
        else:
            out.append(run)
    return out


def _numbers(cell: RowCell) -> list[Number]:
    return [number for passage in cell.passages for number in passage.numbers]


def _recorded_facts(before: Sequence[Number], after: Sequence[Number]) -> list[Fact]:
    """Recorded quantities that changed, unit by unit; inside a unit what counts the same thing is set against each other first."""
    facts: list[Fact] = []
    for unit in dict.fromkeys(number.unit for number in (*before, *after)):
        old = [number for number in before if number.unit == unit]
        new = [number for number in after if number.unit == unit]
        for number in list(old):
            match = next((other for other in new if other.value == number.value), None)
            if match:
                old.remove(number)
                new.remove(match)
        for number in list(old):
            match = next((other for other in new if other.what == number.what), new[0] if new else None)
            if match:
                new.remove(match)
            facts.append(Fact("number", unit, amount(number.value), amount(match.value) if match else None))
        facts.extend(Fact("number", unit, None, amount(number.value)) for number in new)
    return facts


def _number_facts(first: list[str], second: list[str], known: set[str]) -> list[Fact]:
    """Numbers in the words that came or went and are not already told by a recorded quantity."""
    old = Counter(word for word in first if _NUMBER.match(word) and word.lstrip("$€£") not in known)
    new = Counter(word for word in second if _NUMBER.match(word) and word.lstrip("$€£") not in known)
    gone, come = list((old - new).elements()), list((new - old).elements())
    facts: list[Fact] = []
    for index in range(max(len(gone), len(come))):
        before = gone[index] if index < len(gone) else None
        facts.append(Fact("number", "in the text", before, come[index] if index < len(come) else None))
    return facts


def _duty_facts(first: list[str], second: list[str]) -> list[Fact]:
    """Words of duty that came or went, with how often each text has them."""
    old, new = (Counter(word.lower() for word in words) for words in (first, second))
    return [
        Fact("duty", word, str(old[word]) if old[word] else None, str(new[word]) if new[word] else None)
        for word in DUTY
        if old[word] != new[word]
    ]
