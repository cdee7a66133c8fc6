"""`briefing explain`: why a rule exists."""

from __future__ import annotations

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.errors import NoSuchRecord
from tui.names import or_nearest
from tui.views.data import json_text


@click.command("explain")
@click.argument("code", required=False)
@asks
def command(asked: Asked, code: str | None) -> int:
    """Explain a finding's code: what it means, why the rule exists, and an example. Without a code: all of them, a line each."""
    from tui.checks.codes import codes  # 16 ms: help and completions load every command

    if code is None:
        if asked.json:
            output.data(json_text(list(codes().values())))
        else:
            output.data("".join(f"{one.code}  {one.severity:7}  {one.title}\n" for one in codes().values()))
        return 0
    one = codes().get(code.upper())
    if one is None:
        raise NoSuchRecord(f"there is no code {code!r}{or_nearest(code.upper(), codes())}; briefing explain tells them all")
    from tui.views.blocks import Block, Field, Heading, Item, Page, Para, line  # 2 ms: help and completions load every command

    blocks: list[Block] = [Heading(line(f"{one.code} {one.title}"), 1), Field("Severity", line(one.severity)), Para(line(one.why))]
    for title, example in (("Wrong", one.example_wrong), ("Right", one.example_right)):
        blocks.append(Heading(line(title), 3))
        blocks.extend(Item(line(text), mark=" ", indent=2) for text in example.strip("\n").split("\n"))
    asked.give(one, Page(one.code, tuple(blocks)))
    return 0
