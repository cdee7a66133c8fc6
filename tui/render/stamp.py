"""What stands on every export: what it is about, as at when, from which data, made in which minute, and how it may be handled."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from datetime import UTC, datetime

from tui.dates import in_words
from tui.errors import BadInput
from tui.frozen import frozen
from tui.store.read import Store

EPOCH = "SOURCE_DATE_EPOCH"
_SHORT = 12


@frozen
class Stamp:
    """The head and foot of an export; `made` is the minute in UTC, `digest` tells which data it was made from."""

    title: str
    subtitle: str | None
    as_of: str
    as_at: str
    handling: str
    desk: str
    digest: str
    made: str

    @property
    def minute(self) -> str:
        """Return when it was made, as ISO 8601 has it."""
        return f"{self.made.removesuffix(' UTC').replace(' ', 'T')}:00Z"

    @property
    def short_digest(self) -> str:
        """Return enough of the digest to tell two stores apart by eye."""
        return self.digest[:_SHORT]


def stamp(store: Store, digests: Mapping[str, str]) -> Stamp:
    """Return the stamp of a store made from files of these digests: now, or at SOURCE_DATE_EPOCH, to be made again byte for byte."""
    manifest = store.manifest
    return Stamp(
        title=manifest.title,
        subtitle=manifest.subtitle,
        as_of=in_words(manifest.as_of),
        as_at=in_words(store.as_at),
        handling=manifest.handling,
        desk=manifest.desk,
        digest=digest_of(digests),
        made=f"{_now():%Y-%m-%d %H:%M} UTC",
    )


def digest_of(digests: Mapping[str, str]) -> str:
    """Return one digest for all source files: over the digest of each, as `sha256sum` would list them by path."""
    return hashlib.sha256("".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items())).encode()).hexdigest()


def _now() -> datetime:
    epoch = os.environ.get(EPOCH)
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise BadInput(f"{EPOCH} is {epoch!r}; it must be a number of seconds since 1970.") from None
