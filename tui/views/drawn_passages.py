"""A point of a plan, whole: its words, lettered parts, numbers, versions, readings, red-line marks, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.address import written
from tui.dates import in_words
from tui.model import Relation
from tui.views import claims
from tui.views.blocks import BlankLine, Block, Heading, Item, Line, Page, Para, Span, line
from tui.views.bylines import byline, tag
from tui.views.compare.statements import Statement
from tui.views.drawn_marks import verdict_words
from tui.views.passages import LineTouched, OtherReading, Passage, SideVersion
from tui.views.quantities import amount
from tui.views.signs import RED_LINE
from tui.views.stances import below_position

_WHY_NO_WORDS = {
    "not recorded": "It is public, but this briefing does not have the wording.",
    "not public": "No text of this point was released.",
}

# The words of a relation after the point that a point comes from, where the bare word would be no English.
_HOW = {"same": "the same", "new": "a new point beside it", "join": "joined with others"}
_TOWARDS = {"same": "same as", "new": "new beside", "opposed": "opposed to", "join": "joined from"}

if TYPE_CHECKING:
    from tui.views.compare.row_cells import RowCell


def passage_blocks(passage: Passage, *, readings: bool) -> list[Block]:
    """Draw everything about a point but its heading; without `readings` the other printings are only counted."""
    return [*said_blocks(passage), *behind_blocks(passage, readings=readings)]


def said_blocks(passage: Passage) -> list[Block]:
    """Draw what a point says: its words, lettered parts and versions, and what changes by it."""
    blocks: list[Block] = [words_of(passage)]
    blocks.extend(Item(line(part.text), mark=f"{part.letter})", indent=2) for part in passage.clause)
    blocks.extend(version_item(version) for version in passage.version)
    if passage.record.agreed is False:
        blocks.append(Para(line(Span("Not agreed between the sides.", "warning")), indent=2))
    if passage.record.changes:
        blocks.append(Item(line(Span(f"{_change(passage)}: ", "label"), passage.record.changes), indent=2))
    return blocks


def _change(passage: Passage) -> str:
    """Say how a point stands to the one that it comes from: `from US 28 point 6, changed`, `from E3 point 5, the same`.

    The plan it comes from need not be among those that are shown, so it takes none of the signs by which these are compared.
    """
    if passage.record.relation is None or passage.changed_from is None:
        return "what changes"
    return f"from {passage.changed_from}, {_HOW.get(passage.record.relation, passage.record.relation)}"


def towards(relation: Relation) -> str:
    """Return a relation as it reads before the point that it is told against: `same as`, `changed from`."""
    return _TOWARDS.get(relation, f"{relation} from")


def behind_blocks(passage: Passage, *, readings: bool = True) -> list[Block]:
    """Draw what stands behind a point: quantities, red lines touched, other readings, notes, and who says so."""
    blocks: list[Block] = [
        Item(
            line(Span(f"{amount(one.value)} {one.unit}", "number"), f": {one.what}", f" ({one.clause})" if one.clause else ""),
            mark="#",
            indent=2,
        )
        for one in passage.record.numbers
    ]
    blocks.extend(touch_item(touch) for touch in passage.touches)
    if readings:
        blocks.extend(reading_item(reading) for reading in passage.reading)
    elif passage.reading:
        weighty = sum(reading.record.substance for reading in passage.reading)
        blocks.append(Item(line(Span(f"other readings: {len(passage.reading)}, of substance: {weighty}", "dim")), mark="w", indent=2))
    if passage.record.note:
        blocks.append(Item(line(Span("note: ", "label"), passage.record.note), indent=2))
    blocks.append(Para(byline(passage.attribution), indent=2))
    return blocks


def words_of(passage: Passage) -> Block:
    """Return the point's own words, or why there are none."""
    if passage.record.text:
        return Para(line(passage.record.text), indent=2)
    if passage.record.relation == "dropped":
        return Para(line(Span("Struck out: this text has no such point.", "dropped")), indent=2)
    if passage.clause or passage.version:
        return Para(line(Span("In parts:" if passage.clause else "No agreed text; the versions are:", "label")), indent=2)
    return Para(line(Span(_WHY_NO_WORDS[passage.record.absent or "not recorded"], "unsaid")), indent=2)


def version_item(version: SideVersion) -> Item:
    """Draw one side's version of a point that is not agreed."""
    return Item(
        line(
            Span(version.name, "strong", written("party", version.party)),
            Span(" version: ", "label"),
            version.text,
            " ",
            *byline(version.attribution),
        ),
        mark="|",
        indent=2,
    )


