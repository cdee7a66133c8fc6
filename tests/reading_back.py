"""What was exported, as text: a file that is no text is read back by the library of its format, as whoever opens it would."""

from __future__ import annotations

from collections.abc import Mapping


def read_back(made: str | bytes | Mapping[str, str]) -> str:
    """Return the words of an export; of several files, each below its name."""
    if isinstance(made, str):
        return made
    if isinstance(made, Mapping):
        return "".join(f"== {name}\n{text}" for name, text in made.items())
    raise TypeError("no library reads this back")
