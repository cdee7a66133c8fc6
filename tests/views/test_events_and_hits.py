"""The timeline with what came later, and search hits with who says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented import PROVENANCE, Ask

from tui.errors import NoSuchRecord
from tui.render.plain import plain
from tui.store.read import Store
from tui.views.search.page import page as search_page
from tui.views.search.question import matches, search
from tui.views.timeline.page import page as timeline_page
from tui.views.timeline.question import entry, timeline

LATER = '[[source]]\nid = "memoir"\ntitle = "How it went"\npublisher = "The Memoir"\ntype = "other"\ndate = "2032-01-01"\n'


def event(name: str, date: str, more: str = PROVENANCE) -> str:
    return f'[[event]]\nid = "{name}"\ndate = "{date}"\ntitle = "{name.title()}"\n{more}'


EVENTS = (
    LATER,
    event("treaty", "2032-01-01", 'mode = "reported"\nsaid_by = "The Memoir"\nsources = ["memoir"]\n'),
    event("vote", "2031-06", PROVENANCE + 'expected = true\nknown_from = "2031-05-02"\n'),
    event("round", "2031-05-03/2031-05-05"),
    event("storm", "2031-05-01~"),
)


def test_events_stand_in_order_of_their_dates_and_spans_are_spans(ask: Ask) -> None:
    found = timeline(ask(*EVENTS))
    assert [(one.id, one.span, one.expected) for one in found.entries if not one.later] == [
        ("storm", False, False),
        ("round", True, False),
        ("vote", True, True),
    ]


def test_what_came_later_stands_last_on_the_briefings_own_day_asked_for_or_not(ask: Ask) -> None:
    store = ask(*EVENTS)
    for own in (store, store.at(store.as_at)):
        assert [(one.id, one.later) for one in timeline(own).entries][-2:] == [("vote", False), ("treaty", True)]
        assert entry(own, "treaty").later
        text = plain(timeline_page(timeline(own)))
        assert text.index("Vote") < text.index("the day of this briefing") < text.index("Treaty")


def test_as_at_another_day_nothing_later_is_shown_and_the_page_says_so(ask: Ask) -> None:
    store = ask(*EVENTS).at("2031-05-04")
    assert [one.id for one in timeline(store).entries] == ["storm", "round", "vote"]
    assert "As at 4 May 2031; what became known later is left out here." in plain(timeline_page(timeline(store)))
    with pytest.raises(NoSuchRecord, match="no event 'treaty'"):
        entry(store, "treaty")


def test_a_later_source_has_its_name_and_nothing_leads_to_it(ask: Ask) -> None:
    page = timeline_page(timeline(ask(*EVENTS)))
    assert "reported by The Memoir (The Memoir)" in plain(page)
    leads = {span.to for block in page.blocks if hasattr(block, "line") for span in block.line}
    assert "timeline/treaty" in leads
    assert not {"source/memoir", "event/treaty"} & leads


def test_an_event_does_not_name_a_plan_that_was_not_known_on_the_day(ferry: Path) -> None:
    with Store.open(ferry) as store:
        assert [value.text for value in entry(store, "council-round").about] == ["Bridge", "Money", "Arden", "Bellmoor"]
    with Store.open(ferry, as_at="2031-03-12") as store:
        assert "Bellmoor" not in {value.text for one in timeline(store).entries for value in one.about}


def test_an_outcome_stands_with_who_says_so(ferry: Path) -> None:
    with Store.open(ferry) as store:
        assert "what came of it: [reported] Arden offers to write a draft." in plain(timeline_page(timeline(store)))


def test_hits_are_shown_with_who_says_so_and_tell_their_place(ferry: Path) -> None:
    with Store.open(ferry) as store:
        found = search(store, "toll")
        matched = matches(store, found)
    modes = {match.address: match.attribution.mode for match in matched}
    assert modes["position/bellmoor-draft-toll"] == "stated"
    assert modes["plan/arden-draft/3"] == "document"
    assert all(match.where for match in matched)
    text = plain(search_page(found, matched))
    assert "position/bellmoor-draft-toll  [said] Bellmoor on" in text


def test_more_hits_than_asked_for_are_announced(ferry: Path) -> None:
    with Store.open(ferry) as store:
        few = search(store, "bridge", 2)
        assert (len(few.hits), few.more) == (2, True)
        assert "There are more; add a word." in plain(search_page(few, matches(store, few)))
        assert not search(store, "bridge", 200).more


def test_no_hit_is_said_in_words(ferry: Path) -> None:
    with Store.open(ferry) as store:
        none = search(store, "submarine")
        assert "Nothing holds this. Try fewer words" in plain(search_page(none, matches(store, none)))
