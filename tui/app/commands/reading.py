"""Who says so, and taking it along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.registry import command

if TYPE_CHECKING:
    from tui.app.desk import Desk


@command
def provenance(desk: Desk) -> None:
    """Who says what is shown here."""
    from tui.app.panes.said import explain

    target = desk.sheet.target if desk.in_sheet else None
    desk.take(explain(desk.store, desk.place, target))


@command
def copy(desk: Desk) -> None:
    """The thing with its citation, to the reader's own clipboard."""
    from tui.app.panes.said import citation

    _copy(desk, citation(desk.store, desk.place, desk.app.size.width))


@command
def copy_address(desk: Desk) -> None:
    """Where this is, as `briefing open` takes it."""
    _copy(desk, desk.place.address)


def _copy(desk: Desk, text: str) -> None:
    from tui.app.briefing_app import BriefingApp

    if isinstance(desk.app, BriefingApp):
        desk.say(desk.app.copy(text))
