"""What an export has of a reader's own, where that is asked for: the basket, and the private notes."""

from __future__ import annotations

from tui.errors import BriefingError
from tui.reader.kept import in_basket, notes
from tui.reader.reader import Reader
from tui.reader.seen import when
from tui.store.read import Store
from tui.views.blocks import Block, Heading, Item, Page, Para, Span, line
from tui.views.data import Table, as_data
from tui.views.subject import ExportPart, page_at

BASKET, NOTES = "basket", "notes"


def basket_part(reader: Reader) -> ExportPart:
    """Return what is in the basket, page by page in the reader's order; as a grid its names and addresses."""
    held = in_basket(reader)

    def pages(store: Store, plans: object) -> list[Page]:
        del plans
        return [_page(store, one.address) for one in held]

    return ExportPart(
        document=pages,
        table=lambda _store, _plans: Table(("title", "address"), tuple((one.title, one.address) for one in held)),
        data=lambda store, _plans: [{"address": one.address, "title": one.title, "shown": _answer(store, one.address)} for one in held],
        title="Basket",
    )


def notes_part(reader: Reader) -> ExportPart:
    """Return the private notes, each with what it is on."""
    held = notes(reader)

    def page(store: Store, plans: object) -> list[Page]:
        del store, plans
        blocks: list[Block] = [Heading(line("Notes"), 1)]
        for one in held:
            blocks.append(Item(line(Span(one.title, "strong", one.address), f", {when(one.at)}")))
            blocks.append(Item(line(one.text), mark=" "))
        return [Page("Notes", tuple(blocks) if held else (*blocks, Para(line("There are no notes."))), NOTES)]

    return ExportPart(
        document=page,
        table=lambda _store, _plans: Table(
            ("on", "address", "note", "at"), tuple((one.title, one.address, one.text, one.at) for one in held)
        ),
        data=lambda _store, _plans: as_data(held),
        title="Notes",
    )


def _page(store: Store, address: str) -> Page:
    try:
        return page_at(store, address)[1]
    except BriefingError as error:
        return Page(address, (Heading(line(address), 1), Para(line(f"{error}."))), address)


def _answer(store: Store, address: str) -> object:
    try:
        return as_data(page_at(store, address)[0])
    except BriefingError as error:
        return str(error)
