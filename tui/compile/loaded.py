"""What loading a briefing gives: its records, its faults, what was declared, and where everything stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tui.compile.sourcefile import Fault, KeyPath, SourceFile
from tui.findings import Finding
from tui.fold import fold
from tui.model import Manifest, Plan, Record, Where
from tui.names import nearest

__all__ = ["Declared", "Faulty", "KeyPath", "Loaded", "Spot", "Subject", "declare_points", "hide"]

Fits = Callable[[str], bool]
_WORD = re.compile(r"[a-z0-9-]+")


@dataclass
class Declared:
    """Declared ids by kind, and for each plan its points (`6`, `21a`); and what cannot be told, because faults hide it.

    A record of a `hidden` kind has an id that cannot be read, a `partial` plan such a number: whatever names one that is not declared may
    mean it. What is `doubled` may be either of two records; what is a misfit lacks keys of its kind, or has others, and may be of another.
    `lost` are the words of files that are not TOML, of which any may be an id; `blind` when a file could not even be read.
    """

    ids: dict[str, set[str]] = field(default_factory=dict)
    points: dict[str, set[str]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    doubled: set[tuple[str, str]] = field(default_factory=set)
    misfits: set[str] = field(default_factory=set)
    partial: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    blind: bool = False

    def add(self, kind: str, record_id: str) -> None:
        """Declare a record."""
        self.ids.setdefault(kind, set()).add(record_id)

    def lose(self, text: str) -> None:
        """Take every word of a text whose records could not be read for an id; in UTF-16 there are zeros between its letters."""
        self.lost.update(_WORD.findall(text.replace("\0", "")))

    def hides(self, kinds: Iterable[str], record_id: str) -> bool:
        """Return whether a record of these kinds and this id may stand where faults keep it from being read."""
        return self.blind or record_id in self.lost or record_id in self.misfits or not self.hidden.isdisjoint(kinds)

    def has(self, kind: str, record_id: str) -> bool:
        """Return whether a record of this kind and id was declared."""
        return record_id in self.ids.get(kind, ())

    def has_point(self, plan: str, number: str) -> bool:
        """Return whether a plan has a point or a lettered clause of this number, as far as can be told."""
        return plan in self.partial or plan in self.lost or number in self.points.get(plan, ())

    def day(self, kind: str, record_id: str, number: str | None) -> str | None:
        """Return the first day of a record or a point that was declared elsewhere than in the files at hand: nothing is, here."""
        del kind, record_id, number
        return None

    def kinds_of(self, record_id: str) -> list[str]:
        """Return the kinds that have a record of this id."""
        return [kind for kind, ids in self.ids.items() if record_id in ids]

    def nearest(self, kinds: Iterable[str], record_id: str, fits: Fits = bool) -> str | None:
        """Return the declared id of these kinds, of those that fit, that looks most like this one; None where a nearer one may be lost.

        It has the same digits: these tell one record from its like (`echo-0303`, `echo-0318`), so another is no slip for it.
        """
        ids = set().union(*(self.ids.get(kind, set()) for kind in kinds))
        digits = _digits(record_id)
        return None if self.lost else nearest(record_id, sorted(id_ for id_ in ids if _digits(id_) == digits and fits(id_)))

    def nearest_point(self, plan: str, number: str, fits: Fits) -> str | None:
        """Return the point of a plan, of those that fit, that has this number written otherwise (`2A` for `2a`): a near one is another."""
        plain = _plain(number)
        return next((one for one in sorted(self.points.get(plan, ())) if _plain(one) == plain and fits(one)), None)


def declare_points(plan: dict[str, Any], path: KeyPath, known: Declared, faults: list[Fault]) -> None:
    """Make the points of a raw plan known; a number or a letter that stands twice goes to `faults`."""
    places: dict[str, KeyPath] = {}
    for index, point in _tables(plan.get("point")):
        number = point.get("number")
        if isinstance(number, str):
            _declare("E208", f"point {number}", number, (*path, "point", index, "number"), places, faults)
    for index, point in _tables(plan.get("point")):
        for part, clause in _tables(point.get("clause")):
            number, letter = point.get("number"), clause.get("letter")
            if isinstance(number, str) and isinstance(letter, str):
                where = (*path, "point", index, "clause", part, "letter")
                _declare("E209", f"clause {number}{letter}", f"{number}{letter}", where, places, faults)
    plan_id = plan.get("id")
    if isinstance(plan_id, str):
        known.points.setdefault(plan_id, set()).update(places)


def hide(kind: str, table: dict[str, Any], path: KeyPath, faults: Sequence[Fault], known: Declared) -> Sequence[Fault]:
    """Tell `known` what the faults of a record keep from being read: its id, or numbers and letters of its points. Return those to tell.

    An id in a part is that of the next record, whose header is missing: whatever else is wrong here comes of that.
    """
    record_id = table.get("id")
    beheaded = [fault for fault in faults if fault.code == "E202" and fault.path[-1] == "id" and len(fault.path) > len(path) + 1]
    if beheaded:
        known.lose(str(table))
        return beheaded
    if not isinstance(record_id, str) or any(fault.path[len(path) :] == ("id",) for fault in faults):
        known.hidden.add(kind)
    elif kind == Plan.kind and any(fault.code == "E202" or fault.path[-1] in _NUMBERING or _is_item(fault) for fault in faults):
        known.partial.add(record_id)
    if isinstance(record_id, str) and any(fault.code in ("E202", "E203") and len(fault.path) == len(path) + 1 for fault in faults):
        known.misfits.add(record_id)  # its header may be that of another kind
    return faults


# The keys of a plan without which its points have no names.
_NUMBERING = frozenset({"point", "number", "clause", "letter"})


def _is_item(fault: Fault) -> bool:
    """Return whether a fault is about a whole member of a list."""
    return isinstance(fault.path[-1], int)


def _declare(code: str, name: str, number: str, path: KeyPath, places: dict[str, KeyPath], faults: list[Fault]) -> None:
    if number in places:
        fix = "every point keeps a number of its own" if code == "E208" else "give each clause a letter of its own"
        faults.append(Fault(code, path, f"{name} stands in this plan twice", fix, first=places[number]))
    else:
        places[number] = path


def _tables(value: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the tables in what should be a list of tables, with their places in it."""
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, dict):
            yield index, item


