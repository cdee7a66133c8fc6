"""Brief people on a negotiation, in a terminal.

TOML files are checked and compiled into one SQLite store; a question put to the store gets one plain answer; the answer is
drawn as a pane, as text or as a file. The docstring of each folder's `__init__.py` says what each of its modules is for.

    briefing.toml, data/*.toml -> compile -> records -> checks -> findings -> store -> views -> app | cli | export

    frozen.py     frozen dataclasses that cost a start nothing
    model.py      the record kinds as frozen dataclasses, and KINDS; STATUS: the words of a status
    shapes.py     what the type hints of the model say of each field
    dates.py      EDTF dates in words
    hostile.py    what no text may carry to a terminal
    widths.py     how many cells of a terminal a text takes
    expression.py a regular expression, compiled when it is first used
    fold.py       the words of a text as whoever looks for them sees them: case, accents, scripts, numbers
    names.py      the nearest of the names that there are
    address.py    Address: where a thing is shown, and the one rule of clause numbers
    errors.py     the exceptions and the exit codes
    findings.py   Where, Finding, and what carries findings
    folders.py    is there a file, is there a folder, where is a home: every such question; a path as an address
    kiosk.py      whether this is a kiosk
    locate.py     where the briefing is that somebody asks for
    version.py    the version
    compile/      TOML into records and findings, these into a store; is the store stale?
    checks/       CHECKS, ACROSS: what must hold between records; codes.toml: every finding code, why it is there, an example
    store/        the SQLite file: schema, write, read, search
    travel/       briefings that travel: published, signed, fetched, kept
    views/        VIEWS: what a reader sees, one folder or module a subject: question, page, pane, data to export
    render/       pages and answers as lines, text, documents, tables: FORMATS
    reader/       a reader's own state: what was read, the place, bookmarks, notes, the basket
    keys.py       KEYS: every key once
    settings.py   what a reader may set
    origin.py     what a store was built from, or where newer ones come from
    terminal/     what the terminal can do, what comes from it and goes to it: all private ground of Textual and Rich
    cli/          the commands
    app/          the Textual app: screens, widgets, colours

Arrows go down: `cli` may import everything, `app` everything but `cli`; both know `terminal`, which knows neither; `render` and
`reader` know `views`, and nobody below the shell knows `reader`; `views` know of `store` what answers questions; `travel` knows
`store.read` and no view; `store`, `compile` and `checks` know `model` and `findings`; `model` knows only `frozen`.
`tests/test_layers.py` holds it.

Where to change

    a sign, its word or its meaning   `views/signs.py` (dropped: MARKS; verdicts: VERDICTS); its colour is that of a role (below)
    the words of a page               `page.py` in the folder of its subject: `views/red_lines/page.py`
                                      (its map: `views/red_lines/map_page.py`)
    what stands first on a page       the order of the blocks in that `page.py`; the Overview as text and in exports: `page()` of
                                      `views/overview/page.py`
    the rows of a list, their order   `rows()` in `pane.py`; the Overview on the screen: `views/overview/pane.py` has the board and then
                                      the parts below it, CONTESTED in `views/overview/board.py` the order of the issues
    a colour                          of a role, such as `crossed`: `app/look.py` (`_coloured()`, `_COLOURS`) for the screen, for HTML
                                      and its pictures `render/templates/document.css`, for Word `render/word_styles.py`; which words have
                                      which role, `views/drawn_marks.py` (marks and verdicts)
    how many hits a search gives      MOST in `views/search/question.py` (a command's `--most`); in the app, once there was time, ENOUGH in
                                      `app/searching.py`; how many texts are ranked, RANKED_UP_TO in `store/search.py`, and there again
                                      RANKED_BEHIND in `app/searching.py`
    which hit comes first             `store/ranking.py`; what words mean the same, `store/thesaurus.py` and the `aliases` of records
    a key                             `keys.py`; what it does, `app/commands/`, or `act` of the pane that it belongs to
    a check and what it says          how records are written (quotations of `_MOST_WORDS` at most, grounds, signatures), `checks/craft.py`;
                                      who says so, `checks/provenance.py`; days, `checks/days.py`; numbers, `checks/numbers.py`; what is
                                      left out, `checks/coverage.py`, `checks/unsaid.py`; why a rule is there, `checks/codes.toml`
    what counts as new, and as read   `reader/seen.py`; the words of what changed, `views/changes/edits.py`
    a setting                         `settings.py`; how often the sources are looked at, EVERY in `app/live.py`
    a command, its options            `cli/words.py` and the module of the command's name in `cli/`
    a word of a status                STATUS in `model.py`; of which texts and by whose account, `views/statuses.py`

To add a pane: one module or folder in `views/` that offers what `views/subject.py` lists, and one line in `VIEWS` (`views/__init__.py`).
To add a check: one function in `checks/`, one line in `CHECKS` (in `ACROSS` if it must have seen every record), one entry in `codes.toml`.
To add a record kind: one dataclass in `model.py`, one line in `KINDS`; the schema, the store and the commands follow from it.
CONTRIBUTING.md has these step by step; docs/architecture.md follows one fact from its line in `data/` to the screen.
"""
