"""`briefing search`: what holds all of these words."""

from __future__ import annotations

import click

from tui.answers.search import search
from tui.cli.asked import Asked, asks
from tui.findings import Exit
from tui.pages import search as pages


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--most", default=50, show_default=True, help="How many hits at the most.")
@asks
def command(asked: Asked, words: tuple[str, ...], most: int) -> int:
    """Every record and point that holds all of the words, best first, with an excerpt. Accents and case do not matter; 1 without a hit."""
    with asked.store() as store:
        found = search(store, " ".join(words), max(1, most))
    hits = [
        {
            "kind": "point" if hit.number else hit.kind,
            "id": f"{hit.id}/{hit.number}" if hit.number else hit.id,
            "title": hit.title,
            "excerpt": "".join(text for text, _ in hit.excerpt),
        }
        for hit in found.hits
    ]
    asked.give(hits, lambda: pages.page(found))
    return Exit.WELL if hits else Exit.FINDINGS
