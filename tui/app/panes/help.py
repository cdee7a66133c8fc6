"""Help for a place, made from the same table as the bindings and the footer. It can be filtered, and Enter runs the command."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.keys import KEYS, Key, offered, shown
from tui.app.panes.base import Column, Effect, Pane, Row, Run
from tui.pages.blocks import Block, Field, Heading, Page, Para, Span, line
from tui.store.read import Store

SIGNS = (
    ("= same, ~ changed, + new, - dropped, ! opposed", "how a point stands to the first plan's"),
    (". silent", "the whole text is public and says nothing"),
    ("? not public", "no text was released"),
    ("n not recorded", "it is public, this desk lacks it"),
    ("X crossed, s strained, = met, ? unclear", "how a point stands to a red line"),
    ("[said] [reported] [document] [judgement]", "own words as relayed; an outlet says; text of a plan; this desk's reading"),
    ("T A O W P X", "text agreed, aim agreed, open, one side's text, parked, withdrawn"),
)


class Help(Pane):
    """The keys that a place offers, by group."""

    id = "help"
    title = "help"
    states = False

    def __init__(self, store: Store, place: str, *, kiosk: bool = False) -> None:
        super().__init__(store)
        self.place = place
        self.kiosk = kiosk

    @property
    def columns(self) -> tuple[Column, ...]:
        """The keys, and what they do."""
        return (Column("", 20), Column("", least=20))

    def rows(self) -> Sequence[Row]:
        """One row a command; those of this place first."""
        out: list[Row] = []
        own = [key for key in KEYS if key.panes and offered(key, self.place, kiosk=self.kiosk)]
        groups: dict[str, list[Key]] = {"Here": own} if own else {}
        for key in KEYS:
            if not key.panes and offered(key, self.place, kiosk=self.kiosk):
                groups.setdefault(key.group, []).append(key)
        for group, keys in groups.items():
            out.append(Row((line(group),), heading=True))
            out.extend(Row(((Span(" ".join(map(shown, key.keys)), "strong"),), line(key.text)), key=key.name) for key in keys)
        return out

    def page(self, row: Row | None, cells: int) -> Page:
        """How to read the signs, and how to run a command from here."""
        del cells
        key = next((key for key in KEYS if row and key.name == row.key), None)
        head: list[Block] = [Heading(line(key.text), 1), Field("Keys", line(", ".join(map(shown, key.keys))))] if key else []
        return Page(
            "help",
            (
                *head,
                Para(line("Enter runs the command. / searches this list. q goes back.")),
                Heading(line("Signs"), 2),
                *(Field(signs, line(meaning)) for signs, meaning in SIGNS),
                Heading(line("Slow link?"), 2),
                Para(line("ssh -C compresses what is drawn. briefing --plain prints any place as text.")),
            ),
            "help",
        )

    def enter(self, row: Row | None) -> Effect:
        """Run the command in the place that help was asked for."""
        return Run(row.key) if row else None
