"""`briefing since`: what is new since the reader last read."""

from __future__ import annotations

import click

from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.cli.state import reader_of


@click.command("since")
@click.option("--read", "mark_read", is_flag=True, help="Mark all of it as read.")
@asks
def command(asked: Asked, mark_read: bool) -> int:
    """Tell what is new, changed and gone since you last read, with the words that differ and who made it known.

    You have read what you opened in the app or marked there; on the first visit all counts as read. Reading it here marks nothing, unless
    --read is given.
    """
    from tui.reader.seen import leave, mark, remember, unread  # 81 ms: help and completions load every command
    from tui.reader.since import page, since

    path = asked.store_path()
    with asked.store() as store, reader_of(asked, store) as reader:
        of = unread(reader, store)
        found = since(reader, store, of)
        remember(reader, store, path)
        if mark_read:
            mark(reader, of, of.left)
            leave(reader, of, store)
    asked.give(found, lambda: page(found))
    return 0
