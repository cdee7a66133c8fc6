"""What may be asked in a search: phrases, words that must not be there, days, and filters in the words of the data."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.errors import BadInput
from tui.store.query import FILTERS, Filter, query_of
from tui.store.read import Store

Ask = Callable[[str], set[str]]


@pytest.fixture(scope="module")
def ask(ferry: Path) -> Iterator[Ask]:
    """The addresses of all that holds everything asked of the bridge talks."""
    with Store.open(ferry) as store:
        yield lambda words: {hit.address for hit in store.search(words, 1000).hits if not hit.partial}


def test_a_text_is_read_as_words_phrases_and_filters() -> None:
    query = query_of('toll "clear height" -lorry party:arden -kind:source before:"9 Mar 2031" us-28')
    assert [one.words for one in query.items] == [("toll",), ("clear", "height"), ("us", "28")]
    assert [one.words for one in query.without] == [("lorry",)]
    assert query.filters == (Filter("party", "arden"), Filter("kind", "source", without=True), Filter("before", "9 Mar 2031"))
    assert query.items[-1].unfinished


@pytest.mark.parametrize("words", ["party:", "-", '"', '""', "-4", "a:b", "kind", "kind: :", 'toll "', "x-y"])
def test_what_is_no_filter_and_no_phrase_is_words(ask: Ask, words: str) -> None:
    ask(words)
    assert not query_of(words).filters


@pytest.mark.parametrize("typed", ["10 March 2031", "10 mar 2031", "March 10, 2031", "2031-03-10", "10.3.2031", "10 Mar"])
def test_a_day_is_a_day_however_it_is_written(ask: Ask, typed: str) -> None:
    (item,) = query_of(typed, "2031-03-20").items
    assert item.day
    assert "plan/arden-draft" in ask(typed)


def test_filters_keep_what_is_so(ask: Ask) -> None:
    assert ask("kind:red-line") == {"red_line/arden-ferry", "red_line/bellmoor-toll"}
    assert ask("kind:red_lines party:bellmoor") == {"red_line/bellmoor-toll"}
    assert ask("toll kind:red_line,issue") == ask('toll kind:"red-line, issue"') == {"red_line/bellmoor-toll", "issue/money"}
    assert ask("kind:plan -party:arden") == {"plan/bellmoor-counter"}
    assert ask("kind:point issue:money") <= ask("kind:point")
    assert {"plan/arden-draft/3", "plan/bellmoor-counter/3"} <= ask("kind:point issue:money")
    assert "red_line/bellmoor-toll" in ask("said:wend")
    assert "red_line/bellmoor-toll" in ask('said:"Tomas Wend"')
    assert "red_line/arden-ferry" in ask("source:echo-0303 kind:red-line")
    assert ask("mode:said kind:red-line") == ask("mode:stated kind:red-line") == ask("kind:red-line")
    assert ask("kind:plan after:2031-03-12") == {"plan/bellmoor-counter"}
    assert ask("kind:plan before:2031-03-12") == {"plan/arden-draft"}
    assert ask('kind:plan before:"12 Mar"') == {"plan/arden-draft"}
    assert ask("kind:plan before:2031-03") == set()
    for day in ('"Mar 12"', '"March 12"', "12.3.", '"12 Mar - 18 Mar 2031"', "2031-03-12/2032"):
        assert ask(f"kind:plan before:{day}") == {"plan/arden-draft"}, day
    for day in ("2031", "2031?", "2031-03~", '"about Mar 2031"'):
        assert ask(f"kind:plan before:{day}") == set(), day


def test_phrases_and_what_must_not_be_there(ask: Ask) -> None:
    assert set() < ask('"clear height"') <= ask("clear height")
    assert "plan/bellmoor-counter/3" in ask("toll")
    assert "plan/bellmoor-counter/3" not in ask("toll -lorries")
    assert not ask('"height clear"')


def test_a_day_shuts_out_filters_by_what_came_later(ferry: Path) -> None:
    with Store.open(ferry, "2031-03-12") as store:
        assert {hit.address for hit in store.search("kind:plan", 100).hits} == {"plan/arden-draft"}


@pytest.mark.parametrize(
    "words",
    ["party:urope", "kind:boat", "mode:sung", "status:perhaps", "lang:xx", "after:yesterday", "said:nobody", "source:zz"]
    + [f"{name}:," for name in FILTERS],
)
def test_a_value_that_nothing_has_is_told_with_what_there_is(ask: Ask, words: str) -> None:
    with pytest.raises(BadInput, match=r"There is no|is not a day"):
        ask(words)


@pytest.mark.parametrize("name", [name for name in FILTERS if name not in ("before", "after")])
def test_every_value_that_is_offered_leaves_as_many_as_it_says(ferry: Path, name: str) -> None:
    with Store.open(ferry) as store:
        for value, count in store.filter_values(name, "", 50):
            assert len(store.search(f'{name}:"{value.value}"', 1000).hits) == count > 0


HYPHENS = "\u2010\u2011\u2012\u2013\u2212"


@pytest.mark.parametrize("hyphen", HYPHENS)
def test_a_hyphen_is_one_whatever_keyboard_it_came_from(hyphen: str) -> None:
    typed = "co-operation -lorry 2031-03-10 party:ice-land"
    assert query_of(typed.replace("-", hyphen)) == query_of(typed)


def test_quotation_marks_hold_a_phrase_together_whatever_keyboard_they_came_from() -> None:
    assert query_of("“clear height” party:«Town of Arden»") == query_of('"clear height" party:"Town of Arden"')
