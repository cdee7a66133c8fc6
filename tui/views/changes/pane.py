"""What changed between two readings, as a list: states and verdicts that moved, then records and points by sort."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from tui.address import written
from tui.dates import in_words
from tui.errors import NoSuchRecord
from tui.store.read import Store
from tui.views.blocks import Line, Page, Para, Span, line, mapped, unlinked
from tui.views.bylines import MODE
from tui.views.changes import page as pages
from tui.views.changes.moves import StateMove, VerdictMove
from tui.views.changes.question import Change, Changes, between
from tui.views.later.page import who
from tui.views.pane import Column, Effect, Open, Pane, Row, Say
from tui.views.provenance import Attribution
from tui.views.record import page as record_pages
from tui.views.record.question import record_at


class ChangesPane(Pane):
    """One list over all that changed. `rest` of its address are the two days."""

    id = "changes"
    title = "what changed"
    states = False  # its page says already who made it known
    hints: ClassVar[Mapping[str, str]] = {"enter": "open it whole"}

    def __init__(self, store: Store, rest: str = "") -> None:
        super().__init__(store)
        self.rest = rest
        self.found = self.asked()
        self._told: dict[str, Change | StateMove | VerdictMove] = {}
        self._rows = self.made()

    def asked(self) -> Changes:
        """Return what it shows: the answer to its address."""
        return between(self.store, self.rest)

    def later(self) -> Store:
        """Return the later of the two readings, where what changed stands as it is."""
        return self.store.at(self.found.after.as_at)

    @property
    def columns(self) -> tuple[Column, ...]:
        """New, changed or gone; since when it was known, what, what of it, and on whose word."""
        return (Column("", 1), Column("Known", 11, drop=2), Column("What", least=24), Column("How", least=20), Column("By", 16, drop=1))

    def subtitle(self) -> str:
        """Between which days, and how much."""
        counted = pages.counts(self.found)
        return f"{pages.title(self.found)}: {counted}" if counted else pages.title(self.found)

    def rows(self) -> Sequence[Row]:
        """Made once, since neither reading changes."""
        return self._rows

    def made(self) -> tuple[Row, ...]:
        """Return what moved first; then one row a record or point."""
        out: list[Row] = []
        if self.found.states:
            out.append(Row((line(pages.STATES),), heading=True))
            out.extend(self._row(written("state", one.issue), one, one.name, pages.state_told(one)) for one in self.found.states)
        if self.found.verdicts:
            out.append(Row((line(pages.VERDICTS),), heading=True))
            out.extend(
                self._row(written("verdict", str(place)), one, one.title, pages.verdict_told(one))
                for place, one in enumerate(self.found.verdicts, 1)
            )
        for group in self.found.groups:
            out.append(Row((line(group.title),), heading=True))
            out.extend(self._row(one.address, one, one.title, line(pages.edited(one))) for one in group.changes)
        return tuple(out)

    def _row(self, key: str, of: Change | StateMove | VerdictMove, what: str, how: Line) -> Row:
        self._told[key] = of
        attribution = _whose(of)
        day = of.known if isinstance(of, Change) else attribution.known_from if attribution else None
        sign = line(pages.sign(of.sort if isinstance(of, Change) else "changed"))
        by = who(attribution) or (MODE[attribution.mode].word if attribution.mode else "") if attribution else ""
        return Row((sign, line(Span(in_words(day), "label")) if day else (), line(what), how, line(Span(by, "dim"))), key=key)

    def page(self, row: Row | None, cells: int) -> Page:
        """Return what changed of it, word by word, and on whose word."""
        del cells
        one = self.told(row)
        if one is None:
            return Page("changes", (Para(line(pages.NOTHING)),), self.address(row))
        if isinstance(one, StateMove):
            return pages.state_page(self.found, one)
        return pages.change_page(self.found, one) if isinstance(one, Change) else pages.verdict_page(self.found, one)

    def told(self, row: Row | None) -> Change | StateMove | VerdictMove | None:
        """Return what the row stands for."""
        return self._told.get(row.key) if row else None

    def record_of(self, row: Row | None) -> str:
        """Return the address of the record or point that the row is about; empty where there is none."""
        one = self.told(row)
        return written("issue", one.issue) if isinstance(one, StateMove) else one.address if one else ""

    def stands_for(self, row: Row) -> Sequence[str]:
        """Return the record or point that the row is about."""
        return tuple(filter(None, (self.record_of(row),)))

    def own_address(self, row: Row | None) -> str:
        """Return the record or point that the row is about."""
        return self.record_of(row) or self.address(row)

    def enter(self, row: Row | None) -> Effect:
        """Open the record as it is in the later reading; no link leads to what the day that is shown does not know, and has no page of."""
        one = self.told(row)
        if one is None:
            return None
        if isinstance(one, Change) and one.sort == "gone":
            return Say("It is gone; its last words stand on its page here.")
        try:
            answer = record_at(self.later(), self.record_of(row))
        except NoSuchRecord as error:
            return Say(f"{error}.")
        says = tuple(replace(said, later=True) for said in record_pages.says(answer))
        return Open(replace(mapped(record_pages.page(answer), self._linked), says=lambda: says))

    def _linked(self, of: Line) -> Line:
        return unlinked(of, lambda to: self.store.resolve(to) is not None)

    def address(self, row: Row | None) -> str:
        """Return the list; its rows have no address of their own."""
        del row
        return written(self.id, self.rest)


def _whose(of: Change | StateMove | VerdictMove) -> Attribution | None:
    if isinstance(of, StateMove):
        status = of.after or of.before
        return status.attribution if status else None
    return of.attribution
