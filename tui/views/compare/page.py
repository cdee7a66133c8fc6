"""The comparison as pages: one row stacked or side by side, and the whole of it with its ladder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from tui.address import written
from tui.dates import in_words
from tui.views.blocks import BlankLine, Block, Columns, Field, Heading, Item, Line, Page, Para, Span, joined, line
from tui.views.bylines import byline, tag
from tui.views.compare.comparison import Comparison, ComparisonRow
from tui.views.compare.row_cells import RowCell, row_claims
from tui.views.drawn_marks import mark_legend, mark_sign, mark_words, standing_told, standing_words, verdict_role, verdict_sign
from tui.views.drawn_passages import behind_in, cell_blocks, said_in
from tui.views.marks import AGAINST, VERDICT_SIGN, why_absent
from tui.views.plans import at_hand
from tui.views.quantities import NumberLine, amount, number_lines
from tui.views.signs import RED_LINE
from tui.views.statuses import in_a_row
from tui.views.wordings import paraphrase, wordings

LADDER_NARROWEST = 8
WORDED_MOST = 3  # so many columns have room for a mark's word beside its sign
BESIDE_NARROWEST = 22  # four of them stand beside the ladder on a screen of 140
CellsOf = Callable[[ComparisonRow], Sequence[RowCell]]


def address(comparison: Comparison, row: ComparisonRow | None = None) -> str:
    """Return where the program shows a comparison, or one of its rows."""
    place = written("compare", "+".join(head.id for head in comparison.columns))
    return written(place, row.number if row.of == comparison.columns[0].id else row.key) if row else place


def row_title(comparison: Comparison, row: ComparisonRow) -> str:
    """Return the title of a row: `6 Size of the forces`, or the issue alone where no point stands."""
    return f"{comparison.label(row)} {row.short}".strip()


def row_page(comparison: Comparison, row: ComparisonRow, cells: Sequence[RowCell]) -> Page:
    """Draw one row with its cells below each other: for narrow screens and for text."""
    return _page(comparison, row, cells, row_blocks(comparison, row, cells))


def row_blocks(comparison: Comparison, row: ComparisonRow, cells: Sequence[RowCell], *, noted: bool = True) -> list[Block]:
    """Draw the heading of a row, its number lines, and its cells stacked.

    What each says comes first, so that the words stand close to each other, and (when `noted`) that they are a paraphrase; then what stands
    behind each, then the ground for the status.
    """
    blocks: list[Block] = [Heading(line(Span(row_title(comparison, row))), 2), Para(where_it_stands(row)), *_number_blocks(cells)]
    for cell in cells:
        blocks.append(Heading(cell_head(cell), 3))
        blocks.extend(said_in(cell) or [Para(why_empty(comparison, row, cell), indent=2)])
    if noted:
        blocks.extend(paraphrase(wordings(cells)))
    for cell in cells:
        behind = behind_in(cell)
        if behind:
            blocks.extend((Heading(line("Behind ", Span(cell.column.short, "strong")), 3), *behind))
    blocks.extend((*_ground(row), *_elsewhere_blocks(comparison, row)))
    return blocks


def row_beside(comparison: Comparison, row: ComparisonRow, cells: Sequence[RowCell]) -> Page:
    """Draw one row with its cells side by side, for wide screens; below the width that this needs it stacks itself."""
    # The head of a cell stands inside it, so that it stays with its words where the columns have to be stacked.
    told = tuple((*cell_head(cell), Span("\n"), *beside(comparison, row, cell)) for cell in cells)
    table = Columns(tuple(line() for _ in cells), (told,), narrowest=BESIDE_NARROWEST)
    blocks: list[Block] = [
        Heading(line(Span(row_title(comparison, row))), 2),
        Para(where_it_stands(row)),
        *_number_blocks(cells),
        BlankLine(),
        table,
        *paraphrase(wordings(cells)),
    ]
    return _page(comparison, row, cells, [*blocks, *_ground(row), *_elsewhere_blocks(comparison, row)])


def _page(comparison: Comparison, row: ComparisonRow, cells: Sequence[RowCell], blocks: Sequence[Block]) -> Page:
    return Page(row_title(comparison, row), tuple(blocks), address(comparison, row), partial(row_claims, row, cells))


def comparison_page(comparison: Comparison, cells_of: CellsOf, *, whole: bool = True) -> Page:
    """Draw the ladder, what its marks mean, and (when `whole`) every row with its cells below it."""
    title = " / ".join(head.short for head in comparison.columns)
    blocks: list[Block] = [
        Heading(line(f"Comparison: {title}"), 1),
        *column_fields(comparison),
        BlankLine(),
        *ladder(comparison),
        BlankLine(),
    ]
    blocks.extend(legend(comparison))
    if whole:
        told = [(row, cells_of(row)) for row in comparison.lines()]
        blocks[1:1] = paraphrase(one for _, cells in told for one in wordings(cells))
        for row, cells in told:
            blocks.extend(row_blocks(comparison, row, cells, noted=False))
    return Page(f"Comparison: {title}", tuple(blocks), address(comparison))


def column_fields(comparison: Comparison) -> list[Block]:
    """Draw what each column is: the plan's name, when its text became public, and how much of it is at hand."""
    blocks: list[Block] = []
    for head in comparison.columns:
        if head.kind == "party":
            blocks.append(Field(head.short, line(Span(head.name, "strong", head.address), ": its red lines and positions")))
            continue
        public = f", {in_words(head.made_public)}" if head.made_public and head.text != "none" else ""
        blocks.append(Field(head.short, line(Span(head.name, "strong", head.address), public, f": {at_hand(head.text or 'none')}")))
    return blocks


