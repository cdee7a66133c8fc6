"""A record as another one names it: its name and its address."""

from __future__ import annotations

from tui.answers.titles import referred_to
from tui.frozen import frozen
from tui.model import Point
from tui.store.read import Store


@frozen
class Value:
    """One value of a field: its words, and the address of the record that it names, where it names one."""

    text: str
    to: str | None = None


def reference(store: Store, address: str) -> Value | None:
    """What a record names by its address; None for what was not known yet on the day, since even its name would tell of it."""
    kind, _, rest = address.partition("/")
    id_, _, number = rest.partition("/")
    found = store.card(kind, id_)
    if found is None or (number and not (store.point(id_, number, whole=False) or point_of(store, id_, number))):
        return None
    return Value(referred_to(store, found, number), address)


def point_of(store: Store, plan: str, number: str) -> Point | None:
    """A point by its number, or the point that holds the clause `21a`."""
    point = store.point(plan, number)
    if point is None and number[-1:].isalpha():
        holder = store.point(plan, number[:-1])
        if holder and any(clause.letter == number[-1] for clause in holder.clause):
            return holder
    return point
