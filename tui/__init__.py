"""Brief people on a negotiation, in a terminal.

TOML files are checked and compiled into one SQLite store; a question put to the store gets one plain answer; the answer is
drawn as a pane, as text or as a file.

    briefing.toml, data/*.toml -> source -> records -> checks -> findings -> store -> answers -> pages -> app | cli | export

    frozen.py     frozen dataclasses that cost a start nothing
    model.py      the record kinds as frozen dataclasses, and KINDS
    shapes.py     what the type hints of the model say of each field
    dates.py      EDTF dates in words
    hostile.py    what no text may carry to a terminal
    names.py      the nearest of the names that there are
    errors.py     the exceptions and the exit codes
    findings.py   Where, Finding, and what carries findings
    codes/        CODES: every finding code, why it is there, and an example
    place.py      where the briefing is that somebody asks for
    template.py   the small briefing that an author starts from
    source/       TOML into records and findings
    checks/       CHECKS, ACROSS: what must hold between records
    build.py      load, check, write; is the store stale?
    rebuild.py    only the files that changed, where that is sure to give the same
    store/        the SQLite file: schema, write, read
    answers/      questions to the store, answered as frozen values
    pages/        an answer as headings, fields and rows: words and roles, no colour and no width
    export/       FORMATS: an answer as a file
    places.py     PLACES: the first words of the addresses that are panes
    keys.py       KEYS: every key once
    origin.py     what a store was built from
    terminal/     what the terminal can do, what comes from it and what goes to it: all private ground of Textual and Rich
    cli/          the commands
    app/          the Textual app: PANES, screens, widgets

Arrows go down: `cli` may import everything, `app` everything but `cli`; both know `terminal`, which knows neither; `pages` know `answers`;
`answers` know `store.read`; `store`, `source` and `checks` know `model` and `findings`; `model` knows only `frozen`. `tests/test_layers.py`
holds it.

To add a pane: one class in `app/panes/` that gives rows and a page for the row chosen, one line in `PANES` (`app/panes/__init__.py`).
To add a check: one function in `checks/`, one line in `CHECKS` (in `ACROSS` if it must have seen every record), one entry in `codes/`.
To add a record kind: one dataclass in `model.py`, one line in `KINDS`; the schema, the store and the commands follow from it.
"""
