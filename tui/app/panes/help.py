"""Help for a place, made from the same table as the bindings and the footer. It can be filtered, and Enter runs the command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from tui.keys import KEYS, Key, find, offered, shown
from tui.store.read import Store
from tui.views.blocks import Block, Field, Heading, Page, Para, Span, line
from tui.views.compare.rows import KINDS_OF_ROW
from tui.views.pane import Column, Effect, Pane, Row, Run
from tui.views.signs import SIGNS, SignTable

WHOLE = 78  # cells that hold the longest row


class Help(Pane):
    """The keys that a place offers, by group; `here` names those that do something there now, the most important first."""

    id = "help"
    title = "help"
    states = False
    passing = True
    hints: ClassVar[Mapping[str, str]] = {"enter": "run it"}

    def __init__(self, store: Store, place: str, here: Sequence[str], *, kiosk: bool = False) -> None:
        super().__init__(store)
        self.place = place
        self.here = here
        self.kiosk = kiosk

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the keys, and what they do."""
        return (Column("", 13, narrow=5), Column("", least=20))

    def list_width(self, cells: int) -> int:
        """Return room for all of every command, where there is so much."""
        return WHOLE if cells >= WHOLE + 32 else super().list_width(cells)

    def rows(self) -> Sequence[Row]:
        """Return one row a command; what can be done here first."""
        out: list[Row] = []
        groups: dict[str, list[Key]] = {"Here": [find(name) for name in self.here]}
        for key in KEYS:
            if key.name not in self.here and offered(key, self.place, kiosk=self.kiosk):
                groups.setdefault(key.group, []).append(key)
        for group, keys in groups.items():
            out.append(Row((line(group),), heading=True))
            out.extend(Row(((Span(" ".join(map(shown, key.keys)), "strong"),), line(key.text)), key=key.name) for key in keys)
        return out

    def page(self, row: Row | None, cells: int) -> Page:
        """Return how to read the signs, and how to run a command from here."""
        del cells
        key = next((key for key in KEYS if row and key.name == row.key), None)
        head: list[Block] = [Heading(line(key.text), 1), Field("Keys", line(", ".join(map(shown, key.keys))))] if key else []
        return Page(
            "help",
            (
                *head,
                Para(line("Enter runs the command. / searches this list. q goes back.")),
                Para(line("On a slow link ssh -C compresses what is drawn; briefing --plain prints any place as text.")),
                *signs(self.place),
            ),
            "help",
        )

    def enter(self, row: Row | None) -> Effect:
        """Run the command in the place that help was asked for."""
        return Run(row.key) if row else None


def signs(place: str) -> list[Block]:
    """Return all signs with their meanings, those of `place` first; a sign that stands behind another there is told so."""
    blocks: list[Block] = []
    for table in sorted(SIGNS, key=lambda table: place not in table.views):
        blocks.append(Heading(line(table.title), 2))
        blocks.extend(Para(line(_behind(view, sign))) for view, sign in table.behind.items())
        blocks.extend(Field(one.sign if one.sign.endswith("]") else f"{one.sign} {one.word}", line(one.means)) for one in table.signs)
        if table is _ROWS:
            blocks.append(Heading(line("Compare: rows"), 2))
            blocks.extend(Field(word, line(means)) for word, means in KINDS_OF_ROW)
    return blocks


def _behind(view: str, sign: str) -> str:
    return f"In {view.replace('-', ' ').capitalize()} these stand behind {sign}."


_ROWS: SignTable = SIGNS[0]  # the signs of Compare's rows
