"""What is written is what is read."""

import tempfile
from pathlib import Path

import pytest
from generated import briefings
from harbour import DIGESTS, DRAFT, MANIFEST, RECORDS
from hypothesis import HealthCheck, Phase, given, settings

from tui.model import KINDS, Manifest, Plan, Record
from tui.store.inputs import inputs_of, program
from tui.store.read import Store
from tui.store.write import write

EVER = "9999-12-31"


@pytest.mark.sweep
# Shrinking a whole briefing takes minutes; what fails is told by the exception anyway.
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(briefings())
def test_any_briefing_comes_back_equal_and_in_its_order(briefing: tuple[Manifest, list[Record]]) -> None:
    manifest, records = briefing
    records.sort(key=lambda record: record.where.path if record.where else "")  # so they are loaded: file by file
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        write(path, manifest, records, {})
        with Store.open(path, EVER) as store:
            assert store.manifest == manifest
            for kind in KINDS:
                assert list(store.all(kind)) == [record for record in records if record.kind == kind]
            for record in records:
                found = store.get(record.kind, record.id)
                assert found == record
                assert found is not None
                assert found.where == record.where
                for point in record.point if isinstance(record, Plan) else ():
                    same = store.point(record.id, point.number)
                    assert same == point
                    assert same is not None
                    assert same.where == point.where


def test_numbers_keep_their_type(tmp_path: Path) -> None:
    write(tmp_path / "store.db", MANIFEST, RECORDS, DIGESTS)
    with Store.open(tmp_path / "store.db") as store:
        whole, broken = (getattr(store.get("figure", id_), "value") for id_ in ("cost", "cost-again"))  # noqa: B009
    assert (type(whole), type(broken)) == (int, float)


@pytest.mark.parametrize("as_at", [None, EVER])
def test_ids_and_counts_agree_with_the_records(harbour: Path, as_at: str | None) -> None:
    with Store.open(harbour, as_at) as store:
        for kind in KINDS:
            assert store.ids(kind) == tuple(record.id for record in store.all(kind))
            assert store.count(kind) == len(store.all(kind))


def test_one_query_for_each_table_however_many_records(tmp_path: Path) -> None:
    from dataclasses import replace

    counts = []
    for times in (2, 40):
        plans = [replace(DRAFT, id=f"draft{number}") for number in range(times)]
        write(tmp_path / "store.db", MANIFEST, [*RECORDS, *plans], DIGESTS)
        with Store.open(tmp_path / "store.db", EVER) as store:
            statements: list[str] = []
            store._connection._connection.set_trace_callback(statements.append)
            assert len(store.all("plan")) == times + 2
            counts.append(len(statements))
    assert counts[0] == counts[1]
    assert counts[0] < 30


def test_what_a_store_was_made_from_can_be_asked(tmp_path: Path) -> None:
    write(tmp_path / "store.db", MANIFEST, RECORDS, DIGESTS)
    inputs = inputs_of(tmp_path / "store.db")
    assert (inputs.data, inputs.tool, inputs.digests) == ("data", program(), DIGESTS)


def test_writing_counts_records_and_points(tmp_path: Path) -> None:
    counts = write(tmp_path / "store.db", MANIFEST, RECORDS, DIGESTS)
    assert (counts["plan"], counts["point"], counts["term"]) == (2, 5, 1)
