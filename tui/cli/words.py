"""What the command line says of itself: commands, common options, help.

Imports nothing of ours: help is told before anything else is loaded.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

ABOUT = "Brief people on a negotiation: parties, red lines, guarantees, plans row by row, and who says so."

COMPLETING = "_BRIEFING_COMPLETE"  # set by a shell that asks for completions; the name that click's scripts give it

# name -> (module, what it does in one line). Each module has a click command called `command`.
COMMANDS: dict[str, tuple[str, str]] = {
    "open": ("open", "Open the app at an address; without a terminal, print the text of it."),
    "build": ("build", "Check the sources and write the store."),
    "check": ("check", "Tell everything that is wrong in the sources, and how to mend it."),
    "list": ("listing", "The records of a kind."),
    "show": ("show", "One record with who says so and what refers to it, or the text of a pane."),
    "search": ("search", "What holds all of these words."),
    "compare": ("compare", "Plans against each other, row by row."),
    "red-lines": ("red_lines", "What each party will not give up, and how the plans stand to it."),
    "guarantees": ("guarantees", "Security guarantees on their fixed axes."),
    "later": ("later", "What was not yet public on a day, and who made it known when."),
    "since": ("since", "What is new since you last read, with the words that differ."),
    "diff": ("diff", "What changed between two days, or between two briefings."),
    "brief": ("brief", "One page to hand to somebody, with numbered sources."),
    "export": ("export", "A document, a table or data, to send on."),
    "publish": ("publish", "Check, build and sign the briefing, and put it where readers fetch it."),
    "pull": ("pull", "Fetch a published briefing, for yourself or for all readers of a host."),
    "trust": ("trust", "Whose signature under a briefing is trusted."),
    "versions": ("versions", "The versions of a published briefing: what is kept, what changed, and the way back."),
    "new": ("new", "A small working briefing to start from."),
    "explain": ("explain", "What a finding's code means."),
    "schema": ("schema", "The JSON Schema of the source files, for editors."),
    "keys": ("keys", "The keys of the app."),
    "man": ("man", "The manual page."),
    "completions": ("completions", "Completions for bash, zsh or fish."),
    "config": ("config", "Your settings: keys, look, mouse, where it opens."),
    "paths": ("paths", "Where the briefing, its store, the cache, what is yours and reports are."),
}
ALIASES = {"red_lines": "red-lines", "ls": "list"}

# What every command can be asked: option -> (what it takes, what it means). One that takes nothing is a flag.
OPTIONS: dict[str, tuple[str, str]] = {
    "--briefing": (
        "PATH",
        "A folder, a manifest, a built store or an https address; else the nearest briefing.toml upward, else the shipped one.",
    ),
    "--as-at": ("DATE", "What was known and public on that day."),
    "--json": ("", "Data instead of text."),
    "--plain": ("", "Text without escapes, 80 columns wide."),
    "--ascii": ("", "ASCII alone, drawn or printed; chosen by itself where the locale or the terminal shows no more."),
    "--unverified": ("", "Open a briefing from elsewhere though nobody whom you trust has signed it: nothing vouches for what it says."),
}
OWN_OPTIONS = (("--version", "Show the version and exit."), ("-h, --help", "Show this message and exit."))
HELP = ("-h", "--help")

EXAMPLES = """\
briefing                                    the app, or the overview as text
briefing compare us-28 e3 --row 6 --diff    how two plans differ on one row
briefing red-lines --plan us-28             which points cross whose line
briefing later --as-at 2025-12-09           what was not yet public on that day
briefing diff 2025-12-09 2025-12-24         what changed between two days, word by word
briefing show figure purl-annual            one record and its sources
briefing check                              silent when all is well
"""

_WIDTH = 78


def help_text() -> str:
    """Return the help of the whole command line."""
    options = [*((f"{name} {takes}".strip(), text) for name, (takes, text) in OPTIONS.items()), *OWN_OPTIONS]
    parts = [
        "Usage: briefing [OPTIONS] [COMMAND | ADDRESS] [ARGS]...\n",
        textwrap.fill(ABOUT, _WIDTH, initial_indent="  ", subsequent_indent="  ") + "\n",
        "Options:",
        *_listed(options),
        "\nCommands:",
        *_listed((name, text) for name, (_, text) in COMMANDS.items()),
        "\nExamples:",
        textwrap.indent(EXAMPLES, "  "),
    ]
    return "\n".join(parts)


def _listed(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Return names in one column, what they mean in the other."""
    rows = list(rows)
    start = max(len(name) for name, _ in rows) + 4
    return [textwrap.fill(text, _WIDTH, initial_indent=f"  {name}".ljust(start), subsequent_indent=" " * start) for name, text in rows]
