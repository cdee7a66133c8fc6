"""Issues as disputes: their addresses, and what an export has of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.address import written
from tui.dates import in_words
from tui.store.read import Store
from tui.views.blocks import Page
from tui.views.data import Table, as_data
from tui.views.issue import page as drawn
from tui.views.issue.question import Dispute, all_disputes, dispute
from tui.views.pane import Pane
from tui.views.record.pane import Leaf
from tui.views.subject import ExportPart, Shown


def at(store: Store, rest: str) -> Shown:
    """Return the dispute of an issue: the answer and its page. Raise NoSuchRecord where there is no such issue."""
    answer = dispute(store, rest)
    return answer, drawn.page(answer)


def pane(store: Store, rest: str = "") -> Pane:
    """Return the page of an issue as a place of its own."""
    return Leaf(store, drawn.page(dispute(store, rest)))


def document(store: Store, plans: Sequence[str]) -> list[Page]:
    """Return one page an issue."""
    del plans
    return [drawn.page(one) for one in all_disputes(store)]


def table(store: Store, plans: Sequence[str]) -> Table:
    """Return one line for each thing that somebody says on an issue: issue, sort, who, day, stance, words, address."""
    del plans
    rows: list[tuple[str, ...]] = []
    for one in all_disputes(store):
        for party, said in one.said:
            rows += [
                (one.name, "position", party, in_words(of.day) if of.day else "", of.what, of.record.statement, of.address) for of in said
            ]
        for text in one.texts:
            rows += [
                (one.name, "text", text.short, "", of.record.number, of.record.text or of.record.absent or "", of.address)
                for of in text.passages
            ]
        rows += [(one.name, "red line", of.party_name, "", of.record.called, of.record.statement, of.address) for of in one.lines]
    return Table(("issue", "sort", "who", "day", "stance or point", "words", "address"), tuple(rows))


def data(store: Store, plans: Sequence[str]) -> list[dict[str, Any]]:
    """Return the disputes as JSON has them."""
    del plans
    return [dispute_data(one) for one in all_disputes(store)]


def dispute_data(of: Dispute) -> dict[str, Any]:
    """Return a dispute with the fields of the issue as the source file has them, and what is gathered on it."""
    told = as_data(of)
    record = told.pop("record")
    told["said"] = [{"party": party, "statements": as_data(said)} for party, said in of.said]
    return {**record, **told, "address": written("issue", of.record.id)}


PART = ExportPart(document, table, data, title="Issues")
