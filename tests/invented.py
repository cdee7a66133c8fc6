"""Invented briefings for tests: a fish quota between two coasts. Text goes in, a store comes out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from tui.compile.build import build
from tui.store.read import Store

# An event that the template does not have, to be added to it.
FLOOD = """
[[event]]
id = "flood"
date = "2031-03-19"
title = "The Lode floods"
mode = "reported"
said_by = "Valley Echo"
sources = ["echo-0318"]
"""

MANIFEST = """
title = "The herring talks"
as_of = "2031-05-20"
handling = "TLP:GREEN"
desk = "Fisheries desk"
"""

FRAME = """
[[source]]
id = "gazette"
title = "Coast and Quota"
publisher = "The Gazette"
type = "news"
date = "2031-05-01"
[[party]]
id = "north"
name = "Northland"
sources = ["gazette"]
mode = "document"
[[party]]
id = "south"
name = "Southland"
sources = ["gazette"]
mode = "document"
[[issue]]
id = "quota"
name = "Quota"
sources = ["gazette"]
mode = "judgement"
[[issue.status]]
letter = "O"
level = "political"
ground = "Both have text and the numbers differ."
by = "desk"
mode = "judgement"
sources = ["gazette"]
[[issue]]
id = "ports"
name = "Ports"
sources = ["gazette"]
mode = "judgement"
[[issue]]
id = "whales"
name = "Whales"
sources = ["gazette"]
mode = "judgement"
[[red_line]]
id = "north-cap"
party = "north"
issue = "quota"
short = "No cap"
statement = "No cap on the northern catch."
firmness = "said without exception"
basis = "the fishing act"
mode = "stated"
said_by = "north"
said_on = "2031-05-01"
sources = ["gazette"]
[[red_line]]
id = "south-cap"
party = "south"
issue = "quota"
short = "A cap"
statement = "The northern catch is capped."
called = "demand"
mode = "reported"
said_by = "The Gazette"
firmness = "stated as a condition"
basis = "not stated"
sources = ["gazette"]
[[red_line]]
id = "south-whales"
party = "south"
issue = "whales"
short = "No whaling"
statement = "No whale is taken."
mode = "reported"
said_by = "The Gazette"
firmness = "principle"
basis = "not stated"
sources = ["gazette"]
"""

PROVENANCE = 'mode = "document"\nsources = ["gazette"]\n'


def plan(name: str, points: Iterable[str] = (), text: str = "full", public: str = "2031-05-02", more: str = "") -> str:
    """A plan of these points as TOML."""
    head = f'[[plan]]\nid = "{name}"\nname = "Plan {name}"\nshort = "{name.upper()}"\nauthors = ["north"]\n'
    head += f'text = "{text}"\nmade_public = "{public}"\nhow = "published"\n'
    return head + PROVENANCE + more + "".join(points)


def point(
    number: str, text: str | None = None, issue: str = "quota", derives: Iterable[str] = (), relation: str = "", more: str = ""
) -> str:
    """A point as TOML; several issues parted by spaces; `more` are further keys and tables."""
    out = f'[[plan.point]]\nnumber = "{number}"\nissues = {json.dumps(issue.split())}\n'
    if text is not None:
        out += f"text = {json.dumps(text, ensure_ascii=False)}\n"
    if derives:
        out += f"derives = {json.dumps(list(derives))}\n"
    if relation:
        out += f'relation = "{relation}"\n'
    return out + PROVENANCE + more + "\n"


def touch(line: str, verdict: str, basis: str = "judged") -> str:
    """A touch of a red line as TOML, for the `more` of a point."""
    return (
        f'[[plan.point.touches]]\nred_line = "{line}"\nverdict = "{verdict}"\nwhy = "It touches the line."\nby = "desk"\n'
        f'basis = "{basis}"\ndate = "2031-05-03"\nmode = "judgement"\nsources = ["gazette"]\n'
    )


def store_of(folder: Path, *parts: str, as_at: str | None = None, manifest: str = MANIFEST) -> Store:
    """A store built from the frame and these parts."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "briefing.toml").write_text(manifest, encoding="utf-8")
    (folder / "data" / "all.toml").write_text(FRAME + "\n".join(parts), encoding="utf-8")
    built = build(folder / "briefing.toml", folder / "store.db")
    return Store.open(built.path, as_at)


class Once(Protocol):
    """What the fixture `once` gives: a folder of this name, filled by `make` unless another worker has filled it; then it is only read."""

    def __call__(self, name: str, make: Callable[[Path], object]) -> Path: ...


class Ask(Protocol):
    """What the fixture `ask` gives: a store of the frame and these parts, closed when the test ends."""

    def __call__(self, *parts: str, as_at: str | None = None) -> Store: ...
