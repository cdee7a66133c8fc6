"""The difference of two texts as a page: whose words they are, changed facts, then the words, with signs: `[-old-] [+new+]`."""

from __future__ import annotations

from collections.abc import Sequence

from tui.views.blocks import Block, Field, Heading, Item, Line, Page, Para, Span, joined, line
from tui.views.bylines import byline
from tui.views.compare.difference import CellDifference, Difference, Pairing, Segment
from tui.views.compare.facts import Fact
from tui.views.compare.obligations import DUTY_WORD
from tui.views.compare.row_cells import RowCell, cell_claims
from tui.views.drawn_marks import mark_words
from tui.views.drawn_passages import version_item
from tui.views.passages import Passage
from tui.views.plans import publication
from tui.views.wordings import NOTES, Wording, agreed, note, own_wording, versions


def difference_page(title: str, of: CellDifference) -> Page:
    """Draw what changed from one cell to the other; `title` names their row."""
    names = f"{_name(of.before)} -> {_name(of.after)}"
    blocks = (Heading(line(f"{names}: {title}" if title else names), 1), *cell_difference_blocks(of))
    return Page(names, blocks, says=lambda: cell_claims([of.before, of.after]))


def differences_page(title: str, rows: Sequence[tuple[str, Sequence[RowCell], Sequence[CellDifference]]], address: str) -> Page:
    """Draw the differences on several rows, each with its name and its cells; a row on which fewer than two columns speak says so."""
    blocks: list[Block] = [Heading(line(title), 1)]
    for name, cells, differences in rows:
        for one in differences:
            blocks.append(Heading(line(f"{name}: {_name(one.before)} -> {_name(one.after)}"), 2))
            blocks.extend(cell_difference_blocks(one))
        if not differences:
            blocks.append(Heading(line(name), 2))
            blocks.extend(_told_by_one_or_none(cells))
    return Page(title, tuple(_noted_once(blocks)), address)


def _noted_once(blocks: list[Block]) -> list[Block]:
    """Put one note on the words that holds for many rows below the title alone."""
    notes = [block for block in blocks if block in NOTES]
    if len(notes) < 2 or len(set(notes)) > 1:
        return blocks
    return [blocks[0], notes[0], *(block for block in blocks[1:] if block not in NOTES)]


def _told_by_one_or_none(cells: Sequence[RowCell]) -> list[Block]:
    """Draw a row on which no two columns have words: why each has none, and the words of the one that has."""
    blocks: list[Block] = [field for cell in cells for field in side_fields(cell)]
    for cell in cells:
        own = own_wording(cell)
        if own:
            blocks.extend(_alone(cell, own))
        blocks.extend(version_item(one.version) for one in versions(cell) if one.version)
    return blocks


def cell_difference_blocks(of: CellDifference) -> list[Block]:
    """Draw the two sides and who says each, what is not agreed, changed facts, and the words."""
    compared = [pairing for pairing in of.pairings if pairing.difference]
    facts = of.facts if len(compared) == 1 else of.numbers
    blocks: list[Block] = [*side_fields(of.before), *side_fields(of.after), *_not_agreed(of)]
    if compared:
        blocks.append(Heading(line("Changed facts"), 3))
        if of.rewritten:
            blocks.append(Para(line(Span("Rewritten: the two texts share few words, so read both in full.", "warning"))))
        blocks.extend(fact_items(facts, _short(of.before), _short(of.after)))
        if not facts and not of.rewritten and len(compared) == 1:
            blocks.append(Para(line(Span("No number on record has changed, and no word such as must, may, no or not.", "dim"))))
    for number, pairing in enumerate(of.pairings):
        blocks.extend(_pairing_blocks(of, pairing, first=number == 0, facts=len(compared) > 1))
    return blocks


def side_fields(cell: RowCell) -> list[Block]:
    """Return whose words a cell has: plan and point, how and when it became public, who says so, and the sources."""
    head = cell.column
    if head.kind == "party":
        return [Field(head.short, byline(said.attribution)) for said in cell.statements] or [Field(head.short, _why_none(cell))]
    public = f"{head.name}, {publication(head.how, head.made_public, head.text)}"
    if not cell.passages:
        return [Field(head.short, line(f"{public}. ", *_why_none(cell)))]
    return [
        Field(f"{head.short} point {one.record.number}", line(f"{public}; ", *_standing(one), *byline(one.attribution)))
        for one in cell.passages
    ]


def _why_none(cell: RowCell) -> Line:
    return line("no words here: ", mark_words(cell.mark))


def _standing(passage: Passage) -> Line:
    """Return what must be known of a point before its words are read: that they are struck out, or not agreed."""
    if passage.record.relation == "dropped":
        return line(Span("struck out here", "dropped"), "; ")
    return line(Span("not agreed", "warning"), "; ") if passage.record.agreed is False or passage.version else ()


def _not_agreed(of: CellDifference) -> list[Block]:
    blocks: list[Block] = []
    for cell in (of.before, of.after):
        if agreed(cell):
            continue
        if not any(one.version for one in cell.passages):
            told = "is not agreed between the sides."
        elif own_wording(cell):
            told = "is not agreed: its own words leave out what is open; each side's version of that stands below."
        else:
            told = "is not agreed: it has no text, only each side's version."
        blocks.append(Item(line(Span(_name(cell), "strong"), " ", Span(told, "warning"))))
    return blocks


