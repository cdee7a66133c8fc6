"""Load, check, write; and whether a store is still what its sources say."""

from __future__ import annotations

import atexit
import gc
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui.compile.files import Unreadable, data_files, read
from tui.errors import BadInput, BriefingError, MachineError
from tui.findings import Finding, HasFindings
from tui.folders import followed, is_folder, is_link, is_there, is_trusted_beside
from tui.frozen import frozen
from tui.locate import STORE_FOLDER, is_installed, manifest_of, store_beside
from tui.store.inputs import inputs_of, program
from tui.store.opening import is_store

if TYPE_CHECKING:
    from tui.compile.loaded import Loaded

NOT_READY = "the briefing is not ready; tell whoever runs this server"  # in a kiosk, whose readers shall learn of no path
Progress = Callable[[str, int, int], None]  # what is being done, how much of it is done, out of how much (0: nobody knows)


@frozen
class Built:
    """A store that was written: where, how many records of each kind, and the warnings that did not prevent it."""

    path: Path
    counts: Mapping[str, int]
    findings: list[Finding]


def check(manifest: Path) -> list[Finding]:
    """Return everything that is wrong in a briefing, in the order of its files."""
    return _examined(manifest)[1]


def build(manifest: Path, out: Path | None = None, progress: Progress | None = None, *, whole: bool = False) -> Built:
    """Write the store of a briefing to `out`, or to the first of its usual places that can be written.

    A store that is there is brought up to date, which keeps what has not changed and any damage in it; not where it is to be made `whole`.
    """
    if out is not None:
        out = _replaceable(out)
    if progress:
        progress("reading", 0, 0)
    with _nothing_collected():
        return (None if whole else _again(manifest, out)) or _whole(manifest, out, progress)


def _whole(manifest: Path, out: Path | None, progress: Progress | None) -> Built:
    loaded, findings = _examined(manifest)
    if loaded.manifest is None or any(finding.severity == "error" for finding in findings):
        raise HasFindings(findings)

    from tui.store.write import write  # 88 ms: what writes is slow to import, and a fresh store needs none of it

    path = out or next((store for store in stores_of(manifest) if _prepared(store)), None) or _private_place(manifest)
    header, records, digests = loaded.manifest, loaded.records, loaded.digests
    del loaded  # with the texts of all files, which only findings need
    return Built(path, write(path, header, records, digests, progress, warnings=len(findings)), findings)


def ready(place: Path, progress: Progress | None = None) -> Path:
    """Return a fresh store for a folder, a manifest or a built store; built when there is none, or when it is stale or cannot be read.

    A built store whose sources do not stand at its side is taken as it is.
    """
    manifest = manifest_of(place)
    if manifest is None:
        _examine(place)
        return place
    places = stores_of(manifest) if place.suffix == ".toml" or is_folder(place) else iter([place])
    return next((store for store in places if not stale(manifest, store)), None) or build(manifest, progress=progress).path


def built(find: Callable[[], Path]) -> Path:
    """Return the store of what is found, a folder, a manifest or a store, as it stands, a fresh one before others. Nothing is written.

    For a kiosk, whose readers shall learn nothing of the machine: the one sentence of the MachineError names no path.
    """
    try:
        place = find()
        manifest = manifest_of(place)
        places = list(stores_of(manifest, whosever=True)) if manifest and (place.suffix == ".toml" or is_folder(place)) else [place]
        if manifest is None:
            _examine(place)
        found = [store for store in places if is_store(store) and inputs_of(store)]
        if found:
            return next((store for store in found if manifest and not stale(manifest, store)), found[0])
    except (BriefingError, OSError):
        pass
    raise MachineError(NOT_READY)


def _examine(store: Path) -> None:
    """Look at a store that came by itself: nobody knows who made it."""
    from tui.store.examining import examine  # 1.4 ms: a fresh store needs none of it

    examine(store)


def stale(manifest: Path, store: Path) -> bool:
    """Return whether a store says something else than its sources do now, or cannot be read at all."""
    try:
        inputs = inputs_of(store)
    except MachineError:
        return True
    try:
        return inputs.tool != program() or inputs.digests != _digests(manifest, inputs.data)
    except Unreadable:
        return True


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Keep the collector off meanwhile: a build makes millions of objects and no garbage that needs one."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _again(manifest: Path, out: Path | None) -> Built | None:
    """Return the store that is there already, brought up to date; None where everything must be built."""
    store = out or next((one for one in stores_of(manifest) if _could_be_written(one)), None)
    if store is None or not is_store(store):
        return None
    from tui.compile.rebuild import rebuild  # 133 ms: a fresh store needs none of it

    try:
        counts = rebuild(manifest, store, _digests(manifest, inputs_of(store).data))
    except (MachineError, Unreadable):
        return None
    return None if counts is None else Built(store, counts, [])


