"""The few widgets that carry every pane. Each draws lines from a model it is handed, and never mounts a child per row.

row_list.py  a list drawn line by line
sheet.py     a page, wrapped and scrolled, with its links
bars.py      the first lines and the last
prompt.py    the line where the reader types
drawn.py     what all of them have in common
"""
