"""Which ids and point numbers there are, also in records and files that could not be read.

A reference into a faulty record is not a second fault, so everything that was declared counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.model import KINDS
from tui.names import nearest

# What looks like a header or an id, though a bracket, a quote or an equals sign may be the very thing that is missing.
_HEADER = re.compile(r"^[ \t]*\[{0,2}[ \t]*(\w+)[.\w]*[ \t]*\]{0,2}[ \t\r]*(?:#.*)?$", re.MULTILINE)
_ID = re.compile(r"""^[ \t]*id[ \t=]*["']?([a-z0-9-]+)""", re.MULTILINE)


@dataclass
class Known:
    """Declared ids by kind, and for each plan its points (`6`, `21a`).

    `partial` plans stand in files that could not be parsed, so their points are not known; `blind` when a file could not even be read,
    and no id can be called unknown.
    """

    ids: dict[str, set[str]] = field(default_factory=dict)
    points: dict[str, set[str]] = field(default_factory=dict)
    partial: set[str] = field(default_factory=set)
    blind: bool = False

    def add(self, kind: str, record_id: str) -> None:
        """Declare a record."""
        self.ids.setdefault(kind, set()).add(record_id)

    def salvage(self, text: str) -> None:
        """Declare what looks like a record in a file that is not TOML."""
        marks = [(match.start(), match[1], "") for match in _HEADER.finditer(text) if match[1] in KINDS]
        marks += [(match.start(), "", match[1]) for match in _ID.finditer(text)]
        kind = ""
        for _, header, record_id in sorted(marks):
            kind = header or kind
            if record_id and kind:
                self.add(kind, record_id)
                if kind == "plan":
                    self.partial.add(record_id)

    def has(self, kind: str, record_id: str) -> bool:
        """Whether a record of this kind and id was declared."""
        return record_id in self.ids.get(kind, ())

    def has_point(self, plan: str, number: str) -> bool:
        """Whether a plan has a point or a lettered clause of this number, as far as can be told."""
        return plan in self.partial or number in self.points.get(plan, ())

    def day(self, kind: str, record_id: str, number: str | None) -> str | None:
        """The first day of a record or a point that was declared elsewhere than in the files at hand: nothing is, here."""
        del kind, record_id, number
        return None

    def kinds_of(self, record_id: str) -> list[str]:
        """The kinds that have a record of this id."""
        return [kind for kind, ids in self.ids.items() if record_id in ids]

    def nearest(self, kinds: Iterable[str], record_id: str) -> str | None:
        """The declared id of these kinds that looks most like this one."""
        return nearest(record_id, sorted(set().union(*(self.ids.get(kind, set()) for kind in kinds))))

    def nearest_point(self, plan: str, number: str) -> str | None:
        """The point of a plan whose number looks most like this one."""
        return nearest(number, sorted(self.points.get(plan, ())))
