"""The difference of two texts as a page: changed facts first, then the words, with signs as well as roles: `[-old-] [+new+]`."""

from __future__ import annotations

from collections.abc import Sequence

from tui.answers.difference import CellDifference, Difference, Fact, Segment
from tui.answers.passages import RowCell
from tui.pages.blocks import Block, Heading, Item, Line, Page, Para, Span, line


def difference_page(before: RowCell, after: RowCell, of: Difference) -> Page:
    """What changed from one cell to the other."""
    title = f"{_name(before)} -> {_name(after)}"
    return Page(title, (Heading(line(title), 1), *difference_blocks(of)))


def differences_page(title: str, rows: Sequence[tuple[str, Sequence[CellDifference]]], address: str) -> Page:
    """The differences on several rows, each under its name; rows on which fewer than two columns have words say so."""
    blocks: list[Block] = [Heading(line(title), 1)]
    for name, pairs in rows:
        for pair in pairs:
            blocks.append(Heading(line(f"{name}: {_name(pair.before)} -> {_name(pair.after)}"), 2))
            blocks.extend(difference_blocks(pair.difference))
        if not pairs:
            blocks.extend((Heading(line(name), 2), Para(line(Span("Only one of the texts has words here.", "unsaid")))))
    return Page(title, tuple(blocks), address)


def difference_blocks(of: Difference) -> list[Block]:
    """Changed facts, then the redline."""
    blocks: list[Block] = [Heading(line("Changed facts"), 3)]
    blocks.extend(Item(fact_line(fact), mark="#" if fact.kind == "number" else "!") for fact in of.facts)
    if not of.facts:
        blocks.append(Para(line(Span("No number and no must, may or not has changed.", "dim"))))
    blocks.append(Heading(line("Words"), 3))
    if of.same:
        blocks.append(Para(line("The two texts are the same, word for word." if of.segments else Span("Neither has words.", "unsaid"))))
    else:
        blocks.append(Para(redline(of)))
    return blocks


def fact_line(fact: Fact) -> Line:
    """`600,000 -> 800,000 personnel`; `gained: not`; `lost: must`; `not: 1 -> 2`."""
    if fact.kind == "number":
        before = Span(fact.before, "delete") if fact.before else Span("no number", "unsaid")
        after = Span(fact.after, "insert") if fact.after else Span("no number", "unsaid")
        return line(before, " -> ", after, f" {fact.what}" if fact.what != "in the text" else " (in the text)")
    if fact.before is None:
        return line(Span("gained: ", "insert"), Span(fact.what, "strong"))
    if fact.after is None:
        return line(Span("lost: ", "delete"), Span(fact.what, "strong"))
    return line(Span(fact.what, "strong"), f": {fact.before} -> {fact.after} times")


def redline(of: Difference) -> Line:
    """The text with deletions and insertions in place, marked by signs."""
    spans: list[Span] = []
    for segment in of.segments:
        spans.extend(_segment(segment))
    return tuple(spans)


def _segment(segment: Segment) -> list[Span]:
    """A segment's spans. The spaces around a change stay outside its signs, so that they cling to the words."""
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
    numbers = ", ".join(passage.number for passage in cell.passages)
    return f"{cell.column.short} {numbers}".strip()
