"""What the program shows of a briefing, as text. No other module of the golden texts imports the program."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from commanded import one_opened
from herring import ALL
from invented import PROVENANCE, store_of
from reading_back import read_back

from tui.app.look import Look
from tui.app.widgets.row_list import column_widths, fit
from tui.cli.ending import run
from tui.cli.new import write_new
from tui.cli.words import COMMANDS
from tui.compile.build import build
from tui.errors import BriefingError
from tui.keys import KEYS, offered
from tui.locate import MANIFEST
from tui.model import KINDS, Plan, Source
from tui.render.formats import FORMATS, PARTS, export, parts_of
from tui.render.plain import plain
from tui.store.read import Store
from tui.terminal import probe
from tui.views import TABS
from tui.views.blocks import Columns, Line, Page, Span, words
from tui.views.bylines import said_page
from tui.views.cells import line_width
from tui.views.pane import GUTTER, Anew, Choose, Go, Jump, Open, Pane, Row, Say
from tui.views.search.pane import Finder
from tui.views.search.question import search
from tui.views.subject import page_at, pane_at

__all__ = ["COMMANDS", "FORMATS", "KINDS", "PARTS", "TABS", "Store", "one_opened", "parts_of"]

ENVIRONMENT = {"LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "1936000000"}
DIGESTS = {"briefing.toml": "aa", "data/all.toml": "bb"}
VIEWS_BY_NAME = ("red-lines/grid", "guarantees/grid", "guarantees/glance")  # to which no link leads
LOOK = Look(colour=False)
MOST_STATES = 40  # of one pane; a pane that has more of them gets stuck in circles that we do not see


@contextlib.contextmanager
def fixed() -> Iterator[None]:
    """The same surroundings for whoever makes the texts: locale and minute."""
    surroundings = mock.patch.object(probe, "original_environment", return_value=dict(ENVIRONMENT))
    with mock.patch.dict(os.environ, ENVIRONMENT), surroundings:
        yield


def template(folder: Path) -> Path:
    """Build the store of the briefing that `briefing new` writes."""
    write_new(folder, None)
    return build(folder / MANIFEST, folder / ".briefing" / "store.db").path


@contextlib.contextmanager
def hostile(folder: Path) -> Iterator[Store]:
    """Open the store of a briefing with everything in it that can go wrong in a document, and an event."""
    event = '[[event]]\nid = "round"\ndate = "2031-05-03"\ntitle = "A round"\n' + PROVENANCE
    with store_of(folder, *ALL, event) as store:
        yield store


def days(store: Store) -> list[str]:
    """Return the days on which a source of the briefing came out, the first of them first."""
    dates = {one.date.text for one in store.all("source") if isinstance(one, Source) and one.date}
    return sorted(day for day in dates if len(day) == len("2031-03-10"))


# --- addresses ---


def addresses(store: Store) -> dict[str, Page]:
    """Return the page of every address: subjects, records, points, clauses, and whatever rows, pages and links of these lead to."""
    found: dict[str, Page] = {}
    left = [*reversed(list(_seeds(store)))]
    while left:
        address = left.pop()
        if address in found:
            continue
        found[address] = page = page_at(store, address)[1]
        left += [to for to in (page.address, *(span.to for span in _spans(page))) if to and to not in ("search", "palette")]
    return dict(sorted(found.items()))


def _seeds(store: Store) -> Iterator[str]:
    yield from TABS
    yield from VIEWS_BY_NAME
    for kind in KINDS:
        for ident in store.ids(kind):
            yield f"{kind}/{ident}"
    for plan in store.all("plan"):
        assert isinstance(plan, Plan)
        for point in plan.point:
            yield f"plan/{plan.id}/{point.number}"
            yield from (f"plan/{plan.id}/{point.number}{clause.letter}" for clause in point.clause)
    for ident in TABS:
        for state in states(store, ident):
            for row in state.choosable:
                yield state.pane.address(row)
                yield from (to for to in (row.to, state.pane.aim(row)) if to)
                yield state.pane.page(row, 80).address
    since, *more = days(store)
    yield f"later/{since}"
    yield from (f"later/{since}/{day}" for day in more)
    yield from (f"changes/{since}/{day}" for day in more)


def _spans(page: Page) -> Iterator[Span]:
    for block in page.blocks:
        for line in _cells(block) if isinstance(block, Columns) else _lines(block):
            yield from line


def _cells(block: Columns) -> tuple[Line, ...]:
    return (*block.heads, block.key, *(cell for row in block.rows for cell in row))


def _lines(block: object) -> tuple[Line, ...]:
    line: Line | None = getattr(block, "line", None)
    return (line,) if line else ()


def text_of(page: Page) -> str:
    """Return a page as the command line prints it."""
    return plain(page)


def who_says(page: Page, address: str) -> str:
    """Return who says what stands on a page; empty where nothing is stated."""
    said = page.says() if page.says else ()
    return plain(said_page(page.title, said, address)) if said else ""


def earlier(store: Path, day: str) -> dict[str, str]:
    """Return the text of every tab as at an earlier day, or the sentence that says why there is none."""
    out = {}
    with Store.open(store, day) as then:
        for ident in TABS:
            try:
                out[f"{ident} as at {day}"] = plain(page_at(then, ident)[1])
            except BriefingError as error:
                out[f"{ident} as at {day}"] = f"{error}\n"
    return out


# --- panes ---


@dataclass
class State:
    """A pane as some keys have left it; `how` names their commands."""

    how: tuple[str, ...]
    pane: Pane

    @property
    def choosable(self) -> tuple[Row, ...]:
        """The rows that are no headings."""
        return tuple(row for row in self.pane.rows() if not row.heading)

    @property
    def first(self) -> Row | None:
        """The row at which a reader is."""
        rows = self.choosable
        key = self.pane.begins_at()
        return next((row for row in rows if row.key == key), rows[0] if rows else None)

    def listed(self, cells: int) -> str:
        """Return the list as the screen draws it at a width: tab line, what stands above the list, titles, rows."""
        pane = self.pane
        pane.room = cells
        lines = [f"{pane.title}: {pane.subtitle()}"] if pane.subtitle() else []
        lines += [f"  {words(line)}" for line in pane.lead(cells)]
        widths = column_widths(pane.columns, cells - GUTTER)
        if any(column.title for column in pane.columns):
            lines.append("  " + _drawn(tuple((Span(column.title),) for column in pane.columns), widths))
        for row in pane.rows():
            if row.heading:
                lines.append("  " + _drawn(row.cells[:1], [cells - GUTTER]))
            else:
                lines.append("> " + _drawn(row.cells, [widths[0], cells - GUTTER - widths[0] - 1] if row.running else widths))
        return "".join(f"{line.rstrip()}\n" for line in lines)

    def beside(self, row: Row | None, cells: int) -> str:
        """Return the page beside the list."""
        self.pane.room = cells
        return plain(self.pane.page(row, cells), cells)

    def answers(self, row: Row | None) -> Iterator[tuple[str, str]]:
        """Yield what Enter and every command of the pane answer at a row."""
        yield from _told("enter", self.pane.enter(row))
        for name in _commands(self.pane.id):
            yield from _told(name, copy(self.pane).act(name, row))


def _drawn(cells: Sequence[Line], widths: Sequence[int]) -> str:
    parts = [(fit(cells[place] if place < len(cells) else (), size, LOOK), size) for place, size in enumerate(widths) if size > 0]
    return " ".join(words(line) + " " * (size - line_width(line)) for line, size in parts)


def _told(name: str, effect: object) -> Iterator[tuple[str, str]]:
    if isinstance(effect, Open):
        yield name, plain(effect.page)
    elif isinstance(effect, Say):
        yield name, f"{effect.text}\n"
    elif isinstance(effect, Go):
        yield name, f"goes to {effect.address}\n"
    elif isinstance(effect, Jump):
        yield name, f"looks at the rows {', '.join(effect.keys)}; none: {effect.none}\n"
    elif isinstance(effect, Choose):
        yield name, "".join([f"{effect.title}\n", *(f"[{'x' if one.chosen else ' '}] {one.label}\n" for one in effect.choices)])


def _commands(ident: str) -> list[str]:
    """Name the commands that a pane may answer: all that its keys offer."""
    return [key.name for key in KEYS if offered(key, ident)]


def states(store: Store, ident: str) -> list[State]:
    """Return every state of a pane that shows other words, each with the fewest commands that lead there."""
    found: dict[str, State] = {}
    left = [State((), TABS[ident].load().pane(store, ""))]
    for state in left:
        if found.setdefault(state.listed(80) + state.beside(state.first, 80), state) is not state:
            continue
        assert len(found) <= MOST_STATES, ident
        for name in _commands(ident):
            pane = copy(state.pane)
            if isinstance(pane.act(name, state.first), Anew):
                left.append(State((*state.how, name), pane))
    return list(found.values())


def later_pane(store: Store, day: str) -> State:
    """Return the pane of what became known after a day."""
    return State((), pane_at(store, f"later/{day}"))


def changes_pane(store: Store, before: str, after: str) -> State:
    """Return the pane of what changed between two days."""
    return State((), pane_at(store, f"changes/{before}/{after}"))


def found_pane(store: Store, typed: str) -> State:
    """Return the pane of a search."""
    pane = Finder(store)
    pane.text, pane.found = typed, search(store, typed)
    return State((), pane)


# --- exports and commands ---


def exported(store: Store) -> Iterator[tuple[str, str, str]]:
    """Yield format, part and text of every export."""
    for name in FORMATS:
        for what in parts_of(name):
            yield name, what, read_back(export(store, DIGESTS, name, what))


def said(briefing: Path, *asked: str) -> str:
    """Return what a command prints on both streams, and its exit code where that is not 0."""
    held = (io.BytesIO(), io.BytesIO())
    out, err = (io.TextIOWrapper(one, encoding="utf-8", newline="", write_through=True) for one in held)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(["--briefing", str(briefing), *asked])
    return "".join(one.getvalue().decode() for one in held) + (f"(exit code {code})\n" if code else "")


def ids(store: Store) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of every kind."""
    return {kind: tuple(store.ids(kind)) for kind in KINDS}
