"""`briefing list`: the records of a kind, a line each."""

from __future__ import annotations

from collections.abc import Sequence

import click

from tui.address import written
from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import TakesWords, asks, kind_named
from tui.dates import in_words
from tui.model import (
    Event,
    Figure,
    Guarantee,
    Issue,
    Judgement,
    Party,
    Person,
    Plan,
    Point,
    Position,
    Record,
    RedLine,
    Source,
    Term,
    name_of,
)
from tui.render.ascii import in_ascii
from tui.store.read import Store
from tui.views.bylines import MODE
from tui.views.data import as_data, json_text
from tui.views.plans import plan_at_hand
from tui.views.provenance import attribution, titled
from tui.views.statuses import status_of
from tui.widths import width

EVERY = 1 << 31  # hits: none is left out
POINT = "point"
_POINTS = (POINT, "points")
STATEMENT = 70  # characters of a statement that a line shows; `show` has it whole


@click.command("list", cls=TakesWords)
@click.argument("kind")
@click.argument("words", nargs=-1)
@asks
def command(asked: Asked, kind: str, words: tuple[str, ...]) -> int:
    """List the records of a kind, a line each: id, who or what, how it is known, and how it begins.

    How it is known: [said] by the speaker, [reported] by an outlet, from a [document], or a [judgement] of the desk. Kinds may be written
    red_line, red-lines or red_lines; the points of all plans are a kind too. Words and filters keep what holds them, as `search` takes
    them: `briefing list figure party:ukraine after:2025-12-01`.
    """
    name = POINT if kind.lower() in _POINTS else kind_named(kind)
    with asked.store() as store:
        kept = _kept(store, name, " ".join(words)) if words else None
        if name == POINT:
            return _points(asked, store, kept)
        records = [record for record in store.all(name) if kept is None or (record.id, None) in kept]
        if asked.json:
            output.data(json_text(records))
            return 0
        rows = [_columns(store, record) for record in records]
    return _told(asked, rows)


def _told(asked: Asked, rows: Sequence[Sequence[str]]) -> int:
    output.data(_aligned([[in_ascii(cell) for cell in row] for row in rows] if asked.in_ascii() else rows) if rows else "")
    return 0


def _kept(store: Store, kind: str, words: str) -> frozenset[tuple[str, str | None]]:
    """Return id and number of what holds all that is asked for."""
    return frozenset((hit.id, hit.number) for hit in store.search(f"kind:{kind} {words}", EVERY, EVERY).hits if not hit.partial)


def _points(asked: Asked, store: Store, kept: frozenset[tuple[str, str | None]] | None) -> int:
    """List the points of all plans."""
    plans = [plan for plan in store.all(Plan.kind) if isinstance(plan, Plan)]
    held = [(plan, point) for plan in plans for point in plan.point if kept is None or (plan.id, point.number) in kept]
    if asked.json:
        data = [{"kind": POINT, "id": written(plan.id, point.number), **as_data(point)} for plan, point in held]
        output.data(json_text(data))
        return 0
    return _told(asked, [_point_columns(store, plan, point) for plan, point in held])


def _point_columns(store: Store, plan: Plan, point: Point) -> tuple[str, str, str, str]:
    attributed = attribution(store, point, plan)
    said = _cut(": ".join(filter(None, (point.short, point.text or point.absent or point.relation))))
    return (written(plan.id, point.number), ", ".join(point.issues) or "-", MODE[attributed.mode].sign if attributed.mode else "-", said)


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as lines, every column but the last as wide as its widest cell."""
    widths = [max(map(width, column)) for column in list(zip(*rows, strict=True))[:-1]]
    lines = ("  ".join([*(cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=False)), row[-1]]) for row in rows)
    return "".join(line.rstrip() + "\n" for line in lines)


def _columns(store: Store, record: Record) -> tuple[str, str, str, str]:
    """Return id, what it belongs to, how it is said, and its words."""
    return (record.id, _belongs(store, record), MODE[record.mode].sign if record.mode else "-", _cut(_words(record)))


def _cut(words: str) -> str:
    words = words.replace("\n", " ")
    return words if len(words) <= STATEMENT else words[: STATEMENT - 3].rstrip() + "..."


def _words(record: Record) -> str:
    """Return what a record says; of a figure and a person, what it is called, since its amount or its party stands beside it."""
    if isinstance(record, Term):
        return f"{record.name}: {record.text}"
    if isinstance(record, Figure):
        return record.name
    if isinstance(record, Source):
        return titled(record)
    return str(getattr(record, "statement", None) or name_of(record))


def _belongs(store: Store, record: Record) -> str:
    if isinstance(record, RedLine):
        return f"{record.party} / {record.issue}"
    if isinstance(record, Position):
        return f"{record.party} / {record.issue or record.plan or record.guarantee or record.point}"
    if isinstance(record, Event):
        return in_words(record.date)
    if isinstance(record, Figure):
        return f"{record.value:,} {record.unit}, {record.period}"
    if isinstance(record, Plan):
        points = f"{len(record.point)} point{'s' * (len(record.point) != 1)}" if record.point else ""
        day = in_words(record.made_public) if record.made_public and record.text != "none" else ""
        return "; ".join(part for part in (day, points, plan_at_hand(record)) if part)
    if isinstance(record, Source):
        return f"{record.publisher or '-'}, {in_words(record.date) if record.date else 'no date'}"
    if isinstance(record, Issue):
        status = status_of(store, record)
        return ", ".join(part for part in (status.full, status.account) if part) if status else "no status"
    if isinstance(record, Guarantee):
        return name_of(record)
    if isinstance(record, Party):
        return record.type
    if isinstance(record, Person):
        return record.party or "-"
    return in_words(record.date) if isinstance(record, Judgement) else "-"
