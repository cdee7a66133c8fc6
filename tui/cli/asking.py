"""The options that every command takes. They may stand before the command or after."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.words import HELP, OPTIONS
from tui.dates import last_day
from tui.errors import BadInput
from tui.model import KINDS
from tui.names import or_nearest


class PathWord(click.ParamType[str]):
    """A path, or what may stand instead of one; whether it is there is for the command to say."""

    def __init__(self, kind: str) -> None:
        self.name, self.kind = "text", kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return it as it was typed."""
        del param, ctx
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[Any]]:
        """Leave it to the shell, which knows its own files."""
        del ctx, param
        return [CompletionItem(incomplete, type=self.kind)]


FILE, FOLDER = PathWord("file"), PathWord("dir")


ANY_DAY = "2024-12-31"  # of a leap year: tells that a date without a year may be one


def day(text: str, own: str = "", option: str = "--as-at") -> str:
    """Return the last day of a date asked for by an option. Raise BadInput for what is no date.

    A date without a year comes back as it was typed where the `own` day of the briefing is not known yet, which tells the year.
    """
    found = last_day(text, own) if own else last_day(text) or (last_day(text, ANY_DAY) and text)
    if not found:
        raise BadInput(f"{option} {text!r} is no date; write it like 9 Dec 2025, 2025-12-09, 2025-12 or 2025")
    return found


def at(asked: Asked, text: str) -> Asked:
    """Return what was asked, of the briefing that a path or an address names.

    Raise BadInput for an empty one: a shell variable that was not set, and no wish for another briefing.
    """
    if not text:
        raise BadInput("--briefing is empty; name a folder, a manifest, a built store or an address")
    if ":" in text:
        from tui.travel.addresses import is_address  # 2 ms: only who names a place

        if is_address(text):
            return replace(asked, briefing=None, address=text)
    return replace(asked, briefing=Path(text), address="")


def tells(*names: str, text: str, help_: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return an option that tells something and ends. click's own would tell it by themselves, and not mind an output that fails."""

    def tell(context: click.Context, option: click.Parameter, asked: bool) -> None:
        del option
        if asked and not context.resilient_parsing:
            output.data((text or context.get_help()) + "\n")
            context.exit()

    return click.option(*names, is_flag=True, is_eager=True, expose_value=False, callback=tell, help=help_)


def _refuse_empty(given: Mapping[str, object]) -> None:
    """Raise BadInput for an empty option or word of a command's own: a shell variable that was not set, and no wish for everything."""
    context = click.get_current_context()
    for of in context.command.params:
        held = given.get(of.name or "")
        if any(isinstance(one, str) and not one.strip() for one in (held if isinstance(held, tuple) else (held,))):
            what = max(of.opts, key=len) if isinstance(of, click.Option) else "a word"
            raise BadInput(f"{what} is empty; briefing {context.info_name} --help tells what it takes")


def asks(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a click command with the options in common; it gets them as `asked`."""

    def call(
        *args: Any,
        briefing: str | None,
        as_at: str | None,
        json: bool,
        plain: bool,
        ascii: bool,  # noqa: A002
        unverified: bool,
        **more: Any,
    ) -> Any:
        _refuse_empty(more)
        before: Asked = click.get_current_context().obj or Asked()
        asked = replace(
            before if briefing is None else at(before, briefing),
            as_at=before.as_at if as_at is None else day(as_at),
            json=json or before.json,
            plain=plain or before.plain,
            ascii=ascii or before.ascii,
            unverified=unverified or before.unverified,
        )
        return command(asked, *args, **more)

    call.__name__, call.__doc__ = command.__name__, command.__doc__
    call.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    call = tells(*HELP, text="", help_="Show this message and exit.")(call)
    for name, (takes, text) in reversed(OPTIONS.items()):
        call = click.option(name, metavar=takes or None, is_flag=not takes, type=FILE if takes == "PATH" else None, help=text)(call)
    return call


_WORD = re.compile(r"-(?:\d\S*|[^\W\d_][^=]+|\"[^\"]*\"?)")


class TakesWords(click.Command):
    """A command whose words may begin with one minus; options in one letter are one letter."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put such words behind all options, where nothing is taken for one."""
        before, mark, after = (args[: args.index("--")], ["--"], args[args.index("--") + 1 :]) if "--" in args else (args, [], [])
        valued = {name for one in self.params if isinstance(one, click.Option) and not one.is_flag for name in one.opts}
        told = [_WORD.fullmatch(one) and last not in valued for last, one in pairwise(["", *before])]  # `--most -1` is no word
        words = [one for one, is_word in zip(before, told, strict=True) if is_word]
        rest = [one for one, is_word in zip(before, told, strict=True) if not is_word]
        return super().parse_args(ctx, [*rest, *(mark or ["--"] * bool(words)), *words, *after])


_PLURALS = {"parties": "party", "people": "person", "red_lines": "red_line"}


def kind_named(text: str) -> str:
    """Return the kind that `red-lines`, `Red_Line` or `parties` means. Raise BadInput with the nearest."""
    found = kind_or_none(text)
    if found is None:
        raise BadInput(f"there is no kind {text!r}{or_nearest(_plain_kind(text), KINDS)}. Kinds: {', '.join(KINDS)}")
    return found


def kind_or_none(text: str) -> str | None:
    """Return the kind that is meant, None for what is no kind."""
    name = _plain_kind(text)
    return next((one for one in (name, _PLURALS.get(name), name.removesuffix("s")) if one in KINDS), None)


def _plain_kind(text: str) -> str:
    return text.strip().lower().replace("-", "_")
