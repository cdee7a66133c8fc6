"""What is left when the program fails, the app or a command: a report in the state folder, and a sentence that says where it is.

The report has the traceback, what was asked and what the machine was, none of the records. What of them stands in the message of an
error is made visible, so that reading the report does nothing to a terminal.
"""

from __future__ import annotations

import os
import platform
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tui.hostile import visible
from tui.version import __version__

SORRY = "the program failed, through a fault of its own"


def state_folder() -> Path:
    """Return where reports are kept."""
    import platformdirs

    return platformdirs.user_state_path("briefing")


def report(error: BaseException, asked: Mapping[str, str], environ: Mapping[str, str]) -> str:
    """Return the text of a report: versions, terminal, what was asked by name, traceback without the values of variables."""
    try:
        size = "{} columns, {} lines".format(*os.get_terminal_size(2))
    except OSError:
        size = "unknown"
    head = {
        "briefing": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "TERM": environ.get("TERM", "unset"),
        "size": size,
        **asked,
    }
    lines = [f"{name:9} {visible(value, lines=False)}" for name, value in head.items()]
    return "\n".join([*lines, "", visible("".join(traceback.format_exception(error)))])


def told(error: BaseException, asked: Mapping[str, str], environ: Mapping[str, str], *, kiosk: bool) -> str:
    """Keep a report and give what to print on standard error. In a kiosk nothing is kept, and no path of the server is shown."""
    if kiosk:
        return f"briefing: {SORRY} ({type(error).__name__}). Nothing is kept of it in a kiosk; tell whoever runs it."
    text = report(error, asked, environ)
    try:
        path = _keep(text, state_folder())
    except OSError as why:
        return f"{text}\nbriefing: {SORRY}. The report above could not be kept: {visible(str(why), lines=False)}"
    return f"briefing: {SORRY} ({type(error).__name__}). The report is in {visible(str(path), lines=False)}; please pass it on."


def _keep(text: str, folder: Path) -> Path:
    """Write a new file that its owner alone may read. OSError where that cannot be."""
    if not folder.is_absolute():
        raise FileNotFoundError(f"{folder} is no absolute path")  # a user without a home
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"crash-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}.txt"
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123 (the mode)
        file.write(text)
    return path
