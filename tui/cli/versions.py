"""`briefing versions`: what is kept of a published briefing, what changed, and the way back."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.dates import in_words
from tui.errors import BadInput
from tui.store.read import Store
from tui.views.blocks import Columns, Heading, Page, Para, line
from tui.views.changes.page import page as changes_page
from tui.views.changes.question import changes

if TYPE_CHECKING:
    from tui.travel.arriving import Arrival
    from tui.travel.edition import StoreVersion


@click.command("versions")
@click.argument("old", required=False, type=click.IntRange(1))
@click.argument("new", required=False, type=click.IntRange(1))
@click.option("--use", metavar="N", help="Open version N here from now on, whatever comes; `newest` ends that.")
@asks
def command(asked: Asked, old: int | None, new: int | None, use: str | None) -> int:
    """Tell the versions of the briefing at the address of --briefing, or in a folder that a pull fills, the newest first.

    With OLD and NEW, what changed from the one to the other, as `diff` tells it; without NEW, to the newest. A desk goes back by
    `publish --back-to`.
    """
    arrival = asked.arrival()
    if arrival is None:
        raise BadInput("name a published briefing by --briefing: an address, or a folder that a pull fills")
    if said := arrival.told():
        output.remark(output.one_line(f"briefing: {said}"))
    if use is not None:
        _use(arrival, use)
    elif old is not None:
        _tell_changes(asked, arrival, old, new)
    else:
        asked.give(_data(arrival), lambda: _page(arrival))
    return 0


def _use(arrival: Arrival, which: str) -> None:
    from tui.travel.arriving import hold_on  # 57 ms: help and completions load every command
    from tui.travel.edition import in_short

    if which != "newest" and not which.isdecimal():
        raise BadInput(f"--use takes the number of a version, or newest, and not {which!r}")
    version = hold_on(arrival, None if which == "newest" else int(which))
    output.data(f"{in_short(version)} is opened here from now on\n")


def _tell_changes(asked: Asked, arrival: Arrival, old: int, new: int | None) -> None:
    numbers = (old, new or arrival.edition.now.version)
    if numbers[0] == numbers[1]:
        raise BadInput(f"version {old} is named twice; there is nothing to compare")
    with ExitStack() as opened:
        paths = [arrival.store_of(number) for number in numbers]
        before, after = (opened.enter_context(Store.open(path, asked.day(path))) for path in paths)
        found = changes(before, after)
        asked.give(found, lambda: changes_page(found))


def _data(arrival: Arrival) -> dict[str, object]:
    edition = arrival.edition
    rows = [{**asdict(one), "here": arrival.kept.has(one), "opened": one == arrival.shown} for one in edition.versions]
    return {"title": edition.title, "series": edition.series, "address": arrival.kept.known().address, "versions": rows}


def _page(arrival: Arrival) -> Page:
    from tui.travel.arriving import ago, moment  # 38 ms: only where this page is printed

    edition = arrival.edition
    heads = ("Version", "As of", "Published", "Size", "Handling", "Here")
    rows = tuple(tuple(line(cell) for cell in _cells(arrival, one)) for one in edition.versions)
    told = f"From {arrival.kept.known().address}. The desk published last {ago(moment(edition.now))}."
    note = arrival.note()
    blocks = (
        Heading(line(edition.title), 1),
        Para(line(told)),
        *((Para(line(f"{note[0].upper()}{note[1:]}.")),) if note else ()),
        Columns(tuple(line(head) for head in heads), rows, narrowest=6),
    )
    return Page(edition.title, blocks)


def _cells(arrival: Arrival, one: StoreVersion) -> tuple[str, ...]:
    from tui.travel.edition import size_in_words  # 4 ms: help and completions load every command

    here = "opened" if one == arrival.shown else "yes" if arrival.kept.has(one) else "there"
    day, _, minute = one.minute.rstrip("Z").partition("T")
    return (str(one.version), in_words(one.as_of), f"{in_words(day)} {minute} UTC", size_in_words(one.packed), one.handling, here)
