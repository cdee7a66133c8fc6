"""Who says so, and taking it along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.address import written
from tui.app.asking import ask
from tui.app.commands.registry import command
from tui.dates import in_words, last_day
from tui.model import known_from

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen


@command
def as_at(screen: ReaderScreen) -> None:
    """Ask for a day; everything is then shown as it was known and public on it. No day: the briefing's own."""
    from tui.app.widgets.prompt import Question  # 2 ms: once its key is pressed

    first, own = _range(screen)
    form = f"Write it like {in_words(own)}, {own} or {own[:7]}; what is known changes from {in_words(first)} to {in_words(own)}."

    def refuse(text: str) -> str | None:
        return f"{text!r} is no date. {form}" if text.strip() and not last_day(text, own) else None

    def turn(text: str) -> None:
        screen.host.turn_to(last_day(text, own))

    ask(
        screen,
        Question(label="as at: ", text=screen.store.as_at, hint=f"from {first} to {own}; empty takes the last", refuse=refuse, done=turn),
    )


def _range(screen: ReaderScreen) -> tuple[str, str]:
    """Return the day on which the first plan became known, and the briefing's own: between them, what is known changes."""
    own = screen.store.manifest.as_of.upper
    days = [day for plan in (*screen.store.all("plan"), *screen.store.later("plan")) if (day := known_from(plan))]
    return min((*days, own)), own


@command
def later(screen: ReaderScreen) -> None:
    """Show what was not yet public on the day that is shown."""
    if screen.place.pane.id == "later":
        screen.say("This is what became known later; a asks for another day.")
    else:
        screen.go("later")


@command
def changes(screen: ReaderScreen) -> None:
    """Ask for another day; what changed between it and the day that is shown is told word by word."""
    from tui.app.widgets.prompt import Question  # 3 ms: once its key is pressed

    first, own = _range(screen)
    here = screen.store.as_at
    other = own if here != own else first

    def refuse(text: str) -> str | None:
        found = last_day(text, own)
        if found is None:
            return f"{text!r} is no date; write it like {in_words(first)}, {first} or {first[:7]}."
        return f"That is the day that is shown; another one is needed, such as {other}." if found == here else None

    def go(text: str) -> None:
        screen.go(written("changes", *sorted((here, last_day(text, own) or own))))

    ask(screen, Question(label=f"changed between {here} and: ", text=other, hint="Esc gives up", refuse=refuse, done=go))


@command
def brief(screen: ReaderScreen) -> None:
    """Show the one page to hand to somebody."""
    if screen.place.address == "brief":
        screen.say("This is the brief; e writes it to a file.")
    else:
        screen.go("brief")


@command
def provenance(screen: ReaderScreen) -> None:
    """Show who says what is shown here."""
    from tui.app.panes.said import explain  # 2 ms: once its key is pressed

    target = screen.sheet.target if screen.in_sheet else None
    screen.take(explain(screen.store, screen.place, screen.app.size.width, target))


@command
def copy(screen: ReaderScreen) -> None:
    """Copy the thing with its citation to the reader's own clipboard."""
    from tui.app.panes.said import citation  # 2 ms: once its key is pressed

    _copy(screen, citation(screen.store, screen.place, screen.app.size.width))


@command
def copy_address(screen: ReaderScreen) -> None:
    """Copy the address of what is shown, as `briefing open` takes it; a page that opens only from another has none."""
    if screen.place.address:
        _copy(screen, screen.place.address)
    else:
        screen.say("This page has no address of its own, so nothing was copied; y copies what it says. q leads to the place that it is of.")


def _copy(screen: ReaderScreen, text: str) -> None:
    screen.say(screen.host.copy(text))
