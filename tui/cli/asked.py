"""What every command was asked: which briefing, which day, text or JSON; and how it gives its answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Self

from tui.cli import output
from tui.dates import last_day
from tui.errors import MachineError
from tui.folders import is_file, is_there
from tui.frozen import frozen
from tui.locate import EDITION, KNOWN, MANIFEST, find, manifest_of
from tui.store.read import Store

if TYPE_CHECKING:
    from tui.travel.arriving import Arrival
    from tui.views.blocks import Page

PATIENCE = 1.0  # seconds before a build shows that it goes on


@frozen
class Asked:
    """The options in force."""

    briefing: Path | None = None
    address: str = ""
    unverified: bool = False
    as_at: str | None = None
    json: bool = False
    plain: bool = False
    ascii: bool = False

    def place(self) -> Path:
        """Return the manifest or the store asked for; of what comes from elsewhere the store that was fetched."""
        arrival = self.arrival()
        if arrival is None:
            return find(self.briefing)
        if said := arrival.told():
            output.remark(output.one_line(f"briefing: {said}"))
        return arrival.store

    def arrival(self, *, kiosk: bool = False) -> Arrival | None:
        """Return the briefing from elsewhere that was asked for; None for sources or a store of this machine.

        A kiosk starts no program and writes no file, so it has only what a host's pull has put there. MachineError otherwise.
        """
        given = self.briefing
        published = given is not None and not is_there(given / MANIFEST) and any(is_file(given / name) for name in (EDITION, KNOWN))
        if not self.address and not published:
            return None
        from click import get_current_context

        from tui.travel.arriving import arrival_at, arrive, vouching  # 65 ms: not every command needs it
        from tui.travel.kept import is_kept

        if kiosk and (self.address or self.briefing is None or not is_kept(self.briefing)):
            raise MachineError("the briefing is not ready; tell whoever runs this server")
        context = get_current_context(silent=True)
        held = context.find_root().meta if context else {}  # a command that asks in several places asks the server once
        key = f"tui.travel {self.address or self.briefing}"
        if key not in held:
            vouch = vouching(unverified=self.unverified)
            if self.address:
                held[key] = arrive(self.address, vouch, unverified=self.unverified)
            elif self.briefing is not None:
                held[key] = arrival_at(self.briefing, vouch, unverified=self.unverified)
        arrival: Arrival = held[key]
        return arrival

    def identity(self) -> Path:
        """Return where the briefing is, as a reader's own state is kept by: its manifest, where there is one, else its store."""
        place = self.place()
        return manifest_of(place) or place

    def store_path(self, *, kiosk: bool = False) -> Path:
        """Return the path of a fresh store, built first when it is stale; in a kiosk, which writes nothing, of the store as it stands.

        Where another cannot be written, on a full disk, it is the one that was built before, and a remark says so.
        """
        from tui.compile.build import built, standing  # 2 ms: not every command needs it

        if kiosk:
            arrival = self.arrival(kiosk=True)
            return arrival.store if arrival else built(lambda: find(self.briefing))
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
        from tui.compile.build import ready  # 2 ms: not every command needs it

        with ProgressBar() as bar:
            return ready(self.place(), bar)

    def store(self, *, kiosk: bool = False) -> Store:
        """Return the store, opened as at the day asked for."""
        path = self.store_path(kiosk=kiosk)
        return Store.open(path, self.day(path))

    def day(self, path: Path) -> str | None:
        """Return the day asked for; where its year was left out, in the latest year in which it is not after the briefing's own day."""
        if self.as_at is None or self.as_at[:4].isdecimal():
            return self.as_at
        with Store.open(path) as store:
            return last_day(self.as_at, store.manifest.as_of.upper)

    def give(self, value: object, page: Page | Callable[[], Page]) -> None:
        """Print an answer: its value as JSON, or its page as text."""
        if self.json:
            from tui.views.data import json_text  # 4 ms: not every command needs it

            output.data(json_text(value))
        else:
            from tui.render.ascii import folded  # 13 ms: not every command needs it
            from tui.render.plain import plain

            made = page() if callable(page) else page
            output.data(plain(folded(made) if self.in_ascii() else made))

    def in_ascii(self) -> bool:
        """Return whether text is to be ASCII alone here."""
        from tui.terminal.probe import original_environment, text_in_ascii  # 2 ms: not every command needs it

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
