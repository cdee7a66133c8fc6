"""Findings as they are shown where the app cannot open: set in the width of the terminal, and paged."""

from __future__ import annotations

import shutil
from collections.abc import Iterable

from tui.cli import output
from tui.compile.sourcefile import excerpt
from tui.findings import Finding, HasFindings
from tui.hostile import clean
from tui.views.findings import in_order
from tui.widths import width


def page(error: HasFindings) -> None:
    """Page findings, where there are more than a screen holds; print them where nothing can page."""
    count, size = len(error.findings), shutil.get_terminal_size()
    told = [
        f"{count} finding{'s' * (count != 1)}, the most important first.",
        *(set_in(one, size.columns) for one in in_order(error.findings)),
    ]
    text = clean("\n\n".join(told)) + "\n"
    if text.count("\n") < size.lines:
        output.remark(text)
    else:
        import click

        click.echo_via_pager(text)


def set_in(finding: Finding, cells: int) -> str:
    """Return a finding in lines of at most `cells`, broken between words; a place or a name that is longer stays whole."""
    place = f"{finding.where.path}:{finding.where.line}:{finding.where.column}:"
    parts = [_filled((place, finding.severity, finding.code, *finding.message.split()), cells, "  ")]
    if finding.excerpt:
        parts.append(_narrowed(finding.excerpt, cells))
    if finding.fix:
        parts.append(_filled(("  mend:", *finding.fix.split()), cells, "        "))
    return "\n".join(parts)


def _filled(words: Iterable[str], cells: int, indent: str) -> str:
    lines, room = [""], cells
    for word in words:
        taken = width(word) + (lines[-1] not in ("", indent))
        if taken > room and lines[-1] not in ("", indent):
            lines.append(indent)
            room, taken = cells - len(indent), width(word)
        lines[-1] += word if lines[-1] in ("", indent) else f" {word}"
        room -= taken
    return "\n".join(lines)


def _narrowed(shown: str, cells: int) -> str:
    """Return the excerpt of a finding, cut around its carets to what a line holds."""
    line, carets = shown.split("\n")
    if width(line) <= cells:
        return shown
    number, _, text = line.partition(" | ")
    before = carets.index("^") - len(number) - len(" | ")
    start = next((place for place in range(len(text)) if width(text[:place]) >= before), len(text))
    end = next((place for place in range(start, len(text)) if width(text[start:place]) >= carets.count("^")), len(text))
    most = cells - len(number) - len(" | ")
    while most > 1 and width((shown := excerpt(text, int(number), start + 1, end + 1, most)).split("\n")[0]) > cells:
        most = most * 3 // 4  # of wide letters fewer fit
    return shown
