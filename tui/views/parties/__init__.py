"""Who is at the table, and what each wants.

by_issue.py   issues down, parties across, and its pages
question.py, page.py, pane.py, view.py   one party whole, as in every subject
"""
