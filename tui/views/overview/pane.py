"""The board: one line an issue, contested first, the living text first; the dispute of the issue chosen beside it or behind Enter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tui.address import written
from tui.dates import in_words
from tui.views.blocks import Line, Page, Span, line, words
from tui.views.bylines import tag
from tui.views.cells import line_width, wrap
from tui.views.drawn_marks import state_span, verdict_role
from tui.views.marks import VERDICT_SIGN
from tui.views.overview import page as pages
from tui.views.overview.board import BoardCell, BoardRow, Sides, sides
from tui.views.overview.convergence import Convergence, Course, convergence, short_day
from tui.views.overview.question import Front, Overview, front, overview
from tui.views.pane import GUTTER, HIGH_SCREEN, Anew, Column, Effect, Go, Open, Order, Pane, Row
from tui.views.signs import BOARD
from tui.views.stances import stance_word
from tui.views.statuses import IssueStatus
from tui.widths import width

MOST_LEAD = 6  # lines that bottom lines may take above the board; else the latest day's alone stand there
ISSUE, STATE, DIVIDES, DAY, PARTY = 16, 9, 24, 9, 13
MOST_PARTIES, BESIDE_THE_TEXTS = 3, 2  # the parties' columns come after those of so many texts
WIDEST_PARTY = 18  # cells of a party's column
WHOLE, ROOMY = 40, 124  # cells of what divides the sides on a board of so many
BELOW = 12  # lines that the dispute has below the board
SUMS = "figures"  # the part that is all sums, with the number lines
STATES = "states"  # the part of the overview that tells where the issues stand, and how they got there
NARROWEST, WIDEST = 6, 12  # cells of a text's column


class OverviewPane(Pane):
    """Issues down, texts across; in the other view days across. Below them the parts of the overview that are pages of their own."""

    id = "overview"
    title = "Overview"
    alone = True

    @cached_property
    def front(self) -> Front:
        """Return what stands on the board, asked for once."""
        return front(self.store)

    @cached_property
    def found(self) -> Overview:
        """Return the whole overview, asked for once by those who open one of its parts."""
        return overview(self.store)

    _moves: Convergence | None = None
    _sides: Sides | None = None
    moving = False  # whether it shows how the states moved, and not how the texts bear on the issues

    @property
    def moves(self) -> Convergence:
        """Return how the states moved, asked for once."""
        if self._moves is None:
            self._moves = convergence(self.store)
        return self._moves

    @cached_property
    def _under(self) -> dict[str, tuple[str, ...]]:
        return {}

    def subtitle(self) -> str:
        """Tell which view is shown."""
        return "how states moved" if self.moving else ""

    def lead(self, cells: int, row: Row | None = None) -> tuple[Line, ...]:
        """Draw the bottom lines above the board, in the author's order where there is room for all, else those of the latest day."""
        del row
        told = [line(tag(one.attribution), " ", one.statement) for one in self.front.bottom_lines]
        lines = [part for one in told for part in wrap(one, cells - GUTTER)]
        if len(lines) > MOST_LEAD:
            days = [one.attribution.on.upper if one.attribution.on else "" for one in self.front.bottom_lines]
            lines = [part for one, day in zip(told, days, strict=True) if day == max(days) for part in wrap(one, cells - GUTTER)]
        return tuple(lines)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return issue, state, a column for each text there is room for, and what divides the sides; or issue, days and the state now."""
        if self.moving:
            days = self.moves.days
            dated = (Column(short_day(day), DAY, drop=len(days) - place) for place, day in enumerate(days))
            return (Column("Issue", self._name_width(), narrow=15), *dated, Column("Now", least=10))
        count = len(self._parties)
        texts = tuple(
            Column(plan.short, min(WIDEST, max(NARROWEST, self._widest[place])), drop=_drop(place, count))
            for place, plan in enumerate(self.front.board.texts)
        )
        return (
            Column("Issue", self._name_width(), narrow=15),
            Column("State", STATE, narrow=7),
            *texts,
            *(
                Column(head, max(PARTY, min(width(head), WIDEST_PARTY)), drop=BESIDE_THE_TEXTS + place)
                for place, head in enumerate(f"{name} says" for _, name in self._parties)
            ),
            Column("What divides", least=WHOLE if self.room >= ROOMY else DIVIDES),
        )

    @property
    def _parties(self) -> tuple[tuple[str, str], ...]:
        """Return the parties with columns of their own, where there is room for them."""
        if self._sides is None:
            self._sides = sides(self.store)
        return self._sides.parties[:MOST_PARTIES]

    @property
    def orders(self) -> tuple[Order, ...]:
        """Offer one order: that of the board."""
        return (Order("as in the file" if self.moving else "what is open first, what is agreed last"),)

    @property
    def columns_by(self) -> str:
        """Return no keys: a wider screen has the other texts, and Enter what each of them says."""
        return ""

    def _name_width(self) -> int:
        """Return room for the longest name on a wide screen, less on a narrow one."""
        longest = max((width(row.name) for row in self.front.board.rows), default=ISSUE)
        return max(ISSUE, min(longest, self.room // 5))

    @cached_property
    def _widest(self) -> tuple[int, ...]:
        """Return the cells that each text needs, for its name and for what stands in its column."""
        rows, texts = self.front.board.rows, self.front.board.texts
        return tuple(max([width(plan.short), *(line_width(_cell(row.cells[place])) for row in rows)]) for place, plan in enumerate(texts))

    def rows(self) -> Sequence[Row]:
        """Return one row an issue; then what else the overview has, each part a row."""
        if self.moving:
            return [self._course(one) for one in self.moves.courses]
        out = [self._row(row) for row in self.front.board.rows]
        if notes := self._notes():
            out.append(Row((line(Span(notes, "dim")),), heading=True))
        return (*out, *self._more())

    def _row(self, row: BoardRow) -> Row:
        divides = line(row.divides.text) if row.divides else ()
        holds = (self._sides.holds.get((row.id, party)) if self._sides else None for party, _ in self._parties)
        parties = (stance_word(hold.line, hold.stance, says=hold.says) if hold else () for hold in holds)
        cells = (line(row.name), _state(row.status, bears=row.bears), *map(_cell, row.cells), *parties, divides)
        return Row(cells, to=written("issue", row.id), key=row.id)

    def _course(self, one: Course) -> Row:
        """Return the word of a state under the day on which it changed to it; nothing where it did not change."""
        cells = (_state(state) if state else line() for state in one.states)
        return Row((line(one.name), *cells, _state(one.now)), to=written("issue", one.id), key=one.id)

    def stands_for(self, row: Row) -> Sequence[str]:
        """Return the issue, with all that stands under it: points, positions, red lines."""
        if row.running:
            return ()
        if row.key not in self._under:
            refs = self.store.refs_to("issue", row.key)
            self._under[row.key] = (row.to, *(written(ref.kind, ref.id, ref.number) for ref in refs))
        return self._under[row.key]

    def key_of(self, rest: str) -> str:
        """Return the key of an issue, or of a part; `states` shows how the states moved."""
        self.moving = rest == STATES
        return "" if self.moving else rest

    def address(self, row: Row | None) -> str:
        """Return the address of the row; in the view of how states moved that of the view."""
        return written(self.id, STATES) if self.moving else super().address(row)

    def act(self, name: str, row: Row | None) -> Effect:
        """Show the other view, on the same issue."""
        if name != "view":
            return None
        self.moving = not self.moving
        return Anew(row.key if row else None)

    def _notes(self) -> str:
        """Tell whose accounts the states with a quotation mark are."""
        rows = (row.status.attribution for row in self.front.board.rows if row.status)
        whose = dict.fromkeys(one.who for one in rows if one.mode != "judgement" and one.who)
        return f'" by the account of {" and ".join(whose)}' if whose else ""

    def _more(self) -> list[Row]:
        of = self.front
        upcoming = words(pages.next_line(of.upcoming))
        counts = (
            ("bottom-lines", "Bottom lines", f"{len(of.bottom_lines)}, with what they rest on"),
            ("events", "Next", upcoming),
            (SUMS, "Key figures", f"{of.figures}, among all sums with whose they are and where sources differ"),
            ("judgements", "Judgements", f"{of.judgements}, each signed"),
        )
        rows = [self._part(key, name, told) for key, name, told in counts]
        return [*rows, self._part("whole", "All on one page", f"as at {in_words(self.store.as_at)}")]

    def _part(self, key: str, name: str, told: str) -> Row:
        return Row((line(Span(name, "label")), line(Span(told, "text"))), to=written("overview", key), key=key, running=True)

    def page(self, row: Row | None, cells: int) -> Page:
        """Draw the dispute of the issue chosen, or a part of the overview."""
        del cells
        if row is None or row.key == "whole":
            return pages.page(self.found)
        if row.key == SUMS:
            from tui.views.sums.view import at as sums_at  # 4 ms: the board stands without it

            return sums_at(self.store, "")[1]
        if row.key in pages.PARTS:
            return pages.part_page(self.found, row.key)
        from tui.views.issue.view import at  # 12 ms: it follows the board, and the board would stand later

        return at(self.store, row.key)[1]

    def enter(self, row: Row | None) -> Effect:
        """Open the issue or the part as a page."""
        if row is None:
            return None
        return Open(self.page(row, 0)) if row.running else Go(row.to)

    def list_width(self, cells: int) -> int:
        """Return more room for the board than for the page beside it."""
        return cells * 66 // 100 if cells >= HIGH_SCREEN.stop else cells * 62 // 100

    def cut_beside(self, cells: int) -> bool:
        """Tell that beside the dispute the board has no room for the parties."""
        del cells
        return True

    def list_height(self, lines: int) -> int:
        """Ask for all of the board, as far as it leaves the dispute its first lines."""
        return lines - BELOW


def _state(status: IssueStatus | None, *, bears: bool = True) -> Line:
    """Return the word of an issue's state: in brackets if it is of other texts than the living."""
    return (state_span(status, bears=bears),) if status else ()


_ABSENCE = {one.word: one.sign for one in BOARD}


def _cell(cell: BoardCell) -> Line:
    """Draw a cell: the gravest verdict and on how many lines, and the quantity; blank where the text is silent."""
    if cell.absence is not None:
        return line(Span(_ABSENCE.get(cell.absence, ""), "silent"))
    sign = Span(f"{VERDICT_SIGN[cell.verdict]}{cell.lines}", verdict_role(cell.verdict)) if cell.verdict else Span("")
    number = Span(cell.number or "", "number")
    if not cell.verdict and not cell.number:
        return line(Span(_ABSENCE["stated"], "dim"))
    return line(sign, " " if cell.verdict and cell.number else "", number)


def _drop(place: int, parties: int) -> int:
    """Return when the column of a text gives way: never the first, the second after the parties, the others before them."""
    return place if place < BESIDE_THE_TEXTS else place + parties
