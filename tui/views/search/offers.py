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
_BEGUN = re.compile(rf"(?:^|\s)-?((?a:{'|'.join(FILTERS)})):(\"?[^\"\s]*)$", re.IGNORECASE)


@frozen
class Offer:
    """A value that a filter may have, what it is called, and how many records and points it leaves."""

    value: str
    name: str
    count: int


@frozen
class Offers:
    """What the filter of a name may be, the most frequent first; nothing where no filter is being typed."""

    name: str
    choices: tuple[Offer, ...]

    def __bool__(self) -> bool:
        return bool(self.choices)


NO_OFFERS = Offers("", ())


def offers(store: Store, text: str) -> Offers:
    """Return the values that the filter at the end of a text may have."""
    begun = _BEGUN.search(text)
    if not begun:
        return NO_OFFERS
    name = begun[1].lower()
    values = store.filter_values(name, begun[2].strip('"'), MOST_OFFERED)
    return Offers(name, tuple(Offer(one.value, one.name, count) for one, count in values))


def completed(store: Store, text: str) -> str:
    """Return a text with the filter at its end completed by the first that is offered, or with the name of one; else as it is."""
    begun = _BEGUN.search(text)
    said = offers(store, text)
    if begun and said:
        return f"{text[: begun.start(1)]}{said.name}:{said.choices[0].value} "
    start, _, last = text.rpartition(" ")
    name = next((one for one in FILTERS if last and one.startswith(last.lower())), None)
    return f"{start}{' ' * bool(start)}{name}:" if name else text
