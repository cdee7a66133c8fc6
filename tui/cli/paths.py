"""`briefing paths`: where things are."""

from __future__ import annotations

import click

from tui.cli.asked import Asked, asks
from tui.pages.blocks import Field, Heading, Page, line
from tui.place import manifest_of


@click.command("paths")
@asks
def command(asked: Asked) -> int:
    """Where the briefing, its store and the cache are. Makes none of them."""
    import platformdirs

    from tui.build import stores_of

    place = asked.place()
    manifest = manifest_of(place)
    found = {
        "manifest": str(manifest) if manifest else None,
        "stores": [str(path) for path in (stores_of(manifest) if manifest else [place])],
        "cache": str(platformdirs.user_cache_path("briefing")),
    }
    fields = [Field("Manifest", line(str(found["manifest"] or "none beside this store")))]
    fields += [Field(f"Store {n}", line(path)) for n, path in enumerate(found["stores"] or [], 1)]
    asked.give(found, Page("Paths", (Heading(line("Paths"), 1), *fields, Field("Cache", line(str(found["cache"]))))))
    return 0
