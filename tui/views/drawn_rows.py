"""Rows of a long list that are drawn one by one, when somebody first looks at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from tui.views.pane import Row


class LazyRows(Sequence[Row]):
    """What stands at each place of a list, as `what` has it; `draw` makes the row of a place, once."""

    def __init__(self, what: Sequence[int], draw: Callable[[int], Row]) -> None:
        self.what = what
        self._draw = draw
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self.what)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[place] for place in range(len(self.what))[index]]
        place = range(len(self.what))[index]
        if place not in self._made:
            self._made[place] = self._draw(place)
        return self._made[place]
