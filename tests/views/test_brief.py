"""The brief: what stands on it, what it leaves out and says so, and that it never takes more than was asked for."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from herring import ALL
from invented import PROVENANCE, Ask, plan, point

from tui.errors import BadInput, NoSuchRecord
from tui.render.formats import made_document
from tui.render.plain import plain
from tui.store.read import Store
from tui.views.blocks import Item, Page, words
from tui.views.brief.paper import SIDE, height
from tui.views.brief.question import SIDES, Wanted
from tui.views.brief.sides import sourced
from tui.views.brief.view import brief

SOURCE = '[[source]]\nid = "{id}"\ntitle = "Told by {id}"\npublisher = "{id}"\ntype = "news"\ndate = "2031-05-02"\n'
SAID = (
    '[[position]]\nid = "{id}"\nparty = "{party}"\nissue = "{issue}"\nstance = "{stance}"\nstatement = "{says}"\n'
    'mode = "stated"\nsaid_by = "{party}"\nsaid_on = "2031-05-0{day}"\nsources = ["{source}"]\n'
)


def said(
    ident: str, party: str, says: str, issue: str = "quota", *, stance: str = "supports", day: int = 3, source: str = "gazette"
) -> str:
    return SAID.format(id=ident, party=party, issue=issue, stance=stance, says=says, day=day, source=source)


def open_issue(ident: str, letter: str = "O") -> str:
    return (
        f'[[issue]]\nid = "{ident}"\nname = "{ident.capitalize()}"\nsources = ["gazette"]\nmode = "judgement"\n'
        f'[[issue.status]]\nletter = "{letter}"\nbetween = ["north", "south"]\nground = "Both have words on it."\nby = "desk"\n'
        'mode = "judgement"\nsources = ["gazette"]\n'
    )


def page_of(store: Store, asked: Wanted | None = None) -> Page:
    return brief(store, asked or Wanted())[1]


def text_of(store: Store, asked: Wanted | None = None) -> str:
    return " ".join(plain(page_of(store, asked), 400).split())


def test_a_dispute_has_the_words_of_both_sides_with_who_says_so_the_day_and_a_number(ask: Ask) -> None:
    told = text_of(ask(open_issue("nets"), said("n", "north", "Wide nets.", "nets"), said("s", "south", "No nets.", "nets", day=4)))
    assert "Nets: open between Northland and Southland" in told
    assert "Wide nets. (Northland, 3 May 2031) [1]" in told
    assert "No nets. (Southland, 4 May 2031) [1]" in told


def test_on_a_narrow_screen_every_side_is_named_before_its_words(ask: Ask) -> None:
    store = ask(open_issue("nets"), said("n", "north", "Wide nets.", "nets"), said("s", "south", "No nets.", "nets", day=4))
    told = str(made_document(store, {}, "html", page_of(store)))
    for side, says in (("Northland", "Wide nets."), ("Southland", "No nets.")):
        assert re.search(rf'<td[^>]* data-head="{side}">{says}', told), side


def test_the_latest_word_with_a_stance_counts_and_not_what_only_describes(ask: Ask) -> None:
    told = text_of(
        ask(
            open_issue("nets"),
            said("old", "north", "Wide nets.", "nets", day=1),
            said("new", "north", "Wider nets.", "nets", day=5),
            said("told", "north", "They talk.", "nets", stance="describes", day=7),
        )
    )
    assert "Wider nets." in told
    assert "They talk." not in told


def test_a_side_without_words_is_said_to_have_none(ask: Ask) -> None:
    assert "no words of it on record" in text_of(ask(open_issue("nets"), said("n", "north", "Wide nets.", "nets")))


def test_words_without_a_source_are_refused(ask: Ask) -> None:
    found, _ = brief(ask(open_issue("nets"), said("n", "north", "Wide nets.", "nets")), Wanted())
    (words_of,) = found.disputes[1].sides[0].words
    bare = replace(words_of, attribution=replace(words_of.attribution, cited=()))
    assert sourced((bare, words_of)) == (words_of,)


def test_the_same_number_is_the_same_source_and_each_number_has_a_note(ask: Ask) -> None:
    store = ask(
        SOURCE.format(id="echo"),
        open_issue("nets"),
        said("n", "north", "Wide nets.", "nets", source="echo"),
        said("s", "south", "No nets.", "nets"),
        *ALL,
    )
    page = page_of(store)
    notes = {item.mark.rstrip("."): item.anchor for item in page.blocks if isinstance(item, Item) and item.anchor}
    assert len(set(notes.values())) == len(notes) > 1
    told = plain(page, 400)
    assert {number for found in re.findall(r"\[([\d, ]+)\]", told) for number in found.split(", ")} == set(notes)


MANY = tuple(open_issue(f"net{number}") for number in range(30))
WORDS = tuple(
    said(f"{party}{number}", party, f"{party.capitalize()} asks for {number} nets " + "and more " * 20, f"net{number}")
    for number in range(30)
    for party in ("north", "south")
)


@pytest.mark.parametrize("most", SIDES)
def test_it_never_takes_more_sides_than_were_asked_for_and_names_what_it_leaves_out(ask: Ask, most: int) -> None:
    store = ask(*MANY, *WORDS, *ALL)
    found, page = brief(store, Wanted(most=most))
    assert height(page) <= SIDE * most
    shown = {one.name for one in found.disputes}
    left = {name for one in found.left if one.what == "disputes" for name in one.names}
    assert shown | left == {f"Net{number}" for number in range(30)} | {"Quota"}
    assert not shown & left
    assert all(name in plain(page, 400) for name in left)


def test_more_sides_hold_more(ask: Ask) -> None:
    store = ask(*MANY, *WORDS, *ALL)
    held = [len(brief(store, Wanted(most=most))[0].disputes) for most in SIDES]
    assert held == sorted(held)
    assert held[0] < held[-1]


def test_what_is_asked_for_by_name_is_never_left_out_but_refused(ask: Ask) -> None:
    store = ask(*MANY, *WORDS)
    few, _ = brief(store, Wanted(issues=("net7", "net2")))
    assert [one.id for one in few.disputes] == ["net7", "net2"]
    with pytest.raises(BadInput, match="more than 1 side"):
        brief(store, Wanted(issues=tuple(f"net{number}" for number in range(30))))
    with pytest.raises(NoSuchRecord, match="net99"):
        brief(store, Wanted(issues=("net99",)))
    with pytest.raises(BadInput, match="1, 2 or 4 sides"):
        brief(store, Wanted(most=3))


def test_addresses_make_a_brief_of_what_was_marked_alone(ask: Ask) -> None:
    store = ask(*ALL, *MANY, *WORDS)
    told = text_of(store, Wanted(addresses=("issue/net3", "plan/one/1", "guarantee/escort")))
    assert "Net3" in told
    assert "Net4" not in told
    assert "The catch is 600,000 tonnes and must not grow." in told
    assert "Escort of boats" in told
    assert "Which texts go against" not in told


def test_a_version_stands_in_a_dispute_only_where_both_sides_have_one(ask: Ask) -> None:
    versions = "".join(
        f'[[plan.point.version]]\nparty = "{party}"\ntext = "{text}"\nmode = "document"\nsources = ["gazette"]\n'
        for party, text in (("north", "Nets of ten metres."), ("south", "Nets of two metres."))
    )
    both = plan("one", [point("1", None, "nets", more="agreed = false\n" + versions)], text="partial")
    told = text_of(ask(open_issue("nets"), both))
    assert "Nets of ten metres." in told
    assert "Nets of two metres." in told
    alone = plan("one", [point("1", None, "nets", more="agreed = false\n" + versions[: len(versions) // 2])], text="partial")
    assert "Nets of ten metres." not in text_of(ask(open_issue("nets"), alone))


def test_what_became_known_later_is_not_on_the_brief_of_the_day_before(ask: Ask) -> None:
    store = ask(open_issue("nets"), said("n", "north", "Wide nets.", "nets") + 'known_from = "2031-05-10"\n')
    assert "Wide nets." in text_of(store)
    assert "Wide nets." not in text_of(store.at("2031-05-09"))


def test_next_dates_are_those_expected_on_the_day(ask: Ask) -> None:
    event = '[[event]]\nid = "round"\ndate = "2031-06-03"\nexpected = true\ntitle = "A round"\n' + PROVENANCE
    assert "3 Jun 2031 expected: A round" in text_of(ask(event))
    assert "Nothing dated was expected" in text_of(ask())


def test_for_whom_the_day_the_desk_and_the_handling_mark_open_it(ask: Ask) -> None:
    page = page_of(ask(), Wanted(for_whom="the minister"))
    head = " ".join(words(block.line) for block in page.blocks[:3] if not isinstance(block, type(None)) and hasattr(block, "line"))
    for told in ("The herring talks", "TLP:GREEN", "For the minister.", "20 May 2031", "Fisheries desk"):
        assert told in head
