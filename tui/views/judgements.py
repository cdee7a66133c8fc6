"""A judgement of the desk, with the records that carry it."""

from __future__ import annotations

from tui.frozen import frozen
from tui.model import Judgement
from tui.store.read import Store
from tui.views.data import Wraps
from tui.views.provenance import Attribution, attribution
from tui.views.references import Value, reference


@frozen
class Judged(Wraps):
    """What the desk judges, how sure it is, and on what it rests."""

    JSON = "id statement confidence attribution rests_on"

    record: Judgement
    attribution: Attribution
    rests_on: tuple[Value, ...]


def judged(store: Store, one: Judgement) -> Judged:
    """Return a judgement as it is shown wherever it is quoted."""
    carriers = tuple(value for address in one.rests_on if (value := reference(store, address)))
    return Judged(one, attribution(store, one), carriers)