def reading_item(reading: OtherReading) -> Item:
    """Draw another reading: its witness first, then whether it says something else, then its words."""
    weight = Span("of substance", "warning") if reading.record.substance else Span("wording only", "dim")
    where = f" ({reading.record.clause})" if reading.record.clause else ""
    return Item(
        line(
            Span(reading.record.witness, "source"),
            f"{where}, ",
            weight,
            ": ",
            Span(reading.record.text, "quote"),
            f" -- {reading.record.differs}" if reading.record.differs else "",
        ),
        mark="w",
        indent=2,
    )


def touch_item(touch: LineTouched) -> Item:
    """Draw a red-line mark: verdict, whose line, which, why, and whether somebody judged so or a number says so."""
    return Item(
        line(
            verdict_words(touch.verdict, touch.sign),
            f"{f' ({touch.record.clause})' if touch.record.clause else ''}: ",
            Span(f"{touch.party_name}: {touch.line}", "strong", written("red_line", touch.record.red_line)),
            f". {touch.record.why} ",
            *basis(touch.record.basis, touch.record.by, in_words(touch.record.date) if touch.record.date else ""),
        ),
        mark=RED_LINE,
        indent=2,
    )


def basis(kind: str, by: str, when: str) -> Line:
    """Tell on what a verdict rests: `[judged by desk, 24 Dec 2025]`, or `[follows from a stated number; desk]`."""
    words = f"judged by {by}" if kind == "judged" else f"follows from a stated number; noted by {by}"
    return line(Span(f"[{words}{', ' + when if when else ''}]", "judgement"))


def statement_blocks(said: Statement) -> list[Block]:
    """Draw what a party says, marked as a red line or a position; interest and bottom line only where they are on record.

    The latest that is known of a red line comes first, with its day and its speaker; below it what was said before.
    """
    kind = (said.stance or "red line") if said.kind == "red_line" else (said.stance or "position")
    mark = RED_LINE if said.kind == "red_line" else ":"
    blocks: list[Block] = []
    for shift in said.shifts:
        moved = Span(f"{kind}, {shift.direction} {in_words(shift.date)}: ", "label", said.address)
        blocks.append(Item(line(moved, tag(shift.attribution), " ", shift.text), mark=mark, indent=2))
        blocks.append(Item(byline(shift.attribution), mark=" ", indent=2))
    first = f"{kind}, as first on record: " if said.shifts else f"{kind}: "
    blocks.append(Item(line(Span(first, "label", said.address), tag(said.attribution), " ", said.text), mark=mark, indent=2))
    if said.quote:
        blocks.append(Item(line(Span(f'"{said.quote}"', "quote")), mark=" ", indent=2))
    return [*blocks, *below_position(said.interest, said.bottom_line, said.attribution, indent=2)]


def said_in(cell: RowCell) -> list[Block]:
    """Draw what a cell says; nothing where it says nothing."""
    blocks: list[Block] = []
    for passage in cell.passages:
        if len(cell.passages) > 1:
            blocks.append(Para(line(Span(f"point {passage.record.number}", "label", passage.address)), indent=2))
        blocks.extend(said_blocks(passage))
    for said in cell.statements:
        blocks.extend(statement_blocks(said))
    return blocks


def behind_in(cell: RowCell) -> list[Block]:
    """Draw what stands behind a cell's words."""
    return [block for passage in cell.passages for block in behind_blocks(passage)]


def cell_blocks(cell: RowCell, *, readings: bool) -> list[Block]:
    """Draw the body of a cell, or why it has none."""
    blocks: list[Block] = []
    for passage in cell.passages:
        if len(cell.passages) > 1:
            blocks.append(Para(line(Span(f"point {passage.record.number}", "label", passage.address)), indent=2))
        blocks.extend(passage_blocks(passage, readings=readings))
    for said in cell.statements:
        blocks.extend(statement_blocks(said))
    return blocks


def readings_page(passage: Passage, plan_short: str) -> Page:
    """Draw a point's own words and every other reading of it, those of substance first."""
    title = f"{plan_short} point {passage.record.number}: readings"
    blocks: list[Block] = [Heading(line(title), 1), words_of(passage), Para(byline(passage.attribution), indent=2), BlankLine()]
    blocks.append(Para(line(counted(passage))))
    for reading in sorted(passage.reading, key=lambda reading: not reading.record.substance):
        blocks.extend((reading_item(reading), Item(byline(reading.attribution), mark=" ", indent=2)))
    return Page(title, tuple(blocks), passage.address, lambda: list(claims.of_passage(plan_short, passage)))


def counted(passage: Passage) -> str:
    """Count the readings: `3 other readings, 1 of substance`."""
    count = len(passage.reading)
    if not count:
        return "No other reading is on record."
    weighty = sum(reading.record.substance for reading in passage.reading)
    return f"{count} other reading{'s' * (count != 1)}, {weighty or 'none'} of substance"
