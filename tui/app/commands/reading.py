"""Who says so, and taking it along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.registry import command

if TYPE_CHECKING:
    from tui.app.desk import Desk


@command
def as_at(desk: Desk) -> None:
    """Ask for a day; everything is then shown as it was known and public on it. No day: the briefing's own."""
    from tui.app.briefing_app import BriefingApp
    from tui.app.widgets.prompt import ask
    from tui.dates import last_day

    def turn(text: str) -> None:
        day = last_day(text) if text.strip() else None
        if text.strip() and day is None:
            desk.say(f"{text!r} is no date; write 2025-12-09, 2025-12 or 2025.")
        elif isinstance(desk.app, BriefingApp):
            desk.app.turn_to(day, desk.place.address)

    ask(desk, "as at (a day, a month or a year): ", desk.store.as_at, done=turn)


@command
def later(desk: Desk) -> None:
    """What was not yet public on the day that is shown."""
    if desk.place.pane.id == "later":
        desk.say("This is what became known later; a asks for another day.")
    else:
        desk.go("later")


@command
def provenance(desk: Desk) -> None:
    """Who says what is shown here."""
    from tui.app.panes.said import explain

    target = desk.sheet.target if desk.in_sheet else None
    desk.take(explain(desk.store, desk.place, desk.app.size.width, target))


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
