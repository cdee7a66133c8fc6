"""The security guarantees on their fixed axes: what is said, by whom, and what is left unsaid; option by option, and one across all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tui.address import point_named, written
from tui.errors import BadInput
from tui.frozen import frozen
from tui.model import AXES, Axis, Date, Figure, Guarantee, OnAxis, Plan, Position, known_from, name_of
from tui.names import or_nearest
from tui.store.read import Store
from tui.views.data import Wraps
from tui.views.provenance import Attribution, attribution
from tui.views.quantities import amount
from tui.views.record.question import Referrer, referrers
from tui.views.references import missing
from tui.views.stances import Stand, stands

State = Literal["said", "none", "unsaid"]


@frozen
class AxisCell:
    """What is said on one axis; `text` is None where nothing is said, and then nobody is named. `none`: it says that there is none."""

    axis: Axis
    text: str | None
    attribution: Attribution | None
    none: bool = False

    @property
    def state(self) -> State:
        """Return whether something is said, or that there is none, or nothing at all."""
        if self.text is None:
            return "unsaid"
        return "none" if self.none else "said"


@frozen
class StatusAt:
    """The state of a guarantee from a day on."""

    text: str
    since: Date | None
    attribution: Attribution


@frozen
class Carrier:
    """A plan point that carries a guarantee. `text` is None where its words are not on record."""

    plan: str
    plan_short: str
    number: str
    text: str | None

    @property
    def address(self) -> str:
        """Return the point's address; a clause leads to the point that holds it."""
        return written("plan", self.plan, self.number)


@frozen
class GuaranteeFigure:
    """A figure that belongs to a guarantee."""

    address: str
    name: str
    amount: str
    period: str
    attribution: Attribution


@frozen
class Option(Wraps):
    """One guarantee: an option on the table, or a precedent. `cells` follow AXES one for one."""

    JSON = "id name short precedent statement cells status stands open_questions carried_by figures note attribution referrers"

    record: Guarantee
    short: str
    cells: tuple[AxisCell, ...]
    status: tuple[StatusAt, ...]
    stands: tuple[Stand, ...]
    carried_by: tuple[Carrier, ...]
    figures: tuple[GuaranteeFigure, ...]
    attribution: Attribution
    referrers: tuple[Referrer, ...]

    @property
    def address(self) -> str:
        """Return where the program shows it."""
        return written("guarantee", self.record.id)

    @property
    def now(self) -> StatusAt | None:
        """Return the latest status."""
        return self.status[-1] if self.status else None

    @property
    def unsaid(self) -> tuple[Axis, ...]:
        """Return the axes on which nothing is said."""
        return self.axes("unsaid")

    def axes(self, state: State) -> tuple[Axis, ...]:
        """Return the axes in this state."""
        return tuple(cell.axis for cell in self.cells if cell.state == state)

    def on(self, axis: Axis) -> AxisCell:
        """Return its cell on an axis."""
        return self.cells[AXES.index(axis)]


@frozen
class OpenQuestion:
    """Something to ask about an option; `axis` is None for a question that the briefing itself has on record."""

    option: str
    option_name: str
    axis: str | None
    ask: str


def guarantees(store: Store, ids: Sequence[str] | None = None) -> tuple[Option, ...]:
    """Return the guarantees named, in that order; without names all, the options first and then the precedents."""
    if ids:
        if len(set(ids)) < len(ids):
            raise BadInput("A guarantee is named twice.")
        return tuple(_option(store, _record(store, id_)) for id_ in ids)
    records = [record for record in store.all("guarantee") if isinstance(record, Guarantee)]
    return tuple(_option(store, record) for record in sorted(records, key=lambda record: record.precedent))


def questions(options: Sequence[Option]) -> tuple[OpenQuestion, ...]:
    """Return what to ask in the room: the open questions on record, and one question for every axis on which an option says nothing."""
    out: list[OpenQuestion] = []
    for option in options:
        out.extend(OpenQuestion(option.record.id, option.record.name, None, ask) for ask in option.record.open_questions)
        if not option.record.precedent:
            out.extend(OpenQuestion(option.record.id, option.record.name, axis.title, axis.ask) for axis in option.unsaid)
    return tuple(out)


def _record(store: Store, id_: str) -> Guarantee:
    record = store.get("guarantee", id_)
    if not isinstance(record, Guarantee):
        raise missing(store, "guarantee", id_)
    return record


def _option(store: Store, record: Guarantee) -> Option:
    said = [one for one in store.all("position") if isinstance(one, Position) and one.guarantee == record.id]
    status = sorted(record.status, key=lambda cell: known_from(cell) or "")
    return Option(
        record=record,
        short=name_of(record),
        cells=tuple(_cell(store, record, axis) for axis in AXES),
        status=tuple(StatusAt(cell.text, cell.known_from or cell.said_on, attribution(store, cell, record)) for cell in status),
        stands=stands(store, said),
        carried_by=tuple(one for ref in record.carried_by if (one := _carrier(store, ref))),
        figures=tuple(_sum(store, one) for one in store.all("figure") if isinstance(one, Figure) and one.guarantee == record.id),
        attribution=attribution(store, record),
        referrers=referrers(store, "guarantee", record.id),
    )


def _cell(store: Store, record: Guarantee, axis: Axis) -> AxisCell:
    cell = getattr(record, axis.field)
    if not isinstance(cell, OnAxis):
        return AxisCell(axis, None, None)
    return AxisCell(axis, cell.text, attribution(store, cell, record), cell.none)


def _carrier(store: Store, ref: str) -> Carrier | None:
    """Return the point or the clause that a reference means, None where it was not known yet."""
    plan_id, number = point_named(ref)
    plan, held = store.get("plan", plan_id), store.holder(plan_id, number)
    if not isinstance(plan, Plan) or held is None:
        return None
    point, clause = held
    return Carrier(plan_id, plan.short, number, clause.text if clause else point.text)


def _sum(store: Store, figure: Figure) -> GuaranteeFigure:
    about = "about " if figure.about else ""
    return GuaranteeFigure(
        written("figure", figure.id), figure.name, f"{about}{amount(figure.value)} {figure.unit}", figure.period, attribution(store, figure)
    )


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
    told = [
        OnOption(place, option.record.id, option.short, option.record.precedent, option.on(axis)) for place, option in enumerate(options, 1)
    ]

    def those(state: State) -> tuple[OnOption, ...]:
        return tuple(one for one in told if one.cell.state == state)

    return AxisAnswer(axis, those("said"), those("none"), those("unsaid"))