def _examined(manifest: Path) -> tuple[Loaded, list[Finding]]:
    from tui.checks import run_checks  # 39 ms: a fresh store needs none of it
    from tui.compile.loading import load

    loaded = load(manifest)
    return loaded, run_checks(loaded)


def _digests(manifest: Path, data: str) -> dict[str, str]:
    """Return the digests of the manifest and of every data file there is now, by path from the manifest's folder."""
    root = manifest.parent
    return {os.path.relpath(path, root): hashlib.sha256(read(path)).hexdigest() for path in _files(manifest, data)}


def _files(manifest: Path, data: str) -> list[Path]:
    return [manifest, *data_files(manifest.parent / data, manifest)]


def sources_of(manifest: Path, store: Path) -> list[Path]:
    """Return the manifest and every data file there is now, of the briefing whose store this is."""
    try:
        return _files(manifest, inputs_of(store).data)
    except Unreadable as reason:
        raise MachineError(f"the data folder of {manifest} {reason}") from reason


def standing(place: Path) -> Path | None:
    """Return the store that was built before, whole and perhaps stale, where another cannot be written; None where there is none."""
    manifest = manifest_of(place)
    for store in stores_of(manifest) if manifest else ():
        with suppress(MachineError):
            inputs_of(store)
            return store
    return None


def _replaceable(out: Path) -> Path:
    """Return the file that `out` leads to, unless something else than a store would be lost there."""
    try:
        out = followed(out)
        if is_folder(out):
            raise BadInput(f"{out} is a folder; name the file that the store is to be written to")
        if is_there(out) and out.stat().st_size and not is_store(out):
            raise BadInput(f"{out} is not a briefing store, so it is not overwritten")
    except OSError as error:
        raise MachineError(f"cannot write {out}: {error}") from error
    return out


def stores_of(manifest: Path, *, whosever: bool = False) -> Iterator[Path]:
    """Yield where the store of a manifest may be: at its side, else in the user's cache, else where only this process has put it.

    At its side it is trusted where it is this user's, or of whose the sources are: nobody else can make a briefing say what its sources
    do not. `whosever` is for those to whom it was named, by who runs the machine.
    """
    beside = store_beside(manifest)
    theirs = is_link(beside.parent) or not (whosever or is_trusted_beside(beside, manifest))  # a link may lead to what is somebody else's
    if not is_installed(manifest) and not theirs:
        yield beside
    import platformdirs  # only who finds nothing fresh at the side of the manifest pays for this

    cache = platformdirs.user_cache_path("briefing")
    if cache.is_absolute():  # it is not, for a user without a home
        key = hashlib.sha256(os.fsencode(manifest.absolute())).hexdigest()[:16]
        yield cache / key / beside.name
    if manifest.absolute() in _PRIVATE:
        yield _PRIVATE[manifest.absolute()]


def _could_be_written(store: Path) -> bool:
    """Return whether the folder of a store can be written, or made."""
    folder = store.parent
    there = next((one for one in (folder, *folder.parents) if is_there(one)), folder)
    return is_folder(there) and os.access(there, os.W_OK | os.X_OK)


def _prepared(store: Path) -> bool:
    """Return whether the folder of a store is there, or could be made, and can be written."""
    folder = store.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    if folder.name == STORE_FOLDER:
        _keep_out_of_git(folder / ".gitignore")
    return os.access(folder, os.W_OK | os.X_OK)


def _keep_out_of_git(path: Path) -> None:
    """Write the file that keeps a store out of git, where there is none; on a full disk none is left, for an empty one would stay."""
    with suppress(OSError), path.open("x", encoding="utf-8") as file:
        try:
            file.write("*\n")
            file.flush()
        except OSError:
            path.unlink()


_PRIVATE: dict[Path, Path] = {}  # manifest -> its store, where no place but a temporary one could be written


def _private_place(manifest: Path) -> Path:
    """Return a place for the store in a folder of this process alone, gone when it ends."""
    import shutil
    import tempfile

    try:
        folder = Path(tempfile.mkdtemp(prefix="briefing-"))
    except OSError as error:
        raise MachineError(f"there is no place where the store could be written: {error.strerror}") from error
    owner = os.getpid()

    def remove() -> None:
        if os.getpid() == owner:  # not when a forked child ends
            shutil.rmtree(folder, ignore_errors=True)

    atexit.register(remove)
    return _PRIVATE.setdefault(manifest.absolute(), folder / store_beside(manifest).name)
