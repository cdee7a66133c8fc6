"""How parties stand to a guarantee: every stance with its speaker and its day, the latest first, and each party counted once."""

from __future__ import annotations

from invented import PROVENANCE, Ask, plan, point

from tui.render.plain import plain
from tui.views.blocks import words
from tui.views.guarantees.options import guarantees
from tui.views.guarantees.page import grid_page, more_line, option_page
from tui.views.stances import count_by_side

ESCORT = '[[guarantee]]\nid = "escort"\nname = "Escort of boats"\nguarantor = "Southland"\n' + PROVENANCE
PEOPLE = "".join(
    f'[[person]]\nid = "{id_}"\nname = "{id_.title()}"\nparty = "{party}"\n{PROVENANCE}'
    for id_, party in (("ann", "north"), ("bo", "south"))
)


def position(party: str, stance: str, said_by: str, day: str, mode: str = "stated") -> str:
    return (
        f'[[position]]\nid = "p{day[-2:]}-{party}-{stance}"\nparty = "{party}"\nguarantee = "escort"\nstance = "{stance}"\n'
        f'statement = "As said on {day}."\nsaid_on = "{day}"\nmode = "{mode}"\nsaid_by = "{said_by}"\nsources = ["gazette"]\n'
    )


CHANGED = (
    position("north", "supports", "ann", "2031-05-02")
    + position("north", "rejects", "ann", "2031-05-09")
    + position("north", "conditional", "north", "2031-05-05")
)


def page(ask: Ask, *parts: str) -> str:
    (option,) = guarantees(ask(PEOPLE, ESCORT, *parts))
    return " ".join(plain(option_page(option)).split())


def test_a_party_that_changed_its_stance_shows_each_with_its_day_and_what_it_took_since(ask: Ask) -> None:
    (escort,) = guarantees(ask(PEOPLE, ESCORT, CHANGED))
    assert [(one.record.stance, str(one.day), one.since_then) for one in escort.stands] == [
        ("rejects", "2031-05-09", None),
        ("conditional", "2031-05-05", "against"),
        ("supports", "2031-05-02", "against"),
    ]
    assert words(more_line(escort, "Supported by")) == "Northland (Ann, 2 May 2031; since then: against)"
    assert words(more_line(escort, "Opposed by")) == "Northland (Ann, 9 May 2031)"
    assert words(more_line(escort, "On conditions")) == "Northland (5 May 2031; since then: against)"


def test_each_party_is_counted_once_by_its_latest_stance_and_conditions_are_counted(ask: Ask) -> None:
    (escort,) = guarantees(ask(PEOPLE, ESCORT, CHANGED, position("south", "conditional", "bo", "2031-05-03")))
    assert count_by_side(escort.stands) == (0, 1, 1)


def test_who_of_the_party_says_it_stands_beside_its_name(ask: Ask) -> None:
    assert "Northland (Ann), 2 May 2031, supports: [said] As said" in page(ask, position("north", "supports", "ann", "2031-05-02"))
    assert "Northland, 2 May 2031, supports:" in page(ask, position("north", "supports", "north", "2031-05-02"))
    reported = position("north", "supports", "The Gazette", "2031-05-02", "reported")
    assert "Northland (as reported by The Gazette), 2 May 2031, supports: [reported]" in page(ask, reported)


def test_what_somebody_of_another_party_tells_is_that_persons_account(ask: Ask) -> None:
    assert "Northland (by the account of Bo), 2 May 2031, objects" in page(ask, position("north", "objects", "bo", "2031-05-02"))


def test_a_side_that_nobody_takes_is_empty_in_the_sources_read_and_no_more(ask: Ask) -> None:
    store = ask(PEOPLE, ESCORT)
    shown = plain(grid_page(guarantees(store))) + page(ask)
    assert "none in the sources read" in shown
    assert "none on record" not in shown


def test_the_page_of_a_plan_tells_who_is_for_it_and_against_it(ask: Ask) -> None:
    from tui.views.subject import page_at

    said = CHANGED.replace('guarantee = "escort"', 'plan = "one"')
    store = ask(PEOPLE, plan("one", [point("1", "Ten.")]), said)
    shown = " ".join(plain(page_at(store, "plan/one")[1]).split())
    assert "Opposed by ---------- - Northland (Ann), 9 May 2031, rejects: [said] As said on 2031-05-09." in shown
    assert "Supported by" in shown


def test_what_one_of_a_group_says_takes_nothing_back_of_what_another_said(ask: Ask) -> None:
    group = '[[party]]\nid = "mayors"\nname = "Some mayors"\ntype = "group"\n' + PROVENANCE
    said = position("mayors", "rejects", "the mayor of Westport", "2031-05-02") + position(
        "mayors", "conditional", "the mayor of Eastport", "2031-05-09"
    )
    (escort,) = guarantees(ask(PEOPLE, ESCORT, group, said))
    assert [(one.record.stance, one.since_then) for one in escort.stands] == [("conditional", None), ("rejects", None)]
