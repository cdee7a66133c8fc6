"""Sums and strengths: by what they count, where sources differ, and where each lies beside the others.

scale.py   a number line: each value at its place from nought on, with whose it is
question.py, page.py, view.py   as in every subject
"""
