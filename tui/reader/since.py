"""What is new to a reader since the last reading, word by word, against the words that this reader has read of it; and as a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace

from tui.address import Address
from tui.frozen import frozen
from tui.model import Plan
from tui.reader import copies
from tui.reader.reader import Reader
from tui.reader.seen import Unread, when
from tui.store.read import Store
from tui.views.blocks import Block, Heading, Page, Para, Span, line
from tui.views.changes import page as drawn
from tui.views.changes.question import Change, Changes, changes_of, grouped, lone, lone_point, side_of

ADDRESS = "since"
NOTHING = "Nothing is new since you last read."
FIRST = "This is your first reading here: all of it counts as read. From now on what is new stands here."
NO_WORDS = "The words that you had read are not at hand, so it stands here as it is now."


@frozen
class Since:
    """What is new since the minute `since` of the last visit; None where there was none. `read` are the addresses read in this session.

    `without_words` names what changed, and the words that had been read are not at hand.
    """

    since: str | None
    changes: Changes
    read: tuple[str, ...] = ()
    without_words: tuple[str, ...] = ()


def since(reader: Reader, store: Store, of: Unread) -> Since:
    """Return what is new, with the words that differ. The store is read as at its own day, as readers of the morning read it."""
    own = store.at(store.manifest.as_of.upper) if store.as_at != store.manifest.as_of.upper else store
    by_copy: defaultdict[int | None, set[str]] = defaultdict(set)
    for address in of.sorts:
        by_copy[of.before.get(address, ("", None))[1]].add(address)
    parts: list[Changes] = []
    without: list[str] = []
    for number, addresses in by_copy.items():
        before = copies.opened(reader, number)
        if before is None:
            parts.append(_plain(own, of, addresses))
            without += sorted(address for address in addresses if of.sorts[address] != "new")
            continue
        with before:
            held = copies.holds(before, {address: of.before[address][0] for address in addresses})
            parts.append(changes_of(before, own, held))
            parts.append(_plain(own, of, addresses - held))
            without += sorted(addresses - held)
    found = [one for part in parts for group in part.groups for one in group.changes]
    told = Changes(
        side_of(own),
        side_of(own),
        tuple(one for part in parts for one in part.states),
        tuple(one for part in parts for one in part.verdicts),
        grouped(found),
    )
    return Since(of.since, told, tuple(sorted(of.read)), tuple(without))


def _plain(own: Store, of: Unread, addresses: Collection[str]) -> Changes:
    """Return what is new or changed as it stands now, and of what is gone its name, where the words of before are not at hand."""
    return Changes(side_of(own), side_of(own), (), (), grouped(_told(own, of, addresses)))


def _told(own: Store, of: Unread, addresses: Collection[str]) -> Iterator[Change]:
    for address in sorted(addresses):
        named = Address.parse(address)
        record = own.get(named.head, named.id)
        point = own.point(named.id, named.number) if named.number else None
        if record is None or (named.number and point is None):
            yield Change(of.sorts[address], named.head, named.id, named.number, address, "", None, (), None)
        elif point is not None and isinstance(record, Plan):
            yield lone_point(of.sorts[address], own, record, point)
        else:
            yield lone(of.sorts[address], own, record)


def title(since: str | None) -> str:
    """Return what the list is called."""
    return f"New since you last read, {when(since)}" if since else "New since you last read"


def page(of: Since) -> Page:
    """Return all of it as one page."""
    if of.since is None and not of.changes.count:
        return Page(ADDRESS, (Heading(line(title(None)), 1), Para(line(FIRST))), ADDRESS)
    if not of.changes.count:
        return Page(ADDRESS, (Heading(line(title(of.since)), 1), Para(line(NOTHING))), ADDRESS)
    whole = drawn.page(of.changes)
    more: list[Block] = []
    if of.without_words:
        more.append(Para(line(Span(f"{', '.join(of.without_words)}: {NO_WORDS[0].lower()}{NO_WORDS[1:]}", "dim"))))
    return replace(whole, title=title(of.since), blocks=(Heading(line(title(of.since)), 1), *whole.blocks[1:], *more), address=ADDRESS)
