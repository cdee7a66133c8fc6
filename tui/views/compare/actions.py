"""What the keys of Compare do, beside moving through its list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from tui.model import Party, name_of
from tui.views.compare import comparison as answers
from tui.views.compare.columns import FEWEST, MOST
from tui.views.compare.rows import ISSUE
from tui.views.pane import Anew, Choice, Choose, Effect, Jump, Open, Row, Say
from tui.views.plans import in_order

if TYPE_CHECKING:
    from tui.views.compare.pane import ComparePane

Shown = Literal["issues", "all", "differences"]
SHOWN: dict[Shown, str] = {"issues": "", "all": "all points", "differences": "same folded"}  # in the order in which `u` takes them
Action = Callable[["ComparePane", Row | None], Effect]


def _column(pane: ComparePane, row: Row | None, step: int) -> Effect:
    pane.chosen = (pane.chosen + step) % len(pane.order)
    return Anew(row.key if row else None)


def _swap(pane: ComparePane, row: Row | None) -> Effect:
    """Let the chosen plan change places with the one before it; the row's points stay under the cursor."""
    here = pane.chosen or 1
    order = list(pane.order)
    order[here - 1], order[here] = order[here], order[here - 1]
    points: tuple[str, ...] = ()
    found = pane.row_of(row)
    if not isinstance(pane.comparison, str) and found and found.number:
        points = pane.comparison.points(found)
    pane.order = tuple(order)
    fresh = pane.comparison
    same = next((fresh.row(point) for point in points if not isinstance(fresh, str) and fresh.row(point)), None)
    if same:
        pane.unfold(same.issue)
    return Anew(same.key if same else row.key if row else None)


def _choose(pane: ComparePane, row: Row | None) -> Effect:
    del row
    plans = in_order(pane.store)
    parties = [party for party in pane.store.all("party") if isinstance(party, Party)]
    choices = [Choice(plan.id, f"{plan.short}  {plan.name}", plan.id in pane.order) for plan in plans]
    choices += [Choice(f"party:{party.id}", f"{name_of(party)}: what it says", f"party:{party.id}" in pane.order) for party in parties]
    choices.sort(key=lambda choice: pane.order.index(choice.value) if choice.chosen else len(pane.order))

    def take(values: tuple[str, ...]) -> Effect:
        pane.order, pane.chosen = values, min(pane.chosen, len(values) - 1)
        return Anew()

    return Choose("Plans and parties to compare", tuple(choices), FEWEST, MOST, take)


def _fold(pane: ComparePane, row: Row | None) -> Effect:
    """Show every point below the issues, then those that differ or touch a line, then the issues alone."""
    order = list(SHOWN)
    here = pane.row_of(row)
    pane.shown = order[(order.index(pane.shown) + 1) % len(order)]
    pane.unfolded.clear()
    hidden = here and here.number and (pane.shown == "issues" or (pane.shown == "differences" and here.plain))
    return Anew((here.issue.id or answers.NO_ISSUE_KEY) if here and hidden else row.key if row else None)


def _seek(wanted: Callable[[answers.ComparisonRow], bool], step: int, none: str) -> Action:
    def go(pane: ComparePane, row: Row | None) -> Effect:
        found = pane.comparison
        assert not isinstance(found, str)
        places = [one for number, heading in enumerate(found.under) for one in found.below(heading) or (ISSUE - number,)]
        here, count = _place_of(pane, found, row, places), len(places)
        # From an issue its own first point comes next; from a point the one after it.
        away = range(1, count + 1) if row is None or not (chosen := pane.row_of(row)) or chosen.number or step < 0 else range(count)
        rows = (found.at(places[(here + step * far) % count]) for far in away)
        if pane.filtering:
            return Jump((one.key for one in rows if wanted(one)), none)
        there = next((one for one in rows if wanted(one)), None)
        if there is None:
            return Say(none)
        if there.number and pane.shown != "all":
            pane.unfold(there.issue)
        return Anew(there.key)

    return go


def _place_of(pane: ComparePane, found: answers.Comparison, row: Row | None, places: Sequence[int]) -> int:
    """Return where the cursor stands in the walk through the rows: at its row, or at the first below its issue."""
    chosen = pane.row_of(row)
    if chosen is None:
        return 0
    if chosen.number:
        place = found.ladder.place(chosen.key)
        return places.index(place) if place in places else 0
    below = found.below(chosen.issue)
    return places.index(below[0] if below else ISSUE - found.under.index(chosen.issue))


def _difference(pane: ComparePane, row: Row | None) -> Effect:
    """Show the chosen plan's words against the first plan's that has any."""
    from tui.views.compare.difference import cell_difference, pair_to_compare  # 28 ms: once its key is pressed
    from tui.views.compare.difference_page import difference_page

    found, chosen = pane.comparison, pane.row_of(row)
    if isinstance(found, str) or chosen is None:
        return None
    pair = pair_to_compare(pane.cells_of(chosen), pane.chosen)
    if pair is None:
        return Say("None of these has words on this row.")
    return Open(difference_page(chosen.short, cell_difference(*pair)))


def _witnesses(pane: ComparePane, row: Row | None) -> Effect:
    from tui.views.drawn_passages import readings_page  # 14 ms: once its key is pressed

    chosen, found = pane.row_of(row), pane.comparison
    if chosen is None or isinstance(found, str):
        return None
    for cell in (pane.cells_of(chosen)[pane.chosen], *pane.cells_of(chosen)):
        for passage in cell.passages:
            if passage.reading:
                return Open(readings_page(passage, cell.column.short))
    return Say("No other reading of this row is on record.")


def _lineage(pane: ComparePane, row: Row | None) -> Effect:
    """Show where the chosen plan comes from, and what came of it."""
    from tui.views.compare.family import family  # 9 ms for both: only where a lineage is asked for
    from tui.views.compare.lineage import lineage, lineage_page

    del row
    found = pane.comparison
    assert not isinstance(found, str)
    head = found.columns[pane.chosen]
    if head.kind != "plan":
        return Say(f"{head.short} is no plan.")
    return Open(lineage_page(lineage(pane.store, head.record), family(pane.store, head.record)))


ACTIONS: dict[str, Action] = {
    "left": lambda pane, row: _column(pane, row, -1),
    "right": lambda pane, row: _column(pane, row, 1),
    "swap": _swap,
    "choose": _choose,
    "fold": _fold,
    "difference": _difference,
    "witnesses": _witnesses,
    "lineage": _lineage,
    "next_difference": _seek(lambda row: row.differs, 1, "No row differs."),
    "previous_difference": _seek(lambda row: row.differs, -1, "No row differs."),
    "next_contested": _seek(lambda row: row.contested, 1, "No row is contested."),
    "next_open": _seek(lambda row: row.open, 1, "No row is open."),
}