def _pairing_blocks(of: CellDifference, pairing: Pairing, *, first: bool, facts: bool) -> list[Block]:
    """Draw one wording against the other, or alone; `facts` stand here when there is more than one pair to tell apart."""
    one, other = pairing.before, pairing.after
    if pairing.difference is None:
        alone, cell = (one, of.before) if one else (other, of.after)
        assert alone is not None
        return [version_item(alone.version)] if alone.version else _alone(cell, alone)
    before, after = _side(of.before, one), _side(of.after, other)
    told = f": {before} -> {after}" if (one and one.version) or (other and other.version) or not first else ""
    blocks: list[Block] = [Heading(line(f"Words{told}"), 3)]
    blocks.extend(version_item(side.version) for side in (one, other) if side and side.version)
    if facts:
        blocks.extend(fact_items(pairing.difference.facts, before, after))
    if first:
        blocks.append(note([side.quoted for side in (one, other) if side]))
    if pairing.difference.rewritten:  # word by word there would be little to see but signs
        sides = ((before, one), (after, other))
        return [*blocks, *(Item(line(Span(f"{name}: ", "strong"), side.text), mark="|") for name, side in sides if side)]
    return [*blocks, words_block(pairing.difference)]


def _alone(cell: RowCell, of: Wording) -> list[Block]:
    return [Heading(line(f"Only {_short(cell)} has words here"), 3), note([of.quoted]), Para(line(of.text))]


def words_block(of: Difference) -> Block:
    """Draw the redline, or say that there is none."""
    if of.same:
        return Para(line("The two texts are the same, word for word."))
    return Para(redline(of))


def fact_items(facts: Sequence[Fact], before: str, after: str) -> list[Block]:
    """Draw changed facts as items; `before` and `after` name the sides."""
    return [Item(fact_line(fact, before, after), mark="#" if fact.kind == "number" else "D") for fact in facts]


def fact_line(fact: Fact, before: str, after: str) -> Line:
    """Draw `600,000 -> 800,000 personnel: upper limit`, `Boats may leave -> Boats may not leave`, `only in E3: ... may not join NATO`."""
    told = _number if fact.kind == "number" else _duty
    if fact.before is not None and fact.after is not None:
        return told(fact)
    return line(Span(f"only in {after if fact.before is None else before}: ", "label"), *told(fact))


def _number(fact: Fact) -> Line:
    amounts = [Span(text, role) for text, role in ((fact.before, "delete"), (fact.after, "insert")) if text]  # type: ignore[arg-type]
    counted = list(dict.fromkeys(text for text in (fact.of_before, fact.of_after) if text))
    of = f": {' -> '.join(counted)}" if counted else ""
    return line(*joined(amounts, " -> "), f" {fact.what}" if fact.what else "", of)


def _duty(fact: Fact) -> Line:
    sides = [_stressed(text) for text in (fact.before, fact.after) if text is not None]
    return sides[0] if len(sides) == 1 else (*sides[0], Span(" -> "), *sides[1])


def _stressed(text: str) -> Line:
    """Draw the words with those that allow, forbid or make due made strong."""
    spans: list[Span] = []
    end = 0
    for match in DUTY_WORD.finditer(text):
        spans += [Span(text[end : match.start()]), Span(match.group(), "strong")]
        end = match.end()
    return line(*spans, text[end:])


def redline(of: Difference) -> Line:
    """Draw the text with deletions and insertions in place, marked by signs."""
    spans: list[Span] = []
    for segment in of.segments:
        spans.extend(_segment(segment))
    return tuple(spans)


def _segment(segment: Segment) -> list[Span]:
    """Draw a segment. The spaces around a change stay outside its signs, so that they cling to the words."""
    if segment.kind == "same":
        # The words are the same, the space behind them may not be; a sign must not cling to the word before it.
        return [Span(max(segment.after, segment.before, key=len))]
    out: list[Span] = []
    old, new = segment.before.strip(), segment.after.strip()
    lead = (segment.before or segment.after)[: -len((segment.before or segment.after).lstrip())] if (old or new) else ""
    if lead:
        out.append(Span(lead))
    if old:
        out.append(Span(f"[-{old}-]", "delete"))
    if old and new:
        out.append(Span(" "))
    if new:
        out.append(Span(f"[+{new}+]", "insert"))
    last = segment.after or segment.before
    tail = last[len(last.rstrip()) :]
    if tail:
        out.append(Span(tail))
    return out


def _name(cell: RowCell) -> str:
    """Return the name of a point: `US 28 point 6`."""
    numbers = ", ".join(passage.record.number for passage in cell.passages)
    return f"{cell.column.short} point{'s' * (len(cell.passages) > 1)} {numbers}" if numbers else cell.column.short


def _short(cell: RowCell) -> str:
    return cell.column.short


def _side(cell: RowCell, wording: Wording | None) -> str:
    """Return whose words they are: `US version in Draft 20`, or the column alone."""
    if wording and wording.version:
        return f"{wording.version.name} version in {_short(cell)}"
    return _short(cell)
