"""Words with a minus before them, on the command line: `-crimea` is a word that must not be there, and no option."""

from __future__ import annotations

import re
from itertools import pairwise

import click

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
