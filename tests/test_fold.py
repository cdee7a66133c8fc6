"""One folding for what is typed and for what is looked through."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.checks.numbers import values
from tui.errors import Refused
from tui.fold import _SCALES, fold, haystack, holds, indexed, needles, skeleton, spelt, split, words_of
from tui.store.query import FILTERS, query_of
from tui.store.read import Store
from tui.travel.handling import hold_under
from tui.views.search.offers import offers


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("store", "Støre"),
        ("kalin", "Kalın"),
        ("lodz", "Łódź"),
        ("strasse", "Straße"),
        ("aegir", "Ægir"),
        ("oeuvre", "Œuvre"),
        ("thor", "Þor"),
        ("dodoma", "Đođoma"),
        ("слов'янськ", "Слов\u02bcянськ"),
        ("слов’янськ", "Слов'янськ"),
        ("slovyansk", "Слов'янськ"),
        ("guarantee", "guar\u00adantee"),
        ("guarantee", "guar\u200bantee"),
        ("finance", "\ufb01nance"),
        ("m2", "m²"),
        ("Putin", "Путин"),
        ("athina", "Αθήνα"),
        ("kyiv", "Kyiv’s"),
        ("obrien", "O'Brien"),
        ("600000", "600,000"),
        ("600 000", "600,000"),
        ("600\u00a0000", "600 thousand"),
        ("600k", "600,000"),
        ("$15bn", "15 billion"),
        ("15 mrd", "15,000,000,000"),
        ("1.5 million", "1,500,000"),
        ("4.18bn", "4 180 000 000"),
        ("15 000", "15’000"),
        ("٦٠٠", "600"),
    ],
)
def test_what_is_the_same_to_a_reader_is_the_same_word(typed: str, stands: str) -> None:
    assert [word.folded for word in words_of(typed) if not word.beside] == [word.folded for word in words_of(stands) if not word.beside]
    assert holds(haystack(stands), needles(typed))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("15,5 metres", ("15", "5", "metres")),
        ("us-28 600", ("us", "28", "600")),
        ("50:50", ("50", "50")),
        ("in 2025 800 men", ("in", "2025", "800", "men")),
        ("3 monkeys", ("3", "monkeys")),
        ("21a", ("21a",)),
    ],
)
def test_what_only_looks_like_a_large_number_is_left_as_it_is(text: str, words: tuple[str, ...]) -> None:
    assert split(text) == words


@given(st.text())
def test_whatever_is_folded_is_folded_alike_a_second_time_and_stands_where_it_was_found(text: str) -> None:
    for word in words_of(text):
        assert word.folded
        assert 0 <= word.start < word.end <= len(text)
    assert split(indexed(text)) == split(" ".join(split(text)))
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\ufeff"])
def test_a_sign_that_nobody_sees_asks_for_nothing(sign: str) -> None:
    assert holds(haystack("the ferry"), needles(f"ferry {sign}"))
    assert not holds(haystack("the ferry"), needles(f"bridge {sign}"))


@given(st.text(max_size=20))
def test_every_text_holds_itself(text: str) -> None:
    assert holds(haystack(text), needles(text))


@pytest.mark.parametrize(
    ("british", "american"),
    [("defence", "defense"), ("demilitarised", "demilitarized"), ("labour", "labor"), ("programme", "program"), ("centre", "center")],
)
def test_british_and_american_spellings_are_one(british: str, american: str) -> None:
    assert spelt(british) == spelt(american)


def test_the_ways_to_write_a_name_have_one_skeleton() -> None:
    assert len({skeleton(fold(name)) for name in ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskii", "Зеленський", "Зеленский")}) == 1
    assert skeleton("kyiv") != skeleton("kiel")


def odd_cases(word: str) -> list[str]:
    """A word with each of its letters in turn as another that an expression takes for it where case does not matter: ı and İ for i."""
    alike = [chr(code) for code in (0x130, 0x131, 0x17F, 0x212A, *range(0x1C80, 0x1C89))]
    return [
        word[:place] + other + word[place + 1 :]
        for place, letter in enumerate(word)
        for other in alike
        if re.fullmatch(letter, other, re.IGNORECASE)
    ]


@pytest.mark.parametrize("scale", sorted(_SCALES))
def test_a_number_in_words_with_letters_of_another_keyboard_is_read(scale: str) -> None:
    for word in odd_cases(scale):
        assert split(f"5 {word} or") == split(f"5 {scale} or"), word
        assert 5 in values(f"5 {word}")


def test_a_filter_with_a_letter_of_another_keyboard_is_none(ferry: Path) -> None:
    with Store.open(ferry) as store:
        for name in FILTERS:
            for word in odd_cases(name):
                assert query_of(f"{word}:toll").filters == ()
                store.search(f"{word}:toll", 10)
                assert not offers(store, f"{word}:")


def test_a_mark_with_a_letter_of_another_keyboard_is_none_of_the_ladder() -> None:
    with pytest.raises(Refused):
        hold_under(("TLP:GREEN",), "TLP:WHİTE", "here")
