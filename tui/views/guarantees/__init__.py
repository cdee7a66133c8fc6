"""The security guarantees on offer, on their axes.

options.py      each option, axis by axis: said, none, unsaid; and one axis across all options
page.py         both in words
pane.py         one at a time, side by side, at a glance, as questions
view.py         the front
"""
