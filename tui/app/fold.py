"""A page with every text folded to what a terminal of ASCII alone can show. Loaded only where it is needed."""

from __future__ import annotations

from dataclasses import replace

from tui.app.look import Look
from tui.pages.blocks import Block, Columns, Field, Gap, Line, Page, Span


def folded(page: Page, look: Look) -> Page:
    """`page` with all its words folded by `look`, so that wrapping counts the cells that are really drawn."""

    def fold(line: Line) -> Line:
        return tuple(Span("\n".join(look.text(part) for part in span.text.split("\n")), span.role, span.to) for span in line)

    def block(of: Block) -> Block:
        if isinstance(of, Gap):
            return of
        if isinstance(of, Columns):
            return replace(of, heads=tuple(map(fold, of.heads)), rows=tuple(tuple(map(fold, row)) for row in of.rows))
        if isinstance(of, Field):
            return replace(of, label=look.text(of.label), line=fold(of.line))
        return replace(of, line=fold(of.line))

    return replace(page, title=look.text(page.title), blocks=tuple(map(block, page.blocks)))
