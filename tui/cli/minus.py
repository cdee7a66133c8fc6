"""Words with a minus before them, on the command line: `-crimea` is a word that must not be there, and no option."""

from __future__ import annotations

import re

import click

_WORD = re.compile(r"-(?:\d\S*|[^\W\d_][^=]+|\"[^\"]*\"?)")


class TakesWords(click.Command):
    """A command whose words may begin with one minus; options in one letter are one letter."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put such words behind all options, where nothing is taken for one."""
        before, mark, after = (args[: args.index("--")], ["--"], args[args.index("--") + 1 :]) if "--" in args else (args, [], [])
        words = [one for one in before if _WORD.fullmatch(one)]
        rest = [one for one in before if not _WORD.fullmatch(one)]
        return super().parse_args(ctx, [*rest, *(mark or ["--"] * bool(words)), *words, *after])
