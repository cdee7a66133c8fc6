"""Wherever the words of points stand, it is told whose they are."""

from __future__ import annotations

from invented import Ask, plan, point

from tui.render.plain import plain
from tui.views.blocks import Page
from tui.views.bylines import said_page
from tui.views.compare.comparison import compare
from tui.views.compare.page import comparison_page, row_beside, row_page
from tui.views.compare.row_cells import cells, row_claims
from tui.views.compare.view import document_page
from tui.views.record import page as record_pages
from tui.views.record.question import record

PARAPHRASE = "The words are this desk's paraphrase, not the original wording; numbers are exact."
PARTLY = "What is not in quotation marks is this desk's paraphrase, not the original wording; numbers are exact."
TWO = plan("two", [point("1", "Take nine.", derives=["one/1"], relation="changed")])


def flat(page: Page) -> str:
    return " ".join(plain(page).split())


def test_they_are_called_a_paraphrase_once_on_every_page(ask: Ask) -> None:
    store = ask(plan("one", [point("1", "Take ten."), point("2", "Go home.", "ports")]), TWO)
    found = compare(store, ["one", "two"])
    row, of, whole = found.rows[0], cells(store, found, found.rows[0]), record(store, "plan", "one", "1")
    for page in (
        row_page(found, row, of),
        row_beside(found, row, of),
        said_page("Row", row_claims(row, of), "compare"),
        comparison_page(found, lambda row: cells(store, found, row)),
        document_page(found, lambda row: cells(store, found, row)),
        record_pages.page(whole),
        said_page("Point", record_pages.says(whole), "plan/one/1"),
        record_pages.page(record(store, "plan", "one")),
    ):
        assert flat(page).count(PARAPHRASE) == 1, page.title


def test_where_some_are_quoted_the_rest_is(ask: Ask) -> None:
    store = ask(plan("one", [point("1", '"Take ten."')]), TWO)
    found = compare(store, ["one", "two"])
    row, of = found.rows[0], cells(store, found, found.rows[0])
    assert PARTLY in flat(row_page(found, row, of))
    assert PARTLY in flat(said_page("Row", row_claims(row, of), "compare"))


def test_where_there_are_none_or_all_are_quoted_nothing_is(ask: Ask) -> None:
    store = ask(plan("one", [point("1", '"Take ten."')]), plan("two", text="none"))
    found = compare(store, ["one", "two"])
    texts = [flat(record_pages.page(record(store, "plan", "one", "1"))), flat(record_pages.page(record(store, "plan", "two")))]
    texts += [flat(comparison_page(found, lambda row: cells(store, found, row), whole=whole)) for whole in (True, False)]
    assert '"Take ten."' in texts[0]
    assert not any("paraphrase" in text for text in texts)
