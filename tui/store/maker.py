"""Which program makes stores: one made by another is built again rather than read."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tui import model, shapes
from tui.version import __version__


def maker() -> str:
    """The version of this program, and a digest of the code that gives a store its form.

    The version alone would do for those who install releases; the digest spares those who change the model from stores that lack a column.
    """
    digest = hashlib.sha256()
    for path in (Path(model.__file__), Path(shapes.__file__), *sorted(Path(__file__).parent.glob("*.py"))):
        digest.update(path.read_bytes())
    return f"{__version__} {digest.hexdigest()[:16]}"
