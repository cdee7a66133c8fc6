"""All of the shipped briefing and of the template: every address opens, no label stands for two things, Enter never shows less."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from commanded import commanded
from pages import crawl, spans

from tui.dates import EVER
from tui.model import KINDS, Plan
from tui.store.read import Store
from tui.views import TABS
from tui.views.blocks import Columns, Field, Heading, Line, Page, words
from tui.views.pane import Go, Open, Pane, Row
from tui.views.subject import page_at

pytestmark = [pytest.mark.sweep, pytest.mark.usefixtures("kept_open")]
VIEWS = {"overview": ("", "states"), "parties": ("", "issues"), "red-lines": ("", "map", "grid"), "guarantees": ("", "grid", "glance")}
COMMANDS = (("search", "Istanbul"), ("search", "ferry"), ("red-lines",), ("guarantees",), ("compare",))
_DERIVED = re.compile(r"w? ?other readings: ")  # counts what the page itself gives in full


@dataclass
class Whole:
    """A briefing with all its pages, by their addresses."""

    path: Path
    store: Store
    pages: dict[str, Page]


@pytest.fixture(scope="module", params=["shipped", "ferry"])
def whole(request: pytest.FixtureRequest) -> Iterator[Whole]:
    path = request.getfixturevalue(request.param)
    with Store.open(path) as store:
        yield Whole(path, store, crawl(store))


def panes(store: Store) -> Iterator[tuple[Pane, Row | None]]:
    """Every row of every view of every pane, and each of the first columns of those that have a chosen one."""
    for ident, view in TABS.items():
        for rest in VIEWS.get(ident, ("",)):
            pane = view.load().pane(store, "")
            if rest:
                pane.key_of(rest)
            rows: list[Row | None] = [row for row in pane.rows() if not row.heading]
            for _ in range(3 if ident != "overview" else 1):
                yield from ((pane, row) for row in rows or [None])
                pane.act("right", rows[0] if rows else None)


def addresses_in(data: Any) -> Iterator[str]:
    """Every address in data, wherever it stands."""
    if isinstance(data, dict):
        yield from (value for key, value in data.items() if key in ("address", "to") and isinstance(value, str) and "://" not in value)
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from addresses_in(value)


def test_every_address_that_is_printed_or_copied_opens(whole: Whole) -> None:
    found = {page.address for page in whole.pages.values() if page.address}
    found |= {address for page in whole.pages.values() for span in spans(page) if (address := span.to)}
    found |= {pane.address(row) for pane, row in panes(whole.store)}
    kinds = (("list", kind) for kind in KINDS)
    parts = (("show", ident) for ident in TABS)
    for asked in (*kinds, *parts, *COMMANDS):
        said = commanded("--briefing", whole.path, *asked, "--json")
        assert said.code == 0 or said.data == [], (asked, said.err)
        found |= set(addresses_in(json.loads(said.out)))
    assert len(found) > 100
    for address in sorted(found - set(whole.pages)):  # those have been opened
        page_at(whole.store, address)


def test_what_became_known_later_opens_on_the_day_by_which_all_is_known(whole: Whole) -> None:
    first = min(plan.made_public.lower for plan in whole.store.all("plan") if isinstance(plan, Plan) and plan.made_public)
    said = commanded("--briefing", whole.path, "later", "--as-at", first, "--json")
    found = set(addresses_in(said.data))
    assert found
    with Store.open(whole.path, EVER) as end:
        for address in sorted(found):
            page_at(end, address)


def test_every_address_in_an_export_opens(whole: Whole, tmp_path: Path) -> None:
    out = tmp_path / "all.json"
    said = commanded("--briefing", whole.path, "export", "json", "--output", out)
    assert said.code == 0, said.err
    found = set(addresses_in(json.loads(out.read_text())))
    assert found
    for address in sorted(found - set(whole.pages)):
        page_at(whole.store, address)


def test_show_and_plain_say_the_same_of_an_address(whole: Whole) -> None:
    asked = sorted(whole.pages)
    for address in (*asked[:: max(1, len(asked) // 25)], *(one for one in asked if "/" not in one)):
        shown, printed = (commanded("--briefing", whole.path, *way) for way in (("show", address), ("open", address, "--plain")))
        assert (shown.code, shown.err) == (0, ""), address
        assert shown.out == printed.out, address


def lines(page: Page) -> Iterator[tuple[str, Line]]:
    """Every line of a page, with what it stands under: the headings above it, the label before it, the heads of its column and row."""
    above: list[str] = []
    for block in page.blocks:
        if isinstance(block, Heading):
            above = [*above[: block.level - 1], words(block.line)]
            yield " > ".join(above[:-1]), block.line
        elif isinstance(block, Columns):
            for row in block.rows:
                for head, cell in zip(block.heads, row, strict=False):
                    yield f"{' > '.join(above)} | {words(row[0])} | {words(head)}", cell
        elif isinstance(block, Field):
            yield f"{' > '.join(above)} | {block.label}", block.line
        elif hasattr(block, "line"):
            yield " > ".join(above), block.line


def test_no_two_labels_of_a_page_read_alike_and_lead_apart(whole: Whole) -> None:
    """What a reader has of a link is its text, the line up to it and what it stands under: who, day, subject."""
    alike = []
    for address, page in whole.pages.items():
        leads: dict[str, str] = {}
        for under, line in lines(page):
            told = ""
            for span in line:
                told += span.text
                if span.to and not span.to.startswith("source/") and leads.setdefault(f"{under} > {told}", span.to) != span.to:
                    alike.append((address, under[-60:], told[-90:], span.to, leads[f"{under} > {told}"]))
    assert not alike, len(alike)


def test_no_source_is_named_alike_twice_in_one_line(whole: Whole) -> None:
    for address, page in whole.pages.items():
        for _, line in lines(page):
            leads: dict[str, str] = {}
            for span in line:
                if span.to:
                    assert leads.setdefault(span.text.strip(), span.to) == span.to, (address, words(line))


def sentences(page: Page) -> set[str]:
    """What a page says beside its labels: its sentences, and the names that lead somewhere. Who says so is told in names."""
    found = set()
    for _, line in lines(page):
        found |= {span.text.strip() for span in line if span.to and span.to.split("/")[0] in KINDS}
        if not any(span.to for span in line):
            told = "".join("\n" if span.role in ("label", "dim") or span.text.startswith("[") else span.text for span in line)
            found |= {" ".join(part.split()) for part in re.split(r"(?<=[.!?])\s+|\n", told)}
    return {one for one in found if len(one.split()) > 3 or one.istitle()}


def test_enter_never_shows_less(whole: Whole) -> None:
    less = []
    for pane, row in panes(whole.store):
        effect = pane.enter(row) if row else None
        effect = effect if isinstance(effect, Open | Go) or row is None else pane.enter(row)  # the first one may unfold
        if row is None:
            continue
        assert isinstance(effect, Open | Go), (pane.id, row.key)
        page = effect.page if isinstance(effect, Open) else whole.pages.get(effect.address) or page_at(whole.store, effect.address)[1]
        text = " ".join(" ".join(words(line) for _, line in lines(page)).split())
        told = sentences(pane.page(row, 80))
        less += [(pane.address(row), one) for one in told if one not in text and not _DERIVED.match(one)]
    assert not less
