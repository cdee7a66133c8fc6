"""Pages as one HTML file that needs nothing beside it: no script and no outside part; made to be read, linked, heard and printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from tui.address import split_first, written
from tui.frozen import frozen
from tui.render.documents import BlockRun, environment, runs
from tui.render.hypertext import Hypertext
from tui.render.paper_tables import grids
from tui.render.stamp import Stamp
from tui.views import VIEWS
from tui.views.blocks import Block, Heading, Item, Line, Page, Para, words

if TYPE_CHECKING:
    from tui.render.sources import SourceNotes


@frozen
class DocumentPart:
    """Pages that belong together, under a title of their own; `wide` ones are printed on paper that is turned."""

    id: str
    title: str
    pages: tuple[Page, ...]
    wide: bool = False


@frozen
class ContentsLine:
    """An entry of the contents: its words, its anchor, and what stands below it."""

    text: str
    anchor: str
    below: tuple[ContentsLine, ...] = ()


@frozen
class Anchored:
    """A heading with its level in the document and its words; its anchor and the address that it stands for, empty for one without."""

    level: int
    line: Line
    anchor: str
    at: str = ""


@frozen
class Listed:
    """An item of a list with what goes on from it: the items below it that have no mark of their own."""

    item: Item
    more: tuple[Line, ...]


@frozen
class Printed:
    """A part as the template takes it: its title where it has several pages, and the runs of blocks of each page."""

    anchor: str
    title: str
    wide: bool
    pages: tuple[tuple[BlockRun, ...], ...]


def html_text(parts: Sequence[DocumentPart], stamp: Stamp, sources: SourceNotes, *, sheet: str) -> str:
    """Return the parts as one HTML file; `sheet` is the style sheet: `document`, or `brief` for a few pages with notes of their own."""
    brief = sheet == "brief"
    anchors: dict[str, str] = {}
    text = Hypertext(anchors, sources, own_notes=brief)
    printed: list[Printed] = []
    contents: list[ContentsLine] = []
    for part in parts:
        for page in part.pages:
            _page_anchor(page, part, anchors)
    for page in (page for part in parts for page in part.pages):
        _heading_anchors(page, anchors)
    given = {anchors[_key(page)] for part in parts for page in part.pages}
    for part in parts:
        several = len(part.pages) > 1
        pages = tuple(tuple(_shown(page, stamp, anchors, given, deeper=several, brief=brief)) for page in part.pages)
        anchor = anchors.setdefault(f"part {part.id}", f"part-{part.id}") if several else anchors.get(part.pages[0].address or part.id, "")
        printed.append(Printed(anchor, part.title if several else "", part.wide, pages))
        below = tuple(ContentsLine(_title(page, stamp), anchors[_key(page)]) for page in part.pages) if several else ()
        contents.append(
            ContentsLine(part.title if several else _title(part.pages[0], stamp), anchor or anchors[_key(part.pages[0])], below)
        )
    return (
        environment()
        .get_template("document.html.j2")
        .render(
            sheets=_sheets(printed),
            contents=() if brief else contents,
            stamp=stamp,
            text=text,
            sheet=sheet,
            grids=grids,
            words=words,
            runs_of=_told,
        )
    )


def _sheets(parts: Sequence[Printed]) -> list[tuple[bool, list[Printed]]]:
    """Return the parts in runs that lie on paper of one kind, turned or not: the head is repeated above each page of such a run."""
    return [(wide, list(held)) for wide, held in groupby(parts, key=lambda part: part.wide)]


def _title(page: Page, stamp: Stamp) -> str:
    """Return a page's title in a document whose own title is told already."""
    first = next((words(block.line) for block in page.blocks if isinstance(block, Heading) and block.level == 1), page.title)
    return page.title if first == stamp.title else first


def _key(page: Page) -> str:
    """Return what stands for a page among the anchors."""
    return f"page {page.address} {page.title}"


def _page_anchor(page: Page, part: DocumentPart, anchors: dict[str, str]) -> None:
    """Give a page an anchor for its address and for the record that it shows."""
    place, rest = split_first(page.address)
    view = VIEWS.get(place)
    record = written(view.shows, rest) if rest and view and view.shows else page.address
    free = page.address not in anchors
    anchor = _name(record if free else f"{page.address} {page.title}")
    while anchor in anchors.values():
        anchor += "-more"
    anchors[_key(page)] = anchor
    for address in (record, page.address, part.id if part.pages[0] is page else ""):
        if address:
            anchors.setdefault(address, anchor)


def _heading_anchors(page: Page, anchors: dict[str, str]) -> None:
    """Give what a heading or a note stands for an anchor, where no page stands for it."""
    for block in page.blocks:
        to = _stands_for(block)
        if to and to not in anchors and (name := _name(to)) not in anchors.values():
            anchors[to] = name


def _stands_for(block: object) -> str:
    """Return the address that a heading below the title, or the name at the beginning of an item, stands for."""
    if isinstance(block, Item) and block.anchor:
        return block.anchor
    if isinstance(block, Heading) and block.level > 1 and block.line:
        return block.line[0].to or ""
    return ""


def _name(address: str) -> str:
    return re.sub(r"[^a-z0-9-]+", "-", address.lower()).strip("-") or "page"


def _shown(page: Page, stamp: Stamp, anchors: Mapping[str, str], given: set[str], *, deeper: bool, brief: bool) -> Iterator[BlockRun]:
    """Give the runs of a page, its headings a level deeper below the title of the document, and one more below that of a part.

    `given` are the anchors that stand in the document already.
    """
    for run in runs(page):
        if brief and run.kind == "para":  # the head of the document has the handling mark already
            run = BlockRun("para", tuple(one for one in run.blocks if isinstance(one, Para) and words(one.line) != stamp.handling))
        if run.kind == "item":
            yield BlockRun("item", tuple(_listed(run)))
            continue
        if run.kind != "heading":
            yield run
            continue
        out: list[Anchored] = []
        for block in run.blocks:
            assert isinstance(block, Heading)
            if block.level == 1:
                if brief and words(block.line) == stamp.title:
                    continue
                title = _title(page, stamp)
                told = block.line if title == words(block.line) else tuple(type(block.line[0])(title) for _ in block.line[:1])
                out.append(Anchored(2 + deeper, told, anchors[_key(page)]))
            else:
                to = _stands_for(block)
                anchor = anchors.get(to, "")
                own = bool(anchor) and anchor == _name(to) and anchor not in given
                given.add(anchor)
                out.append(Anchored(block.level + (not brief) + deeper, block.line, anchor if own else "", to if own else ""))
        yield BlockRun("heading", tuple(out))


def _told(blocks: Sequence[Block]) -> Iterator[BlockRun]:
    """Give the runs of the words of a picture, which have no headings."""
    for run in runs(Page("", tuple(blocks))):
        yield BlockRun("item", tuple(_listed(run))) if run.kind == "item" else run


def _listed(run: BlockRun) -> Iterator[Listed]:
    items = [one for one in run.blocks if isinstance(one, Item)]
    starts = [place for place, one in enumerate(items) if one.mark.strip() or not place]
    for start, end in zip(starts, [*starts[1:], len(items)], strict=True):
        yield Listed(items[start], tuple(one.line for one in items[start + 1 : end]))
