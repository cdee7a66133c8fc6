"""Questions to the store, each answered once as a frozen value that knows no colour, no width and no screen.

A function here takes a store and a question and gives a dataclass. `--json` prints it, a page draws it, an export writes it.
"""
