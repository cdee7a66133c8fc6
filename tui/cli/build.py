"""`briefing build`: check the sources and write the store."""

from __future__ import annotations

import click

from tui.cli import output
from tui.cli.asked import Asked, ProgressBar
from tui.cli.asking import asks
from tui.errors import BadInput
from tui.locate import is_installed, manifest_of, store_beside
from tui.views.data import json_text


@click.command("build")
@click.option("--whole", is_flag=True, help="Write all of it anew, and trust nothing of the store that is there.")
@asks
def command(asked: Asked, whole: bool) -> int:
    """Check the sources and write the store. Says nothing when all is well; warnings do not prevent it.

    What has not changed since the last build is kept, unless --whole is given.
    """
    from tui.compile.build import build, stores_of  # 2 ms: help and completions load every command

    manifest = manifest_of(asked.place())
    if manifest is None:
        raise BadInput(f"{asked.place()} is a built store without its sources beside it; there is nothing to build from")
    with ProgressBar() as bar:
        built = build(manifest, progress=bar, whole=whole)
    if built.path != (meant := next(stores_of(manifest), built.path)):
        output.remark(output.one_line(f"briefing: {meant.parent} cannot be written, so the store is {built.path}"))
    elif not is_installed(manifest) and built.path != (beside := store_beside(manifest)):
        output.remark(output.one_line(f"briefing: {beside.parent} is a link, so the store is {built.path}"))
    for finding in built.findings:
        output.remark(str(finding))
    if asked.json:
        output.data(json_text({"store": str(built.path), "counts": dict(built.counts)}))
    return 0
