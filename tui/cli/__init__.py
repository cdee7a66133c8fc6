"""The command line.

    words.py       COMMANDS: every command, and the module that is loaded when it runs; OPTIONS; the help
    commands.py    the same as click parses it
    asking.py      what commands take: the options of all, words with a minus before them, kinds of record as people write them, files
    asked.py       what was asked: which briefing, which day, which form
    ending.py      the one place where an error, or a failure of ours, becomes a sentence and an exit code
    opening.py     opens the app, or prints the text of an address where there is no terminal for one
    settings.py    the reader's settings, read and checked
    paging.py      findings, where they keep the app from opening
    state.py       the reader's state, for the commands that need it
    delivering.py  where a file that was made goes: to standard output, a path, or a folder
    output.py      what goes to standard output and standard error, and how

Each other module is one command: COMMANDS names it, and its own options stand in it. What `briefing new` writes is in
`template/`. Textual is imported by `open` alone, and only to open the app.
"""

from __future__ import annotations

import _signal as signal  # type: ignore[import-not-found] # the part of `signal` that is there without reading any module from a disk
import os
import sys


def main() -> None:
    """Run the program. Print the version before anything else is loaded.

    Ctrl+C ends it silently: of what Python would tell of it, the traceback, guests of a kiosk would learn paths. Where `run` takes care of
    it, which leaves nothing half done, it is Python's; before and after that, and in a kiosk, which writes nothing, it is the system's.
    """
    if sys.argv[1:] == ["--version"]:
        from tui.version import __version__  # 1 ms: before that, Ctrl+C is not heard

        print(f"briefing {__version__}")
        return
    heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # else whoever started us has it ignored
    if heard:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from tui.cli.ending import run  # 18 ms: --version does without, and Ctrl+C must be heard before
    from tui.kiosk import in_kiosk

    kiosk = in_kiosk(os.environ, sys.argv)
    try:
        if heard and not kiosk:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        code = run(sys.argv[1:])
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends already
    except KeyboardInterrupt:  # just before or after `run` took care of it
        from tui.errors import INTERRUPTED  # 8 ms: --version does without

        code = INTERRUPTED
    if kiosk:  # at once: with PYTHONINSPECT, Python would now ask the guest what to do next
        os._exit(code)  # all is flushed: `output` does that with each text
    sys.exit(code)
