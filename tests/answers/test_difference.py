"""Word differences: facts first, numbers whole, nothing lost."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from tui.answers.difference import Fact, difference
from tui.model import Number

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
    assert sorted(map(str, there)) == sorted(str(Fact(fact.kind, fact.what, fact.after, fact.before)) for fact in back)


def test_a_number_changed_by_one_digit_is_the_first_fact() -> None:
    found = difference("The cap is 600,000 personnel.", "The cap may be 800,000 personnel.")
    assert found.facts[0] == Fact("number", "in the text", "600,000", "800,000")


def test_a_recorded_number_is_told_with_its_unit_and_only_once() -> None:
    cap = [Number(value=value, unit="personnel", what="cap") for value in (600000, 800000)]
    found = difference("A cap of 600,000.", "A cap of 800,000 in peacetime.", cap[:1], cap[1:])
    assert found.facts == (Fact("number", "personnel", "600,000", "800,000"),)


def test_an_added_negation_is_a_fact() -> None:
    found = difference("Troops may enter.", "Troops may not enter.")
    assert found.facts == (Fact("duty", "not", None, "1"),)
    assert [segment.kind for segment in found.segments] == ["same", "insert", "same"]


def test_a_duty_that_becomes_a_choice_is_two_facts() -> None:
    found = difference("Kyiv must pay.", "Kyiv may pay.")
    assert {(fact.what, fact.before, fact.after) for fact in found.facts} == {("must", "1", None), ("may", None, "1")}


def test_a_number_is_one_word() -> None:
    found = difference("It costs $100 billion, half of 50.5%.", "It costs $200 billion, half of 50.6%.")
    changed = [(segment.before.strip(), segment.after.strip()) for segment in found.segments if segment.kind == "replace"]
    assert changed == [("$100", "$200"), ("50.5%", "50.6%")]


def test_words_that_lie_between_two_changes_do_not_break_them_up() -> None:
    found = difference("red car of old", "blue car of new")
    assert [segment.kind for segment in found.segments] == ["replace", "same", "replace"]
    assert [segment.kind for segment in difference("red of old", "blue of new").segments] == ["replace"]


def test_numbers_of_different_units_are_not_set_against_each_other() -> None:
    money, people = Number(value=100, unit="USD", what="fund"), Number(value=100, unit="personnel", what="cap")
    found = difference("One.", "One.", [money], [people])
    assert found.facts == (Fact("number", "USD", "100", None), Fact("number", "personnel", None, "100"))


def test_two_texts_of_two_thousand_unlike_words_take_a_moment() -> None:
    first = " ".join(f"word{n * 7919 % 977}" for n in range(2000))
    second = " ".join(f"word{n * 104729 % 983}" for n in range(2000))
    begun = time.perf_counter()
    difference(first, second)
    assert time.perf_counter() - begun < 0.5
