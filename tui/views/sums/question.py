"""Every figure beside those that count the same: authored so by `counted`, or by `conflicts_with`."""

from __future__ import annotations

from collections.abc import Iterator

from tui.address import written
from tui.frozen import frozen
from tui.model import Figure
from tui.store.read import Store
from tui.views.data import Wraps
from tui.views.provenance import Attribution, attribution
from tui.views.titles import figure_amount


@frozen
class Stated(Wraps):
    """One figure with who says so; `against` are the names of those beside it that it conflicts with."""

    record: Figure
    amount: str
    against: tuple[str, ...]
    attribution: Attribution

    @property
    def address(self) -> str:
        """Return where the program shows the figure."""
        return written("figure", self.record.id)

    @property
    def who(self) -> str:
        """Return who says so in a word or two, as far as anybody is named."""
        return self.attribution.who or ", ".join(dict.fromkeys(one.name for one in self.attribution.cited)) or "nobody named"


@frozen
class Counted:
    """What is counted, and every figure of it in the file's order; `disputed` where some of them conflict."""

    what: str
    figures: tuple[Stated, ...]

    @property
    def disputed(self) -> bool:
        """Return whether sources differ."""
        return any(one.against for one in self.figures)

    @property
    def units(self) -> tuple[str, ...]:
        """Return the units in which at least two values differ: each of them has a number line."""
        units = dict.fromkeys(one.record.unit for one in self.figures)
        return tuple(unit for unit in units if len({one.record.value for one in self.on_line(unit)}) > 1)

    def on_line(self, unit: str) -> tuple[Stated, ...]:
        """Return the figures of a unit that are said to count the same; one that is tied to them by a conflict alone may count another."""
        return tuple(one for one in self.figures if one.record.counted and one.record.unit == unit)


@frozen
class Figures:
    """The figures by what they count: those on which sources differ, those that stand beside each other, and those that stand alone."""

    disputed: tuple[Counted, ...]
    beside: tuple[Counted, ...]
    alone: tuple[Counted, ...]

    def __iter__(self) -> Iterator[Counted]:
        return iter((*self.disputed, *self.beside, *self.alone))


def figures(store: Store) -> Figures:
    """Return all figures known as at the store's day. It is told of no value which of two is right."""
    held = [one for one in store.all("figure") if isinstance(one, Figure)]
    groups = [_counted(store, group) for group in _together(held)]
    return Figures(
        tuple(one for one in groups if one.disputed),
        tuple(one for one in groups if not one.disputed and len(one.figures) > 1),
        tuple(one for one in groups if len(one.figures) == 1),
    )


def _together(held: list[Figure]) -> list[list[Figure]]:
    """Return the figures in groups that share what they count or are tied by a conflict, in the order of their first."""
    by_id = {one.id: [one] for one in held}
    by_name: dict[str, str] = {}
    for one in held:
        ties = [other for other in one.conflicts_with if other in by_id]
        if one.counted:
            ties.append(by_name.setdefault(one.counted.casefold(), one.id))
        for other in ties:
            mine, theirs = by_id[one.id], by_id[other]
            if mine is not theirs:
                theirs += mine
                by_id.update(dict.fromkeys((each.id for each in mine), theirs))
    groups = {id(group): group for one in held for group in [by_id[one.id]]}
    place = {one.id: number for number, one in enumerate(held)}
    return [sorted(group, key=lambda one: place[one.id]) for group in groups.values()]


def _counted(store: Store, group: list[Figure]) -> Counted:
    what = next((one.counted for one in group if one.counted), None) or group[0].name
    return Counted(what, tuple(_stated(store, one, group) for one in group))


def _stated(store: Store, one: Figure, group: list[Figure]) -> Stated:
    against = tuple(other.name for other in group if other.id in one.conflicts_with or one.id in other.conflicts_with)
    return Stated(one, figure_amount(one), against, attribution(store, one))
