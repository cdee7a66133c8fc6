"""A choice of several things in an order: Space marks and unmarks, Enter takes the choice, Escape and q leave things as they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from tui.store.read import Store
from tui.views.blocks import Field, Heading, Page, Para, Span, line
from tui.views.pane import Anew, Back, Choose, Column, Effect, Pane, Row, Say


class Chooser(Pane):
    """The things to choose from; `order` holds the values chosen, in the order in which they were."""

    id = "choose"
    title = "choose"
    states = False
    passing = True
    hints: ClassVar[Mapping[str, str]] = {"mark": "mark", "enter": "take it", "back": "give up", "out": "give up"}

    def __init__(self, store: Store, ask: Choose) -> None:
        super().__init__(store)
        self.ask = ask
        self.before = tuple(choice.value for choice in ask.choices if choice.chosen)
        self.order = self.before

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the place in the order, and the thing."""
        return (Column("", len(f"[{len(self.ask.choices)}]")), Column(self.ask.title))

    def rows(self) -> Sequence[Row]:
        """Return one row a thing; the number is its place in the choice."""
        out: list[Row] = []
        for choice in self.ask.choices:
            place = f"[{self.order.index(choice.value) + 1}]" if choice.value in self.order else "[ ]"
            out.append(Row(((Span(place, "strong"),), line(choice.label)), key=choice.value))
        return out

    def page(self, row: Row | None, cells: int) -> Page:
        """Return what is chosen so far."""
        del row, cells
        labels = {choice.value: choice.label for choice in self.ask.choices}
        chosen = [Field(str(place), line(labels[value])) for place, value in enumerate(self.order, 1)]
        how = f"Space marks or unmarks, {self.ask.least} to {self.ask.most}, in the order wanted. Enter takes the choice, Esc gives it up."
        return Page(self.ask.title, (Heading(line(self.ask.title), 1), Para(line(how)), *chosen))

    def mark(self, row: Row | None) -> Effect:
        """Mark or unmark."""
        if row is None:
            return Say("There is nothing to mark here.")
        if row.key in self.order:
            self.order = tuple(value for value in self.order if value != row.key)
        elif len(self.order) >= self.ask.most:
            return Say(f"At most {self.ask.most}: unmark one first.")
        else:
            self.order = (*self.order, row.key)
        return Anew(row.key)

    def enter(self, row: Row | None) -> Effect:
        """Take the choice, with the row under the cursor where too few are marked; unless that is too few as well."""
        if len(self.order) < self.ask.least and row and row.key not in self.order:
            self.order = (*self.order, row.key)
        if len(self.order) < self.ask.least:
            return Say(f"At least {self.ask.least} must be marked; Space marks, Esc leaves it as it was.")
        return Back(self.ask.then(self.order) if self.order != self.before else None)

    def leave(self) -> Effect:
        """Give up the choice, and say what is lost by it."""
        if self.order == self.before:
            return None
        labels = {choice.value: choice.label.split("  ")[0] for choice in self.ask.choices}
        marked = ", ".join(labels[value] for value in self.order) or "nothing"
        return Say(f"Given up: {marked}. It is as it was; Enter would have taken it.")
