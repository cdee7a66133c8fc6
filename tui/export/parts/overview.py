"""The overview to export: the first page, the state of play as a grid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.answers.overview import overview
from tui.export.data import as_data
from tui.export.tables import Table
from tui.pages import overview as drawn
from tui.pages.blocks import Page
from tui.store.read import Store


def pages(store: Store, plans: Sequence[str]) -> list[Page]:  # noqa: ARG001 - every part takes the plans, most need none
    """The first page."""
    return [drawn.page(overview(store))]


def table(store: Store, plans: Sequence[str]) -> Table:  # noqa: ARG001
    """One line for each issue, with its status, level and ground."""
    rows = []
    for one in overview(store).standings:
        status = one.status
        told = (status.letter, status.word, status.level or "", status.ground) if status else ("", "", "", "")
        rows.append((str(one.number), one.name, *told))
    return Table(("number", "issue", "letter", "status", "level", "ground"), tuple(rows))


def data(store: Store, plans: Sequence[str]) -> Any:  # noqa: ARG001
    """The overview as JSON has it."""
    return as_data(overview(store))
