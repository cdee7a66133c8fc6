"""What the files of office programs share: they are archives, and the same contents must give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

from tui.hostile import clean

_CORE = "docProps/core.xml"
_CHANGED = re.compile(rb"(<dcterms:(modified|created)[^>]*>)[^<]*")
_DAY = (1980, 1, 1, 0, 0, 0)  # the first day that an archive can tell


def in_property(text: str, most: int = 255) -> str:
    """Return a text for what is told of a file and not in it: on one line, and no longer than the programs take."""
    text = clean(text, lines=False)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def made_again(made: bytes, minute: str) -> bytes:
    """Return an archive without the minute at which each of its files was put in; made and changed at this `minute`, as ISO 8601."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            held = given.read(name)
            kept.writestr(entry, _CHANGED.sub(rb"\g<1>" + minute.encode(), held) if name == _CORE else held)
    return out.getvalue()
