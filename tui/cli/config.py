"""`briefing config`: the reader's settings."""

from __future__ import annotations

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.cli.settings import commented, settings_of
from tui.errors import Exit, MachineError
from tui.folders import is_there
from tui.settings import config_file


@click.command("config")
@click.option("--print", "only_print", is_flag=True, help="Print the commented file, and write nothing.")
@asks
def command(asked: Asked, only_print: bool) -> int:
    """Write a commented file of all settings, where there is none yet; else check the one that is there. Tells where it is.

    Keys, look, mouse, where it opens, and whether it looks for changes. 1 with findings.
    """
    del asked
    if only_print:
        output.data(commented())
        return Exit.WELL
    path = config_file()
    if is_there(path):
        _, findings = settings_of(path)
        for finding in findings:
            output.data(f"{finding}\n")
        if not findings:
            output.data(f"{path}\n")
        return Exit.FINDINGS if findings else Exit.WELL
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            try:
                file.write(commented())
                file.flush()
            except OSError:
                path.unlink()
                raise
    except OSError as error:
        raise MachineError(f"cannot write {path}: {error.strerror}; briefing config --print prints it") from error
    output.data(f"{path}\n")
    return Exit.WELL
