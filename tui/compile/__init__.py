"""TOML into records and findings, and these into a store.

    build.py        load, check, write; is the store stale?
    rebuild.py      only the files that changed, where that is sure to give the same
    files.py        which files there are, and their bytes
    loading.py      a folder or a manifest -> Loaded: every fault of every file in one pass
    loaded.py       what loading gives: records, findings, what was declared, and where everything stands
    sourcefile.py   one file: bytes -> text -> tables; a fault by its path of keys -> a finding with its line
    positions.py    the place of any header, key or value
    prepare.py      one walk over a raw table: what is written short, dates, and what no text may be
    bounds.py       EDTF text -> model.Date
    validate.py     a prepared table -> a record, or all its faults in words
    json_schema.py  the JSON Schema of a source file, for editors

Only this folder knows tomli, tree-sitter and pydantic, and whoever asks only for `data_files` loads none of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.compile.files import data_files

if TYPE_CHECKING:
    from tui.compile.loaded import Loaded as Loaded

__all__ = ["data_files", "load"]


def load(place: Path) -> Loaded:
    """Read the briefing whose manifest is at `place`, or in the folder `place`: its records, and every fault as a finding."""
    from tui.compile.loading import load as load_all  # 60 ms: who asks for `data_files` does without

    return load_all(place)
