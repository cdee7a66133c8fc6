"""Which program makes stores: one made by another is built again rather than read."""

from __future__ import annotations

import hashlib
import os
from functools import cache

import tui
from tui.version import __version__

_FOLDERS = ("compile", "checks", "store")  # with the modules beside these, all that a build runs; a test asks a build which modules it has


@cache
def program() -> str:
    """Return the version of this program, and a digest of every module that has a part in making a store.

    The version alone would do for those who install releases; the digest spares those who change the code from stores of the code before.
    It is of contents and not of dates, which a checkout or an install changes. All of it is read at each start: 48 files, in under 1 ms.
    """
    digest = hashlib.sha256()
    root = os.path.dirname(tui.__file__)  # noqa: PTH120 - making paths of all of them would take longer than reading them
    for folder in (root, *(f"{root}/{name}" for name in _FOLDERS)):
        for name in sorted(os.listdir(folder)):  # noqa: PTH208
            if name.endswith(".py"):
                with open(f"{folder}/{name}", "rb", buffering=0) as file:  # noqa: PTH123
                    digest.update(file.read())
    return f"{__version__} {digest.hexdigest()[:16]}"
