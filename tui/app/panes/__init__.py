"""The places of the app that are no subject: help, the palette, a choice, who says so.

help.py     the keys of a place, from `tui/keys.py`
palette.py  every command and record by its name
choose.py   a choice of several things in an order
since.py    what is new since the reader last read
bookmarks.py   the reader's bookmarks
basket.py   what the reader has gathered
errors.py   what is wrong in the sources
said.py     who says what is shown, and the citation that `y` copies
"""
