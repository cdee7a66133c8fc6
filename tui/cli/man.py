"""`briefing man`: the manual page, made from the tables of commands and keys."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.cli.words import COMMANDS, EXAMPLES, OPTIONS
from tui.keys import KEYS, shown
from tui.version import __version__


@click.command("man")
@asks
def command(asked: Asked) -> int:
    """Write the manual page in roff: `briefing man | man -l -`, or keep it as briefing.1."""
    del asked
    parts = [f'.TH BRIEFING 1 "" "briefing {__version__}"', ".SH NAME", r"briefing \- brief people on a negotiation, in a terminal"]
    parts += [".SH SYNOPSIS", ".B briefing", "[OPTIONS] [COMMAND | ADDRESS] ...", ".SH COMMANDS"]
    for name, (module, text) in COMMANDS.items():
        parts += [".TP", rf"\fB{_escaped(name)}\fR", _escaped(text), ".RS", *_own_options(module), ".RE"]
    parts += [".SH OPTIONS"]
    for name, (takes, text) in OPTIONS.items():
        parts += [".TP", rf"\fB{_escaped(name)}\fR {takes}".rstrip(), _escaped(text)]
    parts += [".SH KEYS"]
    for key in KEYS:
        where = f" (in {', '.join(key.panes)})" if key.panes else ""
        parts += [".TP", rf"\fB{_escaped(' '.join(map(shown, key.keys)))}\fR", _escaped(key.text + where)]
    parts += [".SH EXIT STATUS", "0 well, 1 findings or no such record, 2 wrong usage, 3 the machine failed us (disk, permissions)."]
    parts += ["The app ends with 129 when the terminal hangs up, 130 when interrupted, 143 when terminated."]
    parts += [".SH ENVIRONMENT", ".TP", "NO_COLOR", "Not empty: no colour.", ".TP", "BRIEFING_ASCII", "Not empty: ASCII alone."]
    parts += [".TP", "BRIEFING_KIOSK", "Not empty: start no program, write no file."]
    parts += [".SH SSH", r"ssh \-C compresses what is drawn; \-\-plain prints any place as text.", ".SH EXAMPLES", ".nf"]
    parts += [_escaped(text) for text in EXAMPLES.splitlines()]
    output.data("\n".join([*parts, ".fi"]) + "\n")
    return 0


def _own_options(module: str) -> Iterator[str]:
    """Give the options of a command that not every command has, as its help tells them."""
    of: click.Command = import_module(f"tui.cli.{module}").command
    for option in of.params:
        told = option.get_help_record(click.Context(of)) if isinstance(option, click.Option) else None
        if told and not {*OPTIONS, "--help"} & {*option.opts}:
            names, text = told
            yield from (".TP", rf"\fB{_escaped(names)}\fR", _escaped(text))


def _escaped(text: str) -> str:
    """Return text that roff prints as it is."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text[:1] in ".'" else text
