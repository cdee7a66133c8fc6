"""What readers look for is found: the list of `queries.toml`, on the briefing that comes with the program."""

from pathlib import Path

import pytest
from queries import Placed, placed, queries, rates

from tui.store.read import Store

pytestmark = pytest.mark.sweep
ON_PAGE, AMONG_FIRST = 0.95, 0.85


@pytest.fixture(scope="module")
def found(shipped: Path) -> list[Placed]:
    with Store.open(shipped) as store:
        return [placed(store, query) for query in queries()]


def test_there_are_enough_queries_of_both_kinds() -> None:
    groups = [query.group for query in queries()]
    assert groups.count("article") + groups.count("facts") >= 100
    assert groups.count("typed") >= 50


def test_what_is_looked_for_stands_on_the_first_page_and_mostly_at_once(found: list[Placed]) -> None:
    missed = [f"{one.query.words}: {one.place}" for one in found if not one.among_first]
    page, first = rates(found)
    assert page >= ON_PAGE, missed
    assert first >= AMONG_FIRST, missed


@pytest.mark.parametrize("group", ["article", "facts", "typed"])
def test_no_kind_of_query_is_worse_than_the_others(found: list[Placed], group: str) -> None:
    page, first = rates([one for one in found if one.query.group == group])
    assert page >= ON_PAGE
    assert first >= AMONG_FIRST
