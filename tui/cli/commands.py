"""The command line as click parses it. A command's module is loaded when it runs, or when its own help is asked for."""

from __future__ import annotations

from importlib import import_module
from itertools import pairwise
from typing import Any

import click

from tui.address import SEPARATOR, Address
from tui.cli.asked import Asked
from tui.cli.asking import asks, tells
from tui.cli.words import ALIASES, COMMANDS, help_text
from tui.errors import BadInput
from tui.names import or_nearest
from tui.version import __version__
from tui.views import TABS, VIEWS

_OF_OPEN = ("--fresh", "--mouse", "--kiosk", "--every")


class Commands(click.Group):
    """The group of all commands. A first word that is an address opens it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let an option of `open` that stands before any other word mean that command: `briefing --fresh`."""
        valued = {name for one in self.params if isinstance(one, click.Option) and not one.is_flag for name in one.opts}
        for place, (last, one) in enumerate(pairwise(["", *args])):
            if one.split("=")[0] in _OF_OPEN:
                return super().parse_args(ctx, [*args[:place], "open", *args[place:]])
            if not one.startswith("-") and last not in valued:
                break
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return all commands, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loaded now."""
        del ctx
        name = ALIASES.get(cmd_name, cmd_name)
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"tui.cli.{COMMANDS[name][0]}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named; an address instead of one means `open`."""
        first = args[0]
        if first in COMMANDS or first in ALIASES:
            return super().resolve_command(ctx, args)
        if Address.parse(first).head in VIEWS or SEPARATOR in first:
            return "open", self.get_command(ctx, "open"), args
        raise BadInput(f"there is no command {first!r}{or_nearest(first, (*COMMANDS, *TABS))}; briefing --help tells them all")

    def get_help(self, ctx: click.Context) -> str:
        """Return the help of the whole, which needs no command loaded."""
        del ctx
        return help_text().rstrip("\n")


def group() -> click.Group:
    """Return the whole command line."""

    def call(asked: Asked) -> int | None:
        context = click.get_current_context()
        context.obj = asked
        if context.invoked_subcommand is not None:
            return None
        from tui.cli.opening import opened  # 10 ms: a command of its own does without

        return opened(asked)

    made: Any = Commands(
        "briefing",
        callback=(wrapped := tells("--version", text=f"briefing {__version__}", help_="Show the version and exit.")(asks(call))),
        params=list(reversed(wrapped.__click_params__)),  # type: ignore[attr-defined]
        invoke_without_command=True,
        context_settings={"max_content_width": 100},
    )
    return made  # type: ignore[no-any-return]


def parsed(arguments: list[str]) -> int | None:
    """Run what the arguments say, and return the command's exit code. Raise BadInput for what the command line does not know."""
    try:
        code = group().main(arguments, prog_name="briefing", standalone_mode=False)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except click.NoSuchOption as error:
        raise BadInput(error.format_message() + _behind_dashes(error)) from error
    except click.ClickException as error:
        raise BadInput(error.format_message()) from error
    return code if isinstance(code, int) else None


def _behind_dashes(error: click.NoSuchOption) -> str:
    """Return how to say that a word with a minus before it is no option, where the command takes words."""
    word, context = error.option_name, error.ctx
    if context is None or word.startswith("--") or not any(isinstance(one, click.Argument) for one in context.command.params):
        return ""
    return f" What stands behind -- is no option: briefing {context.info_name} -- WORD"
