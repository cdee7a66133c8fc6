"""The quantities of a row on one line for each unit: `600,000 -- US 28 · 800,000 -- E3`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.frozen import frozen

if TYPE_CHECKING:
    from tui.views.compare.row_cells import RowCell


@frozen
class Quantity:
    """One value and the columns that have it, with what each says it counts."""

    value: int | float
    columns: tuple[str, ...]
    what: tuple[str, ...]


@frozen
class NumberLine:
    """All values of one unit on a row, smallest first."""

    unit: str
    quantities: tuple[Quantity, ...]


def number_lines(cells: Sequence[RowCell]) -> tuple[NumberLine, ...]:
    """Return the number lines of a row, units in the order in which they first appear."""
    units: dict[str, dict[int | float, list[tuple[str, str]]]] = {}
    for cell in cells:
        for passage in cell.passages:
            for number in passage.record.numbers:
                units.setdefault(number.unit, {}).setdefault(number.value, []).append((cell.column.short, number.what))
    return tuple(
        NumberLine(
            unit,
            tuple(
                Quantity(value, tuple(dict.fromkeys(name for name, _ in said)), tuple(dict.fromkeys(what for _, what in said)))
                for value, said in sorted(values.items())
            ),
        )
        for unit, values in units.items()
    )


def amount(value: float) -> str:
    """Return a number as people write it: thousands parted by commas; from a million on in millions or billions where that is exact."""
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if abs(value) >= size and value * 1000 % size == 0:
            return f"{value / size:,.3f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{value:,}" if isinstance(value, int) or value != int(value) else f"{int(value):,}"
