"""What happened, what is expected, what came later.

lanes.py   the events by track, drawn as lanes above the list
question.py, page.py, pane.py, claims.py, view.py   as in every subject
"""
