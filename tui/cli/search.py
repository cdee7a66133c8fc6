"""`briefing search`: what holds all of these words."""

from __future__ import annotations

import click

from tui.address import written
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.errors import Exit, NoSuchRecord
from tui.views.search import page as pages
from tui.views.search.question import MOST, Match, matches, search


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--most", type=click.IntRange(1, 1_000_000), default=MOST, show_default=True, help="How many hits at the most.")
@asks
def command(asked: Asked, words: tuple[str, ...], most: int) -> int:
    """Find every record and point that holds all of the words, best first, with an excerpt. Accents and case do not matter; 1 without a
    hit.
    """
    with asked.store() as store:
        found = search(store, " ".join(words), most)
        matched = matches(store, found)
    if not matched and not asked.json:
        raise NoSuchRecord(f"nothing holds all of these words: {found.words}")
    asked.give([_data(match) for match in matched], lambda: pages.page(found, matched))
    return Exit.WELL if matched else Exit.FINDINGS


def _data(match: Match) -> dict[str, object]:
    hit = match.hit
    return {
        "kind": "point" if hit.number else hit.kind,
        "id": written(hit.id, hit.number),
        "title": hit.title,
        "excerpt": "".join(text for text, _ in hit.excerpt),
        "mode": match.attribution.mode,
        "where": match.where,
    }
