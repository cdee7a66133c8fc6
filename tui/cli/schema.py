"""`briefing schema`: the JSON Schema of the source files."""

from __future__ import annotations

import json

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks


@click.command("schema")
@asks
def command(asked: Asked) -> int:
    """Write the JSON Schema of the source files, for editors: kept as schema.json, named in a first line `#:schema ./schema.json`."""
    from tui.compile.json_schema import json_schema  # 57 ms: help and completions load every command

    del asked
    output.data(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")
    return 0
