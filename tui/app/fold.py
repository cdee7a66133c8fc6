"""A page with every text folded to what a terminal of ASCII alone can show. Loaded only where it is needed."""

from __future__ import annotations

from dataclasses import replace

from tui.app.look import Look
from tui.pages.blocks import Field, Line, Page, Span, mapped


def folded(page: Page, look: Look) -> Page:
    """`page` with all its words folded by `look`, so that wrapping counts the cells that are really drawn."""

    def fold(line: Line) -> Line:
        return tuple(Span("\n".join(look.text(part) for part in span.text.split("\n")), span.role, span.to) for span in line)

    blocks = mapped(page, fold).blocks
    labelled = tuple(replace(of, label=look.text(of.label)) if isinstance(of, Field) else of for of in blocks)
    return replace(page, title=look.text(page.title), blocks=labelled)
