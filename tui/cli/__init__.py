"""The command line.

    words.py       COMMANDS: every command, and the module that is loaded when it runs; OPTIONS; the help
    commands.py    the same as click parses it
    asking.py      what commands take: the options of all, words with a minus before them, kinds of record as people write them
    asked.py       what was asked: which briefing, which day, which form
    ending.py      the one place where an error, or a failure of ours, becomes a sentence and an exit code
    completing.py  what a shell gets that asks for completions
    opening.py     opens the app, or prints the text of an address where there is no terminal for one
    settings.py    the reader's settings, read and checked
    state.py       the reader's state, for the commands that need it
    delivering.py  where a file that was made goes: to standard output, a path, or a folder
    output.py      what goes to standard output and standard error, and how

Each other module is one command: COMMANDS names it, and its own options stand in it. What `briefing new` writes is in
`template/`. Textual is imported by `open` alone, and only to open the app.
"""

from __future__ import annotations

import sys

from tui.version import __version__


def main() -> None:
    """Run the program. Print the version before anything else is loaded."""
    if sys.argv[1:] == ["--version"]:
        print(f"briefing {__version__}")
        return
    try:
        from tui.cli.ending import run  # 18 ms: --version does without

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before `run` could take care of it
        from tui.errors import INTERRUPTED  # 8 ms: --version does without

        code = INTERRUPTED
    sys.exit(code)
