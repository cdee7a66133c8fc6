"""What the files of office programs share: they are archives, and the same contents must give the same bytes."""

from __future__ import annotations

import io
import re
import struct
import time
import zipfile
from collections.abc import Callable

from tui.errors import MachineError
from tui.hostile import clean
from tui.render.stamp import EPOCH

_CORE = "docProps/core.xml"
_CHANGED = re.compile(rb"(<dcterms:(modified|created)[^>]*>)[^<]*")
_YEARS = range(1980, 2108)  # that an archive can tell
_DAY = (1980, 1, 1, 0, 0, 0)  # the first day that an archive can tell


def in_property(text: str, most: int = 255) -> str:
    """Return a text for what is told of a file and not in it: on one line, and no longer than the programs take."""
    text = clean(text, lines=False)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def saved(save: Callable[[io.BytesIO], object], minute: str) -> bytes:
    """Return the archive that a library saves, without the minute at which each of its files was put in; changed at `minute`, as ISO 8601.

    Raise MachineError where the clock stands at a day that no archive can tell; from Python 3.14 on, also where SOURCE_DATE_EPOCH does.
    """
    made, out = io.BytesIO(), io.BytesIO()
    try:
        save(made)
    except (ValueError, struct.error) as error:
        can = f"files for Word and Excel are made from {_YEARS.start} to {_YEARS.stop - 1}"
        clocks = {"the clock of this machine": time.localtime(time.time()).tm_year, EPOCH: int(minute[:4])}
        for clock, year in clocks.items():
            if year not in _YEARS:
                raise MachineError(f"{clock} stands at the year {year}, and {can} alone: set it") from error
        raise
    with zipfile.ZipFile(made) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            held = given.read(name)
            kept.writestr(entry, _CHANGED.sub(rb"\g<1>" + minute.encode(), held) if name == _CORE else held)
    return out.getvalue()
