"""Who says what is shown: the page behind `i`, and the citation that `y` copies."""

from __future__ import annotations

from collections.abc import Sequence

from tui.answers.said import Said
from tui.app.panes.base import Effect, Open, Say
from tui.app.panes.leaf import Leaf
from tui.app.place import Place
from tui.findings import BriefingError
from tui.pages.blocks import Page, words
from tui.pages.plain import plain
from tui.pages.provenance import byline, said_page
from tui.store.read import Store


def explain(store: Store, place: Place, cells: int, target: str | None) -> Effect:
    """A page on who says what is shown: of the record behind the link chosen in the detail, else of the page."""
    try:
        page = Leaf.at(store, target).page(None, cells) if target else place.page(cells)
    except BriefingError as error:
        return Say(str(error))
    said = _said(page)
    return Open(said_page(page.title, said, place.address)) if said else Say("Nothing is stated here.")


def citation(store: Store, place: Place, cells: int) -> str:
    """What stands in the detail as text, with who said it: statements alone where that is all it is, else the page and its statements."""
    page = place.page(cells)
    said = [one for one in _said(page) if not one.part]
    lines: list[str] = []
    if not said or place.row is None or not all(one.words for one in said):
        lines.append(plain(page, cells))
    for one in said:
        lines += _cited(one)
    lines.append(f"  briefing: {store.manifest.title}, as at {store.as_at}, {place.address}")
    return "\n".join(lines) + "\n"


def _said(page: Page) -> Sequence[Said]:
    return page.says() if page.says else ()


def _cited(one: Said) -> list[str]:
    told = one.attribution
    return [
        one.title,
        *([one.words] if one.words not in ("", one.title) else []),
        "- " + words(byline(told)),
        *(f"  {of.name}: {of.title}. {of.date or 'no date shown'}. {of.address or ''}".rstrip() for of in told.cited),
    ]
