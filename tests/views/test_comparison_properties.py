"""What holds for the comparison of any plans: no point lost, none invented, and marks that turn around with the columns."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import plan, point, store_of

from tui.model import Plan
from tui.views.compare.comparison import Comparison, compare
from tui.views.compare.row_cells import cells

RELATIONS = ("same", "changed", "opposed", "split", "join", "dropped")
ISSUES = ("quota", "ports", "whales", "quota ports", "whales quota")
TURNED = {"split": "join", "join": "split"}


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


@pytest.mark.sweep
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn_plans(), st.permutations(["one", "two", "three"]), st.integers(2, 3))
def test_a_comparison_loses_no_point_and_invents_none(plans: list[str], order: list[str], columns: int) -> None:
    with TemporaryDirectory() as folder, store_of(Path(folder), *plans) as store:
        ids = order[:columns]
        found = compare(store, ids)
        for index, id_ in enumerate(ids):
            record = store.get("plan", id_)
            assert isinstance(record, Plan)
            assert {number for row in found.rows for number in row.numbers[index]} == {one.number for one in record.point}
            if not index:
                assert [len(row.numbers[0]) for row in found.rows if row.numbers[0]] == [1] * len(record.point)
        for row in found.rows:
            for cell in cells(store, found, row):
                for passage in cell.passages:
                    stored = store.point(passage.plan, passage.record.number)
                    assert stored
                    assert passage.record.text == stored.text


Told = dict[tuple[tuple[str, ...], str], str]


def told(found: Comparison, plan_id: str) -> Told:
    """How each point of a plan stands to the first plan's points on its rows: their numbers and its own, and the mark."""
    place = [head.id for head in found.columns].index(plan_id)
    return {(row.numbers[0], number): row.marks[place].word for row in found.rows for number in row.numbers[place]}


@pytest.mark.sweep
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn_plans(), st.permutations(["one", "two", "three"]))
def test_a_mark_between_two_plans_is_the_same_with_any_third_and_turns_around_with_the_columns(plans: list[str], order: list[str]) -> None:
    base, other, third = order
    with TemporaryDirectory() as folder, store_of(Path(folder), *plans) as store:  # the dearest part of it
        there, back = compare(store, [base, other]), compare(store, [other, base])
        alone = told(there, other)
        assert told(compare(store, [base, other, third]), other) == alone
        assert told(compare(store, [base, third, other]), other) == alone
        pairs = {(one, other): row for row in there.rows for one in row.numbers[0] for other in row.numbers[1]}
        turned = {(other, one): row for row in back.rows for one in row.numbers[0] for other in row.numbers[1]}
        assert pairs.keys() == turned.keys()
        for pair, row in pairs.items():
            one, other = row.marks[1].word, turned[pair].marks[1].word
            if row.marks[0].word != "base" or turned[pair].marks[0].word != "base":
                continue  # one has no words here; the other can say no more than that
            # Which of several points a word is about differs with the row; that one says the opposite never does.
            assert one == TURNED.get(other, other) or {one, other} <= {"split", "join", "changed", "opposed"}
            if sum(pair[0] == key[0] for key in pairs) == sum(pair[1] == key[1] for key in pairs) == 1:
                assert (row.differs, row.identical) == (turned[pair].differs, turned[pair].identical)
