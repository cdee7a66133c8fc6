"""A choice of several things in an order: Enter marks and unmarks, going back takes the choice."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.panes.base import Anew, Choose, Column, Effect, Pane, Row, Say
from tui.pages.blocks import Field, Heading, Page, Para, Span, line
from tui.store.read import Store


class Chooser(Pane):
    """The things to choose from; `order` holds the values chosen, in the order in which they were."""

    id = "choose"
    title = "choose"
    states = False

    def __init__(self, store: Store, ask: Choose) -> None:
        super().__init__(store)
        self.ask = ask
        self.before = [choice.value for choice in ask.choices if choice.chosen]
        self.order = list(self.before)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The place in the order, and the thing."""
        return (Column("", 3), Column(self.ask.title))

    def rows(self) -> Sequence[Row]:
        """One row a thing; the number is its place in the choice."""
        out: list[Row] = []
        for choice in self.ask.choices:
            place = f"[{self.order.index(choice.value) + 1}]" if choice.value in self.order else "[ ]"
            out.append(Row(((Span(place, "strong"),), line(choice.label)), key=choice.value))
        return out

    def page(self, row: Row | None, cells: int) -> Page:
        """What is chosen so far."""
        del row, cells
        labels = {choice.value: choice.label for choice in self.ask.choices}
        chosen = [Field(str(place), line(labels[value])) for place, value in enumerate(self.order, 1)]
        how = f"Enter marks or unmarks, in the order wanted; {self.ask.least} to {self.ask.most}. q takes the choice."
        return Page(self.ask.title, (Heading(line(self.ask.title), 1), Para(line(how)), *chosen))

    def enter(self, row: Row | None) -> Effect:
        """Mark or unmark."""
        if row is None:
            return None
        if row.key in self.order:
            self.order.remove(row.key)
        elif len(self.order) >= self.ask.most:
            return Say(f"At most {self.ask.most}: unmark one first.")
        else:
            self.order.append(row.key)
        return Anew(row.key)

    def leave(self) -> Effect:
        """Take the choice, unless too few are marked."""
        if len(self.order) < self.ask.least:
            return Say(f"Nothing changed: at least {self.ask.least} must be marked.")
        return self.ask.then(tuple(self.order)) if self.order != self.before else None
