"""A fault inside one file, before anybody has looked up where it stands."""

from __future__ import annotations

from typing import NamedTuple

Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """A code, the path of keys it is about, what is wrong and how to mend it.

    `key` when it is the key that is wrong and not its value; `first` is an earlier place in the same file that the message is to name.
    """

    code: str
    path: Path
    message: str
    fix: str
    key: bool = False
    first: Path | None = None
