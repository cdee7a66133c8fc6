"""Every address of the app as an answer and a page: its plain twin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tui.answers.columns import FEWEST, unasked
from tui.answers.record import record
from tui.dates import in_words
from tui.findings import BadInput, NoSuchRecord
from tui.model import KINDS
from tui.pages import record as record_pages
from tui.pages.blocks import Page
from tui.places import PLACES
from tui.store.read import Store

Shown = tuple[Any, Page]


def page_at(store: Store, address: str) -> Shown:
    """The answer and the page at an address: a pane (`red-lines`), a place in one (`parties/ukraine`), a record (`plan/us-28/6`)."""
    head, _, rest = address.strip("/").partition("/")
    if head == "later":
        return _later(store, rest)
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
    from tui.answers.line_grid import grid, touches_of
    from tui.answers.red_lines import red_line, red_lines, touches
    from tui.pages import red_lines as pages

    head, _, more = rest.partition("/")
    if rest == "grid":
        found = grid(store)
        return found, pages.grid_page(found)
    if head == "points" and more:
        plans, _, party = more.partition("/")
        found = grid(store, plans.split("+"), [party] if party else None)
        return found, pages.touches_page(found, touches_of(store, found))
    if more:
        one, found = red_line(store, head), grid(store, [more])
        cell = found.cell(one.id, found.columns[0].id)
        assert cell is not None
        return cell, pages.cell_page(one, found.columns[0], cell, touches(store, cell.plan, one.id))
    if rest:
        one = red_line(store, rest)
        return one, pages.line_page(one)
    lines = red_lines(store)
    return lines, pages.lines_page(lines)


def _guarantees(store: Store, rest: str) -> Shown:
    from tui.answers.axis import axis_of, on_axis
    from tui.answers.guarantees import guarantees
    from tui.pages import guarantees as pages
    from tui.pages.axis import axis_page

    views = {"": pages.grid_page, "list": pages.grid_page, "grid": pages.grid_page, "glance": pages.glance_page}
    if rest.startswith("axis/"):
        answer = on_axis(guarantees(store), axis_of(rest.removeprefix("axis/")))
        return answer, axis_page(answer)
    options = guarantees(store, None if rest in views else [rest])
    return options, views[rest](options) if rest in views else pages.option_page(options[0])


def _compare(store: Store, rest: str) -> Shown:
    from tui.answers.comparison import compare
    from tui.answers.passages import cells
    from tui.answers.row_asked import row_asked
    from tui.pages import comparison as pages

    plans, _, wanted = rest.partition("/")
    found = compare(store, plans.split("+") if plans else plans_unasked(store))
    if not wanted:
        told = {"columns": found.columns, "rows": tuple(found.rows), "untouched": tuple(found.untouched)}
        return told, pages.comparison_page(found, lambda row: cells(store, found, row), whole=False)
    row = row_asked(found, wanted)
    held = cells(store, found, row)
    return held, pages.row_page(found, row, held)


def plans_unasked(store: Store) -> Sequence[str]:
    """The plans that are compared unasked, where there are two."""
    plans = unasked(store)
    if len(plans) < FEWEST:
        raise NoSuchRecord(f"as at {in_words(store.as_at)} there are no two plans to compare; known: {', '.join(plans) or 'none'}")
    return plans


def _timeline(store: Store, rest: str) -> Shown:
    from tui.answers.timeline import entry, timeline
    from tui.pages import timeline as pages

    if rest:
        one = entry(store, rest)
        return one, pages.entry_page(one)
    found = timeline(store)
    return found, pages.page(found)


def _later(store: Store, rest: str) -> Shown:
    from tui.answers.later import between, later
    from tui.pages import later as pages

    found = later(store, *between(rest))
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
