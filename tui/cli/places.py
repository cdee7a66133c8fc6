"""Words of the command line that name a place in the file system, so that a shell completes them as it does for any other program."""

from __future__ import annotations

from typing import Any

import click
from click.shell_completion import CompletionItem


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
