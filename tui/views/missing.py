"""What to say of a record that is not there."""

from __future__ import annotations

from tui.dates import in_words
from tui.errors import NoSuchRecord
from tui.names import or_nearest
from tui.store.read import Store

_FEW = 20  # ids that a sentence can hold


def missing(store: Store, kind: str, id_: str) -> NoSuchRecord:
    """Return the error for an id that is not known: the nearest that is; of plans, where none is near, all of them if they are few."""
    what = kind.replace("_", " ")
    day = f" as at {in_words(store.as_at)}" if store.as_at != store.manifest.as_of.upper else ""
    ids = store.ids(kind)
    if not ids:
        return NoSuchRecord(f"no {what} {id_!r}{day}; this briefing has none")
    near = or_nearest(id_.lower(), ids)
    known = f"; there are {', '.join(ids)}" if len(ids) <= _FEW else f"; {len(ids)} are known"
    # Who names plans to compare is choosing among them, and a near miss may have been meant for another.
    hint = near + known if kind == "plan" or not near else near
    return NoSuchRecord(f"no {what} {id_!r}{day}{hint}")
