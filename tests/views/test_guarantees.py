"""Guarantees on their axes: the unsaid shown as unsaid and asked about."""

from __future__ import annotations

import pytest
from invented import PROVENANCE, Ask, plan, point

from tui.errors import BadInput, NoSuchRecord
from tui.model import AXES
from tui.views.guarantees.options import guarantees, questions

CLAUSE = '[[plan.point.clause]]\nletter = "a"\ntext = "Boats escort boats."\n'
PLAN = plan("one", [point("1", "Escort.", more=CLAUSE)])
ESCORT = (
    '[[guarantee]]\nid = "escort"\nname = "Escort of boats"\nknown_from = "2031-05-02"\nguarantor = "Southland"\n'
    'trigger = { text = "A boat is boarded.", mode = "reported", said_by = "The Gazette", sources = ["gazette"] }\n'
    'status = [{ text = "Offered.", known_from = "2031-05-02" }, { text = "Agreed.", known_from = "2031-05-10" }]\n'
    'open_questions = ["How many boats?"]\ncarried_by = ["one/1a", "one/1"]\n' + PROVENANCE
)
TREATY = '[[guarantee]]\nid = "treaty"\nname = "Treaty of 2001"\nprecedent = true\nform = "treaty"\n' + PROVENANCE


def position(name: str, party: str, stance: str) -> str:
    return (
        f'[[position]]\nid = "{name}"\nparty = "{party}"\nguarantee = "escort"\nstance = "{stance}"\nstatement = "As said."\n'
        'known_from = "2031-05-02"\n'
        f'mode = "stated"\nsaid_by = "{party}"\nsources = ["gazette"]\n'
    )


def test_every_axis_has_a_cell_and_the_unsaid_ones_say_nothing(ask: Ask) -> None:
    (escort,) = guarantees(ask(PLAN, ESCORT))
    assert [cell.axis for cell in escort.cells] == list(AXES)
    assert [cell.axis.field for cell in escort.cells if cell.state == "said"] == ["guarantor", "trigger"]
    assert all(cell.attribution is None for cell in escort.cells if cell.state == "unsaid")


def test_a_cell_is_attributed_by_itself_or_as_the_record(ask: Ask) -> None:
    (escort,) = guarantees(ask(PLAN, ESCORT))
    said = {cell.axis.field: cell.attribution for cell in escort.cells if cell.attribution}
    assert (said["trigger"].mode, said["trigger"].who) == ("reported", "The Gazette")
    assert said["guarantor"].mode == "document"


def test_unsaid_axes_become_questions_behind_those_on_record_and_precedents_ask_nothing(ask: Ask) -> None:
    asked = questions(guarantees(ask(PLAN, ESCORT, TREATY)))
    assert {question.option for question in asked} == {"escort"}
    assert (asked[0].axis, asked[0].ask) == (None, "How many boats?")
    assert len(asked) == 1 + len(AXES) - 2


def test_the_status_is_that_of_the_day(ask: Ask) -> None:
    (now,) = guarantees(ask(PLAN, ESCORT))
    (before,) = guarantees(ask(PLAN, ESCORT, as_at="2031-05-05"))
    assert now.now
    assert before.now
    assert (now.now.text, before.now.text) == ("Agreed.", "Offered.")


def test_support_and_objection_come_from_positions_and_a_condition_is_neither(ask: Ask) -> None:
    stands = position("p1", "north", "supports") + position("p2", "south", "rejects") + position("p3", "south", "conditional")
    (escort,) = guarantees(ask(PLAN, ESCORT, stands))
    assert [(stand.record.party, stand.side) for stand in escort.stands] == [
        ("south", "on conditions"),
        ("south", "against"),
        ("north", "for"),
    ]


def test_the_points_that_carry_a_guarantee_show_their_words_and_a_clause_its_own(ask: Ask) -> None:
    (escort,) = guarantees(ask(PLAN, ESCORT))
    assert [(one.number, one.text) for one in escort.carried_by] == [("1a", "Boats escort boats."), ("1", "Escort.")]


def test_options_come_before_precedents_and_can_be_chosen_in_order(ask: Ask) -> None:
    store = ask(PLAN, TREATY, ESCORT)
    assert [one.record.id for one in guarantees(store)] == ["escort", "treaty"]
    assert [one.record.id for one in guarantees(store, ["treaty", "escort"])] == ["treaty", "escort"]


def test_an_unknown_or_doubled_guarantee_gets_a_sentence(ask: Ask) -> None:
    store = ask(PLAN, ESCORT)
    with pytest.raises(NoSuchRecord, match="nearest is 'escort'"):
        guarantees(store, ["escrot"])
    with pytest.raises(BadInput, match="twice"):
        guarantees(store, ["escort", "escort"])
