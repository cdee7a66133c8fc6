"""How a command ends: the one place where an error becomes a sentence and an exit code, and a bug of ours a report."""

from __future__ import annotations

import os
from collections.abc import Callable

from tui.cli import output
from tui.cli.words import COMPLETING, HELP, help_text
from tui.errors import FAILED, INTERRUPTED, BriefingError, Exit


def run(arguments: list[str]) -> int:
    """Run the command line and return the exit code. What needs no parsing, and is asked for most, does not wait for the parser."""
    if asked := os.environ.get(COMPLETING):
        return _ended(arguments, lambda: _completed(asked))
    if len(arguments) <= 2 and arguments[:1] in ([], ["open"]) and not any(one.startswith("-") for one in arguments):
        return _ended(arguments, lambda: _opened(*arguments[1:]))
    if len(arguments) == 1 and arguments[0] in HELP:
        return _ended(arguments, lambda: output.data(help_text()))
    return _ended(arguments, lambda: _parsed(arguments))


def _opened(address: str | None = None) -> int:
    from tui.cli.asked import Asked  # 51 ms: each way in loads its own
    from tui.cli.opening import opened

    return opened(Asked(), address)


def _completed(asked: str) -> None:
    from tui.cli.completing import completed  # 64 ms: each way in loads its own

    completed(asked)


def _parsed(arguments: list[str]) -> int | None:
    from tui.cli.commands import parsed  # 61 ms: each way in loads its own

    return parsed(arguments)


def _ended(arguments: list[str], work: Callable[[], int | None]) -> int:
    try:
        return work() or Exit.WELL
    except BriefingError as error:
        for line in error.before:
            output.remark(line)
        output.remark(output.one_line(f"briefing: {error}"))
        return error.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except output.ReaderGone:
        return Exit.WELL
    except OSError as error:
        if error.filename is not None or not error.strerror:
            return _failed(error, arguments)  # a file that failed and nobody minded is a bug of ours
        output.remark(output.one_line(f"briefing: the system refuses: {error.strerror}"))
        return Exit.MACHINE
    except Exception as error:  # noqa: BLE001 (its message could hold anything, and Python would print it as it is)
        return _failed(error, arguments)


def _failed(error: Exception, arguments: list[str]) -> int:
    import shlex

    from tui.terminal.crash import told  # 17 ms: each way in loads its own
    from tui.terminal.probe import in_kiosk

    kiosk = in_kiosk(os.environ) or "--kiosk" in arguments
    output.remark(told(error, {"command": shlex.join(["briefing", *arguments])}, os.environ, kiosk=kiosk))
    return FAILED
