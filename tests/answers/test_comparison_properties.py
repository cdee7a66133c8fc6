"""What holds for the comparison of any plans: no point lost, none invented, and marks that turn around with the columns."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import plan, point, store_of

from tui.model import Plan
from tui.views.compare.comparison import compare
from tui.views.passages import cells

RELATIONS = ("same", "changed", "opposed", "split", "join", "dropped")
RELATED = {"same", "changed", "opposed", "split", "join", "own"}
ISSUES = ("quota", "ports", "whales", "quota ports", "whales quota")
TURNED = {"split": "join", "join": "split"}
PRESENT = {"base", "new", "own"}


@st.composite
def drawn_plans(draw: st.DrawFn) -> list[str]:
    """Three plans; each point may derive from points of the plans before its own."""
    earlier: list[str] = []
    out = []
    for name in ("one", "two", "three"):
        points = []
        for number in range(1, draw(st.integers(0, 5)) + 1):
            derives = draw(st.lists(st.sampled_from(earlier), max_size=3, unique=True)) if earlier else []
            relation = draw(st.sampled_from(RELATIONS)) if derives else ""
            gone = relation == "dropped"
            absent = not gone and draw(st.integers(0, 5)) == 0
            text = None if gone or absent else f"Text {name} {number}."
            more = 'absent = "not recorded"\n' if absent else ""
            points.append(point(str(number), text, draw(st.sampled_from(ISSUES)), derives, "" if absent else relation, more))
        earlier += [f"{name}/{number}" for number in range(1, len(points) + 1)]
        out.append(plan(name, points, draw(st.sampled_from(["full", "partial", "described"]))))
    return out


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn_plans(), st.permutations(["one", "two", "three"]), st.integers(2, 3))
def test_a_comparison_loses_no_point_and_invents_none(plans: list[str], order: list[str], columns: int) -> None:
    with TemporaryDirectory() as folder, store_of(Path(folder), *plans) as store:
        ids = order[:columns]
        found = compare(store, ids)
        for index, id_ in enumerate(ids):
            record = store.get("plan", id_)
            assert isinstance(record, Plan)
            stood = Counter(number for row in found.rows for number in row.numbers[index])
            assert stood == Counter(one.number for one in record.point)
        for row in found.rows:
            for cell in cells(store, found, row):
                for passage in cell.passages:
                    stored = store.point(passage.plan, passage.number)
                    assert stored
                    assert passage.text == stored.text


def turned(first: str, second: str) -> set[tuple[str, str]]:
    """What two marks may be once their columns have changed places."""
    if first == "base" and second in RELATED:
        return {("base", TURNED.get(second, second))}
    if second in PRESENT:
        return {(one, first) for one in PRESENT}
    if first in PRESENT:
        return {(second, one) for one in PRESENT}
    return {(second, first)}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn_plans(), st.permutations(["one", "two", "three"]))
def test_swapping_columns_swaps_marks(plans: list[str], order: list[str]) -> None:
    with TemporaryDirectory() as folder, store_of(Path(folder), *plans) as store:
        there, back = compare(store, order[:2]), compare(store, order[1::-1])
        again = {frozenset(back.points(row)): row for row in back.rows}
        assert set(again) == {frozenset(there.points(row)) for row in there.rows}
        for row in there.rows:
            first, second = (mark.word for mark in row.marks)
            other = again[frozenset(there.points(row))]
            assert tuple(mark.word for mark in other.marks) in turned(first, second)
            assert (row.differs, row.identical) == (other.differs, other.identical)
