"""What to say of a record that is not there."""

from __future__ import annotations

from tui.dates import in_words
from tui.findings import NoSuchRecord
from tui.names import or_nearest
from tui.store.read import Store

_FEW = 8  # ids that a sentence can hold


def missing(store: Store, kind: str, id_: str) -> NoSuchRecord:
    """The error for an id that is not known: the nearest that is, or all of them where they are few."""
    what = kind.replace("_", " ")
    day = f" as at {in_words(store.as_at)}" if store.as_at != store.manifest.as_of.upper else ""
    ids = store.ids(kind)
    if not ids:
        return NoSuchRecord(f"no {what} {id_!r}{day}; this briefing has none")
    hint = or_nearest(id_.lower(), ids) or (f"; there are {', '.join(ids)}" if len(ids) <= _FEW else f"; {len(ids)} are known")
    return NoSuchRecord(f"no {what} {id_!r}{day}{hint}")
