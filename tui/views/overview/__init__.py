"""The first page: what the briefing is about, where things stand, what comes next.

question.py     everything on the first page; `board.py` the board: the order of the issues
page.py         the first page in words, part by part, in order
convergence.py  how states moved, day by day, and its page
pane.py         the board on the screen, and the rows below it
view.py         the front
"""
