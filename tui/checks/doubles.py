"""What stands twice: a page under two ids, a figure with two values that do not name each other; and addresses that lead nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urlsplit

from tui.checks.briefing import Briefing
from tui.checks.parts import Target
from tui.findings import Finding
from tui.model import Figure, Source


def addresses(briefing: Briefing) -> Iterator[Finding]:
    """Find addresses of sources that are no URL."""
    for source in briefing.of(Source):
        if source.address is not None and not _is_url(source.address):
            fix = "write the whole address, with https:// before it; what is no page goes into note"
            yield briefing.find(source, "W705", ("address",), f"{source.address!r} is no address of a page", fix)


def same_page(briefing: Briefing) -> Iterator[Finding]:
    """Find sources with one address: what rests on two of them rests on one page."""
    first: dict[str, Source] = {}
    for source in briefing.of(Source) if briefing.whole else ():
        if source.address is None:
            continue
        other = first.setdefault(source.address.rstrip("/"), source)
        if other is not source:
            text = f"source {source.id!r} has the address of {other.id!r}"
            fix = f"cite {other.id!r} instead and take this one away, or correct the address"
            yield briefing.find(source, "W706", ("address",), text, fix)


def differing_figures(briefing: Briefing) -> Iterator[Finding]:
    """Find figures of one name, unit and period with different values, of which neither names the other."""
    alike: defaultdict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in briefing.of(Figure) if briefing.whole else ():
        key = figure.name.casefold(), figure.unit, figure.period.casefold()
        for other in alike[key]:
            if other.value != figure.value and other.id not in figure.conflicts_with and figure.id not in other.conflicts_with:
                text = f"{figure.id!r} has another value than {other.id!r} for the same thing, and does not say that they conflict"
                first, last = sorted((other, figure), key=lambda one: briefing.since(Target((one.kind,), one.id)) or "")
                fix = f'add conflicts_with = ["{first.id}"] to {last.id!r}, or tell them apart by name or period'
                yield briefing.find(figure, "W707", ("value",), text, fix)
        alike[key].append(figure)


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https", "ftp") and bool(parts.hostname) and not any(character.isspace() for character in text)
