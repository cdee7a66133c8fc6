"""What no text may carry to a terminal."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.hostile import bad_characters, clean

FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
NASTY = st.text(st.one_of(st.sampled_from("\x1b\x07\x9b\x9d]52;c[2J\\PX^_\x00\x7f\x80\u202e\u2066\u200b\ufeffї\u0301\n"), st.characters()))


@given(NASTY)
def test_nothing_forbidden_survives_cleaning(text: str) -> None:
    assert not FORBIDDEN.search(clean(text))


@given(NASTY)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("hostile", "left"),
    [
        ("AA\x1b]52;c;SEFDSw==\x07BB", "AABB"),
        ("AA\x1b]52;c;SEFDSw==\x1b\\BB", "AABB"),
        ("AA\x1b[2JBB", "AABB"),
        ("AA\x9b2JBB", "AABB"),
        ("\x1bP+q544e\x1b\\x", "x"),
        ("denied\u202edevorppa", "denieddevorppa"),
        ("a\tb", "a    b"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("Стаття 5 [note]", "Стаття 5 [note]"),
    ],
)
def test_payloads_lose_their_sting_and_text_stays(hostile: str, left: str) -> None:
    assert clean(hostile) == left


def test_text_is_composed_so_that_letters_count_as_one() -> None:
    assert clean("и\u0306") == unicodedata.normalize("NFC", "й")


def test_bad_characters_are_named_with_their_place() -> None:
    assert bad_characters("ab\u202ec") == [(2, "U+202E RIGHT-TO-LEFT OVERRIDE")]
    assert bad_characters("line one\nline two") == []
