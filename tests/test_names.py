"""Which name somebody may have meant."""

import pytest

from tui.names import meant, nearest, or_nearest

IDS = ("ukraine", "us", "us-28", "uk", "echo-0303", "ferry-bond")


@pytest.mark.parametrize(("typed", "found"), [("ukrane", "ukraine"), ("ukriane", "ukraine"), ("echo-0330", "echo-0303"), ("moon", None)])
def test_a_slip_of_the_fingers_is_near_and_another_word_is_not(typed: str, found: str | None) -> None:
    assert nearest(typed, IDS) == found


@pytest.mark.parametrize(("typed", "found"), [("ferry", "ferry-bond"), ("bond", "ferry-bond"), ("b", None), ("", None), ("moon", None)])
def test_a_part_of_a_name_may_mean_the_whole_of_it(typed: str, found: str | None) -> None:
    assert meant(typed, IDS) == found


def test_a_sentence_ends_with_the_nearest_or_as_it_was() -> None:
    assert or_nearest("ukrane", IDS) == "; the nearest is 'ukraine'"
    assert or_nearest("moon", IDS) == ""
    assert or_nearest("moon", ()) == ""


def test_a_word_of_any_length_is_answered() -> None:
    assert nearest("x" * 1_000_000, IDS) is None
