"""`briefing search`: what holds all of these words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from tui.address import written
from tui.cli.asked import Asked
from tui.cli.asking import TakesWords, asks
from tui.cli.state import notes_with
from tui.errors import Exit, NoSuchRecord
from tui.views.blocks import Block, Heading, Item, Page, Span, line
from tui.views.search import page as pages
from tui.views.search.question import MOST, Match, matches, search

if TYPE_CHECKING:
    from tui.reader.kept import PrivateNote


@click.command("search", cls=TakesWords)
@click.argument("words", nargs=-1, required=True)
@click.option("--most", type=click.IntRange(1, 1_000_000), default=MOST, show_default=True, help="How many hits at the most.")
@click.option("--notes", is_flag=True, help="Your notes in --json too; in text they stand behind the hits.")
@asks
def command(asked: Asked, words: tuple[str, ...], most: int, notes: bool) -> int:
    """Find every record and point that holds the words, best first, with an excerpt; 1 without a hit.

    Accents, case, spelling, the forms of a word and the form of a number do not matter. Where few hold all of the words, those that hold
    some follow. "..." is a phrase, -word must not be there, and kind: party: issue: mode: source: said: lang: status: before: after: keep
    what is so: `briefing search guarantee party:russia after:2025-11-01`.
    """
    with asked.store() as store:
        found = search(store, " ".join(words), most)
        matched = matches(store, found)
        noted = [] if asked.json and not notes else notes_with(asked, store, found.words)
    if not matched and not noted and not asked.json:
        raise NoSuchRecord(f"nothing holds {found.words}; try fewer words, or the beginning of one")
    data = [*map(_data, matched), *({"kind": "note", "id": one.address, "title": one.title, "excerpt": one.text} for one in noted)]
    asked.give(data, lambda: _with_notes(pages.page(found, matched), noted))
    return Exit.WELL if matched or noted else Exit.FINDINGS


def _with_notes(page: Page, noted: Sequence[PrivateNote]) -> Page:
    """Put the reader's own notes behind the hits, in a group of their own."""
    blocks: list[Block] = [Heading(line("Your notes"), 2)] if noted else []
    for one in noted:
        blocks += [Item(line(Span(one.address, "label"), "  ", Span(one.title, "strong"))), Item(line(one.text), mark=" ")]
    return replace(page, blocks=(*page.blocks, *blocks))


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
