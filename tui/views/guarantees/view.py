"""The guarantees to export: the grid, each option whole, and the questions that are left to ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.address import split_first
from tui.model import AXES
from tui.store.read import Store
from tui.views.blocks import Page, words
from tui.views.data import Table, as_data
from tui.views.guarantees import page as drawn
from tui.views.guarantees.options import AXIS, AxisAnswer, AxisCell, Option, axis_of, guarantees, on_axis, questions
from tui.views.guarantees.page import MORE_ROWS, axis_page, grid_page, more_line, option_page, questions_page
from tui.views.guarantees.pane import GLANCE, GRID, LIST, VIEWS, GuaranteesPane
from tui.views.subject import ExportPart, Shown, tab


def document(store: Store, plans: Sequence[str]) -> list[Page]:  # noqa: ARG001 - every part takes the plans, guarantees have none
    """Return the grid, each option, the questions."""
    found = guarantees(store)
    return [grid_page(found), *map(option_page, found), questions_page(questions(found))]


def within(store: Store, plans: Sequence[str]) -> list[Page]:  # noqa: ARG001
    """Return the grid, then of each option what the grid does not tell."""
    found = guarantees(store)
    return [grid_page(found), *(option_page(one, axes=False) for one in found)]


def table(store: Store, plans: Sequence[str]) -> Table:  # noqa: ARG001
    """Return axes down, options across; what is unsaid says so, and so does a cell that says that there is none."""
    found = guarantees(store)
    heads = ("axis", *(option.record.id for option in found))
    rows = [(axis.title, *(_cell(option.cells[index]) for option in found)) for index, axis in enumerate(AXES)]
    rows.extend((title, *(words(more_line(option, title)) for option in found)) for title in MORE_ROWS)
    return Table(heads, tuple(rows))


def _cell(cell: AxisCell) -> str:
    if cell.text is None:
        return "unsaid"
    return f"none: {cell.text}" if cell.none else cell.text


def data(store: Store, plans: Sequence[str]) -> list[dict[str, Any]]:  # noqa: ARG001
    """Return every option as JSON has it."""
    return options_data(guarantees(store))


def options_data(found: Sequence[Option]) -> list[dict[str, Any]]:
    """Return options with an axis for a key, as in the source files; null is unsaid, `none` is true where it is said that there is none."""
    out = []
    for option in found:
        told = as_data(option)
        cells = {
            cell.axis.field: {"text": cell.text, "none": cell.none, "attribution": as_data(cell.attribution)} if cell.text else None
            for cell in option.cells
        }
        del told["cells"]
        out.append(
            {"kind": "guarantee"}
            | told
            | {"axes": cells}
            | {state: [axis.field for axis in option.axes(state)] for state in ("none", "unsaid")}
        )
    return out


def axis_data(of: AxisAnswer) -> dict[str, Any]:
    """Return one axis: the options that say something on it, those that say that there is none, and those that leave it unsaid."""
    states = {"said": of.said, "none": of.none, "unsaid": of.unsaid}
    told = {
        state: [
            {"kind": "guarantee", "id": one.id, "name": one.name, "precedent": one.precedent}
            | ({"text": one.cell.text, "attribution": as_data(one.cell.attribution)} if one.cell.text else {})
            for one in found
        ]
        for state, found in states.items()
    }
    return {"axis": of.axis.field, "title": of.axis.title, "ask": of.axis.ask} | told


def at(store: Store, rest: str) -> Shown:
    """Return the options in a view, some side by side (ONE+OTHER), one, or one axis (axis/NAME): the answer and its page."""
    views = {"": drawn.grid_page, LIST: drawn.grid_page, GRID: drawn.grid_page, GLANCE: drawn.glance_page}
    head, more = split_first(rest)
    if head == AXIS and more:
        answer = on_axis(guarantees(store), axis_of(more))
        return answer, axis_page(answer)
    if "+" in rest:
        ids = rest.split("+")
        options = guarantees(store, ids)
        return options, drawn.grid_page(options, chosen=ids)
    if rest not in views:
        return whole(store, rest)
    options = guarantees(store)
    return options, views[rest](options)


def whole(store: Store, ident: str) -> Shown:
    """Return one option and its page."""
    options = guarantees(store, [ident])
    return options, drawn.option_page(options[0])


pane = tab(GuaranteesPane)
PLACES = (*VIEWS, AXIS)
PART = ExportPart(document, table, data, within=within)
