"""Words into hits: taken literally, folded, all of them, the last perhaps unfinished."""

from dataclasses import replace
from pathlib import Path

import pytest
from harbour import DIGESTS, DRAFT, MANIFEST, RECORDS
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model import Source, Term
from tui.store import schema, search
from tui.store.excerpt import EXCERPT
from tui.store.query import query_of
from tui.store.read import Store
from tui.store.search import Hit
from tui.store.write import write

HOSTILE = [
    '"',
    "'",
    "*",
    "^",
    "-",
    "NEAR(a b)",
    "a AND",
    "OR",
    "NOT x",
    "title:fence",
    "(",
    "{a b}:",
    "\x00",
    "a\x00b",
    "🙂",
    "fence + 🏴",
    "%",
    "\ud800",
]


def whole(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits that hold everything that was asked for."""
    return tuple(hit for hit in hits if not hit.partial)


def keys(hits: tuple[Hit, ...]) -> set[tuple[str, str, str | None]]:
    return {(hit.kind, hit.id, hit.number) for hit in hits}


@pytest.mark.parametrize("words", [*HOSTILE, "", " ", "\n", "x" * 100_000, "a " * 3000])
def test_no_words_make_it_fail(harbour: Path, words: str) -> None:
    with Store.open(harbour) as store:
        store.search(words)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("harbour") / "store.db"
    write(path, MANIFEST, RECORDS, DIGESTS)
    return path


@pytest.mark.sweep
@settings(max_examples=3 * settings().max_examples)
@given(st.lists(st.sampled_from([*HOSTILE, "fence", "їж", "15,5"]) | st.text(), max_size=4).map(" ".join))
def test_no_words_at_all_make_it_fail(shared: Path, words: str) -> None:
    with Store.open(shared) as store:
        for hit in store.search(words).hits:
            assert "\n" not in "".join(text for text, _ in hit.excerpt)


def test_operators_are_words() -> None:
    assert [search._expression(search._literal(one)) for one in query_of("or near").items] == ['"or"', '"near" *']


@pytest.mark.parametrize("words", ["Їжак", "їжак", "іжак", "ІЖАК", "Елкин", "ёлк", "yizh", "Їжак елк"])
def test_letters_with_marks_are_found_with_and_without_them(harbour: Path, words: str) -> None:
    with Store.open(harbour) as store:
        assert keys(store.search(words).hits) == {("person", "envoy", None)}


def test_marks_may_stand_apart_in_the_text_or_in_the_words(tmp_path: Path) -> None:
    write(tmp_path / "s.db", MANIFEST, [*RECORDS, Term(id="cafe", name="Cafe\u0301", text="Ångström, São Tomé, Łódź")], DIGESTS)
    with Store.open(tmp_path / "s.db") as store:
        for words in ("café", "cafe", "CAFE\u0301", "angstrom", "sao tome", "ångström"):
            assert keys(store.search(words).hits) == {("term", "cafe", None)}, words


@pytest.mark.parametrize("typed", ["ferryboats", "ferry\u00adboats", "ferry\u2011boats", "ferry-boats", "ferrybo"])
def test_a_word_is_found_where_others_write_it_with_a_hyphen_and_not_by_its_half(typed: str, tmp_path: Path) -> None:
    terms = (Term(id="whole", name="Of ferry\u2011boats", text="They cross."), Term(id="half", name="Of boats", text="They sail."))
    write(tmp_path / "s.db", MANIFEST, [*RECORDS, *terms], DIGESTS)
    with Store.open(tmp_path / "s.db") as store:
        found = store.search(typed)
        assert keys(whole(found.hits)) == {("term", "whole", None)}
        assert not found.taken


def test_all_words_must_be_there_and_only_the_last_may_be_unfinished(harbour: Path) -> None:
    with Store.open(harbour) as store:
        assert ("plan", "draft", "1") in keys(store.search("fence met").hits)
        assert whole(store.search("fen metres").hits) == ()
        assert whole(store.search("fence ships").hits) == ()


def test_what_is_written_together_is_looked_for_together(harbour: Path) -> None:
    with Store.open(harbour) as store:
        (hit,) = whole(store.search("15,5 metres").hits)
        assert (hit.kind, hit.id, hit.number) == ("plan", "draft", "1")
        assert whole(store.search("5,15 metres").hits) == ()


def test_the_excerpt_marks_the_words_and_nothing_else(harbour: Path) -> None:
    with Store.open(harbour) as store:
        (hit,) = whole(store.search("metres fen").hits)
    assert hit.title == "Draft 1 fence"
    assert [text for text, is_hit in hit.excerpt if is_hit] == ["fence", "metres"]
    assert "".join(text for text, _ in hit.excerpt) == "A fence of 15,5 metres is put up on the quay."


def test_the_excerpt_of_a_long_text_is_short_and_holds_a_hit(tmp_path: Path) -> None:
    for place in (0, 1, 57, 500, 998, 999):
        body = " ".join("here" if number == place else f"word{number}" for number in range(1000))
        write(tmp_path / "s.db", MANIFEST, [*RECORDS, Term(id="long", name="Long", text=body)], DIGESTS)
        with Store.open(tmp_path / "s.db") as store:
            (hit,) = store.search("here").hits
        shown = "".join(text for text, _ in hit.excerpt)
        assert [text for text, is_hit in hit.excerpt if is_hit] == ["here"]
        assert len(shown) <= EXCERPT + 2
        assert shown.strip("…") in body
        assert shown.startswith("…") == (place > 56)
        assert shown.endswith("…") == (place < 980)


def test_a_word_in_the_title_outranks_the_same_word_in_a_text(harbour: Path) -> None:
    with Store.open(harbour) as store:
        assert store.search("hedge").hits[0].kind == "term"


def test_a_source_comes_after_all_that_says_something_however_well_its_title_fits(tmp_path: Path) -> None:
    headline = Source(id="headline", title="Fence", type="news")
    write(tmp_path / "s.db", MANIFEST, [headline, *RECORDS], DIGESTS)
    with Store.open(tmp_path / "s.db") as store:
        kinds = [hit.kind for hit in store.search("fence").hits]
        assert kinds[-1] == "source"
        assert store.search("fence", limit=1).hits[0].kind != "source"


def test_no_more_than_the_limit(harbour: Path) -> None:
    with Store.open(harbour) as store:
        assert len(store.search("fence").hits) > 2
        assert len(store.search("fence", limit=2).hits) == 2
        assert store.search("fence", limit=0).hits == ()


def test_words_too_common_to_rank_come_in_the_order_of_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "s.db", MANIFEST, [*RECORDS, *(replace(DRAFT, id=f"d{number}") for number in range(4))], DIGESTS)
    with Store.open(tmp_path / "s.db") as store:
        ranked = store.search("fence quay").hits
        monkeypatch.setattr(search, "RANKED_UP_TO", 3)
        plain = store.search("fence quay").hits
    assert keys(whole(ranked)) == keys(plain)
    places = [schema.worth(hit.kind) for hit in plain]
    assert places == sorted(places)
