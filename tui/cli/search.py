"""`briefing search`: what holds all of these words."""

from __future__ import annotations

import click

from tui.address import written
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.cli.minus import TakesWords
from tui.errors import Exit, NoSuchRecord
from tui.views.search import page as pages
from tui.views.search.question import MOST, Match, matches, search


@click.command("search", cls=TakesWords)
@click.argument("words", nargs=-1, required=True)
@click.option("--most", type=click.IntRange(1, 1_000_000), default=MOST, show_default=True, help="How many hits at the most.")
@asks
def command(asked: Asked, words: tuple[str, ...], most: int) -> int:
    """Find every record and point that holds the words, best first, with an excerpt; 1 without a hit.

    Accents, case, spelling, the forms of a word and the form of a number do not matter. Where few hold all of the words, those that hold
    some follow. "..." is a phrase, -word must not be there, and kind: party: issue: mode: source: said: lang: status: before: after: keep
    what is so: `briefing search guarantee party:russia after:2025-11-01`.
    """
    with asked.store() as store:
        found = search(store, " ".join(words), most)
        matched = matches(store, found)
    if not matched and not asked.json:
        raise NoSuchRecord(f"nothing holds {found.words}; try fewer words, or the beginning of one")
    asked.give([_data(match) for match in matched], lambda: pages.page(found, matched))
    return Exit.WELL if matched else Exit.FINDINGS


def _data(match: Match) -> dict[str, object]:
    hit = match.hit
    return {
        "kind": "point" if hit.number else hit.kind,
        "id": written(hit.id, hit.number),
        "title": hit.title,
        "excerpt": "".join(text for text, _ in hit.excerpt),
        "when": hit.when or None,
        "who": hit.who or None,
        "partial": hit.partial,
        "mode": match.attribution.mode,
        "where": match.where,
    }
