"""What every command can be asked: which briefing, which day, text or JSON. The options may stand before the command or after."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

import click

from tui.cli import output
from tui.dates import last_day
from tui.export.data import json_text
from tui.findings import BadInput
from tui.frozen import frozen
from tui.pages.blocks import Page
from tui.pages.plain import plain
from tui.place import find
from tui.store.read import Store

PATIENCE = 1.0  # seconds before a build shows that it goes on


@frozen
class Asked:
    """The options in force."""

    briefing: Path | None = None
    as_at: str | None = None
    json: bool = False
    plain: bool = False

    def place(self) -> Path:
        """The manifest or the store asked for."""
        return find(self.briefing)

    def store_path(self) -> Path:
        """The path of a fresh store, built first when it is stale."""
        from tui.build import ready

        bar = Bar()
        path = ready(self.place(), bar)
        bar.end()
        return path

    def store(self) -> Store:
        """The store, opened as at the day asked for."""
        return Store.open(self.store_path(), self.as_at)

    def give(self, value: object, page: Page | Callable[[], Page]) -> None:
        """Print an answer: its value as JSON, or its page as text."""
        if self.json:
            output.data(json_text(value))
        else:
            output.data(plain(page() if callable(page) else page))


class Bar:
    """A line on standard error while a build takes long; nothing where nobody looks."""

    def __init__(self) -> None:
        self.began = monotonic()
        self.shown = False

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show how far it is."""
        if monotonic() - self.began < PATIENCE or not sys.stderr.isatty():
            return
        self.shown = True
        share = f" {done * 100 // total} %" if total else ""
        sys.stderr.write(f"\r\x1b[K{what}{share}")
        sys.stderr.flush()

    def end(self) -> None:
        """Take the line away."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def day(text: str) -> str:
    """The last day of a date asked for. BadInput for what is no date."""
    found = last_day(text)
    if found is None:
        raise BadInput(f"--as-at {text!r} is no date; write 2025-12-09, 2025-12 or 2025")
    return found


def folder(text: str) -> Path:
    """The path asked for. BadInput for an empty one, which is a shell variable that was not set and not a wish for another briefing."""
    if not text:
        raise BadInput("--briefing is empty; name a folder, a manifest or a built store")
    return Path(text)


def asks(command: Callable[..., Any]) -> Callable[..., Any]:
    """A click command with the options in common; it gets them as `asked`."""

    def call(*args: Any, briefing: str | None, as_at: str | None, json: bool, plain: bool, **more: Any) -> Any:
        before: Asked = click.get_current_context().obj or Asked()
        asked = replace(
            before,
            briefing=before.briefing if briefing is None else folder(briefing),
            as_at=before.as_at if as_at is None else day(as_at),
            json=json or before.json,
            plain=plain or before.plain,
        )
        return command(asked, *args, **more)

    call.__name__, call.__doc__ = command.__name__, command.__doc__
    call.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    for option in reversed(
        (
            click.option(
                "--briefing",
                metavar="PATH",
                help="A folder, a manifest or a built store; else the nearest briefing.toml upward, else the shipped one.",
            ),
            click.option("--as-at", metavar="DATE", help="What was known and public on that day."),
            click.option("--json", is_flag=True, help="Data instead of text."),
            click.option("--plain", is_flag=True, help="Text without escapes, 80 columns wide."),
        )
    ):
        call = option(call)
    return call
