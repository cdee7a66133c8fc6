"""The words of the whole program as files: whatever the template briefing and its exports show, compared letter by letter.

    shown.py      all that is asked of the program, and the only module here that imports it
    texts.py      which texts there are, in which files
    __main__.py   `python -m golden` rewrites the files, `python -m golden --check` compares them

`make golden` rewrites them. Read the difference before you commit it: it is what a reader will see.
"""
