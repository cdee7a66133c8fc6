"""How quick and how quiet the program is, beside what it is built on: `make bench`. Nothing here is part of the tests.

large.py      large stores and briefings to measure on
terminal.py   a command in a pseudo-terminal: when it wrote what
bare.py       the least that Textual can show: what the app is measured against
cases.py      CASES: each gives pairs of ours and the base
__main__.py   runs the cases in turn and prints medians and spreads
"""
