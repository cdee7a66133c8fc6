"""How well readers find what they look for: `python -m queries [STORE]`, or `make queries`.

`queries.toml` has what they type and where it must stand. Printed are the rates, and of each query that is not among the first three where
it stands instead. Searched is as the command `search` does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tomli

from tui.compile.build import ready
from tui.locate import shipped
from tui.store.read import Store
from tui.views.search.question import search

FILE = Path(__file__).with_name("queries.toml")
FIRST, PAGE = 3, 20  # hits that are seen at once, and hits that a screen has


@dataclass(frozen=True)
class Query:
    """Words, and the addresses of which one must stand among the first three."""

    group: str
    words: str
    wanted: tuple[str, ...]


@dataclass(frozen=True)
class Placed:
    """A query, and the place of the best of its addresses among the hits: 1 for the first, None where none of them is a hit."""

    query: Query
    place: int | None
    first: tuple[str, ...]

    @property
    def among_first(self) -> bool:
        """Whether it is seen at once."""
        return self.place is not None and self.place <= FIRST

    @property
    def on_page(self) -> bool:
        """Whether it is on the first screen."""
        return self.place is not None and self.place <= PAGE


def queries() -> Iterator[Query]:
    """Give every query of the file."""
    for group, asked in tomli.loads(FILE.read_text(encoding="utf-8")).items():
        for words, *wanted in asked:
            yield Query(group, words, tuple(wanted))


def placed(store: Store, query: Query) -> Placed:
    """Return where a query finds what it is to find."""
    found = [hit.address for hit in search(store, query.words, 200).hits]
    place = next((place for place, address in enumerate(found, 1) if address in query.wanted), None)
    return Placed(query, place, tuple(found[:FIRST]))


def rates(all_of: list[Placed]) -> tuple[float, float]:
    """Return which part of them is on the first screen, and which among the first three."""
    return sum(one.on_page for one in all_of) / len(all_of), sum(one.among_first for one in all_of) / len(all_of)


def main() -> None:
    """Print the misses and the rates."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else ready(shipped())
    with Store.open(path) as store:
        found = [placed(store, query) for query in queries()]
    for one in found:
        if not one.among_first:
            print(f"{one.place or '-':>4}  {one.query.words}  [{' '.join(one.query.wanted)}]  first: {' '.join(one.first) or 'nothing'}")
    for group in [*dict.fromkeys(one.query.group for one in found), "all"]:
        page, first = rates([one for one in found if group in (one.query.group, "all")])
        print(f"{group:<8} first page {page:6.1%}   first three {first:6.1%}")


if __name__ == "__main__":
    main()