def ladder(comparison: Comparison) -> list[Block]:
    """Draw one row for each issue, with every column's points on it and its status; below it the aligned rows, a mark for each column."""
    if not comparison.rows and not any(row.status or has_points(row) for row in comparison.issues):
        return [Para(line(Span("No row: none of these has a point.", "unsaid")))]
    heads = (line("No."), line("Issue / point"), *(line(head.short) for head in comparison.columns), line("Status"))
    rows: list[tuple[Line, ...]] = []
    for place, heading in enumerate(comparison.under):
        rows.append(ladder_row(comparison, comparison.issues[place]))
        rows.extend(ladder_row(comparison, comparison.rows[below]) for below in comparison.below(heading))
    return [Columns(heads, tuple(rows), narrowest=LADDER_NARROWEST)]


def has_points(row: ComparisonRow) -> bool:
    """Return whether any column has a point on a row, or says something of its issue."""
    return any(row.numbers) or any(mark.word == "stated" for mark in row.marks)


def ladder_row(comparison: Comparison, row: ComparisonRow) -> tuple[Line, ...]:
    """Draw one row of the ladder as cells: number, name, a cell for each column; at an issue its status."""
    worded = len(row.marks) <= WORDED_MOST
    name = Span(row.short, "text" if row.number else "strong")
    last = line() if row.number else standing_words(row.status, row.status_of_others)
    told = (in_column(row, index, worded=worded) for index in range(len(row.marks)))
    return (line(Span(comparison.label(row), "number")), (name,), *told, last)


def in_column(row: ComparisonRow, index: int, *, worded: bool) -> Line:
    """Draw what a column has on a row: at an issue its points, at a point its mark; and how often these touch a red line."""
    mark, numbers = row.marks[index], row.numbers[index]
    if not row.number and numbers and mark.word == "stated":
        told = Span(", ".join(numbers), "number")
    else:
        told = mark_words(mark) if worded else mark_sign(mark)
    touched = touched_words(row, index)
    return (told, Span(" "), *touched) if touched else (told,)


def in_short(row: ComparisonRow, index: int) -> Line:
    """Draw the same in few cells: the first point and how many more, or the mark; then the sign of red lines and the gravest verdict.

    At an issue the verdict comes first, since the end is what a narrow column cuts.
    """
    mark, numbers, worst = row.marks[index], row.numbers[index], row.worst[index]
    if not row.number and numbers and mark.word == "stated":
        told = Span(numbers[0] + (f"+{len(numbers) - 1}" if len(numbers) > 1 else ""), "number")
    else:
        told = mark_sign(mark)
    if worst not in AGAINST or worst is None:
        return (told,)
    verdict = (Span(RED_LINE, "label"), verdict_sign(worst, VERDICT_SIGN[worst]))
    return (told, Span(" "), *verdict) if row.number else (*verdict, Span(" "), told)


def legend(comparison: Comparison) -> list[Block]:
    """Draw what the marks in use mean, and the counts of red lines where there are any."""
    rows = (*comparison.rows, *comparison.issues)
    blocks = mark_legend(
        mark.word for row in rows for mark, numbers in zip(row.marks, row.numbers, strict=True) if row.number or not numbers
    )
    if any(any(row.worst) for row in rows):
        means = "how many red lines this text crosses (X), appears to cross (x), strains (S), appears to strain (s) here"
        blocks.append(Field(f"{RED_LINE} x1 s2", line(Span(means, "dim"))))
    return blocks


def touched_words(row: ComparisonRow, index: int) -> Line:
    """Return `R x1 s2`: how many lines the points of a column on a row go against, by verdict; nothing where they go against none."""
    against = row.against[index]
    parts = [Span(RED_LINE, "label")] if against else []
    parts += [Span(f"{VERDICT_SIGN[word]}{count}", verdict_role(word)) for word, count in against]
    return joined(parts, " ")


def where_it_stands(row: ComparisonRow) -> Line:
    """Draw an issue's status: of which texts, between whom, at which level, by whose account; and what is on record of other texts."""
    return (
        Span(row.issue.name, "label", written("issue", row.issue.id) if row.issue.id else None),
        Span(" -- "),
        *standing_told(row.status, row.status_of_others),
    )


