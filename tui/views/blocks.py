"""What a page is made of. A span's role says what its words are; each medium decides how that looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from tui.frozen import frozen

if TYPE_CHECKING:
    from tui.views.claims import Claim

Role = Literal[
    "text",
    "strong",
    "dim",
    "label",
    "quote",
    "number",
    "stated",
    "reported",
    "document",
    "judgement",
    "unsaid",
    "source",
    "insert",
    "delete",
    "same",
    "changed",
    "new",
    "dropped",
    "opposed",
    "silent",
    "crossed",
    "strained",
    "met",
    "unclear",
    "status",
    "warning",
    "lit",
]


@frozen
class Span:
    """Words with a role; `to` is the address they lead to (`red_line/ua-army`), where they lead anywhere."""

    text: str
    role: Role = "text"
    to: str | None = None

    def __init__(self, text: str, role: Role = "text", to: str | None = None) -> None:  # a page has thousands: five times as fast
        held = self.__dict__
        held["text"] = text
        held["role"] = role
        held["to"] = to


Line = tuple[Span, ...]


@frozen
class Heading:
    """A heading; level 1 is the page's title, 2 a part, 3 a part of a part."""

    line: Line
    level: Literal[1, 2, 3] = 2


@frozen
class Para:
    """A paragraph, wrapped, set in by `indent` cells."""

    line: Line
    indent: int = 0


@frozen
class Field:
    """A label and what it says. Fields that follow each other share the width of their labels."""

    label: str
    line: Line


@frozen
class Item:
    """One item of a list, hanging from its mark; of a note, `anchor` is the address of the source that its number stands for."""

    line: Line
    mark: str = "-"
    indent: int = 0
    anchor: str = ""


@frozen
class Columns:
    """A table whose cells wrap inside themselves; where a column would fall under `narrowest` cells, rows are stacked instead.

    `caption` tells what it is to who hears it and does not see it. On paper there is room for heads in words, `full_heads`, where numbers
    stand for them elsewhere, with the `key` to these above the table; `shares` are the hundredths of the width of each column on paper. The
    first cell of a row names it, unless it is not `named`: then each cell is of its column alone.
    """

    heads: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    narrowest: int = 18
    caption: str = ""
    shares: tuple[int, ...] = ()
    full_heads: tuple[Line, ...] = ()
    key: Line = ()
    named: bool = True


@frozen
class BlankLine:
    """One empty line."""


@frozen
class Picture:
    """A drawing of an answer, for a medium that can draw it; `line` says in a sentence what is seen.

    `told` has all of it in words, where no other block of the page does: for a medium that cannot draw it, and for who sees no picture.
    """

    drawing: object
    line: Line
    title: str
    told: tuple[Block, ...] = ()


@frozen
class Sketch:
    """Lines drawn for the width at hand, which are not wrapped."""

    lines: tuple[Line, ...]


Block = Heading | Para | Field | Item | Columns | BlankLine | Picture | Sketch


@frozen
class Page:
    """A titled run of blocks; `address` is where the program shows it.

    `says` tells who says what stands on it, for who asks; None where nothing is stated.
    """

    title: str
    blocks: tuple[Block, ...]
    address: str = ""
    says: Callable[[], Sequence[Claim]] | None = None


def unlinked(of: Line, leads: Callable[[str], bool] = lambda _: False) -> Line:
    """Return a line without the links that lead nowhere: what the store of the day does not know has no page."""
    return tuple(replace(span, to=None) if span.to and not leads(span.to) else span for span in of)


def mapped(page: Page, change: Callable[[Line], Line]) -> Page:
    """Return the page with every line of it changed."""

    def block(of: Block) -> Block:
        if isinstance(of, BlankLine):
            return of
        if isinstance(of, Sketch):
            return Sketch(tuple(map(change, of.lines)))
        if isinstance(of, Picture):
            return replace(of, line=change(of.line), told=tuple(map(block, of.told)))
        if isinstance(of, Columns):
            return replace(
                of,
                heads=tuple(map(change, of.heads)),
                full_heads=tuple(map(change, of.full_heads)),
                key=change(of.key),
                rows=tuple(tuple(map(change, row)) for row in of.rows),
            )
        return replace(of, line=change(of.line))

    return replace(page, blocks=tuple(map(block, page.blocks)))


def undrawn(page: Page) -> Page:
    """Return the page with the words of every picture in its place, for a medium that cannot draw."""
    return instead(page, lambda one: (Para((Span(f"{one.title}: ", "label"), *one.line)), *one.told))


def instead(page: Page, of: Callable[[Picture], tuple[Block, ...]]) -> Page:
    """Return the page with other blocks in the place of each picture."""
    if not any(isinstance(block, Picture) for block in page.blocks):
        return page
    return replace(page, blocks=tuple(one for block in page.blocks for one in (of(block) if isinstance(block, Picture) else (block,))))


def links_of(page: Page) -> set[str]:
    """Return every address that the page leads to."""
    found: set[str] = set()

    def collect(of: Line) -> Line:
        found.update(span.to for span in of if span.to)
        return of

    mapped(page, collect)
    return found


def line(*parts: str | Span) -> Line:
    """Make a line of spans from words and spans; empty words are left out."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts if part)


def joined(parts: list[Span] | tuple[Span, ...], between: str = ", ") -> Line:
    """Join spans with a separator between them."""
    out: list[Span] = []
    for part in parts:
        if out:
            out.append(Span(between))
        out.append(part)
    return tuple(out)


def words(of: Line) -> str:
    """Return the bare words of a line."""
    return "".join(span.text for span in of)
