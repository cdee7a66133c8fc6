"""The parties' own columns on the board: counted, and never another word than the table of issues and parties has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.store.read import Store
from tui.views.overview.board import Hold, sides
from tui.views.parties.by_issue import Holding, by_issue


def hold_of(of: Holding | None) -> Hold | None:
    if of is None or not (of.lines or of.stands):
        return None  # a text of its own has a column of its own
    return Hold(bool(of.lines), of.stance.record.stance if of.stance else None, of.stance is not None)


@pytest.mark.parametrize("day", [None, "2025-12-09", "2025-11-22"])
def test_the_board_has_the_words_of_the_table_of_issues_and_parties(shipped: Path, day: str | None) -> None:
    with Store.open(shipped, day) as store:
        found, table = sides(store), by_issue(store)
        assert found.parties == table.parties
        assert len(table.parties) > 1
        for row in table.rows:
            for (party, _), whole in zip(table.parties, row.holdings, strict=True):
                assert found.holds.get((row.id, party)) == hold_of(whole), f"{party} on {row.id}"
