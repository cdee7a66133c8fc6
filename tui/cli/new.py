"""`briefing new`: a small working briefing to start from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.cli.places import FOLDER
from tui.views.data import json_text


@click.command("new")
@click.argument("folder", type=FOLDER)
@asks
def command(asked: Asked, folder: str) -> int:
    """Write a small, commented briefing of an invented negotiation into FOLDER. It checks clean and opens; change it into your own."""
    from tui.compile.json_schema import json_schema  # 60 ms: help and completions load every command
    from tui.template import write_new

    written = write_new(Path(folder), json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")
    if asked.json:
        output.data(json_text([str(path) for path in written]))
    return 0
