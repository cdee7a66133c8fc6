"""What every command was asked: which briefing, which day, text or JSON; and how it gives its answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Self

from tui.cli import output
from tui.errors import MachineError
from tui.frozen import frozen
from tui.locate import find
from tui.store.read import Store

if TYPE_CHECKING:
    from tui.views.blocks import Page

PATIENCE = 1.0  # seconds before a build shows that it goes on


@frozen
class Asked:
    """The options in force."""

    briefing: Path | None = None
    as_at: str | None = None
    json: bool = False
    plain: bool = False
    ascii: bool = False

    def place(self) -> Path:
        """Return the manifest or the store asked for."""
        return find(self.briefing)

    def store_path(self, *, kiosk: bool = False) -> Path:
        """Return the path of a fresh store, built first when it is stale; in a kiosk, which writes nothing, of the store as it stands.

        Where another cannot be written, on a full disk, it is the one that was built before, and a remark says so.
        """
        from tui.compile.build import built, standing

        if kiosk:
            return built(self.place)
        try:
            return self.fresh_store_path()
        except MachineError as error:
            before = standing(self.place())
            if before is None:
                raise
            output.remark(
                output.one_line(f"briefing: {error}. What follows is of the store that was built before, and may be out of date.")
            )
            return before

    def fresh_store_path(self) -> Path:
        """Return the path of a fresh store, built first when it is stale."""
        from tui.compile.build import ready

        with ProgressBar() as bar:
            return ready(self.place(), bar)

    def store(self, *, kiosk: bool = False) -> Store:
        """Return the store, opened as at the day asked for."""
        return Store.open(self.store_path(kiosk=kiosk), self.as_at)

    def give(self, value: object, page: Page | Callable[[], Page]) -> None:
        """Print an answer: its value as JSON, or its page as text."""
        if self.json:
            from tui.views.data import json_text

            output.data(json_text(value))
        else:
            from tui.render.ascii import folded
            from tui.render.plain import plain

            made = page() if callable(page) else page
            output.data(plain(folded(made) if self.in_ascii() else made))

    def in_ascii(self) -> bool:
        """Return whether text is to be ASCII alone here."""
        from tui.terminal.probe import original_environment, text_in_ascii

        return self.ascii or text_in_ascii(original_environment(), getattr(sys.stdout, "encoding", None) or "")


class ProgressBar:
    """A line on standard error while a build takes long; nothing where nobody looks."""

    def __init__(self) -> None:
        self.began = monotonic()
        self.shown = False

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show how far it is."""
        if monotonic() - self.began < PATIENCE or sys.stderr is None or not sys.stderr.isatty():
            return
        self.shown = True
        share = f" {done * 100 // total} %" if total else ""
        sys.stderr.write(f"\r\x1b[K{what}{share}")
        sys.stderr.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Take the line away, however the build has ended."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
