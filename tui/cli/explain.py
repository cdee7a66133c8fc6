"""`briefing explain`: why a rule exists."""

from __future__ import annotations

import click

from tui.cli import output
from tui.cli.asked import Asked, asks
from tui.findings import NoSuchRecord


@click.command("explain")
@click.argument("code", required=False)
@asks
def command(asked: Asked, code: str | None) -> int:
    """What a finding's code means, why the rule exists, and an example. Without a code: all of them, a line each."""
    from tui.codes import CODES

    if code is None:
        if asked.json:
            from tui.cli.data import as_json

            output.data(as_json(list(CODES.values())))
        else:
            output.data("".join(f"{one.code}  {one.severity:7}  {one.title}\n" for one in CODES.values()))
        return 0
    one = CODES.get(code.upper())
    if one is None:
        from rapidfuzz import process

        raise NoSuchRecord(f"there is no code {code!r}; the nearest is {process.extractOne(code.upper(), list(CODES))[0]}")
    from tui.pages.blocks import Block, Field, Heading, Item, Page, Para, line

    blocks: list[Block] = [Heading(line(f"{one.code} {one.title}"), 1), Field("Severity", line(one.severity)), Para(line(one.why))]
    for title, example in (("Wrong", one.example_wrong), ("Right", one.example_right)):
        blocks.append(Heading(line(title), 3))
        blocks.extend(Item(line(text), mark=" ", indent=2) for text in example.strip("\n").split("\n"))
    asked.give(one, Page(one.code, tuple(blocks)))
    return 0
