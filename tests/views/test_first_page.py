"""The overview, the parties and what a source carries: on the briefing that `briefing new` writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from invented import MANIFEST, PROVENANCE, Ask, store_of

from tui.errors import NoSuchRecord
from tui.model import Issue
from tui.store.read import Store
from tui.views.overview.question import overview
from tui.views.parties.question import parties, party
from tui.views.sources.question import source, sources
from tui.views.statuses import divides_of


@pytest.fixture
def store(ferry: Path) -> Iterator[Store]:
    with Store.open(ferry) as opened:
        yield opened


def figure(name: str, value: int, more: str = "") -> str:
    return f'[[figure]]\nid = "{name}"\nname = "{name}"\nvalue = {value}\nunit = "tonnes"\nperiod = "2031"\n{more}{PROVENANCE}'


def test_the_overview_says_what_of_when_and_for_whom(store: Store) -> None:
    found = overview(store)
    assert (found.title, found.as_at, found.handling) == ("The Lode crossing", "2031-03-20", "PUBLIC")
    assert found.bottom_lines
    assert found.bottom_lines[-1].attribution.mode == "judgement"
    assert [value.to for value in found.bottom_lines[-1].rests_on][-1] == "position/arden-bridge"


def test_issues_stand_in_order_with_their_status_and_are_counted(store: Store) -> None:
    found = overview(store)
    assert [(one.number, one.id, one.status.letter if one.status else None) for one in found.standings] == [
        (1, "ferry", "A"),
        (2, "bridge", "O"),
        (3, "money", "O"),
    ]
    assert found.by_status == (("A", "aim agreed between Arden and Bellmoor", 1), ("O", "open", 2))
    assert [one.id for one in found.unresolved] == ["bridge", "money"]


def test_the_next_event_is_the_first_that_is_expected_and_the_last_ones_have_happened(store: Store) -> None:
    found = overview(store)
    assert found.next_event
    assert found.next_event.id == "council-round"
    assert [one.id for one in found.last_events] == ["first-talk", "draft-published", "answer-published"]


def test_what_has_a_day_comes_before_what_may_come_within_two_years(ask: Ask) -> None:
    expected = "".join(
        f'[[event]]\nid = "{name}"\ndate = "{day}"\ntitle = "x"\nexpected = true\nknown_from = "2031-05-02"\n{PROVENANCE}'
        for name, day in (("some-time", "2031-05/2033"), ("council", "2031-06-01"), ("week", "2031-06-01/2031-06-07"))
    )
    found = overview(ask(expected))
    assert found.next_event
    assert found.next_event.id == "council"


def test_all_bottom_lines_stand_in_the_order_of_the_author(tmp_path: Path) -> None:
    judged = "".join(
        f'[[judgement]]\nid = "{name}"\nstatement = "{name}"\nby = "desk"\ndate = "{day}"\nmode = "judgement"\nrests_on = ["issue/quota"]\n'
        for name, day in (("first", "2031-05-12"), ("second", "2031-05-10"), ("third", "2031-05-15"))
    )
    manifest = MANIFEST + 'bottom_line = ["first", "second", "third"]\n'
    for day, known in (("2031-05-20", ["first", "second", "third"]), ("2031-05-12", ["first", "second"])):
        with store_of(tmp_path, judged, as_at=day, manifest=manifest) as store:
            assert [one.record.statement for one in overview(store).bottom_lines] == known


def test_a_figure_shows_its_conflict_whichever_of_the_two_names_the_other(ask: Ask) -> None:
    found = overview(ask(figure("catch", 600, "key = true\n"), figure("count", 800, 'about = true\nconflicts_with = ["catch"]\n')))
    (one,) = found.figures
    assert one.amount == "600 tonnes"
    assert [(value.text, value.to) for value in one.conflicts] == [("about 800 tonnes, 2031 (count)", "figure/count")]


def test_on_an_earlier_day_the_overview_has_only_what_was_known(ferry: Path) -> None:
    with Store.open(ferry, as_at="2031-03-12") as store:
        found = overview(store)
    assert found.bottom_lines == ()
    assert found.next_event is None
    assert dict(found.counts)["plan"] == 1
    assert [one.id for one in found.last_events] == ["first-talk", "draft-published"]


def test_an_empty_briefing_has_an_overview_without_anything_in_it(ask: Ask) -> None:
    with_nothing = overview(ask(as_at="1999-01-01"))
    assert (with_nothing.bottom_lines, with_nothing.next_event, with_nothing.figures) == ((), None, ())


def test_parties_stand_in_order_with_what_is_known_of_each(store: Store) -> None:
    assert [(row.id, row.people, row.red_lines, row.positions) for row in parties(store)] == [
        ("arden", 1, 1, 1),
        ("bellmoor", 1, 1, 2),
        ("council", 0, 0, 1),
    ]


def test_a_party_keeps_position_interest_bottom_line_and_red_line_apart(store: Store) -> None:
    found = party(store, "arden")
    by_issue = {one.id: one for one in found.issues}
    (held,) = by_issue["bridge"].positions
    assert held.record.statement == "Arden takes a bridge under which its fishing boats can pass."
    assert held.record.interest == "The boats of Arden fish above Mill Bend, Calder says."
    assert held.record.bottom_line == "Eight metres, Calder says."
    assert [line.record.id for line in by_issue["ferry"].red_lines] == ["arden-ferry"]
    assert found.record.ratifies == "The town meeting of Arden, by a majority of those present"
    assert [value.to for value in found.plans] == ["plan/arden-draft"]


def test_what_a_party_says_of_a_plan_of_a_point_and_of_a_guarantee_has_its_place(store: Store) -> None:
    assert [(one.about.text, one.record.stance) for one in party(store, "bellmoor").on_plans] == [
        ("Arden point 3", "rejects"),
        ("Arden", "conditional"),
    ]
    assert [one.about.to for one in party(store, "council").on_guarantees] == ["guarantee/ferry-bond"]


@pytest.mark.parametrize(("day", "offices"), [("2031-03-20", ["Mayor of Bellmoor"]), ("2029-06-01", ["Harbour master of Bellmoor"])])
def test_people_have_the_offices_that_they_held_on_the_day(ferry: Path, day: str, offices: list[str]) -> None:
    with Store.open(ferry, as_at=day) as store:
        (wend,) = party(store, "bellmoor").people
        assert [title for title, _, _ in wend.offices] == offices


def test_an_unknown_party_or_source_names_the_nearest(store: Store) -> None:
    with pytest.raises(NoSuchRecord, match="the nearest is 'bellmoor'"):
        party(store, "belmoor")
    with pytest.raises(NoSuchRecord, match="the nearest is 'echo-0303'"):
        source(store, "echo-0330")


def test_sources_stand_with_how_much_rests_on_each_the_heaviest_first(store: Store) -> None:
    rests = [row.rests for row in sources(store)]
    assert rests == sorted(rests, reverse=True)
    assert {row.id: row.rests for row in sources(store)}["corrie-bond"] == len(source(store, "corrie-bond").rests) == 1


def test_when_a_source_falls_what_has_no_other_falls_with_it(store: Store) -> None:
    found = source(store, "echo-0318")
    rests, falls = {one.address for one in found.rests}, {one.address for one in found.falls}
    assert falls < rests
    assert {"position/arden-bridge", "figure/bridge-cost-echo"} <= falls
    assert "judgement/toll-decides" in rests - falls
    assert [one.record.id for one in found.weakens] == ["toll-decides"]


def test_a_source_counts_once_for_a_record_that_cites_it_twice(ask: Ask) -> None:
    twice = '[[term]]\nid = "cod"\nname = "Cod"\ntext = "A fish."\nmode = "document"\n'
    twice += 'sources = [{ id = "gazette", at = "page 1" }, { id = "gazette", at = "page 2" }]\n'
    found = source(ask(twice), "gazette")
    assert len([one for one in found.rests if one.address == "term/cod"]) == 1
    assert "term/cod" in {one.address for one in found.falls}


def test_what_divides_the_sides_is_what_was_said_last(ask: Ask) -> None:
    """By the day of the words where no other is given: so are the days on which it is known."""
    clause = '[[issue.divides]]\ntext = "{text}"\n{day} = "{on}"\nmode = "stated"\nsaid_by = "north"\nsources = ["gazette"]\n'
    issue = '[[issue]]\nid = "nets"\nname = "Nets"\nmode = "judgement"\nsources = ["gazette"]\n'
    newer, older = (
        {"text": "the mesh", "day": "said_on", "on": "2031-05-10"},
        {"text": "all nets", "day": "known_from", "on": "2031-05-04"},
    )
    store = ask(issue + clause.format(**newer) + clause.format(**older))
    for day, told in ((None, "the mesh"), ("2031-05-09", "all nets")):
        of = store.at(day) if day else store
        record = of.get("issue", "nets")
        assert isinstance(record, Issue)
        held = divides_of(of, record)
        assert held
        assert held.text == told
