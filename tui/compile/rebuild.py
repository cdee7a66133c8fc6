"""Only what has changed is read, checked and written again, where that is sure to give what a build of everything gives.

The old store is the memory of the files that are as they were. Whatever is not plain is left to a full build, which needs no memory: a
finding of any kind, a changed manifest, a file more or less, a change that others may feel, a store of another program or a damaged one.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tui.checks import Briefing, run_checks
from tui.checks.briefing import days
from tui.checks.links import lineage
from tui.checks.parts import parts
from tui.compile.loaded import Declared, Loaded, Spot
from tui.compile.loading import load_part
from tui.compile.sourcefile import SourceFile
from tui.errors import MachineError
from tui.model import Figure, Manifest, Plan, Record, Source
from tui.store.flatten import BriefingLookup
from tui.store.inputs import Inputs, inputs_of, program
from tui.store.patch import OldStore, cites_every_source, counts_of, patch, rows_of
from tui.store.read import Store
from tui.store.replacing import replacing

_MOST = 3  # a third of the files: beyond that, replacing rows takes as long as writing all of them
_MANY = 200  # records around a change: checking more of them again takes as long as checking all
_LINEAGE_FIELDS = ("based_on", "members", "derives", "clause.derives")


class NotApart(Exception):
    """What has changed cannot be built by itself."""


def rebuild(manifest: Path, store: Path, digests: Mapping[str, str]) -> Mapping[str, int] | None:
    """Bring a store up to date with its sources, whose digests are these; its counts, or None where only a full build is sure."""
    try:
        inputs = inputs_of(store)
        changed = {path for path, digest in digests.items() if inputs.digests.get(path) != digest}
        if inputs.tool != program() or inputs.warned or inputs.digests.keys() != digests.keys():
            return None
        if not changed:
            return counts_of(store)
        if manifest.name in changed or len(changed) > max(1, len(digests) // _MOST):
            return None
        with replacing(store) as temporary:
            shutil.copyfile(store, temporary)
            return _patched(manifest, temporary, inputs, changed)
    except (NotApart, MachineError, sqlite3.Error):
        return None


def _patched(manifest: Path, store: Path, inputs: Inputs, changed: set[str]) -> Counter[str]:
    """Return the counts of a copy of the store, in which only the changed files are read anew."""
    if inputs_of(store) != inputs:
        raise NotApart  # somebody else had replaced it before it was copied
    with OldStore(store, changed) as old_store, Store.open(store) as opened:
        loaded = load_part(manifest, [manifest.parent / path for path in sorted(changed)], _Elsewhere(old_store=old_store))
        if loaded.findings or loaded.digests.keys() != changed:
            raise NotApart
        before = Loaded(manifest.parent, records=old_store.before())
        _hold_apart(old_store, opened.manifest, before, loaded)
        if run_checks(_with_neighbours(old_store, before, loaded)):
            raise NotApart
        rows = rows_of(loaded.records, _All(loaded.records, old_store), old_store.files, opened.manifest.as_of.upper)
        files = {old_store.files[path]: digest for path, digest in loaded.digests.items()}
    counts = patch(store, files, rows)
    if not cites_every_source(store):
        raise NotApart
    return counts


def _hold_apart(old_store: OldStore, manifest: Manifest, before: Loaded, after: Loaded) -> None:
    """Raise NotApart when a record in another file may now have another finding, or other rows."""
    old, new = days(before.records), days(after.records)
    if _compared(before) != _compared(after) or any(_hidden(record, manifest.as_of.upper) for record in after.records):
        raise NotApart  # these are checked against the whole briefing
    leads = {("judgement", id_) for id_ in manifest.bottom_line} | {("plan", id_) for id_ in manifest.compare}
    for name in old.keys() | new.keys():
        if name in old and name in new and old[name] == new[name]:
            continue
        kind, id_, number, letter = name
        # A speaker may be either; what was a clause may have become a point.
        kinds = ("person", "party") if kind in ("person", "party") else (kind,)
        if (number is None and (kind, id_) in leads) or any(_felt(old_store, one, id_, number, letter) for one in kinds):
            raise NotApart
    more = lineage(Briefing(after)) - lineage(Briefing(before))
    records = {(record.kind, record.id) for record in (*before.records, *after.records)}
    if more and any(old_store.is_a_line_to(kind, id_, _LINEAGE_FIELDS) for kind, id_ in records):
        raise NotApart  # it may close a circle


def _compared(loaded: Loaded) -> dict[tuple[str, str], Record]:
    """Return the records that are compared with all others of their kind."""
    return {(record.kind, record.id): record for record in loaded.records if isinstance(record, Source | Figure)}


def _hidden(record: Record, as_of: str) -> bool:
    """Return whether anything of a record is known only after the day of the briefing."""
    return any(part.since is not None and part.since > as_of for part in parts(record))


def _felt(old_store: OldStore, kind: str, id_: str, number: str | None, letter: str) -> bool:
    """Return whether other files refer to this name, or hold it too."""
    if number is None and old_store.has(kind, id_):
        return True
    numbers = (number, number + letter) if number else (None,)
    return any(old_store.referrers(kind, id_, one) for one in numbers)


def _with_neighbours(old_store: OldStore, before: Loaded, after: Loaded) -> Loaded:
    """Return what a check needs: what was changed, what refers to it from elsewhere, and what all of these refer to."""
    old, new = _things(before.records), _things(after.records)
    differ = [name for name in old.keys() | new.keys() if old.get(name) != new.get(name)]
    names = {found for name in differ for found in old_store.referrers(*name)}
    if len(names) > _MANY:
        raise NotApart
    around = Loaded(after.root, records=[*after.records], known=after.known, spots=dict(after.spots), whole=False)
    _add(around, old_store, names)
    links = Briefing(Loaded(after.root, records=around.records)).links
    named = {(kind, link.target.id) for link in links if link.target for kind in link.target.kinds}
    _add(around, old_store, named - names)
    return around


def _add(around: Loaded, old_store: OldStore, names: set[tuple[str, str]]) -> None:
    for kind, id_ in sorted(names):
        record = old_store.get(kind, id_)
        if record is not None:
            around.records.append(record)
            around.spots[kind, id_] = Spot(SourceFile("", "", ""), ())  # whatever is found there, a full build tells the place


def _things(records: list[Record]) -> dict[tuple[str, str, str | None], object]:
    """Return records without their points, and points, by what refers to them."""
    found: dict[tuple[str, str, str | None], object] = {}
    for record in records:
        if isinstance(record, Plan):
            found |= {(record.kind, record.id, point.number): point for point in record.point}
            found[record.kind, record.id, None] = replace(record, point=())
        else:
            found[record.kind, record.id, None] = record
    return found


@dataclass(kw_only=True)
class _Elsewhere(Declared):
    """What the changed files declare, and what the others do."""

    old_store: OldStore

    def has(self, kind: str, record_id: str) -> bool:
        """Return whether a record of this kind and id is anywhere."""
        return super().has(kind, record_id) or self.old_store.has(kind, record_id)

    def has_point(self, plan: str, number: str) -> bool:
        """Return whether a plan has a point or a clause of this number."""
        return super().has_point(plan, number) or self.old_store.has_point(plan, number) or self.old_store.has_clause(plan, number)

    def day(self, kind: str, record_id: str, number: str | None) -> str | None:
        """Return the first day of what another file holds."""
        return self.old_store.day(kind, record_id, number)


class _All(BriefingLookup):
    """What some records and the files that have not changed hold."""

    def __init__(self, records: list[Record], old_store: OldStore) -> None:
        super().__init__(records)
        self._standing = old_store

    def has(self, kind: str, id_: str) -> bool:
        """Return whether there is such a record."""
        return super().has(kind, id_) or self._standing.has(kind, id_)

    def has_point(self, plan: str, number: str) -> bool:
        """Return whether the plan has a point of this number."""
        return super().has_point(plan, number) or self._standing.has_point(plan, number)

    def has_clause(self, plan: str, number: str, letter: str) -> bool:
        """Return whether the point of this number has a clause of this letter."""
        return super().has_clause(plan, number, letter) or self._standing.has_clause(plan, number + letter)

    def source_known(self, id_: str) -> str:
        """Return the day from which a source is known."""
        return max(super().source_known(id_), self._standing.day("source", id_) or "")
