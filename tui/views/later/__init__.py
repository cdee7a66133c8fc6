"""What was not yet public on a day, and what made it known.

question.py     everything that became known after it; `news.py` what of one record
page.py, pane.py, view.py   as in every subject
"""
