"""A store into a destination: held against its ceiling, signed, the store first and the edition last."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tui.errors import BadInput, Refused
from tui.folders import temporary_folder
from tui.frozen import frozen
from tui.travel import edition as editions
from tui.travel import handling
from tui.travel.destination import Destination, theirs_stands
from tui.travel.edition import Edition, StoreVersion, in_short, parted, read_edition, store_file
from tui.travel.packed import measure, pack


@frozen(kw_only=True)
class Wish:
    """How to publish. `sign` gives the signature of a text, and `vouched` raises Refused for an edition that nobody trusted has signed."""

    sign: Callable[[bytes], bytes]
    vouched: Callable[[bytes, bytes], object]
    keep: int = 10
    ceiling: Sequence[str] = ()
    takes_back: bool = False
    anew: bool = False


@frozen(kw_only=True)
class Facts:
    """What a store says of itself."""

    title: str
    as_of: str
    handling: str
    format: int


@frozen
class Published:
    """What stands at a destination now, and whether it was put there just now; `bytes` are those that travelled."""

    edition: Edition
    new: bool
    bytes: int


def publish(store: Path, facts: Facts, place: Destination, wish: Wish) -> Published:
    """Publish a store. Nothing happens where it stands there already; Refused tells why it may not."""
    with place.held(), temporary_folder() as folder:
        stands = _standing(place, wish)
        before = stands.edition
        handling.hold_under(stands.marks, facts.handling, place.name)
        if wish.ceiling:
            handling.hold_under(wish.ceiling, facts.handling, "the ceiling that was asked for")
        of = measure(store)
        if before is not None and before.now.digest == of.digest:
            return Published(before, new=False, bytes=0)
        if before is not None and facts.as_of < before.now.as_of and not wish.takes_back:
            raise Refused(
                f"the briefing is as of {facts.as_of} and {place.name} has {in_short(before.now)}; readers refuse an older one, "
                "unless --takes-back says that it is meant"
            )
        file = folder / store_file(of.digest)
        packed = pack(store, file)
        now = StoreVersion(
            version=before.now.version + 1 if before else 1,
            as_of=facts.as_of,
            minute=_minute(),
            digest=of.digest,
            size=of.size,
            packed=packed,
            format=facts.format,
            handling=facts.handling,
        )
        edition = Edition(
            series=before.series if before else secrets.token_hex(16),
            title=facts.title,
            now=now,
            earlier=_earlier(before, now, wish.keep),
            takes_back=wish.takes_back,
        )
        return _put(place, edition, stands, wish, [file])


def back_to(number: int, place: Destination, wish: Wish) -> Published:
    """Publish an earlier version anew, as the next one, which takes back those between. Its store lies there already."""
    with place.held():
        stands = _standing(place, wish)
        before = stands.edition
        if before is None:
            raise BadInput(f"nothing was published at {place.name} yet")
        found = next((one for one in before.earlier if one.version == number), None)
        if found is None:
            there = ", ".join(str(one.version) for one in before.earlier)
            raise BadInput(f"{place.name} does not keep version {number}; it keeps {there or 'none but the one in force'}")
        handling.hold_under(stands.marks, found.handling, place.name)
        if not place.has(found.file, found.packed):
            raise BadInput(f"the store of version {number} lies at {place.name} no more; nothing is published")
        now = replace(found, version=before.now.version + 1, minute=_minute())
        edition = replace(before, now=now, earlier=_earlier(before, now, wish.keep), takes_back=True)
        return _put(place, edition, stands, wish, [])


@frozen
class AtDestination:
    """What a destination has: the edition, the marks that may stand there, and whether a file there says so."""

    edition: Edition | None
    marks: tuple[str, ...]
    has_ceiling: bool
    raw: bytes | None


def _standing(place: Destination, wish: Wish) -> AtDestination:
    """Return what stands there.

    Its signature counts for us too: what it says of earlier versions is signed again with ours.
    """
    found = place.read((editions.FILE, handling.FILE), editions.MOST)
    marks = handling.marks_of(found[handling.FILE]) if handling.FILE in found else tuple(wish.ceiling)
    if not marks:
        raise BadInput(f"say by --ceiling which handling mark may stand at {place.name} at the most, such as TLP:GREEN; it is kept there")
    raw = found.get(editions.FILE)
    if raw is None or wish.anew:
        return AtDestination(None, marks, handling.FILE in found, raw)
    text, signature = parted(raw)
    try:
        wish.vouched(text, signature)
        return AtDestination(read_edition(text), marks, handling.FILE in found, raw)
    except Refused as error:
        raise Refused(f"what stands at {place.name} is not continued: {error}. --anew begins another series") from error


def _earlier(before: Edition | None, now: StoreVersion, keep: int) -> tuple[StoreVersion, ...]:
    return tuple(one for one in before.versions if one.digest != now.digest)[:keep] if before else ()


def _put(place: Destination, edition: Edition, stands: AtDestination, wish: Wish, stores: Sequence[Path]) -> Published:
    """Sign and put; then look whether somebody else did the same meanwhile."""
    text = edition.text()
    raw = text + wish.sign(text)
    if len(raw) > editions.MOST:
        raise BadInput("so many earlier versions do not fit into an edition; keep fewer")
    with temporary_folder() as folder:
        ceiling, last = folder / handling.FILE, folder / editions.FILE
        ceiling.write_bytes(handling.written(stands.marks))
        last.write_bytes(raw)
        files = [*(() if stands.has_ceiling else (ceiling,)), *stores, last]
        for file in files:
            file.chmod(0o644)  # who serves the folder may be another account
        kept = {one.file for one in edition.versions}
        there = {*place.stores(), *(one.file for one in (stands.edition.versions if stands.edition else ()))}
        place.put(files, sorted(there - kept), stands.raw)  # also what a desk left there that was killed
        if place.read((editions.FILE,), editions.MOST).get(editions.FILE) != raw:
            raise theirs_stands(place.name)
        return Published(edition, new=True, bytes=sum(file.stat().st_size for file in files))


def _minute() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ")
