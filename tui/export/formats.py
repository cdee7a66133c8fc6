"""FORMATS: the formats by name; PARTS: what can be exported, by name; and `export`, which puts the two together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType, ModuleType
from typing import Any

from tui.export.data import json_text
from tui.export.documents import html_text, markdown_text
from tui.export.parts import compare, guarantees, overview, parties, red_lines, sources, timeline
from tui.export.stamp import Stamp, stamp
from tui.export.tables import Table, csv_text
from tui.findings import BadInput
from tui.frozen import frozen
from tui.pages.blocks import Page
from tui.store.read import Store

ALL = "all"


@frozen
class Part:
    """One thing to export; `wide_pages` are for a document with room for columns, where that is another one."""

    pages: Callable[[Store, Sequence[str]], list[Page]]
    table: Callable[[Store, Sequence[str]], Table]
    data: Callable[[Store, Sequence[str]], Any]
    wide_pages: Callable[[Store, Sequence[str]], list[Page]] | None = None


def _part(module: ModuleType) -> Part:
    return Part(module.pages, module.table, module.data, getattr(module, "wide_pages", None))


PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "overview": _part(overview),
        "parties": _part(parties),
        "red-lines": _part(red_lines),
        "guarantees": _part(guarantees),
        "compare": _part(compare),
        "timeline": _part(timeline),
        "sources": _part(sources),
    }
)


def export(store: Store, digests: Mapping[str, str], name: str, what: str, plans: Sequence[str] = ()) -> str:
    """A part of the briefing, or `all` of it, as a file in the format called `name`; `digests` are those of the source files."""
    if name not in FORMATS:
        raise BadInput(f"No format is called {name!r}. Known: {', '.join(FORMATS)}.")
    if what not in PARTS and what != ALL:
        raise BadInput(f"No part is called {what!r}. Known: {', '.join((*PARTS, ALL))}.")
    parts = dict(PARTS) if what == ALL else {what: PARTS[what]}
    return FORMATS[name](store, parts, tuple(plans), stamp(store, digests))


def _markdown(store: Store, parts: Mapping[str, Part], plans: Sequence[str], head: Stamp) -> str:
    return markdown_text([page for part in parts.values() for page in part.pages(store, plans)], head)


def _html(store: Store, parts: Mapping[str, Part], plans: Sequence[str], head: Stamp) -> str:
    pages = [page for part in parts.values() for page in (part.wide_pages or part.pages)(store, plans)]
    return html_text(pages, head, wide=any(part.wide_pages for part in parts.values()))


def _csv(store: Store, parts: Mapping[str, Part], plans: Sequence[str], head: Stamp) -> str:
    if len(parts) > 1:
        raise BadInput(f"A CSV file holds one grid. Say which one with --what: {', '.join(PARTS)}.")
    table = next(iter(parts.values())).table(store, plans)
    # On every line, since a spreadsheet sorts and cuts: the handling mark must not part from what it marks.
    told = (head.handling, head.as_at, head.short_digest)
    return csv_text(Table((*table.heads, "handling", "as at", "data"), tuple((*row, *told) for row in table.rows)))


def _json(store: Store, parts: Mapping[str, Part], plans: Sequence[str], head: Stamp) -> str:
    return json_text(asdict(head) | {name: part.data(store, plans) for name, part in parts.items()})


FORMATS: Mapping[str, Callable[[Store, Mapping[str, Part], Sequence[str], Stamp], str]] = MappingProxyType(
    {"md": _markdown, "html": _html, "csv": _csv, "json": _json}
)
