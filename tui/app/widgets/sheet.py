"""A page, asked for and wrapped once its width is known, scrolled by line, with its links walked by Tab."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual.strip import Strip

from tui.app.look import Look
from tui.app.widgets.drawn import Drawn
from tui.render.ascii import folded
from tui.render.layout import Laid, lay_out
from tui.views.blocks import Page, Picture
from tui.views.cells import cut
from tui.widths import width

MARGIN = 1
READING = 104  # cells of a line of running text, with the mark before an item and its indent


class Sheet(Drawn):
    """Shows one page. `link` is the place of the chosen link among the page's links, None when none is chosen."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "sheet")
        self.page_shown = Page("", ())
        self._page_at: Callable[[int], Page] = lambda _: self.page_shown
        self.lines: list[Laid] = []
        self.links: list[tuple[int, str]] = []  # the first line of each, and where it leads
        self._ends: list[int] = []  # the last line of each
        self._begins: list[list[tuple[int, int]]] = []  # the line and the cell at which each part of each begins
        self.top = 0
        self.wanted = 0  # the top asked for, which a smaller page or a larger screen may not allow for now
        self.link: int | None = None
        self.active = False
        self.edge = ""
        self.cells = 0  # how wide it is, or will be once it has the room it was given
        self._laid_for: tuple[int, bool] | None = None

    def show(self, page_at: Callable[[int], Page], top: int = 0, link: int | None = None) -> None:
        """Draw another page from its line `top`: the one that `page_at` gives for the width there is, as soon as there is one.

        `link` is the one of its links to be chosen.
        """
        self._page_at, self.wanted, self.link = page_at, top, link
        self.put_letters({})
        self._lay_out()
        self.refresh()

    def give_room(self, cells: int, edge: str) -> None:
        """Set how wide it will be, and where the line stands that parts it from the list: `left`, `top` or nowhere.

        Told before its page is, so that a page is wrapped once and not for the old room first.
        """
        if (cells, edge) != (self.cells, self.edge):
            self.cells, self.edge = cells, edge
            self._laid_for = None
            self.refresh()

    @property
    def page(self) -> int:
        """Return how many lines fit."""
        return max(1, self.size.height - (1 if self.edge == "top" else 0))

    @property
    def target(self) -> str | None:
        """Return where the chosen link leads."""
        return self.links[self.link][1] if self.link is not None and self.link < len(self.links) else None

    def scroll_by(self, lines: int) -> bool:
        """Scroll; False at either end."""
        top = max(0, min(self.top + lines, len(self.lines) - self.page))
        moved = top != self.top
        if moved:
            self.top = self.wanted = top
            self.put_letters({})
            self.refresh()
        return moved

    @property
    def links_seen(self) -> list[int]:
        """Return the places of the links that are on the screen, among those of the page."""
        last = self.top + self.page
        return [place for place, (first, _) in enumerate(self.links) if first < last and self._ends[place] >= self.top]

    def choose_link(self, step: int) -> bool:
        """Choose the next or the previous link and bring it into view; False when there is none further."""
        if not self.links:
            return False
        if self.link is None:
            seen = [n for n, (at, _) in enumerate(self.links) if at >= self.top]
            chosen = (seen[0] if seen else 0) if step > 0 else len(self.links) - 1
        else:
            chosen = self.link + step
        if not 0 <= chosen < len(self.links):
            return False
        self.link = chosen
        at = self.links[chosen][0]
        if not self.top <= at < self.top + self.page:
            self.top = self.wanted = max(0, min(at - self.page // 2, len(self.lines) - self.page))
        self.refresh()
        return True

    def leave(self) -> None:
        """Let go of the chosen link."""
        if self.link is not None:
            self.link = None
            self.refresh()

    def _room(self) -> int:
        """Return the cells that a line of the page may take."""
        return max(1, self.cells - MARGIN - (1 if self.edge == "left" else 0))

    def _lay_out(self) -> None:
        if not self.cells:
            self._laid_for = None
            return
        cells = self._room()
        self._laid_for = (cells, self.look.ascii)
        self.page_shown = self._page_at(self.cells)
        page = self.page_shown
        if any(isinstance(block, Picture) for block in page.blocks):
            from tui.render.sketches import sketched  # 3 ms: most pages have no picture

            page = sketched(page, cells)
        if self.look.ascii:
            page = folded(page)
        self.lines = lay_out(page, cells, READING)
        self.links, self._ends, self._begins, self.letters = [], [], [], {}
        for number, laid in enumerate(self.lines):
            at = 0
            for span in laid.line:
                if span.to and self.links and self.links[-1][1] == span.to and self._ends[-1] >= number - 1:
                    self._ends[-1] = number  # it goes on
                    self._begins[-1].append((number, at))
                elif span.to:
                    self.links.append((number, span.to))
                    self._ends.append(number)
                    self._begins.append([(number, at)])
                at += width(span.text)
        if self.link is not None and self.link >= len(self.links):
            self.link = None
        self.top = max(0, min(self.wanted, len(self.lines) - self.page))

    def on_resize(self) -> None:
        """Wrap anew at another width; at another height show as much as there is room for."""
        self.cells = self.size.width
        if self._laid_for != (self._room(), self.look.ascii):
            self._lay_out()
        self.top = max(0, min(self.wanted, len(self.lines) - self.page))

    def render_line(self, y: int) -> Strip:
        """Return one line of the page, with the edge that parts it from the list and a mark where more is above or below."""
        cells = self.size.width
        if self._laid_for != (self._room(), self.look.ascii):
            self._lay_out()  # it was given its page before it was given its room
        if self.edge == "top":
            if y == 0:
                return self._rule(cells)
            y -= 1
        lead = [Segment(self.look.bar, self.look.style("dim"))] if self.edge == "left" else []
        index = self.top + y
        if index >= len(self.lines):
            return Strip([*lead, Segment(" " * MARGIN)]).adjust_cell_length(cells)
        laid = self.lines[index]
        chosen = self.target if self.link is not None and self._has_chosen(index) else None
        segments = [*lead, Segment(self._mark(y)), *self.look.segments(laid.line, heading=laid.level, chosen=chosen)]
        strip = Strip(segments).adjust_cell_length(cells)
        return self._with_letters(strip, index, sum(one.cell_length for one in lead) + MARGIN) if self.letters else strip

    def _with_letters(self, strip: Strip, index: int, margin: int) -> Strip:
        """Return a line with the letters of the links whose first part on the screen begins on it, each clear of the one before it."""
        free = 0
        for letters, place in self.letters.items():
            line, at = next((part for part in self._begins[place] if part[0] >= self.top), (-1, 0))
            if line == index and letters.startswith(self.typed):
                at = max(free, min(margin + at, strip.cell_length - len(letters)))
                free = at + len(letters)
                strip = self.lettered(strip, at, letters)
        return strip

    def _has_chosen(self, index: int) -> bool:
        """Return whether the chosen link stands on this line: the same address may stand on several."""
        return self.link is not None and self.links[self.link][0] <= index <= self._ends[self.link]

    def _mark(self, y: int) -> str:
        """Return `^` where the page goes on above, `v` where it goes on below."""
        if y == 0 and self.top > 0:
            return "^"
        return "v" if y == self.page - 1 and self.top + self.page < len(self.lines) else " "

    def _rule(self, cells: int) -> Strip:
        title = f"{self.look.rule * 2} {self.look.text(self.page_shown.title)} " if self.page_shown.title else ""
        more = len(self.lines) - self.top - self.page
        tail = f" J: {more} more " if more > 0 else ""
        style = self.look.style("dim")
        room = max(0, cells - len(tail) - 2)
        title = title[: cut(title, room)] if room else ""
        fill = self.look.rule * max(0, room - width(title))
        return Strip([Segment(title + fill + tail + self.look.rule * 2, style)]).adjust_cell_length(cells)
