"""FORMATS: the formats by name; PARTS: the subjects that can be exported; and `export`, which puts the two together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType

from tui.errors import BadInput
from tui.render.documents import html_text, markdown_text
from tui.render.stamp import Stamp, stamp
from tui.render.tables import csv_text
from tui.store.read import Store
from tui.views import VIEWS
from tui.views.data import Table, json_text
from tui.views.subject import ExportPart, parts

ALL = "all"
PARTS: tuple[str, ...] = tuple(ident for ident, view in VIEWS.items() if view.exported)


def export(store: Store, digests: Mapping[str, str], name: str, what: str, plans: Sequence[str] = ()) -> str:
    """Return a part of the briefing, or `all` of it, as a file in the format called `name`; `digests` are those of the source files."""
    if name not in FORMATS:
        raise BadInput(f"No format is called {name!r}. Known: {', '.join(FORMATS)}.")
    if what not in PARTS and what != ALL:
        raise BadInput(f"No part is called {what!r}. Known: {', '.join((*PARTS, ALL))}.")
    chosen = parts(PARTS if what == ALL else (what,))
    return FORMATS[name](store, chosen, tuple(plans), stamp(store, digests))


def _markdown(store: Store, parts: Mapping[str, ExportPart], plans: Sequence[str], head: Stamp) -> str:
    return markdown_text([page for part in parts.values() for page in part.document(store, plans)], head)


def _html(store: Store, parts: Mapping[str, ExportPart], plans: Sequence[str], head: Stamp) -> str:
    pages = [page for part in parts.values() for page in (part.wide_document or part.document)(store, plans)]
    return html_text(pages, head, wide=any(part.wide_document for part in parts.values()))


def _csv(store: Store, parts: Mapping[str, ExportPart], plans: Sequence[str], head: Stamp) -> str:
    if len(parts) > 1:
        raise BadInput(f"A CSV file holds one grid. Say which one with --what: {', '.join(PARTS)}.")
    table = next(iter(parts.values())).table(store, plans)
    # On every line, since a spreadsheet sorts and cuts: the handling mark must not part from what it marks.
    told = (head.handling, head.as_at, head.short_digest)
    return csv_text(Table((*table.heads, "handling", "as at", "data"), tuple((*row, *told) for row in table.rows)))


def _json(store: Store, parts: Mapping[str, ExportPart], plans: Sequence[str], head: Stamp) -> str:
    return json_text(asdict(head) | {name: part.data(store, plans) for name, part in parts.items()})


FORMATS: Mapping[str, Callable[[Store, Mapping[str, ExportPart], Sequence[str], Stamp], str]] = MappingProxyType(
    {"md": _markdown, "html": _html, "csv": _csv, "json": _json}
)
