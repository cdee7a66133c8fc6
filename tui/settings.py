"""What a reader may set in `config.toml`, and where that file is. Keys have names of their own there: those of `keys.py`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from tui.folders import homed
from tui.frozen import frozen
from tui.keys import KEYS
from tui.model import Strict

LOOKS: Mapping[str, str] = MappingProxyType(
    {
        "auto": "as the terminal has it",
        "sixteen": "the terminal's own sixteen colours",
        "dark": "true colour for a dark ground",
        "light": "true colour for a light ground",
        "either": "true colour for any ground",
        "none": "no colour",
    }
)


def _keys() -> type:
    """Return the table of keys: every command by its name, with the keys that do it; those that are left out keep theirs."""
    names = [key.name for key in KEYS]
    held = {"__doc__": "The keys of a reader.", "__module__": __name__, "__annotations__": dict.fromkeys(names, tuple[str, ...])}
    return frozen(kw_only=True)(type("Keys", (Strict,), {**held, **dict.fromkeys(names, ())}))


Keys: Any = _keys()


@frozen(kw_only=True)
class Settings(Strict):
    """`first` is the address to open where the reader does not come back to a place; `place` whether it opens where the reader was."""

    first: str | None = None
    place: bool = True
    look: Literal["auto", "sixteen", "dark", "light", "either", "none"] = "auto"
    mouse: bool = False
    watch: bool = True
    keys: Keys | None = None

    @property
    def own_keys(self) -> dict[str, tuple[str, ...]]:
        """Return the keys that are set, by the name of their command."""
        return {key.name: held for key in KEYS if self.keys is not None and (held := getattr(self.keys, key.name))}


def config_file() -> Path:
    """Return where the settings are, as `platformdirs.user_config_path` has it, which takes longer than all else of a start."""
    if sys.platform in ("win32", "darwin"):
        import platformdirs

        return platformdirs.user_config_path("briefing") / "config.toml"
    named = os.environ.get("XDG_CONFIG_HOME", "").strip()
    return (Path(named) if named else homed("~/.config")) / "briefing" / "config.toml"
