"""Nobody is given words that are not theirs: a part of a record that speaks for itself is not signed by who said the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from invented import Ask, plan, point

from tui.model import KINDS
from tui.store.read import Store
from tui.views.blocks import words
from tui.views.bylines import byline
from tui.views.guarantees.options import guarantees
from tui.views.passages import passage
from tui.views.provenance import Attribution
from tui.views.record.question import record
from tui.views.red_lines.lines import touches

SPOKEN = 'mode = "stated"\nsaid_by = "north"\nsaid_on = "2031-05-03"\nsources = ["gazette"]\n'


def escort(cell: str) -> str:
    """A guarantee that Northland spoke of on 3 May, with one cell."""
    return f'[[guarantee]]\nid = "escort"\nname = "Escort"\n{SPOKEN}trigger = {cell}\n'


def told(ask: Ask, cell: str) -> str:
    """Who says what the cell says, as the program writes it."""
    (option,) = guarantees(ask(escort(cell)))
    attribution = next(one.attribution for one in option.cells if one.axis.field == "trigger")
    assert attribution
    return words(byline(attribution))


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ('"A raid."', "Northland said, 3 May 2031 (The Gazette)"),
        ('{ text = "A raid." }', "Northland said, 3 May 2031 (The Gazette)"),
        ('{ text = "A raid.", mode = "document" }', "document (The Gazette)"),
        ('{ text = "A raid.", mode = "document", said_by = "Draft of May" }', "document: Draft of May (The Gazette)"),
        ('{ text = "A raid.", mode = "reported", said_by = "The Gazette" }', "reported by The Gazette (The Gazette)"),
        ('{ text = "A raid.", mode = "judgement" }', "judgement of this desk"),
        ('{ text = "A raid.", mode = "judgement", known_from = "2031-05-09" }', "judgement of this desk, as of 9 May 2031"),
    ],
)
def test_a_cell_is_said_by_whom_it_names_and_only_a_bare_one_by_who_said_the_record(ask: Ask, cell: str, says: str) -> None:
    assert told(ask, cell) == says


def test_a_document_that_is_a_source_is_named_by_its_title(ask: Ask) -> None:
    text = '[[source]]\nid = "treaty"\ntitle = "Treaty of 2001"\npublisher = "Archive"\ntype = "document"\ndate = "2001"\n'
    (option,) = guarantees(ask(text, escort('{ text = "A raid.", mode = "document", sources = ["treaty"] }')))
    attribution = next(cell.attribution for cell in option.cells if cell.text)
    assert attribution
    assert words(byline(attribution)) == "document: Treaty of 2001 (Archive)"
    assert attribution.speaker == "source/treaty"


def test_what_a_plan_says_is_said_by_the_plan_and_its_verdict_by_the_desk(ask: Ask) -> None:
    touch = '[[plan.point.touches]]\nred_line = "north-cap"\nverdict = "crossed"\nwhy = "It caps."\n'
    touch += 'by = "desk"\nmode = "judgement"\ndate = "2031-05-04"\n'
    clause = '[[plan.point.clause]]\nletter = "a"\ntext = "Herring too."\n'
    store = ask(plan("one", [point("1", "A cap.", more=clause + touch)]))
    found = passage(store, "one", "1")
    assert found
    assert (found.attribution.who, found.attribution.speaker) == ("ONE", "plan/one")
    assert found.clause[0].attribution.who == "ONE"
    (judged,) = touches(store, "one", "north-cap")
    assert words(byline(judged.attribution)) == "judgement of this desk, 4 May 2031"


def test_a_point_is_known_from_the_day_its_plan_was_public_and_not_from_the_day_it_was_heard_of(ask: Ask) -> None:
    store = ask(plan("one", [point("1", "A cap.")], public="2031-05-10", more='known_from = "2031-05-02"\n'))
    found = passage(store, "one", "1")
    assert found
    assert str(found.attribution.known_from) == "2031-05-10"


@pytest.fixture
def store(shipped: Path) -> Iterator[Store]:
    with Store.open(shipped, as_at="2026-03-01") as opened:
        yield opened


def every_part(store: Store) -> Iterator[tuple[str, str, Attribution]]:
    """Every record and part of the shipped briefing that somebody says: where, what it is and who says it."""
    for kind in KINDS:
        for id_ in store.ids(kind) if kind != "source" else ():
            answer = record(store, kind, id_)
            yield f"{kind}/{id_}", kind, answer.attribution
            for part in answer.parts:
                if part.attribution:
                    yield f"{kind}/{id_} {part.name}", kind, part.attribution


def test_in_the_shipped_briefing_every_statement_has_a_speaker_every_document_a_name_and_every_judgement_the_desk(store: Store) -> None:
    for where, kind, of in every_part(store):
        assert of.mode, where
        if of.mode == "judgement":
            assert of.by == "desk", where
            assert of.who is None, where
        elif kind != "plan" or of.mode != "document":  # a plan is the document
            assert of.who, where


def test_the_conditions_of_the_us_guarantee_are_those_of_the_texts_and_not_zelenskys(store: Store) -> None:
    (option,) = guarantees(store, ["us-congress"])
    said = {cell.axis.field: words(byline(cell.attribution)) for cell in option.cells if cell.attribution}
    for axis in ("trigger", "response", "paid_by", "lapses"):
        assert said[axis].startswith("document: US 28 points; E3 text, 21-23 Nov 2025 ("), said[axis]
    assert said["needs"].startswith("Zelensky (per RBC-Ukraine) said, 8 Dec 2025")
    (istanbul,) = guarantees(store, ["istanbul-2022"])
    assert istanbul.now
    assert words(byline(istanbul.now.attribution)).startswith("judgement of this desk, as of 9 Dec 2025")
