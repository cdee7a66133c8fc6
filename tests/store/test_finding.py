"""Words are found as people type them: in other forms, spellings, letters and numbers, misspelt, and in part where not all are there."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from harbour import AS_OF, DIGESTS, MANIFEST, RECORDS

from tui.model import Figure, Issue, Judgement, Party, Person, Position, Record, Source, Term
from tui.store.read import Store
from tui.store.search import Hit
from tui.store.vocabulary import forms
from tui.store.write import write

MORE: list[Record] = [
    Party(id="ostland", name="Ostland", aliases=("Vestrograd", "Вестроград")),
    Person(id="store", name="Jonas Støre", party="ostland"),
    Person(id="kalin", name="Ibrahim Kalın"),
    Person(id="selensky", name="Oleh Selensky"),
    Term(id="lodz", name="Łódź", text="A town on Straße 5 with m² of \ufb01nance and a guar\u00adantee."),
    Term(id="sloviansk", name="Слов\u02bcянськ", text="Another town."),
    Term(id="reassurance", name="Reassurance force", text="Troops that stay behind.", aliases=("peacekeepers",)),
    Issue(id="fish", name="Fishing grounds", short="Fishing", aliases=("trawling",)),
    Figure(id="net-shortfall", name="Missing nets", value=600_000, unit="personnel", period="2031"),
    Figure(id="dues", name="What the fleet needs", value=15_000_000_000, unit="USD", period="a year"),
    Position(id="trade", party="ostland", issue="fish", statement="The towns are swapping licences for air defence.", said_on=AS_OF),
    Position(id="stuck", party="ostland", issue="fish", statement="Talks stick on the deadlock over nets, the sticking point."),
    Judgement(id="fishing-first", by="desk", date=AS_OF, statement="Fishing comes before fishing."),
    Source(id="herald", title="Fishing, fishing, fishing", type="news"),
]


@pytest.fixture(scope="module")
def finding(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("finding") / "store.db"
    write(path, MANIFEST, [*RECORDS, *MORE], DIGESTS)
    with Store.open(path) as store:
        yield store


def first(store: Store, words: str) -> Hit:
    return store.search(words).hits[0]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("store", "person/store"),
        ("kalin", "person/kalin"),
        ("lodz", "term/lodz"),
        ("strasse", "term/lodz"),
        ("finance", "term/lodz"),
        ("guarantee", "term/lodz"),
        ("m2", "term/lodz"),
        ("слов'янськ", "term/sloviansk"),
        ("slovyansk", "term/sloviansk"),
        ("shortfall", "figure/net-shortfall"),
        ("net-shortfall", "figure/net-shortfall"),
        ("600000", "figure/net-shortfall"),
        ("600,000", "figure/net-shortfall"),
        ("600 thousand", "figure/net-shortfall"),
        ("$15bn", "figure/dues"),
        ("15 billion", "figure/dues"),
        ("Selenskyy", "person/selensky"),
        ("Селенський", "person/selensky"),
        ("air defense", "position/trade"),
        ("swap", "position/trade"),
        ("swapped", "position/trade"),
        ("exchange of licences", "position/trade"),
        ("sticking points", "position/stuck"),
        ("peacekeeper", "term/reassurance"),
        ("Вестроград", "party/ostland"),
        ("trawling", "issue/fish"),
        ("fishing", "issue/fish"),
        ("fish", "issue/fish"),
        ("1 June 2030", "judgement/fishing-first"),
    ],
)
def test_a_word_is_found_in_whatever_form_it_is_typed(finding: Store, words: str, address: str) -> None:
    assert address in [hit.address for hit in finding.search(words).hits[:3]]


@pytest.mark.parametrize(
    ("words", "address"), [("fishing", "issue/fish"), ("ostland", "party/ostland"), ("peacekeepers", "term/reassurance")]
)
def test_what_is_called_so_comes_first_and_a_source_last(finding: Store, words: str, address: str) -> None:
    hits = finding.search(words).hits
    assert hits[0].address == address
    kinds = [hit.kind for hit in hits]
    assert kinds == sorted(kinds, key="source".__eq__)


@pytest.mark.parametrize(("words", "meant"), [("fishng", "fishing"), ("ostlandt", "ostland"), ("licenses", ""), ("gaurantee", "guarantee")])
def test_a_slip_is_taken_for_the_nearest_word_and_said_to_be(finding: Store, words: str, meant: str) -> None:
    found = finding.search(words)
    assert found.hits
    assert [taken[0] for _, taken in found.taken] == ([meant] if meant else []), "a word that is only spelt otherwise is no slip"
    assert all(hit.partial for hit in found.hits) == bool(meant)


def test_where_not_all_words_stand_together_the_best_in_part_come_and_are_marked(finding: Store) -> None:
    hits = finding.search("licences submarine zebra").hits
    assert hits[0].address == "position/trade"
    assert all(hit.partial for hit in hits)
    hits = finding.search("fishing licences").hits
    assert [hit.partial for hit in hits] == sorted(hit.partial for hit in hits), "what holds everything comes before what does not"


def test_small_words_are_not_asked_for_where_others_are(finding: Store) -> None:
    assert first(finding, "the licences of a swap").address == "position/trade"
    assert not first(finding, "what are the swapping licences").partial


def test_an_excerpt_is_one_thing_said_and_never_two_joined(finding: Store) -> None:
    hit = next(hit for hit in finding.search("guarantee").hits if hit.address == "term/lodz")
    shown = "".join(text for text, _ in hit.excerpt)
    assert any(found and "guar" in text for text, found in hit.excerpt)
    assert all(shown.strip("…") in line for line in hit.body.split("\n") if "guar" in line)


def test_a_hit_by_another_name_alone_shows_that_name(finding: Store) -> None:
    assert "".join(text for text, _ in first(finding, "trawling").excerpt) == "also called trawling"


def test_nothing_is_offered_that_became_known_later(harbour: Path) -> None:
    with Store.open(harbour) as store:
        assert not any("initialled" in words for _, taken in store.search("initialed").taken for words in taken)


def test_two_who_search_at_once_do_not_take_each_other_s_words() -> None:
    """As when Enter is pressed while a thread still looks for what was typed before it."""
    words = (["fishing", "towns", "swapping"] * 40, ["guarantees", "talks"] * 15)
    alone = [forms(one) for one in words]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(2) as both:
            for _ in range(30):
                assert list(both.map(forms, words)) == alone
    finally:
        sys.setswitchinterval(before)
