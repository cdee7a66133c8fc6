"""The lanes of the timeline: what lies on which, what a span and a gap look like, and that nothing is drawn that is not known."""

from __future__ import annotations

import re

import pytest
from invented import PROVENANCE, Ask, plan

from tui.render.hypertext import Hypertext
from tui.render.sources import SourceNotes
from tui.render.svg import svg
from tui.store.read import Store
from tui.views.blocks import Picture, words
from tui.views.timeline.lanes import MOST, OTHERS, TEXTS, ZOOMS, Lanes, drawn, in_a_sentence, lanes
from tui.views.timeline.pane import TimelinePane
from tui.views.timeline.question import timeline
from tui.views.timeline.view import at


def event(ident: str, day: str, track: str = "Coast", more: str = "", known: str = "2031-05-01") -> str:
    return (
        f'[[event]]\nid = "{ident}"\ndate = "{day}"\ntitle = "Round {ident}"\ntrack = "{track}"\n{more}'
        + PROVENANCE
        + f'known_from = "{known}"\n'
    )


def shown(store: Store, weeks: int = 8) -> Lanes:
    found = lanes(store, timeline(store), weeks)
    assert found
    return found


def row(store: Store, name: str, cells: int = 80) -> str:
    return next(text for line in drawn(shown(store), cells) if (text := words(line)).startswith(name))


def test_a_day_is_a_sign_a_span_a_bar_and_a_gap_a_gap(ask: Ask) -> None:
    store = ask(event("a", "2031-05-01"), event("b", "2031-05-05/2031-05-08"), event("c", "2031-05-12"), event("d", "2031-05-12"))
    signs = row(store, "Coast").removeprefix("Coast").strip()
    assert re.fullmatch(r"\^ +,+ +2", signs), signs
    assert signs.count(",") / len(signs.split("2")[0]) > 0.25, "four days of eleven"


def test_a_day_that_is_not_known_for_sure_is_drawn_as_a_span_is(ask: Ask) -> None:
    assert "^" not in row(ask(event("a", "2031-05-03~")), "Coast")
    assert "," in row(ask(event("a", "2031-05-03~")), "Coast")


def test_what_is_expected_is_drawn_as_such_behind_the_day_of_the_reading(ask: Ask) -> None:
    store = ask(event("a", "2031-05-01"), event("b", "2031-05-28", more="expected = true\n"))
    assert re.search(r"\^ +\] +a", row(store, "Coast"))


def test_what_became_known_later_is_on_no_lane(ask: Ask) -> None:
    store = ask(event("a", "2031-05-01"), event("b", "2031-05-02", known="2031-06-01"))
    assert "2" not in row(store, "Coast")
    assert [len(lane.marks) for lane in shown(store).lanes] == [1]


def test_new_texts_have_a_lane_and_many_tracks_share_the_last_one(ask: Ask) -> None:
    events = [event(f"e{number}", "2031-05-03", f"Track {number}") for number in range(9)]
    found = shown(ask(*events, plan("one", public="2031-05-04")))
    names = [lane.name for lane in found.lanes]
    assert len(names) == MOST
    assert names[-2:] == [OTHERS, TEXTS]
    assert sum(len(lane.marks) for lane in found.lanes) == 10


def test_what_lies_before_the_first_day_is_counted_and_all_days_have_it(ask: Ask) -> None:
    store = ask(event("old", "2030-01-01"), event("new", "2031-05-03"))
    assert "1 earlier ones are not drawn" in in_a_sentence(shown(store))
    assert shown(store, 0).first == "2030-01-01"
    assert shown(store, 0).before == 0


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2031-05-20"])
def test_the_ends_of_the_calendar_break_nothing(ask: Ask, day: str) -> None:
    store = ask(event("a", "2031-05-01"), event("b", "1031-05-03", more="expected = true\n")).at(day)
    for weeks in ZOOMS:
        found = lanes(store, timeline(store), weeks)
        assert found is None or all(len(words(line)) <= 80 for line in drawn(found, 80))


def test_a_key_changes_how_far_they_reach_and_no_line_is_wider_than_its_room(ask: Ask) -> None:
    store = ask(event("a", "2031-01-01"), event("b", "2031-05-03"))
    pane = TimelinePane(store)
    seen = set()
    for _ in range(4):
        for cells in (30, 57, 80, 200):
            assert all(len(words(line)) <= cells for line in pane.lead(cells))
        seen.add(tuple(map(words, pane.lead(80))))
        pane.act("lanes", None)
    assert len(seen) > 1


def test_the_picture_has_a_mark_for_each_event_and_tells_itself_in_words(ask: Ask) -> None:
    store = ask(event("a", "2031-05-01"), event("b", "2031-05-05/2031-05-08"), event("c", "2031-05-28", more="expected = true\n"))
    picture = next(block for block in at(store, "")[1].blocks if isinstance(block, Picture))
    drawn_svg = str(Hypertext({}, SourceNotes(()), own_notes=False).picture(picture))
    assert len(re.findall("<circle", drawn_svg)) == 2
    assert len(re.findall("<rect", drawn_svg)) == 1
    assert drawn_svg.count("hollow") == 1
    assert "<title>5 May 2031 - 8 May 2031: Round b</title>" in drawn_svg
    assert re.search(r'aria-label="Events by track: From .*: Coast 3\.', drawn_svg)


def people(*names: str) -> str:
    return "".join(f'[[person]]\nid = "{name.lower()}"\nname = "{name}"\n{PROVENANCE}known_from = "2031-05-01"\n' for name in names)


def test_the_event_under_the_cursor_is_lit_and_who_took_part_stands_below_it(ask: Ask) -> None:
    who = 'people = ["mia", "bo"]\n'
    pane = TimelinePane(ask(people("Mia", "Bo"), event("a", "2031-05-01"), event("b", "2031-05-05/2031-05-08", more=who)))
    for key, signs, below in (("a", "^", ""), ("b", ",", "With: Mia, Bo")):
        row = next(row for row in pane.rows() if row.key == key)
        *lanes_, last = pane.lead(80, row)
        lit = "".join(span.text for line in lanes_ for span in line if span.role == "lit")
        assert set(lit) == {signs}
        assert words(last).strip() == below
        assert len(pane.lead(80, row)) == len(pane.lead(80)), "the list stays where it is"


def test_lanes_by_person_have_what_each_took_part_in_and_nothing_else(ask: Ask) -> None:
    store = ask(
        people("Mia", "Bo", "Cy"),
        event("a", "2031-05-01", more='people = ["mia", "bo"]\n'),
        event("b", "2031-05-05", more='people = ["mia"]\n'),
        event("c", "2031-05-07"),
    )
    found = lanes(store, timeline(store), by_person=True)
    assert found
    assert [(lane.name, [mark.to for mark in lane.marks]) for lane in found.lanes] == [
        ("Mia", ["event/a", "event/b"]),
        ("Bo", ["event/a"]),
    ]
    assert "(Mia, Bo)</title>" in svg(found, "")
    few = lanes(store, timeline(store), by_person=True, most=1)
    assert few
    assert [(lane.name, len(lane.marks)) for lane in few.lanes] == [(OTHERS, 2)], "an event of two is one event"
