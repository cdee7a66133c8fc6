"""Pages as Markdown that pastes well; and the templates from which documents are made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from tui.frozen import frozen
from tui.hostile import clean, isolated
from tui.render.stamp import Stamp
from tui.views.blocks import Item, Line, Page, Span, undrawn, words

if TYPE_CHECKING:
    from jinja2 import Environment

_MARKDOWN = re.compile(r"[\\`*_\[\]|~$]")
_AT_START = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")
_UNLINKED = re.compile(r"[\s<>\\]")
_ENTITY = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


@frozen
class BlockRun:
    """Blocks of one kind that follow each other: fields make one list, items another."""

    kind: str
    blocks: tuple[object, ...]


def markdown_text(pages: Sequence[Page], stamp: Stamp, outward: Mapping[str, str]) -> str:
    """Return the pages as Markdown (CommonMark with tables); nothing in them can become markup.

    A note leads to its address in `outward`.
    """
    told = [tuple(runs(undrawn(page))) for page in pages]
    text = environment().get_template("document.md.j2").render(pages=told, stamp=stamp, outward=outward)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def runs(page: Page) -> Iterator[BlockRun]:
    """Return the blocks of a page in runs of one kind."""
    for kind, blocks in groupby(page.blocks, key=lambda block: type(block).__name__.lower()):
        yield BlockRun(kind, tuple(blocks))


def escaped(text: str, *, lines: bool = False) -> str:
    """Return words that stay words in Markdown, wherever in a line they stand; their own line breaks become spaces unless `lines`.

    Words from right to left are kept apart.
    """
    text = _MARKDOWN.sub(r"\\\g<0>", isolated(clean(text, lines=lines)))
    for character, entity in _ENTITY.items():
        text = text.replace(character, entity)
    return text


def markdown_line(line: Line) -> str:
    """Return a line as one Markdown paragraph; its own line breaks stay."""
    parts = [_AT_START.sub(_guarded, part) for part in escaped(words(line), lines=True).split("\n")]
    return "<br>".join(part.strip() for part in parts)


def markdown_item(item: Item) -> str:
    """Return a list item with its mark, a note with its number; an item without one goes on from the item above it."""
    mark = item.mark.strip()
    if item.anchor:
        return f"{mark} {markdown_line(item.line)}"
    lead = "- " if mark else "  - "
    return lead + markdown_line((Span(f"{mark} "), *item.line) if mark not in ("", "-") else item.line)


def _line_of_words(text: str) -> str:
    """Return words that begin a line of their own."""
    return markdown_line((Span(clean(text, lines=False)),))


def _link(address: str) -> str:
    """Return an address as it stands between < and >."""
    return _UNLINKED.sub(lambda found: quote(found.group()), clean(address, lines=False))


def _guarded(match: re.Match[str]) -> str:
    """Escape a sign at the start of a line that would open a heading, a list or a rule."""
    lead, sign = match.groups()
    return f"{lead}{sign}\\" if sign[0].isdigit() else f"{lead}\\{sign}"


def _clean_span(span: Span) -> str:
    return clean(span.text)


@cache
def environment() -> Environment:
    """Return the templates, which escape what is put into HTML."""
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape  # 40 ms, and only documents need it

    environment = Environment(
        loader=PackageLoader("tui.render"),
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        md=markdown_line, mditem=markdown_item, mdtext=escaped, mdwords=_line_of_words, mdlink=_link, clean=clean, spantext=_clean_span
    )
    return environment
