"""The store: one SQLite file built from the source files, replaced whole, and opened read-only by whoever asks.

schema.py     how records lie in tables, derived from the dataclasses of `tui.model`
tables.py     the statements that make an empty store
folding.py    the words of a text, as the search index and the excerpts both see them
flatten.py    records into rows, references and searchable passages
program.py    which program makes stores
inputs.py     what a store was made from, which says whether it is stale
replacing.py  a new store in the place of the old one, in one step
write.py      a whole store
old_store.py  an old store, asked about the files that have not changed
patch.py      the rows of some files replaced in a copy of it
opening.py    is this file a store that can be read, and if not, why not
fitting.py    does a store from elsewhere have all that this program reads?
rows.py       rows into records
search.py     words into hits: how many are ranked, how an excerpt is cut
bearing.py    how plans bear on issues, counted
outline.py    where points belong, before their words are read
read.py       `Store`: what everybody else asks
"""
