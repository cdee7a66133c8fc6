"""A number line: each value at its place from nought on, with whose it is. What is said to be about a value has no sharp end."""

from __future__ import annotations

from tui.frozen import frozen
from tui.views.quantities import amount
from tui.views.sums.question import Counted


@frozen
class ScaleMark:
    """A value on the line, with the names and the addresses of those whose it is; `about` where all of them say so."""

    value: float
    about: bool
    whose: tuple[tuple[str, str], ...]

    @property
    def told(self) -> str:
        """Return the value in words."""
        return f"{'about ' * self.about}{amount(self.value)}"


@frozen
class Scale:
    """The values of one unit, the smallest first."""

    unit: str
    marks: tuple[ScaleMark, ...]

    @property
    def most(self) -> float:
        """Return where the line ends."""
        return max(mark.value for mark in self.marks)

    def sentence(self) -> str:
        """Return which values are seen, in words; whose they are stands beside them and in the table below."""
        rough = "; without a sharp end, or hollow, what is about a value" if any(mark.about for mark in self.marks) else ""
        return f"{', '.join(mark.told for mark in self.marks)}{rough}; who says which stands below."


def scale(of: Counted, unit: str) -> Scale | None:
    """Return the number line of what is counted in one unit; None where a value lies below nought, for which it has no place."""
    held: dict[float, list[tuple[bool, str, str]]] = {}
    for one in of.on_line(unit):
        held.setdefault(one.record.value, []).append((one.record.about, f"{one.who}: {one.record.name}", one.address))
    if min(held) < 0 or max(held) <= 0:
        return None
    values = sorted(held.items())
    return Scale(
        unit,
        tuple(ScaleMark(value, all(about for about, _, _ in said), tuple((who, to) for _, who, to in said)) for value, said in values),
    )
