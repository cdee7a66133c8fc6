"""A connection to SQLite that is thrown away open fails the tests on every Python, and says which test opened it.

Python itself tells of it from 3.13 on only, and the test that runs by then is blamed: garbage is collected when it pleases.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import warnings
from typing import Any

_connect = sqlite3.connect


class _Watched(sqlite3.Connection):
    def __init__(self, *args: Any, **options: Any) -> None:
        frame = sys._getframe(2)  # who called `connect`
        self._opened_by = f"{frame.f_code.co_filename}:{frame.f_lineno}, in {os.environ.get('PYTEST_CURRENT_TEST', 'no test')}"
        super().__init__(*args, **options)

    def __del__(self) -> None:
        try:
            _ = self.total_changes
        except sqlite3.ProgrammingError:
            return  # it is closed, or was never open
        self.close()
        warnings.warn(f"left open: a connection made at {self._opened_by}", ResourceWarning, stacklevel=1)


def watch() -> None:
    """Watch every connection that is made from now on."""

    def connect(*args: Any, **options: Any) -> sqlite3.Connection:
        made: sqlite3.Connection = _connect(*args, **{"factory": _Watched} | options)
        return made

    sqlite3.connect = connect  # type: ignore[assignment] # one of its overloads would do
