"""Word differences: facts first, numbers whole, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Number
from tui.views.compare.difference import difference
from tui.views.compare.facts import Fact, recorded_facts

WORDS = st.lists(
    st.sampled_from(["Ukraine", "must", "not", "600,000", "800,000", "the", "troops", ",", ".", "army", "військо", "שלום", "\n"]),
    max_size=60,
)
TEXTS = st.one_of(st.text(max_size=200), WORDS.map(" ".join))


@given(TEXTS, TEXTS)
def test_the_segments_give_back_both_texts(before: str, after: str) -> None:
    found = difference(before, after)
    assert "".join(segment.before for segment in found.segments) == before
    assert "".join(segment.after for segment in found.segments) == after


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    found = difference(text, text)
    assert found.same
    assert not found.facts


@given(TEXTS, TEXTS)
def test_turned_around_the_facts_are_the_same_with_their_sides_changed(before: str, after: str) -> None:
    there, back = difference(before, after).facts, difference(after, before).facts
    assert sorted(map(str, there)) == sorted(
        str(Fact(fact.kind, fact.what, fact.after, fact.before, fact.of_after, fact.of_before)) for fact in back
    )


def numbers(*values: float, unit: str = "personnel", what: str = "cap") -> list[Number]:
    return [Number(value=value, unit=unit, what=what) for value in values]


def duties(before: str, after: str) -> list[tuple[str | None, str | None]]:
    """What a reader is told of duties: the words before and after."""
    return [(fact.before, fact.after) for fact in difference(before, after).facts if fact.kind == "duty"]


def test_a_number_changed_by_one_digit_is_the_first_fact_with_the_words_around_it() -> None:
    found = difference("The cap is 600,000 personnel.", "The cap may be 800,000 personnel.")
    told = ("The cap is 600,000 personnel", "... cap may be 800,000 personnel")
    assert found.facts[0] == Fact("number", "personnel", "600,000", "800,000", *told)


def test_a_recorded_number_is_told_with_its_unit_and_only_once() -> None:
    before, after = numbers(600000), numbers(800000, what="cap in peacetime")
    assert recorded_facts(before, after) == (Fact("number", "personnel", "600,000", "800,000", "cap", "cap in peacetime"),)
    assert difference("A cap of 600,000.", "A cap of 800,000 in peacetime.", before, after).facts == ()


def test_a_sum_on_record_is_not_told_again_however_the_text_writes_it() -> None:
    dollars = numbers(100_000_000_000, unit="USD", what="fund")
    assert difference("It gets $100 billion.", "It gets nothing.", dollars).facts == ()


def test_a_number_that_the_text_alone_has_is_told_with_the_words_around_it() -> None:
    (fact,) = difference("In 100 days Ukraine votes.", "Ukraine votes.").facts
    assert (fact.before, fact.after, fact.of_before) == ("100", None, "In 100 days Ukraine votes")


def test_quantities_are_paired_by_what_they_count_and_never_across() -> None:
    before = [*numbers(50, unit="percent", what="share of the power"), *numbers(10, unit="percent", what="toll on boats")]
    after = [*numbers(20, unit="percent", what="toll on all boats"), *numbers(30, unit="percent", what="share in the power")]
    assert [(fact.before, fact.after) for fact in recorded_facts(before, after)] == [("50", "30"), ("10", "20")]


def test_the_same_number_said_of_another_thing_is_not_the_same_number() -> None:
    before = numbers(50, unit="percent", what="each side's part of the power")
    after = [*numbers(50, unit="percent", what="part in the venture"), *numbers(50, unit="percent", what="power for the north")]
    (fact,) = recorded_facts(before[:1], after)
    assert (fact.before, fact.of_after) in [(None, "part in the venture"), (None, "power for the north")]


def test_numbers_of_different_units_are_not_set_against_each_other() -> None:
    found = recorded_facts(numbers(100, unit="USD", what="fund"), numbers(100))
    assert found == (Fact("number", "USD", "100", None, "fund"), Fact("number", "personnel", None, "100", None, "cap"))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Troops may enter.", "Troops may not enter.", ("Troops may enter", "Troops may not enter")),
        ("Kyiv must pay.", "Kyiv may pay.", ("Kyiv must pay", "Kyiv may pay")),
        ("Kyiv must pay.", "Kyiv must not pay.", ("Kyiv must pay", "Kyiv must not pay")),
        ("Boats shall leave.", "Boats will leave.", ("Boats shall leave", "Boats will leave")),
        ("Boats can leave.", "Boats cannot leave.", ("Boats can leave", "Boats cannot leave")),
        ("Boats can leave.", "Boats can't leave.", ("Boats can leave", "Boats can't leave")),
        ("Boats may leave.", "No boats may leave.", ("Boats may leave", "No boats may leave")),
        ("Boats leave.", "Boats never leave.", (None, "Boats never leave")),
        ("Boats leave.", "Boats leave without cargo.", (None, "Boats leave without cargo")),
        ("Boats leave.", "Boats do not leave, and stay.", (None, "Boats do not leave, and stay")),
        ("Boats may leave.", "Boats may only leave at noon.", ("Boats may leave", "Boats may only leave at noon")),
    ],
)
def test_what_is_allowed_or_forbidden_is_told_with_its_negation_and_what_it_holds_for(
    before: str, after: str, told: tuple[str | None, str | None]
) -> None:
    assert duties(before, after) == [told]
    assert duties(after, before) == [(told[1], told[0])]


def test_neither_and_nor_are_one_ban_and_a_condition_is_no_duty() -> None:
    assert duties("They leave.", "Neither boats nor crews leave.") == [(None, "Neither boats nor crews leave")]
    assert duties("They leave.", "Should it rain, they leave.") == []


def test_a_number_that_is_a_name_stands_with_what_it_names() -> None:
    (fact,) = difference("A guarantee.", "A guarantee like Article 5.").facts
    assert fact.after == "Article 5"


def test_a_ban_that_stays_is_no_changed_fact_though_the_words_around_it_change() -> None:
    assert duties("Ukraine may not join NATO.", "In peace Ukraine, too, may not join NATO.") == []


def test_another_ban_is_not_taken_for_the_same_one() -> None:
    assert duties("Ukraine may not join NATO.", "Ukraine may not leave the EU.") == [
        ("Ukraine may not join NATO", None),
        (None, "Ukraine may not leave the EU"),
    ]


@pytest.mark.parametrize("text", ["Against any terror that may return.", "Boats, as may be needed.", "Whoever may come is counted."])
def test_what_may_come_is_no_permission(text: str) -> None:
    assert duties("Peace.", text) == []
    assert duties("Peace.", "Boats that may not return are sold.") == [(None, "Boats that may not return are sold")]


def test_the_month_of_may_is_no_permission() -> None:
    assert duties("Boats leave.", "Boats leave on 9 May, or in May 2026.") == []


def test_an_added_negation_is_one_inserted_word() -> None:
    assert [segment.kind for segment in difference("Troops may enter.", "Troops may not enter.").segments] == ["same", "insert", "same"]


def test_a_number_is_one_word() -> None:
    found = difference("It costs $100 billion, half of 50.5%.", "It costs $200 billion, half of 50.6%.")
    changed = [(segment.before.strip(), segment.after.strip()) for segment in found.segments if segment.kind == "replace"]
    assert changed == [("$100", "$200"), ("50.5%", "50.6%")]


def test_words_that_lie_between_two_changes_do_not_break_them_up() -> None:
    found = difference("red car of old", "blue car of new")
    assert [segment.kind for segment in found.segments] == ["replace", "same", "replace"]
    assert [segment.kind for segment in difference("red of old", "blue of new").segments] == ["replace"]
