"""Pages and answers made into text, documents and tables, each for a medium of its own.

formats.py    FORMATS by name, PARTS that can be exported, and `export`, which puts the two together
layout.py     a page as lines of a given width: the app's sheet and plain text both draw from here
plain.py      a page as text without escapes
documents.py  pages as Markdown; the templates beside it, from which documents are made
web.py        pages as one HTML file: contents, tables, heads; how it looks: `templates/document.css`, `templates/brief.css`
hypertext.py  spans as HTML: escaped, linked, told apart by direction and language
svg.py        pictures as inline SVG
sketches.py   pictures with blocks and letters, for a terminal
sources.py    the sources behind a document, numbered as they are named
word.py       pages as a Word document
word_styles.py   how that looks: its named styles
paper_tables.py  tables as paper has them: heads turned, many columns in groups
spreadsheet.py   grids as CSV, and as a workbook
office.py     archives that are the same byte for byte
citations.py  the sources as CSL-JSON and BibTeX
ascii.py      text for whoever is shown ASCII alone
stamp.py      what stands on every export: of what, as at when, how it may be handled
"""
