"""Who says what is shown: the page behind `i`, and the citation that `y` copies."""

from __future__ import annotations

from tui.answers.provenance import attribution
from tui.app.panes.base import Effect, Open, Say
from tui.app.place import Place
from tui.model import Point, Provenance, Record, Source, name_of
from tui.pages.blocks import Block, Heading, Page, Para, line, words
from tui.pages.plain import plain
from tui.pages.provenance import byline, who_says_so
from tui.store.read import Store


def explain(store: Store, place: Place, target: str | None) -> Effect:
    """A page on who says what is chosen: the link in the detail, else the row, else the page."""
    said = _at(store, target) if target else place.pane.said(place.row)
    if said is None:
        return Say("Nothing is stated here; choose a row or a link.")
    of, within = said
    if isinstance(of, Source):
        return Say("A source speaks for itself; the Sources pane shows what rests on it.")
    blocks: list[Block] = [Heading(line(_title(of, within)), 1)]
    text = _text(of)
    if text:
        blocks.append(Para(line(text)))
    blocks.extend(who_says_so(attribution(store, of, *([within] if within else []))))
    return Open(Page("who says so", tuple(blocks), place.address))


def citation(store: Store, place: Place, cells: int) -> str:
    """What stands in the detail as text, with who said it: the statement alone where there is one, else the whole page."""
    said = place.pane.said(place.row)
    if said is None or not _text(said[0]):
        return plain(place.pane.page(place.row, cells))
    of, within = said
    told = attribution(store, of, *([within] if within else []))
    lines = [_title(of, within), _text(of), "- " + words(byline(told))]
    lines.extend(
        f"  {source.name}: {source.title}. {source.date or 'no date shown'}. {source.address or ''}".rstrip() for source in told.cited
    )
    lines.append(f"  briefing: {store.manifest.title}, as at {store.as_at}, {place.address}")
    return "\n".join(lines) + "\n"


def _at(store: Store, address: str) -> tuple[Provenance, Record | None] | None:
    kind, _, rest = address.partition("/")
    ident, _, number = rest.partition("/")
    found = store.get(kind, ident)
    if found is None or not number:
        return (found, None) if found else None
    point = store.point(ident, number)
    return (point, found) if point else None


def _title(of: Provenance, within: Record | None) -> str:
    if isinstance(of, Point) and within:
        return f"{name_of(within)}, point {of.number}" + (f": {of.short}" if of.short else "")
    return name_of(of) if isinstance(of, Record) else name_of(within) if within else ""


def _text(of: Provenance) -> str:
    """The words that are said; a plan and a guarantee are no one sentence, their page is."""
    for key in ("statement", "text", "role"):
        value = getattr(of, key, None)
        if isinstance(value, str) and not (key == "text" and value in ("full", "partial", "described", "none")):
            return value
    return ""
