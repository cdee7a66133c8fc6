"""Answers as files: the same pages and values as everywhere else, written for other programs and for paper.

stamp.py      title, dates, digest, handling mark: what stands on every export
parts.py      PARTS: what can be exported, and where its pages, its grid and its data come from
documents.py  Markdown and HTML, from the templates beside it
tables.py     CSV
data.py       JSON
formats.py    FORMATS: the formats by name, and `export`
"""
