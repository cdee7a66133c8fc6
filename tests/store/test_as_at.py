"""A reader as at a day learns nothing that became known later, by whatever door."""

import sqlite3
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from harbour import AFTER, DRAFT, LATER_SOURCE, LATER_VERDICT, PILOTS

from tui.model import KINDS, ON_PUBLICATION, Event, Guarantee, Issue, Party, Plan, Provenance, RedLine, known_from
from tui.store.read import RefFrom, Store

LATE = AFTER.lower


def everything_in(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, tuple):
        for one in value:
            yield from everything_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from everything_in(getattr(value, field.name))


@pytest.mark.parametrize("as_at", [None, "2030-04-01", "2030-05-01", "2030-06-30", "2030-07-01", "9999-12-31"])
def test_nothing_known_later_is_in_any_record(harbour: Path, as_at: str | None) -> None:
    with Store.open(harbour, as_at) as store:
        for kind in KINDS:
            for inner in everything_in(store.all(kind)):
                if isinstance(inner, Provenance):
                    assert (known_from(inner) or "") <= store.as_at, kind


def test_every_record_is_either_shown_or_told_to_be_later(harbour: Path) -> None:
    with Store.open(harbour) as store, Store.open(harbour, "9999-12-31") as whole:
        for kind in KINDS:
            shown, later = store.ids(kind), [record.id for record in store.later(kind)]
            assert sorted([*shown, *later]) == sorted(whole.ids(kind)), kind
            assert store.count(kind) == len(shown), kind


def test_without_a_day_it_is_the_day_the_briefing_is_of(harbour: Path) -> None:
    with Store.open(harbour) as store:
        assert store.as_at == "2030-06-01"
        assert store.get("source", LATER_SOURCE.id) is None
        assert store.later("source") == (LATER_SOURCE,)
        assert store.later("judgement") == (LATER_VERDICT,)


def test_what_hangs_on_a_record_is_left_out_until_its_day(harbour: Path) -> None:
    def seen(as_at: str) -> tuple[Any, ...]:
        with Store.open(harbour, as_at) as store:
            issue, line, event = store.get("issue", "quay"), store.get("red_line", "no-fence"), store.get("event", "meeting")
            grant, plan, party = store.get("guarantee", "pilots"), store.get("plan", "draft"), store.get("party", "island")
            assert isinstance(issue, Issue)
            assert isinstance(line, RedLine)
            assert isinstance(event, Event)
            assert isinstance(grant, Guarantee)
            assert isinstance(plan, Plan)
            assert isinstance(party, Party)
            return (
                [status.letter for status in issue.status],
                [movement.direction for movement in line.movement],
                [outcome.text for outcome in event.outcome],
                (grant.guarantor is not None, grant.form is not None, len(grant.status)),
                [(point.number, len(point.touches), len(point.reading)) for point in plan.point],
                [citation.id for citation in party.sources],
            )

    before = (["O"], ["stated"], ["a promise"], (True, False, 1), [("1", 1, 0), ("2", 0, 0)], ["gazette"])
    after = (
        ["O", "T"],
        ["stated", "softened"],
        ["a promise", "it had been broken"],
        (True, True, 2),
        [("1", 2, 0), ("2", 0, 1), ("3", 0, 0)],
        ["gazette", "memoir"],
    )
    assert seen("2030-06-30") == before
    assert seen("2030-07-01") == after


def test_points_are_known_when_their_plan_is_made_public_unless_they_say_otherwise(harbour: Path) -> None:
    with Store.open(harbour) as store:
        assert store.point("counter", "1") is None
        assert store.point("counter", "2") is not None
        assert store.point("draft", "3") is None
        assert store.point("draft", "1") is not None
        assert store.point("nothing", "1") is None


def test_what_only_its_publication_tells_of_a_plan_is_hidden_until_then(harbour: Path) -> None:
    def seen(as_at: str) -> tuple[object, ...]:
        with Store.open(harbour, as_at) as store:
            (plan,) = (plan for plan in store.all("plan") if plan.id == "counter")
            assert plan == store.get("plan", "counter")
            assert isinstance(plan, Plan)
            found = [bool(store.search(words).hits) for words in ("bench", "torn")]
            return (plan.text, *(bool(getattr(plan, name)) for name in sorted(ON_PUBLICATION)), *found)

    assert seen("2030-06-30") == ("none", *[False] * (len(ON_PUBLICATION) + 2))
    assert seen("2030-07-01") == ("partial", *[True] * (len(ON_PUBLICATION) + 2))


def test_no_point_of_a_hidden_plan_can_be_had(harbour: Path) -> None:
    with Store.open(harbour, "2030-04-30") as store:
        assert store.get("plan", "draft") is None
        assert store.point("draft", "1") is None
        assert not any(hit.number for hit in store.search("fence metres").hits)


def test_references_from_what_is_hidden_are_hidden(harbour: Path) -> None:
    line = ("red_line", "no-fence")
    touch, verdict = RefFrom("plan", "draft", "1", "touches.red_line"), RefFrom("judgement", "quay-first", None, "rests_on")
    with Store.open(harbour) as store:
        assert set(store.refs_to(*line)) == {touch, verdict}
        assert store.refs_to("source", "memoir") == ()
        assert store.refs_to("source", "gazette") == (RefFrom("party", "island", None, "sources"),)
        assert set(store.refs_to("plan", "draft", "1")) == {verdict, RefFrom("plan", "draft", "2", "clause.derives")}
    with Store.open(harbour, LATE) as store:
        assert set(store.refs_to(*line)) == {touch, verdict, RefFrom("judgement", "hindsight", None, "rests_on")}
        assert store.refs_to("source", "memoir") == (RefFrom("party", "island", None, "sources"),)


def test_references_to_a_clause_lead_to_its_point(harbour: Path) -> None:
    with Store.open(harbour) as store:
        assert set(store.refs_to("plan", "draft", "2")) == {
            RefFrom("judgement", "quay-first", None, "rests_on"),
            RefFrom("guarantee", PILOTS.id, None, "carried_by"),
            RefFrom("position", "island-quay", None, "point"),
        }
        assert store.refs_to("plan", DRAFT.id) == (RefFrom("plan", "counter", None, "based_on"),)


def test_who_said_it_is_a_reference_when_it_is_somebody_we_know(harbour: Path) -> None:
    with Store.open(harbour) as store:
        assert RefFrom("red_line", "no-fence", None, "said_by") in store.refs_to("person", "envoy")


def test_search_finds_a_later_text_only_from_its_day_on(harbour: Path) -> None:
    for words in (
        "initialled",
        "hedge perhaps",
        "nobody saw",
        "withdrawn",
        "reinterpreted",
        "leaked printing",
        "secret annex",
        "came last",
    ):
        with Store.open(harbour) as store:
            assert all(hit.partial for hit in store.search(words).hits), words
    for words in ("initialled", "fence reinterpreted", "pilots quietly offered", "secret annex"):
        with Store.open(harbour, LATE) as store:
            assert len([hit for hit in store.search(words).hits if not hit.partial]) == 1, words


def test_citations_are_dated_by_their_source(harbour: Path) -> None:
    with sqlite3.connect(harbour) as connection:
        rows = dict(connection.execute('SELECT "id", "_known" FROM "party_citation"').fetchall())
    connection.close()
    assert rows == {"gazette": "2030-05-01", "memoir": LATE}
