"""A folder or a manifest into records and findings: every fault of every file in one pass."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tui.compile.files import Unreadable, data_files, is_data_file, read
from tui.compile.loaded import Declared, Faulty, Loaded, Spot, declare_points, hide
from tui.compile.positions import Headers, headers
from tui.compile.prepare import prepare
from tui.compile.sourcefile import Fault, SourceFile, decode, parse
from tui.compile.validate import validate, wrong_type
from tui.findings import Finding, Where, severity_of
from tui.folders import is_above, is_folder
from tui.hostile import bad_characters, clean
from tui.locate import MANIFEST
from tui.model import KINDS, Manifest, Plan, Point, Record
from tui.names import nearest
from tui.shapes import Shape, shapes


def load(place: Path) -> Loaded:
    """Read the briefing whose manifest is at `place`, or in the folder `place`. Whatever is there, the faults come back as findings."""
    manifest = place / MANIFEST if is_folder(place) else place
    loading = _Loading(manifest)
    loading.run()
    loading.loaded.findings.sort(key=lambda finding: (finding.where.path, finding.where.line, finding.where.column, finding.code))
    return loading.loaded


def load_part(manifest: Path, files: Iterable[Path], known: Declared) -> Loaded:
    """Load some data files of a briefing by themselves; `known` tells what the others hold."""
    loading = _Loading(manifest)
    loading.loaded.known = known
    loading.loaded.whole = False
    loading.read(files)
    return loading.loaded


class _Loading:
    """One run over the files of a briefing."""

    def __init__(self, manifest: Path) -> None:
        self.path = manifest
        self.loaded = Loaded(root=manifest.parent)

    def run(self) -> None:
        self.read(self._manifest())

    def read(self, paths: Iterable[Path]) -> None:
        for path in paths:
            file = self._file(path)
            if file is not None:
                self._records(file)

    def _manifest(self) -> list[Path]:
        """Read the manifest; the data files it leads to."""
        if not os.path.lexists(self.path):
            text, fix = f"there is no manifest {self.path.name} here", "name another folder, or begin one with `briefing new FOLDER`"
            self._tell(self.path, "E104", text, fix)
            return []
        file = self._file(self.path)
        if file is None:
            return []
        table, finding = parse(file)
        if finding:
            self.loaded.findings.append(finding)
            self.loaded.whole = False
        named = table.get("data", "data")
        faults: list[Fault] = []
        prepare(Manifest, table, (), faults)
        found = None if finding else validate(Manifest, table, (), faults)
        self.loaded.findings += map(file.find, faults)
        if found is not None and not faults:
            self.loaded.manifest = found
            self.loaded.spots["", ""] = Spot(file, ())
        if any(fault.path == ("data",) for fault in faults):
            self.loaded.known.blind = True
            return []
        # Which folder it is may stand in what could not be read.
        hidden = finding is not None or ("data" not in table and any(fault.code == "E202" for fault in faults))
        return self._data(file, named, hidden=hidden)

    def _data(self, file: SourceFile, named: str, *, hidden: bool) -> list[Path]:
        """Return the files below the folder the manifest names; a finding where there are none, unless a fault hides its name."""
        folder = self.loaded.root / named
        found, what = [], "holds no .toml file"
        if not is_folder(folder):
            what = "is no folder" if os.path.lexists(folder) else "is not there"
        elif is_above(folder, self.loaded.root):
            what = "is above this manifest, and holds far more than its records"
        else:
            try:
                found = data_files(folder, self.path)
            except Unreadable as reason:
                what = str(reason)
        self.loaded.known.blind = not found
        if not found and not hidden:
            near = _record_folder(self.loaded.root)
            fix = f'write data = "{near}"' if near else "name the folder that holds the records, counted from the manifest"
            self.loaded.findings.append(file.find(Fault("E105", ("data",), f"the data folder {named!r} {what}", fix)))
        return found

    def _file(self, path: Path) -> SourceFile | None:
        """Return a file as text, its digest taken; None, and a finding, where it cannot be read."""
        relative = os.path.relpath(path, self.loaded.root)
        if bad_characters(relative) or "\n" in relative:
            self._tell(path, "E106", "this name holds characters that may not be shown", "give the file another name")
            self.loaded.known.blind = True
            return None
        try:
            data = read(path)
        except Unreadable as reason:
            self._tell(path, "E103", f"this file {reason}", "make it a plain file that this user may read, or take it away")
            self.loaded.known.blind = True
            return None
        self.loaded.digests[relative] = hashlib.sha256(data).hexdigest()
        file, finding = decode(data, relative, _shown(path))
        if finding:
            self._lost(file, finding)
            return None
        return file

    def _tell(self, path: Path, code: str, message: str, fix: str) -> None:
        """Add a finding about a file that was not read."""
        self.loaded.whole = False
        self.loaded.findings.append(Finding(severity_of(code), code, message, Where(_shown(path)), fix))

    def _lost(self, file: SourceFile, finding: Finding) -> None:
        """Give up the records of a file: what names them is not wrong for that."""
        self.loaded.whole = False
        self.loaded.findings.append(finding)
        self.loaded.known.lose(file.text)

    def _records(self, file: SourceFile) -> None:
        """Load all records of one data file."""
        tables, finding = parse(file)
        if finding:
            self._lost(file, finding)
            return
        header_places = headers(file.text)
        faults: list[Fault] = []
        if loose := _loose(tables):
            faults.append(_headless(loose, tables, self.loaded.known))
        for kind, items in tables.items():
            cls = KINDS.get(kind)
            if kind in loose:
                continue
            if cls is None:
                faults.append(_lost_part(kind, tables, self.loaded.known) or _unknown_kind(kind, items, self.loaded.known))
            elif _only_parts(items) and not tables.keys() <= KINDS.keys():
                self.loaded.known.hidden.add(kind)  # the header of the record that they belong to is the one that is misspelt
            elif not isinstance(items, list):
                fix = f"write its header in double brackets: [[{kind}]]"
                faults.append(Fault("E204", (kind,), f"`{kind}` must be a list of records", fix, key=True))
                self.loaded.known.hidden.add(kind)
            else:
                places = self._places(file, kind, len(items), header_places)
                for index, item in enumerate(items):
                    record = self._record(cls, item, Spot(file, (kind, index)), faults)
                    if record is not None:
                        self.loaded.records.append(record.placed(places[index]))
                    if isinstance(record, Plan):
                        self._place_points(record, Spot(file, (kind, index)), header_places)
        if faults:
            self.loaded.whole = False
            self.loaded.findings += map(file.find, faults)

    def _record(self, cls: type[Record], item: Any, spot: Spot, faults: list[Fault]) -> Record | None:
        """Return one table as a record, or None and add its faults."""
        path = spot.path
        if not isinstance(item, dict):
            faults.append(wrong_type(path, Shape(cls), item))
            self.loaded.known.hidden.add(cls.kind)
            return None
        before = len(faults)
        prepare(cls, item, path, faults)
        record: Record | None = validate(cls, item, path, faults)
        record_id = item.get("id")
        first = self.loaded.spots.get((cls.kind, record_id)) if isinstance(record_id, str) else None
        if cls is Plan:
            declare_points(item, path, self.loaded.known, faults)
        if first is not None:
            line = first.file.span(first.path)[0]
            text = f"{cls.kind} {record_id!r} is already at {first.file.shown}:{line}"
            faults.append(Fault("E207", (*path, "id"), text, "give each its own id, or make one record of both"))
            self.loaded.known.doubled.add((cls.kind, str(record_id)))
        elif isinstance(record_id, str):
            self.loaded.known.add(cls.kind, record_id)
            self.loaded.spots[cls.kind, record_id] = spot
        if len(faults) > before:
            hide(cls.kind, item, path, faults[before:], self.loaded.known)
        if record is None or len(faults) > before:
            self.loaded.faulty.append(Faulty(cls, item, spot))
            return None
        return record

    def _places(self, file: SourceFile, kind: str, count: int, header_places: Headers) -> list[Where]:
        """Return the header lines of the records of a kind; from the syntax tree where they are not written as headers."""
        found = header_places.records.get(kind, [])
        if len(found) != count:
            found = [file.span((kind, index))[:2] for index in range(count)]
        return [Where(file.path, line, column) for line, column in found]

    def _place_points(self, plan: Plan, spot: Spot, header_places: Headers) -> None:
        """Give the points of a plan their places."""
        file, path = spot
        index = int(path[1])
        found = header_places.points[index] if index < len(header_places.points) else []
        if len(found) != len(plan.point):
            found = [file.span((*path, "point", number))[:2] for number in range(len(plan.point))]
        for point, (line, column) in zip(plan.point, found, strict=True):
            point.placed(Where(file.path, line, column))


def _record_folder(root: Path) -> str | None:
    """Return the name of the one folder beside a manifest that holds .toml files; None where there is none, or a choice."""
    try:
        found = [path.name for path in root.iterdir() if is_folder(path) and any(is_data_file(one.name) for one in path.iterdir())]
    except OSError:
        return None
    return found[0] if len(found) == 1 and found[0].isascii() and found[0].replace("-", "").isalnum() else None


def _only_parts(items: Any) -> bool:
    """Return whether what stands under a kind is no record, but parts of one ([[plan.point]])."""
    return isinstance(items, dict) and all(isinstance(one, list | dict) for one in items.values())


def _loose(tables: dict[str, Any]) -> list[str]:
    """Return the keys of a file that stand above all headers and are a record's: its own header is lost.

    None where all are the manifest's, or a kind's.
    """
    loose = {key for key, of in tables.items() if not isinstance(of, dict) and not _has_tables(of)}
    if loose <= shapes(Manifest).keys() | KINDS.keys():
        return []
    kinds: Iterable[type] = KINDS.values()
    of_records = {key for cls in kinds for key in shapes(cls)} - KINDS.keys()
    return [key for key in tables if key in loose | of_records]


def _has_tables(items: Any) -> bool:
    return isinstance(items, list) and any(isinstance(one, dict) for one in items)


def _headless(loose: list[str], tables: dict[str, Any], known: Declared) -> Fault:
    """Return the one fault of a record without a header, which keeps its id from being known."""
    known.lose(" ".join(str(tables[key]) for key in loose))
    stand = "stands" if len(loose) == 1 else f"and {len(loose) - 1} more stand"
    message = f"`{loose[0]}` {stand} above the first header of this file, so in no record"
    return Fault("E201", (loose[0],), message, "write the header of their record above: [[party]], or what it is", key=True)


def _lost_part(kind: str, tables: dict[str, Any], known: Declared) -> Fault | None:
    """Return the fault of a part whose header lacks the name of its record, as in [[point]]; None where it may be of several here.

    It is one of those of the plans in this file: while it is not read, no point of theirs is missing.
    """
    owners: dict[str, type] = {name: cls for name, cls in KINDS.items() if name in tables}
    owners |= {"plan.point": Point} if "plan" in tables else {}
    found = [name for name, cls in owners.items() if (of := shapes(cls).get(kind)) and of.table and of.many]
    if len(found) != 1 or not _has_tables(tables[kind]):
        return None
    if found[0].startswith("plan"):
        known.partial.update(str(plan.get("id")) for plan in tables["plan"] if isinstance(plan, dict))
    return Fault("E201", (kind,), f"unknown kind of record `{kind}`", f"write [[{found[0]}.{kind}]]", key=True)


def _unknown_kind(kind: str, items: Any, known: Declared) -> Fault:
    """Return the fault of a kind that there is not; whatever names its records may be right."""
    if kind in shapes(Manifest):
        return Fault("E201", (kind,), f"`{kind}` is a key of the manifest", "move it to briefing.toml", key=True)
    near = nearest(kind, KINDS)
    if near:
        known.hidden.add(near)
    for item in items if isinstance(items, list) else [items]:
        known.lose(str(item.get("id", "")) if isinstance(item, dict) else "")
    fix = f"write [[{near}]]" if near else f"the kinds are: {', '.join(KINDS)}"
    if near and _only_parts(items):
        fix = f"write `{near}`"  # [[paln.point]]: what stands behind it stays
    return Fault("E201", (kind,), f"unknown kind of record `{kind}`", fix, key=True)


def _shown(path: Path) -> str:
    """Return a path that the user can open from here, without characters that may not be shown."""
    full = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links to a place the user has not named
    try:
        here = Path.cwd()
    except OSError:  # the folder was taken away
        here = None
    return clean(str(Path(full).relative_to(here)) if here and Path(full).is_relative_to(here) else full, lines=False)
