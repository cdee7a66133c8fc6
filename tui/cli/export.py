"""`briefing export`: a document, a table or data, to send on."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.errors import BadInput, MachineError
from tui.locate import manifest_of
from tui.render.formats import ALL, FORMATS, PARTS, export
from tui.store.inputs import inputs_of
from tui.store.opening import is_store
from tui.store.read import Store


@click.command("export")
@click.argument("format_", metavar="FORMAT", type=click.Choice(tuple(FORMATS)))
@click.option("--what", default="all", show_default=True, type=click.Choice((*PARTS, ALL)), help="Which part of the briefing.")
@click.option("--plans", metavar="A,B", help="The plans to compare, and to set against the red lines.")
@click.option("-o", "--output", "out", metavar="FILE", help="A file instead of standard output; what it held is lost.")
@asks
def command(asked: Asked, format_: str, what: str, plans: str | None, out: str | None) -> int:
    """Write Markdown, one HTML file that prints well, CSV of one grid, or JSON; the handling mark stands on all of it."""
    named = [name.strip() for name in (plans or "").split(",") if name.strip()]
    if plans is not None and not named:
        raise BadInput("--plans names no plan; write it like A,B")
    path = asked.store_path()
    if out is not None:
        _spare(Path(out), manifest_of(asked.place()), path)
    with Store.open(path, asked.as_at) as store:
        text = export(store, inputs_of(path).digests, format_, what, named)
    if out is None:
        output.data(text)
        return 0
    try:
        Path(out).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise MachineError(f"cannot write {out}: {error.strerror or error}") from error
    return 0


def _spare(out: Path, manifest: Path | None, store: Path) -> None:
    """Raise BadInput where writing to `out` would destroy what the briefing is made from, or the store that it is read from."""
    from tui.compile.build import sources_of

    if is_store(out):
        raise BadInput(f"{out} is a briefing's store, so it is not overwritten; give another name")
    if manifest and any(_is(out, source) for source in sources_of(manifest, store)):
        raise BadInput(f"{out} is a source file of this briefing, so it is not overwritten; give another name")


def _is(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):  # one of them is not there, or cannot be
        return False
