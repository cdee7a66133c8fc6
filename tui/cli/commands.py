"""COMMANDS: every command once. A command's module is loaded when it runs, or when its help is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from tui.app.places import PLACES
from tui.cli.asked import Asked, asks
from tui.findings import BadInput
from tui.names import or_nearest
from tui.version import __version__

# name -> (module, what it does in one line). Each module has a click command called `command`.
COMMANDS: dict[str, tuple[str, str]] = {
    "open": ("open", "Open the app at an address; without a terminal, print the text of it."),
    "build": ("build", "Check the sources and write the store."),
    "check": ("check", "Tell everything that is wrong in the sources, and how to mend it."),
    "list": ("listing", "The records of a kind."),
    "show": ("show", "One record, with who says so and what refers to it."),
    "search": ("search", "What holds all of these words."),
    "compare": ("compare", "Plans against each other, row by row."),
    "red-lines": ("red_lines", "What each party will not give up, and how the plans stand to it."),
    "guarantees": ("guarantees", "Security guarantees on their fixed axes."),
    "export": ("export", "A document, a table or data, to send on."),
    "new": ("new", "A small working briefing to start from."),
    "explain": ("explain", "What a finding's code means."),
    "schema": ("schema", "The JSON Schema of the source files, for editors."),
    "keys": ("keys", "The keys of the app."),
    "man": ("man", "The manual page."),
    "completions": ("completions", "Completions for bash, zsh or fish."),
    "paths": ("paths", "Where the briefing, its store and the cache are."),
}
ALIASES = {"red_lines": "red-lines", "ls": "list"}


class Commands(click.Group):
    """The group of all commands. A first word that is an address opens it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, loaded now."""
        del ctx
        name = ALIASES.get(cmd_name, cmd_name)
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"tui.cli.{COMMANDS[name][0]}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named; an address instead of one means `open`."""
        first = args[0]
        if first in COMMANDS or first in ALIASES:
            return super().resolve_command(ctx, args)
        if first.split("/", 1)[0] in PLACES or "/" in first:
            return "open", self.get_command(ctx, "open"), args
        raise BadInput(f"there is no command {first!r}{or_nearest(first, (*COMMANDS, *PLACES))}; briefing --help tells them all")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, without loading one."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


EPILOG = """\b
Examples:
  briefing                                    the app, or the overview as text
  briefing compare us-28 e3 --row 6 --diff    how two plans differ on one row
  briefing red-lines --plan us-28             which points cross whose line
  briefing show figure purl-annual            one record and its sources
  briefing check                              silent when all is well
"""


def group() -> click.Group:
    """The whole command line."""

    def call(asked: Asked) -> None:
        context = click.get_current_context()
        context.obj = asked
        if context.invoked_subcommand is None:
            command = Commands.get_command(context.command, context, "open")  # type: ignore[arg-type]
            assert command is not None
            context.invoke(
                command, address="overview", ascii=False, mouse=False, kiosk=False, briefing=None, as_at=None, json=False, plain=False
            )

    made: Any = Commands(
        "briefing",
        callback=(wrapped := asks(call)),
        params=list(reversed(wrapped.__click_params__)),  # type: ignore[attr-defined]
        invoke_without_command=True,
        help="Brief people on a negotiation: parties, red lines, guarantees, plans row by row, and who says so.",
        epilog=EPILOG,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    click.version_option(__version__, prog_name="briefing", message="%(prog)s %(version)s")(made)
    return made  # type: ignore[no-any-return]
