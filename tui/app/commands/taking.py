"""What leaves the program or opens another one: a file of this view, the sources in an editor, a stop. None of it in a kiosk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.asking import ask
from tui.app.commands.registry import command
from tui.app.place import Place
from tui.errors import BriefingError
from tui.findings import HasFindings

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen
    from tui.model import Where


HINT = "Esc gives up; .html .docx .csv ..."


@command
def write(screen: ReaderScreen) -> None:
    """Ask for a name, and write what is on the screen, uncut, to a new file in the format that the name ends with.

    A name that will not do can be mended.
    """
    from tui.app.widgets.prompt import Question  # 30 ms: once its key is pressed
    from tui.app.writing import made, proposed, write_new

    place, rows, detail = screen.place, screen.list.display, screen.sheet.display
    written: list[Path] = []

    def refuse(name: str) -> str | None:
        try:
            if named := name.strip():
                written.append(write_new(named, made(screen.store, place, named, rows=rows, detail=detail)))
        except BriefingError as error:
            return f"Not written: {error}."
        return None

    def done(_: str) -> None:
        screen.say(f"Written to {written[0]}." if written else "Not written: no name was given.")

    ask(screen, Question(label="write to: ", text=proposed(screen.place.address, Path()), hint=HINT, refuse=refuse, done=done))


@command
def edit(screen: ReaderScreen) -> None:
    """Edit the record chosen, at its line in the reader's editor; if it was changed, build the store anew and show the same place."""
    import os

    from tui.app import editing  # 3 ms: once its key is pressed

    host = screen.host
    where = standing(screen)
    try:
        path = editing.editable(host.sources, where)
        assert where is not None
        assert host.sources is not None
        words = editing.command(os.environ, path, where)
        before = host.sources.state(screen.store.manifest.data)
        with host.away():
            editing.edit(words)
            changed = host.sources.state(screen.store.manifest.data) != before
            store = host.sources.rebuild() if changed else None
    except HasFindings as error:
        host.built(error)
        errors(screen)
    except BriefingError as error:
        screen.say(str(error))
    else:
        if store is not None:
            host.built(store)


@command
def errors(screen: ReaderScreen) -> None:
    """Show what is wrong in the sources, where anything is."""
    found = screen.host.broken()
    if found is None:
        screen.say("Nothing is wrong in the sources, as far as this session has seen.")
        return
    from tui.app.panes.errors import Errors  # 2 ms: once its key is pressed

    if screen.place.pane.id == "errors":
        screen.rise()
    screen.push(Place(Errors(screen.store, found.findings)))


@command
def stop(screen: ReaderScreen) -> None:
    """Stop the program, where a shell can continue it."""
    screen.host.stop()


def standing(screen: ReaderScreen) -> Where | None:
    """Return the address of what is chosen, and where it stands: the link in the detail, else the cell, else what is stated first."""
    place = screen.place
    if (own := place.pane.where(place.row)) is not None:
        return own
    target = (screen.sheet.target if screen.in_sheet else None) or place.pane.aim(place.row)
    says = None if target else place.page(screen.app.size.width).says
    addresses = [target] if target else [said.to for said in says() if said.to] if says else []
    return next((found.where for address in addresses if (found := screen.store.resolve(address)) and found.where), None)
