"""The sources as citations: CSL-JSON and BibTeX, for the programs that keep literature."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from tui.dates import in_words
from tui.hostile import clean
from tui.model import Date, Source
from tui.render.sources import tag_of
from tui.render.stamp import Stamp

_TYPES = MappingProxyType(
    {
        "news": "article-newspaper",
        "agency": "article-newspaper",
        "official": "document",
        "document": "document",
        "think-tank": "report",
        "other": "webpage",
    }
)
_KEY = re.compile(r"[^\w-]", re.ASCII)
_UNLINKED = re.compile(r"[\s{}\\]")
_PARTING = "\u2060"  # word joiner
_TAG = re.compile(r"</?(?:i|b|sup|sub|sc|span)\b[^<>]*>", re.IGNORECASE)
_FIELD = re.compile(r"(?m)^(?=[A-Za-z _-]+:)|(?<=\{)(?=:)")
# BibTeX counts a brace behind a backslash too: a lone one would take the entries below it into its field.
_NAMED = {"\\": "backslash", "~": "asciitilde", "^": "asciicircum", "{": "braceleft", "}": "braceright"}
_BRACED = str.maketrans({one: f"\\{one}" for one in "#$%&_"} | {one: f"\\text{name}{{}}" for one, name in _NAMED.items()})


def csl_text(sources: Iterable[Source], stamp: Stamp) -> str:
    """Return the sources as CSL-JSON; the handling mark is in the note of each, since nothing can stand beside them."""
    return json.dumps([_item(one, stamp) for one in sources], ensure_ascii=False, indent=2) + "\n"


def bibtex_text(sources: Iterable[Source], stamp: Stamp) -> str:
    """Return the sources as BibTeX, the handling mark before and after them."""
    # Between entries only an @ means something.
    told = (stamp.handling, stamp.title, stamp.as_at, stamp.desk)
    handling, title, day, desk = (clean(one, lines=False).replace("@", "(at)") for one in told)
    mark = f"% {handling}\n"
    head = f"{mark}% {title}, as at {day}. By {desk}. Made {stamp.made}.\n\n"
    return head + "\n".join(_entry(one) for one in sources) + f"\n{mark}"


def _item(one: Source, stamp: Stamp) -> dict[str, Any]:
    told: dict[str, Any] = {"id": clean(one.id, lines=False), "type": _TYPES[one.type], "title": _words(one.title)}
    if one.author:
        told["author"] = [{"literal": _words(one.author)}]
    if one.publisher:
        told["container-title" if _TYPES[one.type] == "article-newspaper" else "publisher"] = _words(one.publisher)
    if one.date:
        told["issued"] = _issued(one.date)
    if one.address:
        told["URL"] = clean(one.address, lines=False)
    if tag := tag_of(one):
        told["language"] = tag
    came = "; ".join(filter(None, (f"after {', '.join(one.relays)}" if one.relays else "", one.via, one.note)))
    return told | {"note": _note(". ".join(filter(None, (came, stamp.handling))))}


def _words(text: str) -> str:
    """Return words that stay words in CSL-JSON, where `<i>` sets what follows in italics: a sign that shows nothing parts the tag."""
    return _TAG.sub(lambda found: f"<{_PARTING}{found.group()[1:]}", clean(text))


def _note(text: str) -> str:
    """Return a note that is one: programs take a line such as `DOI: 10.1` or `{:DOI: 10.1}` for a field, out of the note."""
    return _FIELD.sub(_PARTING, _words(text))


def _issued(date: Date) -> dict[str, Any]:
    """Return a date as CSL has it: as exact as it is known, a span as two, and what is uncertain as such."""
    ends = [end.rstrip("?~%") for end in str(date).split("/")]
    try:
        told: dict[str, Any] = {"date-parts": [[int(part) for part in end.split("-")] for end in ends]}
    except ValueError:  # an end that is open or written otherwise
        return {"literal": clean(in_words(date), lines=False)}
    return told | ({"circa": True} if any(sign in str(date) for sign in "?~%") else {})


def _entry(one: Source) -> str:
    fields = {
        "title": f"{{{_safe(one.title)}}}",
        "author": f"{{{_safe(one.author)}}}" if one.author else "",
        "organization": _safe(one.publisher or ""),
        "date": _safe(str(one.date).rstrip("%")) if one.date else "",
        "year": _safe(one.date.lower[:4]) if one.date else "",
        "url": _UNLINKED.sub(lambda found: quote(found.group()), clean(one.address, lines=False)) if one.address else "",
        "langid": _safe((one.language or "").lower()),
        "note": _safe("; ".join(filter(None, (f"after {', '.join(one.relays)}" if one.relays else "", one.via)))),
    }
    told = ",\n".join(f"  {name} = {{{text}}}" for name, text in fields.items() if text)
    return f"@online{{{_KEY.sub('', one.id)},\n{told}\n}}\n"


def _safe(text: str) -> str:
    return clean(text, lines=False).translate(_BRACED)
