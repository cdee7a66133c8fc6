"""The sources, what rests on each, and what falls with it.

question.py     the list, what rests on each, and what would lose its only source
page.py, pane.py, view.py   as in every subject
"""
