"""Every address of the app as an answer and a page: its plain twin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tui.answers.record import record
from tui.app.places import PLACES
from tui.findings import BadInput
from tui.model import KINDS, Plan
from tui.pages import record as record_pages
from tui.pages.blocks import Page
from tui.store.read import Store

Shown = tuple[Any, Page]


def page_at(store: Store, address: str, *, later: bool = False) -> Shown:
    """The answer and the page at an address: a pane (`red-lines`), a place in one (`parties/ukraine`), a record (`plan/us-28/6`).

    With `later` the timeline goes on with the events that became known after the day, marked; not for who asked for a day.
    """
    head, _, rest = address.strip("/").partition("/")
    if head == "timeline":
        return _timeline(store, rest, later=later)
    if head in _PANES:
        return _PANES[head](store, rest)
    if head in KINDS and rest:
        ident, _, number = rest.partition("/")
        answer = record(store, head, ident, number or None)
        return answer, record_pages.page(answer)
    raise BadInput(
        f"{address!r} is no address; panes are {', '.join(PLACES)}, and records are KIND/ID, as in red_line/ID or plan/ID/NUMBER"
    )


def _overview(store: Store, rest: str) -> Shown:
    from tui.answers.overview import overview
    from tui.pages import overview as pages

    del rest
    answer = overview(store)
    return answer, pages.page(answer)


def _parties(store: Store, rest: str) -> Shown:
    from tui.answers.parties import parties, party
    from tui.pages import parties as pages

    if rest:
        answer = party(store, rest)
        return answer, pages.page(answer)
    rows = parties(store)
    return rows, pages.list_page(rows)


def _red_lines(store: Store, rest: str) -> Shown:
    from tui.answers.red_lines import grid, red_line, red_lines
    from tui.pages import red_lines as pages

    if rest == "grid":
        found = grid(store)
        return found, pages.grid_page(found)
    if rest:
        one = red_line(store, rest)
        return one, pages.line_page(one)
    lines = red_lines(store)
    return lines, pages.lines_page(lines)


def _guarantees(store: Store, rest: str) -> Shown:
    from tui.answers.guarantees import guarantees
    from tui.pages import guarantees as pages

    views = {"": pages.grid_page, "list": pages.grid_page, "grid": pages.grid_page, "glance": pages.glance_page}
    options = guarantees(store, None if rest in views else [rest])
    return options, views[rest](options) if rest in views else pages.option_page(options[0])


def _compare(store: Store, rest: str) -> Shown:
    from tui.answers.comparison import compare
    from tui.answers.passages import cells
    from tui.findings import NoSuchRecord
    from tui.pages import comparison as pages

    plans, _, wanted = rest.partition("/")
    known = [plan.id for plan in store.all("plan") if isinstance(plan, Plan)]
    ids = plans.split("+") if plans else [one for one in store.manifest.compare if one in known] or known[:2]
    found = compare(store, ids)
    if not wanted:
        return found, pages.comparison_page(found, lambda row: cells(store, found, row), whole=False)
    row = found.row(wanted)
    if row is None:
        raise NoSuchRecord(
            f"this comparison has no row {wanted!r}; name an issue, a number, or a point such as {known[0] if known else 'plan'}/1"
        )
    held = cells(store, found, row)
    return held, pages.row_page(found, row, held)


def _timeline(store: Store, rest: str, *, later: bool = False) -> Shown:
    from tui.answers.timeline import entry, timeline
    from tui.pages import timeline as pages

    if rest:
        one = entry(store, rest, later=later)
        return one, pages.entry_page(one)
    found = timeline(store, later=later)
    return found, pages.page(found)


def _sources(store: Store, rest: str) -> Shown:
    from tui.answers.sources import source, sources
    from tui.pages import sources as pages

    if rest:
        answer = source(store, rest)
        return answer, pages.page(answer)
    rows = sources(store)
    return rows, pages.list_page(rows)


_PANES: dict[str, Callable[[Store, str], Shown]] = {
    "overview": _overview,
    "parties": _parties,
    "red-lines": _red_lines,
    "guarantees": _guarantees,
    "compare": _compare,
    "timeline": _timeline,
    "sources": _sources,
}
assert tuple(_PANES) == PLACES
