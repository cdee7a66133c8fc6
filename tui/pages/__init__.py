"""Answers as pages: headings, fields, paragraphs and tables of words with roles; no colour and no width.

    blocks.py      what a page is made of
    layout.py      a page laid out in lines of a width, for every medium that has lines
    plain.py       those lines as text without escapes
    provenance.py  who says so, drawn the same everywhere

Each other module draws the answers of the module of the same name in `answers/`. The app, the command line and the exports all start
from these pages, so what one shows the others show too.
"""
