"""Who says so, and taking it along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.registry import command
from tui.model import known_from

if TYPE_CHECKING:
    from tui.app.desk import Desk


@command
def as_at(desk: Desk) -> None:
    """Ask for a day; everything is then shown as it was known and public on it. No day: the briefing's own."""
    from tui.app.widgets.prompt import Question, ask
    from tui.dates import last_day

    first, own = _range(desk)
    form = f"Write it like {own}, {own[:7]} or {own[:4]}; what is known changes from {first} to {own}."

    def refuse(text: str) -> str | None:
        return f"{text!r} is no date. {form}" if text.strip() and not last_day(text) else None

    def turn(text: str) -> None:
        from tui.app.briefing_app import BriefingApp

        if isinstance(desk.app, BriefingApp):
            desk.app.turn_to(last_day(text))

    ask(
        desk,
        Question(label="as at: ", text=desk.store.as_at, hint=f"from {first} to {own}; empty takes the last", refuse=refuse, done=turn),
    )


def _range(desk: Desk) -> tuple[str, str]:
    """The day on which the first plan became known, and the briefing's own: between them, what is known changes."""
    own = desk.store.manifest.as_of.upper
    days = [day for plan in (*desk.store.all("plan"), *desk.store.later("plan")) if (day := known_from(plan))]
    return min((*days, own)), own


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
