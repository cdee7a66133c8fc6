"""What the front of a subject offers, and how an address becomes what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, Protocol, cast

from tui.address import Address
from tui.errors import BadInput
from tui.frozen import frozen
from tui.model import KINDS
from tui.store.read import Store
from tui.views import TABS, VIEWS, WHOLE
from tui.views.blocks import Page
from tui.views.data import Table
from tui.views.pane import Pane

Shown = tuple[Any, Page]


@frozen
class ExportPart:
    """What an export has of a subject: pages, one grid, and data; each of a store and the plans chosen, where the subject takes plans.

    `wide_document` is for a document with room for columns, where that is another one; `within` for a document of the whole briefing, where
    what another part of it tells is left to that part. `title` is what the part is called there, else it is the subject's own.
    """

    document: Callable[[Store, Sequence[str]], list[Page]]
    table: Callable[[Store, Sequence[str]], Table]
    data: Callable[[Store, Sequence[str]], Any]
    wide_document: Callable[[Store, Sequence[str]], list[Page]] | None = None
    within: Callable[[Store, Sequence[str]], list[Page]] | None = None
    title: str = ""


class Subject(Protocol):
    """The front of a subject. One that exports have offers its `ExportPart` as `PART`, too."""

    def at(self, store: Store, rest: str) -> Shown:
        """Return the answer and the page of `ID/rest`. NoSuchRecord or BadInput where there is none."""

    def pane(self, store: Store, rest: str) -> Pane:
        """Return the pane; a subject without a tab opens it at `ID/rest`, others are told the row later."""


class Exported(Subject, Protocol):
    """The front of a subject that exports have."""

    PART: ExportPart


class Whole(Subject, Protocol):
    """The front of a subject that shows a kind of record whole. `PLACES` are the words that lead to a view of it, and are no ids."""

    PLACES: tuple[str, ...]

    def whole(self, store: Store, ident: str) -> Shown:
        """Return one record of that kind and its page, with what refers to it. Raise NoSuchRecord with the nearest."""


def tab(pane: Callable[[Store], Pane]) -> Callable[[Store, str], Pane]:
    """Return the `pane` of the front of a subject with a tab: its pane, which is told the row of an address later."""
    return lambda store, _rest: pane(store)


def parts(ids: Iterable[str]) -> dict[str, ExportPart]:
    """Return what an export has of the subjects of these ids."""
    return {ident: cast("Exported", VIEWS[ident].load()).PART for ident in ids}


def page_at(store: Store, address: str) -> Shown:
    """Return the answer and the page at an address: a subject (`red-lines`), a place in it (`parties/ukraine`), a record or a point.

    BadInput for what is no address, NoSuchRecord for what it names and there is not.
    """
    named = Address.parse(address)
    if named.head in VIEWS:
        return VIEWS[named.head].load().at(store, named.rest)
    if named.head in WHOLE and named.id and not named.number:
        whole = cast("Whole", WHOLE[named.head].load())
        answer, shown = whole.whole(store, named.id)
        return answer, replace(shown, address=str(named))
    if named.head in KINDS and named.id:
        from tui.views.record import page as pages  # 50 ms: most addresses of a start are no records
        from tui.views.record.question import record

        found = record(store, named.head, named.id, named.number)
        return found, pages.page(found)
    raise BadInput(f"{address!r} is no address; panes are {', '.join(TABS)}, and records are KIND/ID, as in red_line/ID or plan/ID/NUMBER")


def pane_at(store: Store, address: str) -> Pane:
    """Return the pane that an address opens above the one where the reader is: a subject without a tab, or the page of a record."""
    named = Address.parse(address)
    if named.head in VIEWS:
        return VIEWS[named.head].load().pane(store, named.rest)
    from tui.views.record.pane import Leaf  # 0.8 ms: most addresses of a start are no records

    return Leaf(store, page_at(store, address)[1])
