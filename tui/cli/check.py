"""`briefing check`: everything that is wrong in the sources."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from time import sleep
from typing import NoReturn

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.compile.build import check
from tui.errors import BadInput, Exit
from tui.findings import Finding
from tui.locate import manifest_of
from tui.origin import state_of
from tui.views.data import json_text
from tui.views.findings import in_order

EVERY = 0.5  # seconds between two looks


@click.command("check")
@click.option("--strict", is_flag=True, help="Warnings count as faults too.")
@click.option("--watch", is_flag=True, help="Again whenever a file changes, until Ctrl+C.")
@asks
def command(asked: Asked, strict: bool, watch: bool) -> int:
    """Tell all findings at once: where, what, and how to mend it. Silent and 0 when well, 1 with findings."""
    manifest = manifest_of(asked.place())
    if manifest is None:
        raise BadInput(f"{asked.place()} is a built store without its sources beside it; there is nothing to check")
    findings = check(manifest)
    if watch:
        _watch(manifest, findings)
    if asked.json:
        output.data(json_text([asdict(finding) for finding in findings]))  # a finding's place has its column
    else:
        for finding in findings:
            output.data(f"{finding}\n")
    return Exit.FINDINGS if any(strict or finding.severity == "error" for finding in findings) else Exit.WELL


def _watch(manifest: Path, findings: Sequence[Finding]) -> NoReturn:
    """Tell findings now, and again whenever a file has changed; well sources are told too, since silence would say nothing."""
    state = None
    while True:
        now = state_of(manifest, _data(manifest))
        if now != state:
            findings = findings if state is None else check(manifest)
            state = now
            count = f"{len(findings)} finding{'s' * (len(findings) != 1)}" if findings else "all is well"
            output.data("".join(f"{finding}\n" for finding in in_order(findings)) + f"-- {datetime.now():%H:%M:%S} {count}\n")  # noqa: DTZ005
        sleep(EVERY)


def _data(manifest: Path) -> str:
    """Return the name of the data folder; the usual one while the manifest cannot be read."""
    try:
        named = tomllib.loads(manifest.read_text(encoding="utf-8")).get("data")
    except (OSError, ValueError):
        named = None
    return named if isinstance(named, str) else "data"
