"""What is new fetched into a reader's folder. Whatever goes wrong is one sentence, and what was kept still holds."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from tui.errors import BriefingError, MachineError, Refused
from tui.folders import is_there, to_disk
from tui.frozen import frozen
from tui.store.examining import fits
from tui.store.read import Store
from tui.store.schema import VERSION as FORMAT
from tui.travel import edition as editions
from tui.travel.addresses import Upstream
from tui.travel.asking import Answer, Request, ask
from tui.travel.edition import Edition, StoreVersion, in_short, parted, read_edition, size_in_words
from tui.travel.kept import KeptFolder
from tui.travel.packed import Measure, unpack

ANOTHER_PROGRAM = "another version of this program: update the older one of the two, here or at the desk, which then publishes anew"
SLOWEST = 16 * 1024  # bytes a second; a store that comes slower goes on at the next pull


@frozen
class Patience:
    """How many seconds to wait: for another pull to end, for the edition, and for a store (None: as long as it comes quick enough)."""

    other: float
    edition: float
    store: float | None = None


FULL = Patience(60.0, 20.0)
AT_A_START = Patience(2.0, 5.0, 10.0)  # where something is kept, a reader rather has that; the session goes on asking
Vouch = Callable[[bytes, bytes], object]  # raises Refused for a text without a good signature


@frozen
class Pulled:
    """What is kept now: the edition, the version in force, and whether this pull brought it."""

    edition: Edition
    version: StoreVersion
    new: bool


def pull(where: Upstream, kept: KeptFolder, vouch: Vouch, *, unverified: bool = False, patience: Patience | None = None) -> Pulled:
    """Fetch what is new; `unverified` is noted, for whoever opens it.

    Raise Unreachable, Refused or MachineError, each with a sentence. It is kept, to be told with what is shown.
    """
    patience = patience or FULL
    with kept.held(patience.other):
        try:
            return _pulled(where, kept, vouch, patience, unverified=unverified)
        except BriefingError as error:
            kept.note(address=str(where), failed=str(error))
            raise
        except OSError as error:
            told = MachineError(f"cannot write to {kept.folder}: {error.strerror or error}")
            try:
                kept.note(address=str(where), failed=str(told))
            except OSError:
                raise told from error  # no room for that either
            raise told from error


def _pulled(where: Upstream, kept: KeptFolder, vouch: Vouch, patience: Patience, *, unverified: bool) -> Pulled:
    known, before = kept.known(), kept.edition()
    in_force = kept.version() if before else None
    whole = before is not None and in_force is not None and in_force == _wanted(before, known.chosen) and kept.has(in_force, whole=True)
    into = io.BytesIO()
    request = Request(editions.FILE, editions.MOST, patience.edition, known.tag if whole and known.address == str(where) else "")
    answer = ask(where, request, lambda _: into)
    if answer.same and before is not None and in_force is not None:
        _hold_vouched(where, parted(kept.raw()), vouch)  # a signer may be trusted no more
        kept.note(answered=time.time(), failed="")
        return Pulled(before, in_force, new=False)
    raw = into.getvalue()
    edition = _hold_vouched(where, parted(raw), vouch)
    _hold_to(before, edition, where)
    version = _wanted(edition, known.chosen)
    fetch(where, kept, version, patience)
    kept.note(address=str(where), unverified=unverified)
    kept.take(raw, edition, version, answer.tag)
    return Pulled(edition, version, new=in_force != version)


def _hold_vouched(where: Upstream, raw: tuple[bytes, bytes], vouch: Vouch) -> Edition:
    """Return the edition. Raise Refused where nobody who is trusted has signed it, before anything of it is read."""
    try:
        vouch(*raw)
        return read_edition(raw[0])
    except Refused as error:
        raise Refused(f"what {where} has is not taken: {error}") from error


def _wanted(edition: Edition, chosen: int | None) -> StoreVersion:
    """Return the version to be in force: the one that was chosen, as long as the edition has it, else the newest."""
    return next((one for one in edition.versions if one.version == chosen), edition.now)


def _hold_to(before: Edition | None, edition: Edition, where: Upstream) -> None:
    """Raise Refused for an edition that can not follow the one that was taken before."""
    if before is None:
        return
    now, then = edition.now, before.now
    if edition.series != before.series:
        raise Refused(
            f"{where} now has another briefing, {edition.title!r} in the place of {before.title!r}; if that is meant, "
            "`briefing pull --forget` forgets the one before"
        )
    if now.version < then.version:
        raise Refused(f"{where} goes back to {in_short(now)}; {in_short(then)} was there before, and stands")
    if now.version == then.version and now.digest != then.digest:
        raise Refused(f"{where} has two stores that are called {in_short(now)}; the one that came first stands")
    if now.as_of < then.as_of and not edition.takes_back:
        raise Refused(f"{where} has {in_short(now)}, which is an older day than {in_short(then)} and does not say that it takes that back")


def fetch(where: Upstream, kept: KeptFolder, version: StoreVersion, patience: Patience | None = None) -> None:
    """Fetch the store of a version where it is not here yet, going on where an earlier pull broke off."""
    if kept.has(version, whole=True):
        return
    if version.format != FORMAT:
        newer = version.format > FORMAT
        tell = "a newer program is needed here" if newer else "the desk's program is older than this one, and must publish anew"
        raise Refused(f"{in_short(version)} has format {version.format} and this program reads format {FORMAT}: {tell}")
    if max(version.size, version.packed) > editions.LARGEST:
        raise Refused(
            f"{in_short(version)} has {size_in_words(version.size)}, more than the {size_in_words(editions.LARGEST)} that are taken"
        )
    part = kept.arriving(version)
    _arrived(where, part, version, patience or FULL)
    ready = kept.of(version).with_suffix(".unpacking")
    try:
        unpack(part, ready, Measure(version.size, version.digest))
        _hold_sound(ready, version)
        to_disk(ready)
        ready.replace(kept.of(version))
        to_disk(ready.parent)
    except Refused:
        part.unlink(missing_ok=True)  # or it would be refused for ever
        raise
    finally:
        ready.unlink(missing_ok=True)
    part.unlink(missing_ok=True)


def _arrived(where: Upstream, part: Path, version: StoreVersion, patience: Patience) -> None:
    """Let the packed store come, whole."""
    had = part.stat().st_size if is_there(part) else 0
    if had > version.packed:
        part.unlink()
        had = 0
    if had < version.packed:
        seconds = patience.edition + version.packed / SLOWEST if patience.store is None else patience.store
        request = Request(version.file, version.packed, seconds, start=had)
        with part.open("ab") as file:

            def sink(start: int) -> BinaryIO:
                file.truncate(start)
                return file

            answer: Answer = ask(where, request, sink)
        had = answer.start + answer.length
    if had < version.packed:
        raise MachineError(f"{where} sent {had:,} of {version.packed:,} bytes of {in_short(version)}; the next pull asks for the rest")


def _hold_sound(store: Path, version: StoreVersion) -> None:
    """Raise Refused where the store cannot be read by this program, whatever its format says, or says something else than its edition."""
    try:
        if not fits(store):
            raise Refused(f"the store of {in_short(version)} was made by {ANOTHER_PROGRAM}")
        with Store.open(store) as opened:
            told = (opened.manifest.as_of.upper, opened.manifest.handling)
    except MachineError as error:
        raise Refused(f"the store of {in_short(version)} cannot be read here: {error}") from error
    if told != (version.as_of, version.handling):
        raise Refused(f"the store of {in_short(version)} says another day or another handling mark than its edition")
