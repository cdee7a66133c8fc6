"""What happened, what is expected, what came later.

lanes.py   the events by track over the days: drawn with signs above the list, as a picture in HTML
question.py, page.py, pane.py, view.py   as in every subject
"""
