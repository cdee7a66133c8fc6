"""The places that somebody means who types where to go: an address as the program prints it, an id, or a plan and the number of a point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.address import Address, written
from tui.fold import split
from tui.frozen import frozen
from tui.model import KINDS, Plan, names_of
from tui.store.read import Store
from tui.views import TABS, VIEWS
from tui.views.titles import title_of

_POINT = re.compile(r"\A(?P<plan>\S.*?)(?:/|(?<!\s),?\s++)(?:(?:point|no\.?|p\.)\s*)?(?P<number>[0-9A-Za-z]{1,6})", re.IGNORECASE)


@frozen
class Meant:
    """A place that may be meant: its address, what it is, and what it is called."""

    address: str
    kind: str
    title: str


def destinations(store: Store, text: str) -> tuple[Meant, ...]:
    """Return the places that a text names by their addresses or ids, each once."""
    typed = text.strip().lower()
    if not typed:
        return ()
    return tuple({one.address: one for one in (*_of_view(typed), *_of_record(store, typed), *_of_point(store, typed))}.values())


def _of_view(typed: str) -> Iterator[Meant]:
    named = Address.parse(typed)
    if named.head in TABS and named.rest:
        yield Meant(str(named), "place", f"{TABS[named.head].title}: {named.rest}")
    elif named.head in VIEWS and named.head not in KINDS and not named.rest:
        yield Meant(named.head, "place", VIEWS[named.head].title)


def _of_record(store: Store, typed: str) -> Iterator[Meant]:
    named = Address.parse(typed)
    kind = named.head.replace("-", "_")
    if kind in KINDS and named.id and not named.number:
        yield from _record(store, kind, named.id)
    elif kind in KINDS and kind == Plan.kind and named.number:
        yield from _point(store, named.id, named.number)
    elif not named.rest:
        for one in KINDS:
            yield from _record(store, one, typed)


def _of_point(store: Store, typed: str) -> Iterator[Meant]:
    named = Address.parse(typed)
    match = _POINT.fullmatch(named.rest if named.head == Plan.kind else typed)
    if match is None:
        return
    words = split(match["plan"])
    for plan in store.cards(Plan.kind):
        if words in (split(plan.id), *map(split, names_of(plan))):
            yield from _point(store, plan.id, match["number"])


def _record(store: Store, kind: str, id_: str) -> Iterator[Meant]:
    if found := store.card(kind, id_):
        yield Meant(written(kind, id_), kind.replace("_", " "), title_of(store, found))


def _point(store: Store, plan_id: str, number: str) -> Iterator[Meant]:
    plan, held = store.card(Plan.kind, plan_id), store.holder(plan_id, number)
    if plan is not None and held is not None:
        yield Meant(written(Plan.kind, plan_id, number), "point", " ".join(filter(None, (title_of(store, plan), number, held[0].short))))
