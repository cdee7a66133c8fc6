"""Pages as documents: Markdown that pastes well, and one HTML file that needs nothing beside it and prints well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from tui.address import split_first, written
from tui.frozen import frozen
from tui.hostile import clean
from tui.render.stamp import Stamp
from tui.views import VIEWS
from tui.views.blocks import Block, Heading, Item, Line, Page, Span, words

if TYPE_CHECKING:
    from jinja2 import Environment

_MARKDOWN = re.compile(r"[\\`*_\[\]|~$]")
_AT_START = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")
_ENTITY = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


@frozen
class Anchored:
    """A heading of an HTML document, with the anchor that references lead to; empty where none leads here."""

    level: int
    line: Line
    anchor: str


@frozen
class BlockRun:
    """Blocks of one kind that follow each other: fields make one list, items another."""

    kind: str
    blocks: tuple[Block | Anchored, ...]


def markdown_text(pages: Sequence[Page], stamp: Stamp) -> str:
    """Return the pages as Markdown (CommonMark with tables); nothing in them can become markup."""
    text = _environment().get_template("document.md.j2").render(pages=[tuple(runs(page)) for page in pages], stamp=stamp)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def html_text(pages: Sequence[Page], stamp: Stamp, *, wide: bool = False) -> str:
    """Return the pages as one HTML file without scripts or outside parts; `wide` turns the paper, for tables of several columns."""
    anchors: dict[str, str] = {}
    anchored = [tuple(_anchored(run, anchors, _record_of(page)) for run in runs(page)) for page in pages]
    return _environment().get_template("document.html.j2").render(pages=anchored, anchors=anchors, stamp=stamp, wide=wide)


def runs(page: Page) -> Iterator[BlockRun]:
    """Return the blocks of a page in runs of one kind."""
    for kind, blocks in groupby(page.blocks, key=lambda block: type(block).__name__.lower()):
        yield BlockRun(kind, tuple(blocks))


def escaped(text: str) -> str:
    """Return words that stay words in Markdown, wherever they stand."""
    text = _MARKDOWN.sub(r"\\\g<0>", clean(text))
    for character, entity in _ENTITY.items():
        text = text.replace(character, entity)
    return text


def markdown_line(line: Line) -> str:
    """Return a line as one Markdown paragraph; its own line breaks stay."""
    parts = [_AT_START.sub(_guarded, part) for part in escaped(words(line)).split("\n")]
    return "<br>".join(part.strip() for part in parts)


def markdown_item(item: Item) -> str:
    """Return a list item with its mark; an item without one goes on from the item above it."""
    mark = item.mark.strip()
    lead = "- " if mark else "  - "
    return lead + markdown_line((Span(f"{mark} "), *item.line) if mark not in ("", "-") else item.line)


def _guarded(match: re.Match[str]) -> str:
    """Escape a sign at the start of a line that would open a heading, a list or a rule."""
    lead, sign = match.groups()
    return f"{lead}{sign}\\" if sign[0].isdigit() else f"{lead}\\{sign}"


def _record_of(page: Page) -> str:
    """Return the address of the record that a page is about: `parties/ukraine` shows `party/ukraine`; empty for a page about many."""
    place, rest = split_first(page.address)
    view = VIEWS.get(place)
    return written(view.shows, rest) if rest and view and view.shows else ""


def _anchored(run: BlockRun, anchors: dict[str, str], about: str) -> BlockRun:
    """Give headings an anchor for the address that they stand for; of several for one address the first has it.

    A page's title stands for its record, a heading of the second level for what its first words lead to.
    """
    if run.kind != "heading":
        return run
    out: list[Anchored] = []
    for block in run.blocks:
        assert isinstance(block, Heading)
        to = {1: about, 2: block.line[0].to if block.line else ""}.get(block.level)
        anchor = re.sub(r"[^a-z0-9-]+", "-", to.lower()) if to and to not in anchors else ""
        if to and anchor:
            anchors[to] = anchor
        out.append(Anchored(block.level, block.line, anchor))
    return BlockRun(run.kind, tuple(out))


def _clean_span(span: Span) -> str:
    return clean(span.text)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape  # 40 ms, and only documents need it

    environment = Environment(
        loader=PackageLoader("tui.render"),
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(md=markdown_line, mditem=markdown_item, mdtext=escaped, clean=clean, spantext=_clean_span)
    return environment
