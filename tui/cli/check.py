"""`briefing check`: everything that is wrong in the sources."""

from __future__ import annotations

from dataclasses import asdict

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.errors import BadInput, Exit
from tui.views.data import json_text


@click.command("check")
@click.option("--strict", is_flag=True, help="Warnings count as faults too.")
@asks
def command(asked: Asked, strict: bool) -> int:
    """Tell all findings at once: where, what, and how to mend it. Silent and 0 when well, 1 with findings."""
    from tui.compile.build import check
    from tui.locate import manifest_of

    manifest = manifest_of(asked.place())
    if manifest is None:
        raise BadInput(f"{asked.place()} is a built store without its sources beside it; there is nothing to check")
    findings = check(manifest)
    if asked.json:
        output.data(json_text([asdict(finding) for finding in findings]))  # a finding's place has its column
    else:
        for finding in findings:
            output.data(f"{finding}\n")
    return Exit.FINDINGS if any(strict or finding.severity == "error" for finding in findings) else Exit.WELL
