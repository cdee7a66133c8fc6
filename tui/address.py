"""Addresses: where the program shows a thing, as one value that is parsed once and written once; and the one rule of clause numbers.

An address is a head and what follows it between slashes: a view (`overview`, `parties/ukraine`, `compare/us-28+e3/6`) or a record
(`red_line/ua-army`), and for a point of a plan its number as well (`plan/us-28/6`, `plan/us-28/21a`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.frozen import frozen

SEPARATOR = "/"


@frozen
class Address:
    """One address: the first word, and the parts that follow it."""

    head: str
    parts: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Address:
        """Return the address that a text writes; slashes at its ends mean nothing."""
        head, *parts = text.strip(SEPARATOR).split(SEPARATOR)
        return cls(head, tuple(parts))

    @property
    def rest(self) -> str:
        """Return what follows the head, as it is written."""
        return SEPARATOR.join(self.parts)

    @property
    def id(self) -> str:
        """Return the id of the record that is named, empty where none is."""
        return self.parts[0] if self.parts else ""

    @property
    def number(self) -> str | None:
        """Return the number of the point that is named after the record, None for a whole record."""
        return SEPARATOR.join(self.parts[1:]) or None

    def __str__(self) -> str:
        return SEPARATOR.join((self.head, *self.parts))


def written(head: str, *parts: str | None) -> str:
    """Write an address: a head, and the parts that follow it; a part that is None or empty is left out."""
    return SEPARATOR.join((head, *filter(None, parts)))


def head_of(text: str) -> str:
    """Return the first word of an address."""
    return text.split(SEPARATOR, 1)[0]


def split_first(rest: str) -> tuple[str, str]:
    """Return the first part of what follows a head, and the parts after it; each is empty where there is none."""
    first, _, more = rest.partition(SEPARATOR)
    return first, more


def point_named(reference: str) -> tuple[str, str]:
    """Return the plan and the number that a reference to a point names: `us-28/21a` is point or clause 21a of us-28."""
    return split_first(reference)


def cuts_of(number: str) -> Iterator[tuple[str, str]]:
    """Give every way to read a number as a point's number and a clause's letters, the whole number first: 1iv, 1i + v, 1 + iv."""
    yield number, ""
    for end in range(len(number) - 1, 0, -1):
        yield number[:end], number[end:]


def clause_named(number: str, holds: Callable[[str, str], bool]) -> tuple[str, str] | None:
    """Return the point and the clause that a number means, None where it means neither.

    `holds` tells whether a plan has a point of a number, or with letters, a clause of these letters in that point. The point of just this
    number comes first, then the clause of the point with the longest number: the rule of all readers of a number.
    """
    return next(((point, letters) for point, letters in cuts_of(number) if holds(point, letters)), None)
