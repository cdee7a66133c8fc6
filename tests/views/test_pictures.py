"""Pictures: what each shows is what its answer has, in the app, in text and as SVG, and never more than that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from invented import PROVENANCE, Ask, plan

from tui.render import sketches
from tui.render.ascii import in_ascii
from tui.render.plain import plain
from tui.render.svg import DRAWN, svg
from tui.store.read import Store
from tui.views.blocks import Page, Picture, words
from tui.views.cells import line_width
from tui.views.compare.family import family
from tui.views.subject import page_at
from tui.views.sums.question import figures
from tui.views.sums.scale import scale
from tui.views.sums.view import table
from tui.views.tiles import Tiles

PLACES = ("sums", "lineage", "overview/states", "parties/issues", "timeline")


def figure(ident: str, value: str, counted: str = "", more: str = "", unit: str = "crowns") -> str:
    told = f'counted = "{counted}"\n' if counted else ""
    return (
        f'[[figure]]\nid = "{ident}"\nname = "Toll by {ident}"\nvalue = {value}\nunit = "{unit}"\nperiod = "a year"\n{told}{more}'
        + PROVENANCE
    )


def pictures(page: Page) -> list[Picture]:
    return [block for block in page.blocks if isinstance(block, Picture)]


@pytest.mark.parametrize("place", PLACES)
def test_a_picture_is_svg_on_paper_fits_every_terminal_and_is_told_in_words_without_one(shipped: Path, place: str) -> None:
    with Store.open(shipped) as store:
        page = page_at(store, place)[1]
    assert pictures(page)
    for one in pictures(page):
        drawn = svg(one.drawing, words(one.line))
        assert type(one.drawing) in DRAWN
        assert re.match(r'<svg viewBox="0 0 720 \d+" role="img" aria-label="[^"]+"', drawn)
        assert not re.search("<script|href", drawn)
    for cells in (30, 57, 80, 200):
        shown = sketches.sketched(page, cells)
        assert all(line_width(line) <= cells for block in shown.blocks for line in getattr(block, "lines", ()))
    assert all(word in plain(page).split() for one in pictures(page) for word in words(one.line).split())


def test_a_sum_is_beside_those_that_count_the_same_and_its_bar_is_as_long_as_it_is_large(ask: Ask) -> None:
    store = ask(figure("a", "200", "Toll"), figure("b", "400", "toll", "about = true\n"), figure("c", "7", "Fare"))
    found = figures(store)
    assert [(one.what, len(one.figures)) for one in found.beside] == [("Toll", 2)]
    assert [one.what for one in found.alone] == ["Fare"]
    drawn = scale(found.beside[0], "crowns")
    assert drawn
    first, second = map(words, sketches.scale(drawn, 100))
    assert ("by a" in first, "by b" in second) == (True, True)
    assert second.count("█") + second.count("▒") == 2 * first.count("█")
    assert ("▒" in first, "▒" in second) == (False, True), "what is about a value has no sharp end"
    assert in_ascii(second).count("#") == second.count("█")
    assert svg(drawn, "").count("hollow") == 1


def test_sources_differ_where_figures_conflict_and_no_line_has_what_counts_something_else(ask: Ask) -> None:
    store = ask(
        figure("a", "200", "Toll"),
        figure("b", "300", "Toll", 'conflicts_with = ["a"]\n'),
        figure("c", "9000", more='conflicts_with = ["a"]\n'),
        figure("d", "250", "Toll", unit="pounds"),
    )
    (only,) = figures(store).disputed
    assert [one.record.id for one in only.figures] == ["a", "b", "c", "d"]
    assert only.figures[0].against == ("Toll by b", "Toll by c")
    assert only.units == ("crowns",)
    drawn = scale(only, "crowns")
    assert drawn
    assert [mark.value for mark in drawn.marks] == [200, 300]
    assert [row[1] for row in table(store, ()).rows] == ["differ"] * 4


def test_what_lies_below_nought_has_no_place_on_a_line_and_stands_in_the_table(ask: Ask) -> None:
    store = ask(figure("a", "-5", "Growth", unit="percent"), figure("b", "3", "Growth", unit="percent"))
    assert not pictures(page_at(store, "sums")[1])
    assert "-5 percent" in plain(page_at(store, "sums")[1])


def test_the_tree_ties_each_text_to_the_one_that_it_says_it_is_based_on(ask: Ask) -> None:
    based = 'based_on = "{}"\n'.format
    later = [plan(name, more=based(on)) for name, on in (("new", "old"), ("newer", "new"), ("side", "old"))]
    store = ask(plan("old"), *later, plan("alone"))
    names = [(one.id, one.depth) for one in family(store).branches]
    assert names == [("old", 0), ("new", 1), ("newer", 2), ("side", 1), ("alone", 0)]
    assert [words(line).split("  ")[0].rstrip() for line in sketches.family(family(store), 80)][1].startswith("├─ ")
    told = plain(page_at(store, "lineage")[1])
    assert re.search(r"^- OLD,.*\n(.*\n)*?  - NEW,.*\n(.*\n)*?    - NEWER,", told, re.M)
    assert [one.id for one in family(store, "side").branches if one.chosen] == ["side"]


def test_a_state_is_drawn_from_its_day_on_and_nothing_before_it(shipped: Path) -> None:
    with Store.open(shipped) as store:
        answer, page = page_at(store, "overview/states")
    tiles = pictures(page)[0].drawing
    assert isinstance(tiles, Tiles)
    for course, (name, cells) in zip(answer.courses, tiles.rows, strict=True):
        assert name == course.name
        first = next((place for place, state in enumerate(course.states) if state), len(cells))
        assert [bool(cell) for cell in cells] == [place >= first for place in range(len(cells))]
        assert [cell.on for cell in cells if cell] == [not state for state in course.states[first:]]


def test_issues_by_parties_have_a_tile_where_a_party_says_something(ferry: Path) -> None:
    with Store.open(ferry) as store:
        answer, page = page_at(store, "parties/issues")
    tiles = pictures(page)[0].drawing
    assert isinstance(tiles, Tiles)
    assert [[bool(cell) for cell in cells] for _, cells in tiles.rows] == [[bool(one) for one in row.holdings] for row in answer.rows]
