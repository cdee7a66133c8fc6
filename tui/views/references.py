"""A record as another one names it: its name and its address."""

from __future__ import annotations

from tui.address import Address
from tui.frozen import frozen
from tui.store.read import Store
from tui.views.titles import referred_to


@frozen
class Value:
    """One value of a field: its words, and the address of the record that it names, where it names one."""

    text: str
    to: str | None = None


def reference(store: Store, address: str) -> Value | None:
    """Return what a record names by its address; None for what was not known yet on the day, since even its name would tell of it."""
    named = Address.parse(address)
    found = store.card(named.head, named.id)
    if found is None or (named.number and not store.holds(named.id, named.number)):
        return None
    return Value(referred_to(store, found, named.number or ""), address)
