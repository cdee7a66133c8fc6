"""What each party will not give up, and which texts touch it.

lines.py        each line with the points that touch it
line_grid.py    the grid of lines against chosen plans; and the map of all lines over all texts
page.py         the list, one line, the grid and a cell in words; `map_page.py` the map, as cells and in words
pane.py         the three on the screen
view.py         the front
"""
