"""An invented briefing for the loader and the checks: north and south, and a border along a river. TOML goes in, findings come out."""

from __future__ import annotations

from pathlib import Path

from tui.checks import run_checks
from tui.compile import load
from tui.findings import Finding

MANIFEST = """\
title = "The border talks"
as_of = "2030-03-01"
handling = "TLP:GREEN"
desk = "Border desk"
"""

# A frame without a fault, in which every kind that others refer to has a record.
FRAME = """\
[[source]]
id = "herald"
title = "On the river"
publisher = "The Herald"
type = "news"
date = "2030"

[[party]]
id = "north"
name = "Northland"
mode = "document"
sources = ["herald"]

[[party]]
id = "south"
name = "Southland"
mode = "document"
sources = ["herald"]

[[person]]
id = "ann"
name = "Ann"
party = "north"
mode = "document"
sources = ["herald"]

[[issue]]
id = "border"
name = "Border"
mode = "judgement"
sources = ["herald"]

[[red_line]]
id = "north-river"
party = "north"
issue = "border"
statement = "The river stays open."
basis = "The treaty of the river."
firmness = "said without exception"
mode = "stated"
said_by = "ann"
said_on = "2030-01-03"
sources = ["herald"]

[[plan]]
id = "draft"
name = "First draft"
short = "Draft"
text = "full"
made_public = "2030-01-04"
mode = "document"
sources = ["herald"]
[[plan.point]]
number = "1"
issues = ["border"]
axes = ["none"]
text = "A line is drawn along the river."
[[plan.point]]
number = "2"
issues = ["border"]
text = "Each side keeps guards on its bank."
clause = [{ letter = "a", text = "North keeps 400." }, { letter = "b", text = "South keeps 400." }]
numbers = [{ value = 400, unit = "guards", what = "on each bank", clause = "a" }]
"""
# A record that the frame has not.
FIGURE = """\
[[figure]]
id = "guards"
name = "Guards"
value = 400
unit = "guards"
period = "in peace"
mode = "document"
sources = ["herald"]
"""


def write(folder: Path, text: str | bytes = "", *, frame: str = FRAME, manifest: str = MANIFEST, **files: str | bytes) -> Path:
    """A briefing in `folder`: the manifest, the frame in `data/a.toml`, `text` in `data/b.toml`, and further files by their stem."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    (folder / "briefing.toml").write_bytes(manifest.encode())
    for stem, content in {"a": frame, "b": text, **files}.items():
        if content:
            (data / f"{stem}.toml").write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return folder


def findings(folder: Path) -> list[Finding]:
    """Everything that is wrong in the briefing there."""
    return run_checks(load(folder))


def told(found: list[Finding]) -> list[str]:
    """Findings in short: `b.toml:2:9 E301`."""
    return [f"{Path(one.where.path).name}:{one.where.line}:{one.where.column} {one.code}" for one in found]


def faults(folder: Path, text: str, **more: str) -> list[str]:
    """What is wrong with a text, in the frame, in short."""
    return told(findings(write(folder, text, **more)))
