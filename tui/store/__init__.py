"""The store: one SQLite file built from the source files, replaced whole, and opened read-only by whoever asks.

schema.py     how records lie in tables, derived from the dataclasses of `tui.model`
tables.py     the statements that make an empty store
passages.py   what of a record the search index holds beside its texts
flatten.py    records into rows, references and searchable passages
inputs.py     what a store was made from, and which program makes stores: is it stale, and which records are other ones?
replacing.py  a new store in the place of the old one, in one step
write.py      a whole store
patch.py      an old store, asked about the files that have not changed; the rows of the others replaced in a copy of it
opening.py    is this file a store that can be read, and if not, why not
examining.py  what must hold of a store that somebody else made, before anything is read from it; has it all that this program reads?
rows.py       rows into records, whole or as much as names them
at_hand.py    how much of a plan's text was at hand on a day: nothing, a part, or all of it
query.py      what somebody looks for, read from what they typed: words, phrases, days, filters
thesaurus.py  words that people use for one another
vocabulary.py which words the index has: forms, synonyms, and what may have been meant
filters.py    `party:ukraine` as a condition, and the values that a filter may have
search.py     words into hits: how many are ranked, and what follows them in part
ranking.py    which hit a reader wants first
excerpt.py    the place in a text where the words stand, and how it is cut
bearing.py    how plans bear on issues, counted
points.py     points by their numbers
outline.py    where points belong, before their words are read
read.py       `Store`: what everybody else asks
"""
