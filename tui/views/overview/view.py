"""The overview to export: the first page, the state of play as a grid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.store.read import Store
from tui.views.blocks import Page
from tui.views.data import Table, as_data
from tui.views.overview import page as drawn
from tui.views.overview.convergence import convergence, convergence_page
from tui.views.overview.pane import STATES, SUMS, OverviewPane
from tui.views.overview.question import overview
from tui.views.subject import ExportPart, Shown, tab


def document(store: Store, plans: Sequence[str]) -> list[Page]:  # noqa: ARG001 - every part takes the plans, most need none
    """Draw the first page, how the states moved, and which text is based on which."""
    return [drawn.page(overview(store)), *_pictures(store)]


def within(store: Store, plans: Sequence[str]) -> list[Page]:  # noqa: ARG001
    """Draw the same, without the key figures: they stand among the sums."""
    return [drawn.page(overview(store), sums=False), *_pictures(store)]


def _pictures(store: Store) -> list[Page]:
    from tui.views.compare.family import family  # 5 ms for the two: the board stands without them
    from tui.views.compare.lineage import tree_page

    return [convergence_page(convergence(store)), tree_page(family(store))]


def table(store: Store, plans: Sequence[str]) -> Table:  # noqa: ARG001
    """Return one line for each issue, with its status, level and ground."""
    rows = []
    for one in overview(store).standings:
        status = one.status
        told = (status.letter, status.word, status.level or "", status.ground) if status else ("", "", "", "")
        rows.append((str(one.number), one.name, *told))
    return Table(("number", "issue", "letter", "status", "level", "ground"), tuple(rows))


def data(store: Store, plans: Sequence[str]) -> Any:  # noqa: ARG001
    """Return the overview as JSON has it."""
    return as_data(overview(store))


def at(store: Store, rest: str) -> Shown:
    """Return the first page, a part of it by its name, or the issue of a row: the answer and its page."""
    if rest in store.ids("issue"):
        from tui.views.issue.view import at as issue_at  # 12 ms: the board stands without it

        return issue_at(store, rest)
    if rest == STATES:
        moves = convergence(store)
        return moves, convergence_page(moves)
    if rest == SUMS:
        from tui.views.sums.view import at as sums_at  # 4 ms: the board stands without it

        return sums_at(store, "")
    answer = overview(store)
    return answer, drawn.part_page(answer, rest) if rest in drawn.PARTS else drawn.page(answer)


pane = tab(OverviewPane)
PART = ExportPart(document, table, data, within=within)
