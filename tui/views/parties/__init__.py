"""Who is at the table, and what each wants.

question.py     one party whole; `by_issue.py` issues down, parties across
page.py, by_issue_page.py   both in words
pane.py, view.py   as in every subject
"""
