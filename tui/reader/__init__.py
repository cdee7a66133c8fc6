"""A reader's own state: what was read, where the reader was, bookmarks, notes, the basket. Nobody below knows of it.

state.py     the one SQLite file: opened, kept whole, set aside where it is damaged or newer; never in the store, nothing in a kiosk
reader.py    `Reader`: the state of one reader of one briefing; where this reader was
seen.py      which records and points are new to the reader, marking them read, and how much is new, in a line
copies.py    the stores that the reader has read from, kept for their words
since.py     what is new, word by word, and as a page
kept.py      bookmarks, notes, and the basket; `basket` gives its addresses
parts.py     what an export has of them, where that is asked for

A record or a point is new to a reader until it was read: its page was opened, or it was marked in the list of what is new. On the first
visit all counts as read. What is not read stays new in the next session.
"""
