"""A text in pieces: nothing lost, and the words around a place as somebody would count them who goes word by word."""

from hypothesis import given
from hypothesis import strategies as st

from tui.views.compare.pieces import Pieces

WORDS = st.lists(st.sampled_from(["boats", "600,000", "$5", ",", ".", ";", "(", ")", "\n", "it's", "військо", " \t"]), max_size=40)
TEXTS = st.one_of(st.text(max_size=100), st.builds(str.join, st.sampled_from([" ", ""]), WORDS))
ENDS = frozenset(".;:!?()[]")


def counted(of: Pieces, first: int, last: int, before: int, after: int) -> str:
    """What `around` gives, word by word."""

    def ends(place: int) -> bool:
        return of.words[place] in ENDS or "\n" in of.pieces[place]

    def parted(place: int) -> bool:
        return ends(place) or of.words[place + 1] in ENDS

    start, end = first, last
    while start and first - start < before and not ends(start - 1):
        start -= 1
    while end + 1 < len(of.words) and end - last < after and not parted(end):
        end += 1
    lead = "... " if start and not ends(start - 1) else ""
    tail = " ..." if end + 1 < len(of.words) and not parted(end) else ""
    return lead + " ".join("".join(of.pieces[start : end + 1]).split()).strip(" ,") + tail


@given(TEXTS)
def test_the_pieces_joined_are_the_text_and_each_is_one_word_or_sign(text: str) -> None:
    of = Pieces(text)
    assert "".join(of.pieces) == text
    assert all(not any(sign.isspace() for sign in word) for word in of.words)


@given(TEXTS, st.integers(0, 40), st.integers(0, 2), st.integers(0, 4), st.integers(0, 7))
def test_the_words_around_a_place_stay_in_its_part_of_the_sentence(text: str, first: int, more: int, before: int, after: int) -> None:
    of = Pieces(text)
    last = first + more
    if last < len(of.words) and not ENDS.intersection(of.words[first : last + 1]):
        assert of.around(first, last, before, after) == counted(of, first, last, before, after)
