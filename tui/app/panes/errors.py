"""What is wrong in the sources, the most important first: the page shows the line at fault and how to mend it, `E` opens it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tui.findings import Finding
from tui.model import Where
from tui.store.read import Store
from tui.views.blocks import Block, Field, Heading, Page, Para, Span, line
from tui.views.findings import in_order
from tui.views.pane import Column, Pane, Row


class Errors(Pane):
    """One row a finding."""

    id = "errors"
    title = "errors"
    states = False
    lasting = False

    def __init__(self, store: Store, findings: Sequence[Finding]) -> None:
        super().__init__(store)
        self._findings = in_order(findings)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the code, the place, and what is wrong."""
        return (Column("", 5), Column("Where", 24, drop=1, narrow=16), Column("What is wrong", least=24))

    def subtitle(self) -> str:
        """Tell how many there are."""
        return f"{len(self._findings)} in the sources; the briefing is shown as it was before"

    def rows(self) -> Sequence[Row]:
        """Return a row for each finding."""
        return tuple(
            Row((line(Span(one.code, "warning")), line(Span(_short(one), "dim")), line(one.message)), key=str(number))
            for number, one in enumerate(self._findings)
        )

    def page(self, row: Row | None, cells: int) -> Page:
        """Draw the line at fault, with how to mend it."""
        del cells
        one = self._at(row)
        if one is None:
            return Page("errors", (Para(line("Nothing is wrong in the sources.")),))
        blocks: list[Block] = [Heading(line(one.message), 1), Field("Where", line(f"{one.where}:{one.where.column}"))]
        blocks += [Para(line(Span(text, "quote")), 2) for text in one.excerpt.split("\n") if text]
        blocks += [Field("Mend", line(one.fix))] if one.fix else []
        blocks.append(Field("Code", line(f"{one.code}; briefing explain {one.code} says why it is a rule")))
        return Page("errors", (*blocks, Para(line("E opens the line in your $EDITOR."))))

    def where(self, row: Row | None) -> Where | None:
        """Return where the finding stands, for whoever opens it."""
        one = self._at(row)
        return Where(str(Path(one.where.path).absolute()), one.where.line, one.where.column) if one else None

    def address(self, row: Row | None) -> str:
        """Return the list; its rows have no address of their own."""
        del row
        return "errors"

    def _at(self, row: Row | None) -> Finding | None:
        return self._findings[int(row.key)] if row else None


def _short(of: Finding) -> str:
    return f"{Path(of.where.path).name}:{of.where.line}"
