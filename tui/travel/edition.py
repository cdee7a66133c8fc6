"""The edition: the small signed text that says which store is the briefing now. Read strictly, since it comes from elsewhere.

It is one file, so that text and signature are replaced in one step: JSON, then the signature that `ssh-keygen -Y sign` makes of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from tui.errors import Refused
from tui.frozen import frozen
from tui.hostile import clean
from tui.locate import EDITION as FILE

MOST = 256 * 1024  # bytes of an edition; one with a thousand earlier ones has less
LARGEST = 1 << 30  # bytes of a store that a reader takes
__all__ = [
    "FILE",
    "LARGEST",
    "MOST",
    "STORE_FILE",
    "Edition",
    "StoreVersion",
    "in_short",
    "parted",
    "read_edition",
    "size_in_words",
    "store_file",
]
_FORMAT = 1
_FENCE = b"-----BEGIN SSH SIGNATURE-----"
_TEXT = 1000  # characters of a title or of a handling mark
STORE_FILE = re.compile(r"[0-9a-f]{64}\.db\.gz", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ", re.ASCII)
_SERIES = re.compile(r"[0-9a-f]{32}", re.ASCII)
_COUNT = 1 << 53  # every program reads numbers up to this one alike


def store_file(digest: str) -> str:
    """Return the name under which a store of this digest lies beside the edition, packed."""
    return f"{digest}.db.gz"


@frozen(kw_only=True)
class StoreVersion:
    """One store that was published: which (`digest`, `size`, as it travels `packed`), as of which day, when, in which format, for whom."""

    version: int
    as_of: str
    minute: str
    digest: str
    size: int
    packed: int
    format: int
    handling: str

    @property
    def file(self) -> str:
        """Return the name under which the store lies beside the edition, packed."""
        return store_file(self.digest)


@frozen(kw_only=True)
class Edition:
    """What is the briefing now, and the versions before it that are still there, the newest first.

    `series` is the same for all editions of one briefing. `takes_back` says that an older day is meant.
    """

    series: str
    title: str
    now: StoreVersion
    earlier: tuple[StoreVersion, ...] = ()
    takes_back: bool = False

    @property
    def versions(self) -> tuple[StoreVersion, ...]:
        """Return every version, the newest first."""
        return (self.now, *self.earlier)

    def text(self) -> bytes:
        """Return what is signed: the same for the same edition, always."""
        held = {"briefing_edition": _FORMAT, "series": self.series, "title": self.title, "takes_back": self.takes_back}
        held |= {**asdict(self.now), "earlier": [asdict(one) for one in self.earlier]}
        return json.dumps(held, indent=1, ensure_ascii=True).encode("ascii") + b"\n"


def parted(raw: bytes) -> tuple[bytes, bytes]:
    """Return the text of an edition, and its signature; an empty one where it has none."""
    text, fence, rest = raw.partition(b"\n" + _FENCE)
    return (text + b"\n", _FENCE + rest) if fence else (raw, b"")


def read_edition(text: bytes) -> Edition:
    """Return the edition that a text tells. Raise Refused where it is none."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("it is no edition of a briefing") from None
    if not isinstance(held, dict) or type(held.get("briefing_edition")) is not int:
        raise Refused("it is no edition of a briefing")
    if held["briefing_edition"] > _FORMAT:
        raise Refused("its edition is of a form that this program does not know; a newer program is needed")
    earlier = held.get("earlier")
    if not isinstance(earlier, list) or not all(isinstance(one, dict) for one in earlier):
        raise Refused("its edition does not say which versions came before")
    edition = Edition(
        series=_matching(held, "series", _SERIES),
        title=_words(held, "title"),
        now=_version(held),
        earlier=tuple(map(_version, earlier)),
        takes_back=held.get("takes_back") is True,
    )
    numbers = [one.version for one in edition.versions]
    if numbers != sorted(set(numbers), reverse=True):
        raise Refused("its edition counts its versions in no order")
    return edition


def _version(held: Mapping[str, Any]) -> StoreVersion:
    patterns = {"as_of": _DAY, "minute": _MINUTE, "digest": _DIGEST}
    values = {one.name: _matching(held, one.name, patterns[one.name]) for one in fields(StoreVersion) if one.name in patterns}
    numbers = {name: _number(held, name) for name in ("version", "size", "packed", "format")}
    return StoreVersion(**values, **numbers, handling=_words(held, "handling"))  # type: ignore[arg-type]


def _matching(held: Mapping[str, Any], name: str, pattern: re.Pattern[str]) -> str:
    value = held.get(name)
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise Refused(f"its edition has no sound {name}")
    return value


def _number(held: Mapping[str, Any], name: str) -> int:
    value = held.get(name)
    if type(value) is not int or not 0 < value < _COUNT:
        raise Refused(f"its edition has no sound {name}")
    return value


def _words(held: Mapping[str, Any], name: str) -> str:
    value = held.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= _TEXT:
        raise Refused(f"its edition has no sound {name}")
    return clean(value, lines=False)


def in_short(version: StoreVersion) -> str:
    """Return what a version is called in a sentence."""
    from tui.dates import in_words  # 4 ms: only who is told

    return f"version {version.version} as of {in_words(version.as_of)}"


def size_in_words(size: int) -> str:
    """Return a number of bytes as people say it."""
    for unit, bytes_ in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= bytes_:
            return f"{size / bytes_:.1f} {unit}"
    return f"{size} byte{'s' * (size != 1)}"
