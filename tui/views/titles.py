"""What to call a record where it is named and not quoted.

A position or a judgement without a name of its own would be called by its statement, and then somebody's claim would stand in the
program's voice. It is called by whose it is and what it is about instead.
"""

from __future__ import annotations

from tui.dates import in_words
from tui.model import Figure, Judgement, Position, Record, RedLine, name_of
from tui.store.read import Store
from tui.views.quantities import amount


def title_of(store: Store, record: Record) -> str:
    """The name of a record: `US 28`, `Ukraine on Territory`, `Judgement of desk, 19 Dec 2025`."""
    if isinstance(record, Position):
        return f"{_named(store, 'party', record.party)} on {about(store, record)[0]}"
    if isinstance(record, RedLine) and not record.short:
        return f"{_named(store, 'party', record.party)}: {record.called} on {_named(store, 'issue', record.issue)}"
    if isinstance(record, Judgement):
        return f"Judgement of {record.by}, {in_words(record.date)}"
    return name_of(record)


def referred_to(store: Store, record: Record, number: str | None = None) -> str:
    """The name of a record that another one names: a point with its number, a figure with its amount."""
    if number:
        return f"{name_of(record)} point {number}"
    if isinstance(record, Figure):
        return f"{record.name}, {figure_amount(record)}"
    return title_of(store, record)


def figure_amount(figure: Figure) -> str:
    """A figure's amount with its unit, as exact as it is: `about 4.2 million crowns`."""
    return f"{'about ' * figure.about}{amount(figure.value)} {figure.unit}"


def about(store: Store, position: Position) -> tuple[str, str | None]:
    """What a position is about: its name, and its address where it is on record."""
    for kind in ("issue", "plan", "guarantee"):
        id_ = getattr(position, kind)
        if id_ and store.card(kind, id_):
            return _named(store, kind, id_), f"{kind}/{id_}"
    if position.point:
        plan, _, number = position.point.partition("/")
        return f"{_named(store, 'plan', plan)} point {number}", f"plan/{position.point}"
    return "what is not known yet", None


def _named(store: Store, kind: str, id_: str) -> str:
    found = store.card(kind, id_)
    return name_of(found) if found else id_
