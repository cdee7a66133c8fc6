"""`briefing list`: the records of a kind, a line each."""

from __future__ import annotations

from collections.abc import Sequence

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.cli.kinds import kind_named
from tui.dates import in_words
from tui.model import Event, Figure, Guarantee, Issue, Judgement, Party, Person, Plan, Position, Record, RedLine, Source, Term, name_of
from tui.render.ascii import in_ascii
from tui.store.read import Store
from tui.views.bylines import MODE
from tui.views.data import json_text
from tui.views.provenance import titled
from tui.views.publication import plan_at_hand
from tui.widths import width

STATEMENT = 70  # characters of a statement that a line shows; `show` has it whole


@click.command("list")
@click.argument("kind")
@asks
def command(asked: Asked, kind: str) -> int:
    """List the records of a kind, a line each: id, who or what, how it is known, and how it begins.

    How it is known: [said] by the speaker, [reported] by an outlet, from a [document], or a [judgement] of the desk. Kinds may be written
    red_line, red-lines or red_lines.
    """
    name = kind_named(kind)
    with asked.store() as store:
        records = store.all(name)
        if asked.json:
            output.data(json_text(records))
            return 0
        rows = [_columns(store, record) for record in records]
    output.data(_aligned([[in_ascii(cell) for cell in row] for row in rows] if asked.in_ascii() else rows))
    return 0


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as lines, every column but the last as wide as its widest cell."""
    widths = [max(map(width, column)) for column in list(zip(*rows, strict=True))[:-1]]
    lines = ("  ".join([*(cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=False)), row[-1]]) for row in rows)
    return "".join(line.rstrip() + "\n" for line in lines)


def _columns(store: Store, record: Record) -> tuple[str, str, str, str]:
    """Return id, what it belongs to, how it is said, and its words."""
    words = _words(record).replace("\n", " ")
    words = words if len(words) <= STATEMENT else words[: STATEMENT - 3].rstrip() + "..."
    return (record.id, _belongs(store, record), MODE[record.mode].sign if record.mode else "-", words)


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
        from tui.views.statuses import status_of

        status = status_of(store, record)
        return ", ".join(part for part in (status.full, status.account) if part) if status else "no status"
    if isinstance(record, Guarantee):
        return name_of(record)
    if isinstance(record, Party):
        return record.type
    if isinstance(record, Person):
        return record.party or "-"
    return in_words(record.date) if isinstance(record, Judgement) else "-"
