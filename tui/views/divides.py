"""What divides the sides on an issue, in one clause: on the board, and on the page of the issue."""

from __future__ import annotations

from tui.frozen import frozen
from tui.model import Issue
from tui.store.read import Store
from tui.views.provenance import Attribution, attribution


@frozen
class Divides:
    """The clause that tells what divides the sides, and whose it is."""

    text: str
    attribution: Attribution


def divides_of(store: Store, issue: Issue) -> Divides | None:
    """Return the latest clause on what divides the sides, None where none is on record."""
    if not issue.divides:
        return None
    latest = max(enumerate(issue.divides), key=lambda item: (item[1].known_from.lower if item[1].known_from else "", item[0]))[1]
    return Divides(latest.text, attribution(store, latest, issue))
