"""What became known of one record after a day: the record itself, or parts that came to it, each with its own day and its own source."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from tui.address import written
from tui.frozen import frozen
from tui.model import AXES, Date, Figure, Issue, Plan, Point, Provenance, Record, RedLine, RowStatus, Source, Touch, known_on
from tui.shapes import shapes
from tui.store.read import Store
from tui.views.marks import verdict_word
from tui.views.provenance import Attribution, attribution, told
from tui.views.statuses import told_status
from tui.views.titles import figure_amount, referred_to, title_of

# The sorts of news in the order in which they are told; kinds that are not named here come last.
GROUPS = MappingProxyType(
    {
        "point": "Points of plans",
        "position": "Statements",
        "issue": "Where issues stand",
        "guarantee": "Security guarantees",
        "red_line": "Red lines",
        "touch": "Verdicts on red lines",
        "plan": "What was said of plans",
        "event": "Events",
        "figure": "Figures",
        "judgement": "Judgements of this desk",
        "party": "Parties",
        "person": "People",
        "term": "Terms",
        "source": "Sources",
    }
)
_PART_NAMES = {
    "outcome": "what came of it",
    "accounts": "what was said of it",
    "reading": "another printing",
    "version": "one side's version",
}
_TEXTS = ("statement", "text", "ground", "why", "title", "role")


@frozen
class News:
    """One thing that became known `on` a day. `sort` is its key in GROUPS; `address` the record or point that has it."""

    sort: str
    on: Date
    title: str
    text: str
    address: str
    attribution: Attribution


def news(end: Store, record: Record, since: str) -> Iterator[News]:
    """Yield what of `record`, as the store `end` has it, became known after `since`; a new record is told whole, and so are its points."""
    yield from _news(end, record, (), "", since, None)


def _news(end: Store, of: Provenance, around: tuple[Provenance, ...], name: str, since: str, known: Date | None) -> Iterator[News]:
    """Yield the news of a part that stands in `around` (innermost first), in the field `name`; `known` is the day that became known."""
    own = known_on(of, *around[:1])
    day = own if own and (known is None or own.lower > known.lower) else known
    # What is told with that in which it stands, is not told again; a point is read on its own.
    if day and day.lower > since and not isinstance(of, Plan) and (day is not known or isinstance(of, Point) or not around):
        yield _one(end, of, around, name, day)
    cls: type = type(of)
    for field, shape in shapes(cls).items():
        if shape.table and issubclass(shape.table, Provenance) and (held := getattr(of, field)):
            for part in held if shape.many else (held,):
                yield from _news(end, part, (of, *around), field, since, day)


def _one(end: Store, of: Provenance, around: tuple[Provenance, ...], name: str, day: Date) -> News:
    record = around[-1] if around else of
    assert isinstance(record, Record)
    point = next((one for one in (of, *around) if isinstance(one, Point)), None)
    whole = told(end, of) if isinstance(of, Record) else attribution(end, of, *around)
    return News(
        sort="touch" if isinstance(of, Touch) else "point" if point else record.kind,
        on=day,
        title=_title(end, of, record, point, name),
        text=_text(of),
        address=written(record.kind, record.id, point.number if point else None),
        attribution=whole,
    )


def _title(end: Store, of: Provenance, record: Record, point: Point | None, name: str) -> str:
    if isinstance(of, Touch):
        line = end.get("red_line", of.red_line)
        touched = title_of(end, line) if isinstance(line, RedLine) else of.red_line
        return f"{referred_to(end, record, point.number if point else None)} and the line {touched}: {verdict_word(of)}"
    if isinstance(of, RowStatus) and isinstance(record, Issue):
        status = told_status(end, of, record)
        return f"{title_of(end, record)}: {status.full}" + (f", {status.by}" if status.by else "")
    title = referred_to(end, record, point.number) if point else title_of(end, record)
    if isinstance(of, Point):
        return f"{title}: {of.short}" if of.short else title
    if isinstance(of, Record):
        return title
    return f"{title}: {_PART_NAMES.get(name) or _axis(name) or name.replace('_', ' ')}"


def _axis(field: str) -> str | None:
    return next((axis.title.rstrip("?").lower() for axis in AXES if axis.field == field), None)


def _text(of: Provenance) -> str:
    """Return what it says; of a source, who published it."""
    if isinstance(of, Figure):
        return f"{figure_amount(of)}, {of.period}"
    if isinstance(of, Source):
        return of.publisher or ""
    return next((text for name in _TEXTS if isinstance(text := getattr(of, name, None), str)), "")
