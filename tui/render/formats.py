"""FORMATS: the formats by name; PARTS: the subjects that can be exported; and `export`, which puts the two together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType

from tui.errors import BadInput
from tui.frozen import frozen
from tui.model import Source
from tui.render.citations import bibtex_text, csl_text
from tui.render.documents import markdown_text
from tui.render.sources import SourceNotes
from tui.render.spreadsheet import csv_text, xlsx_bytes
from tui.render.stamp import Stamp, stamp
from tui.render.web import DocumentPart, html_text
from tui.render.word import docx_bytes
from tui.store.read import Store
from tui.views import VIEWS
from tui.views.blocks import Page
from tui.views.data import Table, json_text
from tui.views.subject import ExportPart, parts

ALL = "all"
MARK = "\ufeff"  # of UTF-8: without it, spreadsheets take a text for one of their own system's letters
PARTS: tuple[str, ...] = tuple(ident for ident, view in VIEWS.items() if view.exported)

_NONE: Mapping[str, ExportPart] = MappingProxyType({})
Made = str | bytes | Mapping[str, str]  # text, a file that is no text, or the texts of several files by their names


@frozen
class ToExport:
    """What an export is made of: the store, the parts by their ids, the plans chosen, and what stands at head and foot."""

    store: Store
    parts: Mapping[str, ExportPart]
    plans: Sequence[str]
    head: Stamp


@frozen
class Format:
    """One format: what makes it; what it is; whether a file of it begins with the mark of UTF-8, without which spreadsheets misread
    letters; and whether it is of the whole briefing alone.
    """

    make: Callable[[ToExport], Made]
    about: str
    marked: bool = False
    whole: bool = False


def export(
    store: Store, digests: Mapping[str, str], name: str, what: str | None, plans: Sequence[str] = (), own: Mapping[str, ExportPart] = _NONE
) -> Made:
    """Return a part of the briefing, or `all` of it, as a file in the format called `name`; `digests` are those of the source files.

    `own` are parts of the reader's own, which stand behind it; where `what` is None they are all there is.
    """
    if name not in FORMATS:
        raise BadInput(f"No format is called {name!r}. Known: {', '.join(FORMATS)}.")
    if what is not None and what not in PARTS and what != ALL:
        raise BadInput(f"No part is called {what!r}. Known: {', '.join((*PARTS, ALL))}.")
    if FORMATS[name].whole and own:
        raise BadInput(f"{name} holds the sources of the whole briefing; leave --basket and --notes out")
    if FORMATS[name].whole and what != ALL:
        raise BadInput(f"{name} holds the sources of the whole briefing; leave --what out")
    chosen = {**parts(PARTS if what == ALL else (what,) if what else ()), **own}
    return FORMATS[name].make(ToExport(store, chosen, tuple(plans), stamp(store, digests)))


def parts_of(name: str) -> tuple[str, ...]:
    """Return the parts that a format can be asked for, `all` last."""
    return (ALL,) if FORMATS[name].whole else (*PARTS, ALL)


def made_document(store: Store, digests: Mapping[str, str], name: str, page: Page, sheet: str = "brief") -> Made:
    """Return one page as a document in one of DOCUMENTS; the `sheet` is that of a brief, which has notes of its own, or `document`."""
    return DOCUMENTS[name]([DocumentPart(page.address, page.title, (page,))], stamp(store, digests), _sources(store), sheet)


def _sources(store: Store, *, every: bool = False) -> SourceNotes:
    return SourceNotes((one for one in store.all("source") if isinstance(one, Source)), every=every)


def _document(make: Callable[[Sequence[DocumentPart], Stamp, SourceNotes, str], Made], *, wide: bool = False) -> Callable[[ToExport], Made]:
    """Return what makes a document of the parts asked for; `wide` where it has room for columns and numbers its sources.

    Of several parts it tells nothing twice.
    """

    def made(of: ToExport) -> Made:
        found = []
        whole = wide and len(of.parts) > 1
        for ident, part in of.parts.items():
            drawn = (part.within if whole else None) or (part.wide_document if wide else None) or part.document
            pages = tuple(drawn(of.store, of.plans))
            if pages:
                found.append(DocumentPart(ident, part.title or VIEWS[ident].title, pages, wide=wide and part.wide_document is not None))
        return make(found, of.head, _sources(of.store, every=whole), "document")

    return made


def _markdown(found: Sequence[DocumentPart], head: Stamp, sources: SourceNotes, sheet: str) -> str:
    del sheet
    return markdown_text([page for part in found for page in part.pages], head, sources.outward)


def _html(found: Sequence[DocumentPart], head: Stamp, sources: SourceNotes, sheet: str) -> str:
    return html_text(found, head, sources, sheet=sheet)


def _docx(found: Sequence[DocumentPart], head: Stamp, sources: SourceNotes, sheet: str) -> bytes:
    return docx_bytes(found, head, sources, brief=sheet == "brief")


def _csv(of: ToExport) -> Made:
    grids = {f"{name}.csv": csv_text(table) for name, table in _grids(of).items()}
    return grids if len(grids) > 1 else next(iter(grids.values()))


def _xlsx(of: ToExport) -> bytes:
    return xlsx_bytes(_grids(of), of.head)


def _grids(of: ToExport) -> dict[str, Table]:
    return {ident: _grid(part.table(of.store, of.plans), of.head) for ident, part in of.parts.items()}


def _grid(table: Table, head: Stamp) -> Table:
    # On every line, since a spreadsheet sorts and cuts: the handling mark must not part from what it marks.
    told = (head.handling, head.as_at, head.short_digest)
    return Table((*table.heads, "handling", "as at", "data"), tuple((*row, *told) for row in table.rows))


def _json(of: ToExport) -> str:
    return json_text(asdict(of.head) | {name: part.data(of.store, of.plans) for name, part in of.parts.items()})


def _cited(make: Callable[[Iterable[Source], Stamp], str]) -> Callable[[ToExport], str]:
    return lambda of: make((one for one in of.store.all("source") if isinstance(one, Source)), of.head)


DOCUMENTS: Mapping[str, Callable[[Sequence[DocumentPart], Stamp, SourceNotes, str], Made]] = MappingProxyType(
    {"md": _markdown, "html": _html, "docx": _docx}
)
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "md": Format(_document(_markdown), "Markdown"),
        "html": Format(_document(_html, wide=True), "one HTML file that prints well"),
        "docx": Format(_document(_docx, wide=True), "a document for Word and its like"),
        "csv": Format(_csv, "a table, a file for each part", marked=True),
        "xlsx": Format(_xlsx, "tables for Excel and its like, a sheet for each part"),
        "json": Format(_json, "data, with the names of the source files"),
        "csl-json": Format(_cited(csl_text), "the sources for Zotero and its like", whole=True),
        "bibtex": Format(_cited(bibtex_text), "the sources for LaTeX", whole=True),
    }
)
