"""One axis across all guarantees: which options say something on it, which say that there is none, and which leave it unsaid."""

from __future__ import annotations

from collections.abc import Sequence

from tui.address import written
from tui.errors import BadInput
from tui.frozen import frozen
from tui.model import AXES, Axis
from tui.names import or_nearest
from tui.views.guarantees.options import AxisCell, Option, State

AXIS = "axis"  # leads the address of an axis, behind that of the guarantees


@frozen
class OnOption:
    """What one option says on the axis. `number` is its place among the options asked about, from 1."""

    number: int
    id: str
    name: str
    precedent: bool
    cell: AxisCell

    @property
    def address(self) -> str:
        """Return where the program shows the option."""
        return written("guarantee", self.id)


@frozen
class AxisAnswer:
    """The options by what they say on an axis."""

    axis: Axis
    said: tuple[OnOption, ...]
    none: tuple[OnOption, ...]
    unsaid: tuple[OnOption, ...]


def axis_of(name: str) -> Axis:
    """Return the axis of this name: its key in the source files, or its title. Raise BadInput with the nearest."""
    wanted = name.strip().casefold().replace("-", "_").replace(" ", "_")
    for axis in AXES:
        if wanted in (axis.field, axis.title.casefold().strip("?").replace(" ", "_")):
            return axis
    fields = [axis.field for axis in AXES]
    raise BadInput(f"no axis is called {name!r}{or_nearest(wanted, fields)}; the axes are {', '.join(fields)}")


def on_axis(options: Sequence[Option], axis: Axis) -> AxisAnswer:
    """Return the answer for these options, in their order."""
    told = [OnOption(place, option.id, option.short, option.precedent, option.on(axis)) for place, option in enumerate(options, 1)]

    def those(state: State) -> tuple[OnOption, ...]:
        return tuple(one for one in told if one.cell.state == state)

    return AxisAnswer(axis, those("said"), those("none"), those("unsaid"))
