"""How a command ends: the one place where an error becomes a sentence and an exit code, and a bug of ours a report."""

from __future__ import annotations

import os
from collections.abc import Callable
from errno import EDQUOT, EIO, EMFILE, ENFILE, ENOMEM, ENOSPC, EROFS, ESTALE
from resource import RLIM_INFINITY, RLIMIT_NOFILE, getrlimit

from tui.cli import output
from tui.cli.words import COMPLETING, HELP, help_text
from tui.errors import FAILED, INTERRUPTED, BriefingError, Exit
from tui.kiosk import in_kiosk

_FILES = 24  # files that the app, or a command that has another program sign or send, may hold open at once beside what it was given

# What no file is to blame for, and no bug of ours: whoever runs the machine can mend it.
_OF_THE_MACHINE = {EMFILE, ENFILE, ENOSPC, EDQUOT, EROFS, EIO, ENOMEM, ESTALE}


def run(arguments: list[str]) -> int:
    """Run the command line and return the exit code. What needs no parsing, and is asked for most, does not wait for the parser."""
    if few := _few_files():
        output.remark(f"briefing: {few}")
        return Exit.MACHINE
    if asked := os.environ.get(COMPLETING):
        return _ended(arguments, lambda: _completed(asked))
    if len(arguments) <= 2 and arguments[:1] in ([], ["open"]) and not any(one.startswith("-") for one in arguments):
        return _ended(arguments, lambda: _opened(*arguments[1:]))
    if len(arguments) == 1 and arguments[0] in HELP:
        return _ended(arguments, lambda: output.data(help_text()))
    return _ended(arguments, lambda: _parsed(arguments))


def _few_files() -> str:
    """Return a sentence where so few files may be open that anything could fail, a module that is imported too; empty else."""
    most = getrlimit(RLIMIT_NOFILE)[0]
    if most == RLIM_INFINITY or most > 1000:
        return ""
    try:
        left = most - len(os.listdir("/proc/self/fd"))  # noqa: PTH208 (pathlib would have to be loaded)
    except OSError:  # none is left, or the system does not tell
        left = most - 3
    return "" if left >= _FILES else f"too few files may be open at once here, {most}; raise that (ulimit -n {_FILES + 40})"


def _opened(address: str | None = None) -> int:
    from tui.cli.asked import Asked  # 51 ms: each way in loads its own
    from tui.cli.opening import opened

    return opened(Asked(), address)


def _completed(asked: str) -> None:
    from tui.cli.completions import completed  # 64 ms: each way in loads its own

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
    except MemoryError:
        output.remark("briefing: there is not enough memory for this")
        return Exit.MACHINE
    except OSError as error:
        if (error.filename is not None and error.errno not in _OF_THE_MACHINE) or not error.strerror:
            return _failed(error, arguments)  # a file that failed and nobody minded is a bug of ours
        output.remark(output.one_line(f"briefing: the system refuses: {error.strerror}"))
        return Exit.MACHINE
    except Exception as error:  # noqa: BLE001 (its message could hold anything, and Python would print it as it is)
        return _failed(error, arguments)


def _failed(error: Exception, arguments: list[str]) -> int:
    import shlex

    from tui.terminal.crash import told  # 10 ms: nothing has failed as a rule

    kiosk = in_kiosk(os.environ, arguments)
    output.remark(told(error, {"command": shlex.join(["briefing", *arguments])}, os.environ, kiosk=kiosk))
    return FAILED