def _digits(text: str) -> list[str]:
    return sorted(filter(str.isdigit, fold(text)))


_SIGNS = re.compile(r"(?<!\d)[^a-z0-9]++|[^a-z0-9]++(?!\d)|(?<![a-z0-9])0++(?=\d)")


def _plain(number: str) -> str:
    """Return the number of a point without case, spaces, noughts before it, and signs but those between digits."""
    return _SIGNS.sub("", fold(number))


class Spot(NamedTuple):
    """Where a table stands: its file, and the path of keys to it."""

    file: SourceFile
    path: tuple[str | int, ...]


@dataclass(frozen=True, eq=False)
class Faulty:
    """A record that is left out for its faults: what it says of others is still checked."""

    cls: type[Record]
    table: dict[str, Any]
    spot: Spot


Subject = Record | Manifest | Faulty


@dataclass
class Loaded:
    """A briefing as read. Faulty records are left out of `records`; what they declare is in `known`.

    `digests` are the SHA-256 of every file that could be read, by its path from the manifest's folder. `whole` when no record was lost, so
    that what is missing is missing.
    """

    root: Path
    manifest: Manifest | None = None
    records: list[Record] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    known: Declared = field(default_factory=Declared)
    faulty: list[Faulty] = field(default_factory=list)
    whole: bool = True
    spots: dict[tuple[str, str], Spot] = field(default_factory=dict)

    def spot(self, subject: Subject) -> Spot:
        """Return where a record, a faulty record or the manifest stands."""
        if isinstance(subject, Faulty):
            return subject.spot
        return self.spots["", ""] if isinstance(subject, Manifest) else self.spots[subject.kind, subject.id]

    def locate(self, subject: Subject, *path: str | int, key: bool = False) -> Where:
        """Return the exact place of a value below a record or the manifest, or with `key` of its key; of its table where it is missing."""
        file, start = self.spot(subject)
        line, column, _ = file.span((*start, *path), key=key)
        return Where(file.shown, line, column)

    def find(self, subject: Subject, code: str, path: tuple[str | int, ...], message: str, fix: str, *, key: bool = False) -> Finding:
        """Return a finding about what stands at `path` below a record or the manifest, or with `key` about its key."""
        file, start = self.spot(subject)
        return file.find(Fault(code, (*start, *path), message, fix, key))
