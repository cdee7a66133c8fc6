"""Brief people on a negotiation, in a terminal.

TOML files are checked and compiled into one SQLite store; a question put to the store gets one plain answer; the answer is
drawn as a pane, as text or as a file.

    briefing.toml, data/*.toml -> compile -> records -> checks -> findings -> store -> views -> app | cli | export

    frozen.py     frozen dataclasses that cost a start nothing
    model.py      the record kinds as frozen dataclasses, and KINDS
    shapes.py     what the type hints of the model say of each field
    dates.py      EDTF dates in words
    hostile.py    what no text may carry to a terminal
    names.py      the nearest of the names that there are
    address.py    Address: where a thing is shown, and the one rule of clause numbers
    errors.py     the exceptions and the exit codes
    findings.py   Where, Finding, and what carries findings
    locate.py     where the briefing is that somebody asks for
    template.py   the small briefing that an author starts from
    compile/      TOML into records and findings, these into a store; is the store stale?
    checks/       CHECKS, ACROSS: what must hold between records; codes.toml: every finding code, why it is there, an example
    store/        the SQLite file: schema, write, read
    views/        VIEWS: what a reader sees, one folder or module a subject: question, page, pane, data to export
    render/       pages and answers as lines, text, documents, tables: FORMATS
    keys.py       KEYS: every key once
    origin.py     what a store was built from
    terminal/     what the terminal can do, what comes from it and goes to it: all private ground of Textual and Rich
    cli/          the commands
    app/          the Textual app: screens, widgets

Arrows go down: `cli` may import everything, `app` everything but `cli`; both know `terminal`, which knows neither; `render` knows
`views`; `views` know `store.read`; `store`, `compile` and `checks` know `model` and `findings`; `model` knows only `frozen`.
`tests/test_layers.py` holds it.

To add a pane: one module or folder in `views/` that offers what `views/subject.py` lists, and one line in `VIEWS` (`views/__init__.py`).
To add a check: one function in `checks/`, one line in `CHECKS` (in `ACROSS` if it must have seen every record), one entry in `codes.toml`.
To add a record kind: one dataclass in `model.py`, one line in `KINDS`; the schema, the store and the commands follow from it.
"""
