"""One record or one point whole: what it says, who says so, its parts, and what refers to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.errors import BadInput, NoSuchRecord
from tui.model import KINDS
from tui.render.plain import plain
from tui.store.read import Store
from tui.views.record.page import page
from tui.views.record.question import RecordAnswer, record
from tui.views.references import reference


@pytest.fixture
def store(ferry: Path) -> Iterator[Store]:
    with Store.open(ferry) as opened:
        yield opened


def values(of: RecordAnswer, name: str) -> list[tuple[str, str | None]]:
    (field,) = [field for field in of.fields if field.name == name]
    return [(value.text, value.to) for value in field.values]


def test_every_record_and_every_point_can_be_asked_for(store: Store) -> None:
    for kind in KINDS:
        for id_ in store.ids(kind):
            answer = record(store, kind, id_)
            assert (answer.address, answer.where) == (f"{kind}/{id_}", answer.record.where)
            for point in answer.points:
                assert record(store, "plan", id_, point.record.number).address == f"plan/{id_}/{point.record.number}"


def test_a_reference_is_a_name_and_the_address_it_leads_to(store: Store) -> None:
    answer = record(store, "position", "bellmoor-draft-toll")
    assert values(answer, "party") == [("Bellmoor", "party/bellmoor")]
    assert values(answer, "person") == [("Tomas Wend", "person/wend")]
    judgement = record(store, "judgement", "toll-decides")
    assert values(judgement, "rests_on")[:2] == [
        ("Arden point 3", "plan/arden-draft/3"),
        ("Bellmoor point 3", "plan/bellmoor-counter/3"),
    ]


def test_a_figure_is_named_with_its_amount_where_another_contradicts_it(store: Store) -> None:
    answer = record(store, "figure", "bridge-cost-echo")
    assert values(answer, "conflicts_with") == [("Cost of the bridge, 4.2 million crowns", "figure/bridge-cost")]


def test_what_refers_to_a_record_is_told_with_its_field(store: Store) -> None:
    found = {(one.address, one.field) for one in record(store, "red_line", "bellmoor-toll").referrers}
    assert ("plan/arden-draft/3", "touches.red_line") in found
    assert ("judgement/toll-decides", "rests_on") in found


def test_a_point_knows_what_goes_on_from_it_and_what_it_goes_on_from(store: Store) -> None:
    first, second = record(store, "plan", "arden-draft", "2"), record(store, "plan", "bellmoor-counter", "2")
    assert second.passage
    assert second.passage.record.derives == ("arden-draft/2",)
    assert "plan/bellmoor-counter/2" in {one.address for one in first.referrers}
    assert (first.word, record(store, "plan", "arden-draft").word) == ("point", "plan")


def test_a_claim_is_never_the_name_of_its_record(store: Store) -> None:
    assert record(store, "position", "arden-bridge").title == "Arden on Bridge"
    assert record(store, "position", "council-bond").title == "Council on Ferry bond"
    assert record(store, "position", "bellmoor-draft-toll").title == "Bellmoor on Arden point 3"
    assert record(store, "judgement", "toll-decides").title == "Judgement of desk, 19 Mar 2031"
    statements = {str(getattr(one, "statement", "")) for kind in ("position", "judgement") for one in store.all(kind)}
    named = {one.title for kind in KINDS for id_ in store.ids(kind) for one in record(store, kind, id_).referrers}
    assert not statements & named


def test_the_day_of_an_event_is_not_the_day_on_which_somebody_told_of_it(store: Store) -> None:
    answer = record(store, "event", "council-round")
    assert answer.attribution.on is None
    assert str(answer.attribution.known_from) == "2031-03-18"
    judged = record(store, "judgement", "toll-decides").attribution
    assert str(judged.on) == "2031-03-19"


def test_a_part_with_a_mode_of_its_own_is_not_put_into_the_mouth_of_who_said_the_record(store: Store) -> None:
    stated, softened = record(store, "red_line", "bellmoor-toll").parts
    assert stated.attribution
    assert softened.attribution
    assert (stated.attribution.mode, softened.attribution.mode) == ("stated", "document")
    assert [source.id for source in softened.attribution.cited] == ["counter-text"]
    assert (stated.attribution.who, softened.attribution.who) == ("Tomas Wend", "Bellmoor's answer")
    assert stated.attribution.on != softened.attribution.on


def test_what_was_not_known_on_the_day_is_not_even_named(ferry: Path) -> None:
    with Store.open(ferry, as_at="2031-03-12") as store:
        assert reference(store, "plan/bellmoor-counter") is None
        assert reference(store, "plan/bellmoor-counter/3") is None
        assert reference(store, "plan/arden-draft/99") is None
        with pytest.raises(NoSuchRecord, match="no plan 'bellmoor-counter' as at 12 Mar 2031; there are arden-draft"):
            record(store, "plan", "bellmoor-counter")


def test_an_unknown_record_names_the_nearest(store: Store) -> None:
    with pytest.raises(NoSuchRecord, match=r"^no party 'ardne'; the nearest is 'arden'$"):
        record(store, "party", "ardne")
    with pytest.raises(NoSuchRecord, match=r"^no term 'zzz'; there are clear-height$"):
        record(store, "term", "zzz")
    with pytest.raises(NoSuchRecord, match="Arden has no point '99'; it has 1, 2, 3, 4, 5"):
        record(store, "plan", "arden-draft", "99")
    with pytest.raises(BadInput, match="no kind of record called 'boat'"):
        record(store, "boat", "x")


def test_in_a_long_list_an_unknown_record_is_answered_by_a_number_of_names(shipped: Path) -> None:
    with Store.open(shipped) as store, pytest.raises(NoSuchRecord, match=r"^no source 'qqqq'; \d+ are known$"):
        record(store, "source", "qqqq")


def test_a_clause_leads_to_the_point_that_holds_it(shipped: Path) -> None:
    with Store.open(shipped) as store:
        assert record(store, "plan", "us-28", "21a").number == "21"


def test_the_page_of_a_plan_has_every_clause_and_every_side_s_version_of_its_points(shipped: Path) -> None:
    with Store.open(shipped) as opened:
        told = 0
        for id_ in opened.ids("plan"):
            answer = record(opened, "plan", id_)
            text = " ".join(plain(page(answer), 400).split())
            for point in answer.points:
                parts = [*(part.text for part in point.clause), *(version.text for version in point.version)]
                assert all(" ".join(part.split()) in text for part in parts), point.address
                told += len(parts)
    assert told > 20
