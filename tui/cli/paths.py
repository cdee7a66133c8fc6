"""`briefing paths`: where things are."""

from __future__ import annotations

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.locate import manifest_of
from tui.reader.state import NAME, state_folder
from tui.views.data import json_text


@click.command("paths")
@asks
def command(asked: Asked) -> int:
    """Tell where the briefing, its store, the cache, what is yours and reports of failures are, a line each and never broken.

    Makes none of them.
    """
    import platformdirs

    from tui.compile.build import stores_of  # 1.3 ms: help and completions load every command

    place = asked.place()
    manifest = manifest_of(place)
    stores = [str(path) for path in (stores_of(manifest) if manifest else [place])]
    cache = str(platformdirs.user_cache_path("briefing"))
    reports = str(platformdirs.user_state_path("briefing"))
    yours = str(state_folder() / NAME)
    if asked.json:
        output.data(
            json_text(
                {"manifest": str(manifest) if manifest else None, "stores": stores, "cache": cache, "yours": yours, "reports": reports}
            )
        )
        return 0
    rows = [("manifest", str(manifest) if manifest else "none beside this store"), *(("store", path) for path in stores)]
    rows += [("cache", cache), ("yours", yours), ("reports", reports)]
    output.data("".join(f"{name:10}{output.one_line(path)}\n" for name, path in rows))
    return 0