def _ground(row: ComparisonRow) -> list[Block]:
    """Draw why the row has its status, and who says so; and the same of a later one of other texts."""
    own, others = row.status, row.status_of_others
    blocks: list[Block] = []
    if own:
        blocks.append(Item(line(Span(f"status {own.letter}: ", "status"), f"{own.ground} ", *byline(own.attribution))))
    if others:
        of = f"of {in_a_row(others.texts) or 'other texts'}, {others.word}: "
        blocks.append(Item(line(Span(of, "label"), f"{others.ground} ", *byline(others.attribution))))
    return blocks


def cell_head(cell: RowCell) -> Line:
    """Draw the head of a cell: `US 28  point 6  ~ changed`."""
    numbers = ", ".join(passage.record.number for passage in cell.passages)
    point = f"  point{'s' * (len(cell.passages) > 1)} {numbers}" if numbers else ""
    to = cell.passages[0].address if len(cell.passages) == 1 else cell.column.address
    modes = dict.fromkeys(tag(passage.attribution) for passage in cell.passages if passage.record.text or passage.clause or passage.version)
    told = [Span("  "), *modes] if modes else []
    # What a text has on an issue is told by its points; only a point has a mark against another.
    mark = () if cell.passages and cell.mark.word == "stated" else (Span("  "), mark_words(cell.mark))
    return line(Span(cell.column.short, "strong", to), Span(point, "number"), *mark, *told)


def number_words(of: NumberLine) -> Line:
    """Draw a number line: `600,000 -- US 28 · 800,000 -- E3 (personnel)`."""
    parts = [Span(f"{amount(one.value)} -- {', '.join(one.columns)}", "number") for one in of.quantities]
    return (*joined(parts, " · "), Span(f" ({of.unit})"))


def _number_blocks(cells: Sequence[RowCell]) -> list[Block]:
    return [Item(number_words(of), mark="#") for of in number_lines(cells)]


def beside(comparison: Comparison, row: ComparisonRow, cell: RowCell, *, readings: bool = False) -> Line:
    """Draw a cell as one line of spans with breaks, which is what a table's cell holds; other readings are told, or counted."""
    spans: list[Span] = []
    for block in cell_blocks(cell, readings=readings):
        if spans:
            spans.append(Span("\n"))
        if isinstance(block, Item) and block.mark.strip():
            spans.append(Span(f"{block.mark} ", "dim"))
        if isinstance(block, Item | Para):
            spans.extend(block.line)
    return tuple(spans) or why_empty(comparison, row, cell)


def why_empty(comparison: Comparison, row: ComparisonRow, cell: RowCell) -> Line:
    """Return why a cell has no words: the meaning of its mark as a sentence, and where the column speaks on the issue instead."""
    word, head = cell.mark.word, cell.column
    why = Span(f"{word.capitalize()}: {why_absent(word, head.text)}.", "unsaid")
    if word != "apart":
        return (why,)
    numbers = comparison.numbers_under(row.issue.id, comparison.columns.index(head))
    return (
        why,
        Span(" See "),
        *joined([Span(f"{head.short} {number}", "number", written("plan", head.record, number)) for number in numbers]),
    )


def _elsewhere_blocks(comparison: Comparison, row: ComparisonRow) -> list[Block]:
    """Draw what bears on this row but stands on another, and under which further issues this row's points stand."""
    blocks: list[Block] = []
    shorts = {head.id: head.short for head in comparison.columns}
    if not row.number:
        return _rows_of(comparison, row)
    for there in row.elsewhere:
        where = comparison.row(there.row)
        title = f" (row {row_title(comparison, where)})" if where else ""
        point = Span(f"{shorts[there.column]} point {there.number}", "number", written("plan", there.column, there.number))
        blocks.append(Item(line(Span("see also ", "label"), point, title)))
    if row.also_under:
        names = joined([Span(issue.name, "text", written("issue", issue.id)) for issue in row.also_under])
        blocks.append(Item(line(Span("also under: ", "label"), *names)))
    return blocks


def _rows_of(comparison: Comparison, row: ComparisonRow) -> list[Block]:
    """Draw under which other issues an issue's points are aligned, with a link to the row."""
    blocks: list[Block] = []
    for head, numbers in zip(comparison.columns, row.numbers, strict=True):
        for number in numbers:
            place = comparison.ladder.place(written(head.record, number))
            if place is not None and comparison.headings[place] != row.issue:
                there = comparison.rows[place]
                point = Span(f"{head.short} point {number}", "number", written("plan", head.record, number))
                title = Span(f"row {row_title(comparison, there)}", "text", address(comparison, there))
                blocks.append(Item(line(point, ": see ", title, f", under {there.issue.name}")))
    return blocks
