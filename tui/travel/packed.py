"""A store as it travels: packed by gzip to a quarter, and always to the same bytes; unpacked within the size that was signed."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import zlib
from pathlib import Path

from tui.errors import Refused
from tui.frozen import frozen

_LEVEL = 6
_AT_ONCE = 1 << 20


@frozen
class Measure:
    """A file: how long, and the digest (SHA-256) of what is in it."""

    size: int
    digest: str


def measure(path: Path) -> Measure:
    """Return size and digest of a file."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Measure(file.tell(), digest)


def pack(store: Path, into: Path) -> int:
    """Write a store packed into a file, and return how long that is."""
    with store.open("rb") as file, into.open("wb") as out:
        with gzip.GzipFile(filename="", mode="wb", compresslevel=_LEVEL, fileobj=out, mtime=0) as packing:
            shutil.copyfileobj(file, packing, _AT_ONCE)
        return out.tell()


def unpack(packed: Path, into: Path, meant: Measure) -> None:
    """Write the store out of a packed file. Raise Refused where it is not the one that is meant; no more than its size is written."""
    digest, length = hashlib.sha256(), 0
    with packed.open("rb") as file, into.open("wb") as out:
        try:
            with gzip.GzipFile(fileobj=file) as unpacking:
                while data := unpacking.read(_AT_ONCE):
                    length += len(data)
                    if length > meant.size:
                        break
                    digest.update(data)
                    out.write(data)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            length = -1
    if length != meant.size or digest.hexdigest() != meant.digest:
        raise Refused("the store that came is not the one that the edition names")
