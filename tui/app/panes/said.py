"""Who says what is shown: the page behind `i`, and the citation that `y` copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.app.place import Place
from tui.dates import in_words
from tui.errors import BriefingError
from tui.render.plain import unbroken
from tui.store.read import Store
from tui.views.blocks import Page, line, words
from tui.views.bylines import byline, said_page, source_lines
from tui.views.claims import Claim
from tui.views.pane import Effect, Open, Say
from tui.views.subject import page_at
from tui.views.wordings import paraphrase_said


def explain(store: Store, place: Place, cells: int, target: str | None) -> Effect:
    """Return a page on who says what is shown: of the record behind the link chosen in the detail, else of the page."""
    try:
        page = page_at(store, target)[1] if target else place.page(cells)
    except BriefingError as error:
        return Say(str(error))
    said = _said(page)
    return Open(said_page(page.title, said, place.address)) if said else Say("Nothing is stated here.")


def citation(store: Store, place: Place, cells: int) -> str:
    """Return what stands in the detail as text, with who said it: its statements alone where it is nothing else, else the page too."""
    if several := place.pane.taken():
        return "\n".join(_cited_page(store, page, page.address, cells, whole=True) for page in several)
    return _cited_page(store, place.page(cells), place.address, cells, whole=place.row is None)


def _cited_page(store: Store, page: Page, address: str, cells: int, *, whole: bool) -> str:
    """Return one page with who says what on it; `whole` gives the page itself as well, and not its statements alone."""
    said = [one for one in _said(page) if not one.part]
    lines: list[str] = []
    if not said or whole or not all(one.words for one in said):
        lines.append(unbroken(page, cells))
    lines += cited(page)
    where = (store.manifest.title, f"as at {in_words(store.as_at)}", address)  # a page that only opens from another has no address
    lines.append(f"  briefing: {', '.join(part for part in where if part)}")
    return "\n".join(lines) + "\n"


def cited(page: Page) -> list[str]:
    """Return the statements on a page as text, each with its words, who says so, and its sources as the screen tells them."""
    return [text for one in _said(page) if not one.part for text in _cited(one)]


def _said(page: Page) -> Sequence[Claim]:
    return page.says() if page.says else ()


def _cited(one: Claim) -> Iterator[str]:
    yield one.title
    if one.words not in ("", one.title):
        yield one.words
    for note in paraphrase_said([one]):
        yield f"[{words(note.line)}]"
    yield "- " + words(line(*byline(one.attribution), f"; {one.basis}" if one.basis else ""))
    if one.rests_on:
        yield f"  rests on: {'; '.join(value.text for value in one.rests_on)}"
    for source in one.attribution.cited:
        yield from (f"{'    ' if number else '  '}{words(of.line)}" for number, of in enumerate(source_lines(source)))
