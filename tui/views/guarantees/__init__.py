"""The security guarantees on offer, on their axes.

options.py      each option, axis by axis: said, none, unsaid
axis.py         one axis across all options
page.py, axis_page.py   both in words
claims.py       who says what stands there
pane.py         one at a time, side by side, at a glance, as questions
view.py         the front
"""
