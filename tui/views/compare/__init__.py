"""How the plans differ, row by row and word by word.

Rows:

    ladder.py       which rows there are, in which order; `alignment.py` which points share a row
    columns.py      what a comparison can have as its columns
    comparison.py   the rows with their marks; `rows.py` their values, `row_names.py` what each is called and which one is meant
    relations.py    how points of two plans stand to each other
    row_cells.py    what stands in the cells of a row: passages, statements; who says it
    statements.py   what a party says on an issue, as a column

Words:

    difference.py   what changed between two texts: `facts.py` numbers, `obligations.py` duties, then words, cut by `pieces.py`

Drawn:

    page.py         a row, and the whole comparison; `difference_page.py` two texts word by word
    pane.py         the ladder on the screen; `actions.py` what its keys do
    view.py         the front, and the comparison as one table for a document

Where a plan comes from:

    lineage.py      the chain of texts that leads to it, and its page; the front of the tree of all texts, which is in `family.py`
"""
