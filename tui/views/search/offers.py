"""What may be typed next into a search: the filters, and the values of the one that is being typed, with how many records each leaves."""

from __future__ import annotations

import re

from tui.frozen import frozen
from tui.store.read import Store
from tui.store.search import FILTERS

MOST_OFFERED = 12
FILTERS_IN_WORDS = (
    "kind: party: issue: said: source: mode: lang: status: before: after: keep what is so, as kind:figure or after:2025-12-01 do.",
    'A phrase stands in quotation marks: "line of contact". A word with a minus before it must not be there: donbas -crimea.',
)
_BEGUN = re.compile(rf"(?:^|\s)-?({'|'.join(FILTERS)}):(\"?[^\"\s]*)$", re.IGNORECASE)


@frozen
class Offer:
    """A value that may be typed: the filter written out, what it is called, and how many records it leaves."""

    typed: str
    name: str
    count: int


@frozen
class Offers:
    """What may be typed next, the most frequent first."""

    words: str
    choices: tuple[Offer, ...]

    def __bool__(self) -> bool:
        return bool(self.choices)


def offers(store: Store, text: str) -> Offers:
    """Return the values that the filter at the end of a text may have."""
    begun = _BEGUN.search(text)
    if not begun:
        return Offers("", ())
    name, value = begun[1].lower(), begun[2].strip('"')
    choices = tuple(Offer(f"{name}:{one.value}", one.name, count) for one, count in store.filter_values(name, value, MOST_OFFERED))
    return Offers(f"{name}: may be", choices)


def completed(store: Store, text: str) -> str:
    """Return a text with the filter at its end completed by the first that is offered; as it is where none is."""
    begun = _BEGUN.search(text)
    said = offers(store, text)
    if not begun or not said:
        return text
    return f"{text[: begun.start(1)]}{said.choices[0].typed} "
