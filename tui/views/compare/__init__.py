"""How the plans differ, row by row and word by word.

Rows:

    ladder.py       which rows there are, in which order; `alignment.py` which points share a row
    columns.py      what a comparison can have as its columns
    comparison.py   the rows with their marks; `rows.py` their values, `row_names.py` what each is called and which one is meant
    relations.py    how points of two plans stand to each other
    row_cells.py    what stands in the cells of a row: passages, statements
    statements.py   what a party says on an issue, as a column

Words:

    difference.py   what changed between two texts: `facts.py` numbers, `obligations.py` duties, then words, cut by `pieces.py`
    lineage.py      where a plan comes from; `family.py` all texts as a tree

Drawn:

    page.py         a row, and the whole comparison; `document_page.py` one table for a document
    difference_page.py, lineage_page.py   a page each
    claims.py       who says what stands on these
    pane.py         the ladder on the screen; `actions.py` what its keys do
    view.py         the front; `lineage_view.py` that of the tree
"""
