"""Signs: each that a page shows is in the registry, and each means one thing in the whole program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from piloted import opened

from tui.model import KINDS
from tui.store.read import Store
from tui.views import TABS
from tui.views.blocks import Block, Item, Page
from tui.views.bylines import ROLE
from tui.views.signs import BULLETS, MARKS, MODES, QUESTIONS, RED_LINE, SIGNS, STATES, VERDICTS
from tui.views.subject import page_at

PLAIN = {"-", " "}  # an ordinary bullet, and a line that goes on from the one above


EVERY = [one for table in SIGNS for one in table.signs if one.sign.strip()]  # a blank is no sign


def test_no_sign_of_the_program_means_two_things() -> None:
    meant: dict[str, set[tuple[str, str]]] = {}
    for one in EVERY:
        meant.setdefault(one.sign, set()).add((one.word, one.means))
    assert {sign: found for sign, found in meant.items() if len(found) > 1} == {}


def test_one_word_has_one_sign_and_one_meaning_wherever_it_stands() -> None:
    by_word: dict[str, set[tuple[str, str]]] = {}
    for one in EVERY:
        by_word.setdefault(one.word, set()).add((one.sign, one.means))
    assert {word: found for word, found in by_word.items() if len(found) > 1} == {}


def test_no_table_has_a_sign_twice() -> None:
    for table in SIGNS:
        assert [sign for sign, times in Counter(one.sign for one in table.signs).items() if times > 1] == []


def test_signs_are_one_ascii_character_and_have_a_meaning() -> None:
    for one in (*MARKS, *VERDICTS, *STATES, *BULLETS, *QUESTIONS):
        assert len(one.sign) == 1
        assert one.sign.isascii()
        assert one.word
        assert one.means


def places(store: Store) -> Iterator[str]:
    yield from (
        *TABS,
        "red-lines/grid",
        "guarantees/glance",
        "guarantees/axis/trigger",
        "compare/us-28+e3/21",
        "compare/us-28+party:ukraine",
    )
    for kind in KINDS:
        yield from (f"{kind}/{ident}" for ident in store.ids(kind))


def bullets(page: Page) -> Iterator[Block]:
    yield from (block for block in page.blocks if isinstance(block, Item) and block.mark not in PLAIN and not block.mark.endswith(")"))


@pytest.mark.sweep
def test_every_sign_before_a_line_of_any_page_is_in_the_registry(shipped: Path) -> None:
    known = {one.sign for table in SIGNS for one in table.signs}
    with Store.open(shipped) as store:
        found = {block.mark for place in places(store) for block in bullets(page_at(store, place)[1]) if isinstance(block, Item)}
    assert found - known == set()


def test_every_way_of_speaking_has_its_mark_in_the_registry() -> None:
    marks = " ".join(one.sign for one in MODES)
    for mode in ROLE:
        assert f"[{'said' if mode == 'stated' else mode}" in marks


@pytest.mark.parametrize("pane", ["compare", "red-lines", "guarantees"])
async def test_the_help_of_a_pane_explains_every_sign_of_it_and_its_own_first(shipped: Path, pane: str) -> None:
    async with opened(shipped, pane, size=(100, 200)) as driver:
        text = " ".join((await driver.press("?")).split())
    for table in SIGNS:
        for one in table.signs:
            assert one.means.split()[0] in text
    own, other = next(table for table in SIGNS if pane in table.views), next(table for table in SIGNS if pane not in table.views)
    assert text.index(own.title[:20]) < text.index(other.title[:20])


async def test_the_help_of_compare_tells_contested_from_open(shipped: Path) -> None:
    async with opened(shipped, "compare", size=(100, 200)) as driver:
        text = await driver.press("?")
    assert "contested" in text
    assert "lines of two parties" in " ".join(text.split())


def test_red_lines_in_compare_stand_behind_their_sign() -> None:
    table = next(table for table in SIGNS if table.signs is VERDICTS)
    assert table.behind == {"compare": RED_LINE}
    assert any(one.sign == RED_LINE for one in BULLETS)
