"""How parties stand to a guarantee or a plan: each stance with who of the party says it and on which day, the latest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import Literal

from tui.address import written
from tui.dates import in_words
from tui.frozen import frozen
from tui.model import Date, Party, Person, Position, known_on
from tui.store.read import Store
from tui.views.blocks import Block, Heading, Item, Line, Para, Role, Span, line
from tui.views.bylines import byline, source_names, tag
from tui.views.claims import Claim
from tui.views.data import Wraps
from tui.views.passages import party_name
from tui.views.provenance import Attribution, attribution
from tui.views.signs import RED_LINE

Side = Literal["for", "on conditions", "against"]
SIDES: dict[Side, tuple[str, ...]] = {"for": ("supports", "accepts"), "on conditions": ("conditional",), "against": ("objects", "rejects")}
TITLES: dict[Side, str] = {"for": "Supported by", "on conditions": "On conditions", "against": "Opposed by"}
OTHER = "Other positions"
NONE_FOUND = Span("none in the sources read", "unsaid")
_ROLE = MappingProxyType[str | None, Role]({"for": "met", "on conditions": "strained", "against": "opposed"})


@frozen
class Stand(Wraps):
    """One stance of a party. `voice` is who says so, where that is not the party as such; `since_then` the side it took later."""

    JSON = "party party_name voice day stance side since_then statement address attribution"

    record: Position
    party_name: str
    voice: str | None
    day: Date | None
    side: Side | None
    since_then: Side | None
    address: str
    attribution: Attribution

    @property
    def who(self) -> str:
        """Return `Northland (Ann)`, or the party alone."""
        return f"{self.party_name} ({self.voice})" if self.voice else self.party_name

    @property
    def title(self) -> str:
        """Return `Northland (Ann), 3 Jan 2030, supports`."""
        return ", ".join(filter(None, (self.who, in_words(self.day) if self.day else "", self.record.stance)))


def stands(store: Store, positions: Iterable[Position]) -> tuple[Stand, ...]:
    """Return what these positions come to, the latest first; of one day, the one that stands later in the files."""
    found = sorted(enumerate(positions), key=lambda pair: (_day(pair[1]), pair[0]), reverse=True)
    sides: dict[tuple[str, str | None], Side] = {}
    out = []
    for _, position in found:
        side = next((side for side, words in SIDES.items() if position.stance in words), None)
        latest = sides.setdefault((position.party, _of_a_group(store, position)), side) if side else None
        out.append(_stand(store, position, side, latest if latest != side else None))
    return tuple(out)


def _of_a_group(store: Store, position: Position) -> str | None:
    """Return who speaks where a party is a group: what one of it says takes nothing back of what another said."""
    party = store.card("party", position.party)
    return (position.person or position.said_by) if isinstance(party, Party) and party.type == "group" else None


def on_side(of: Sequence[Stand], side: Side | None) -> tuple[Stand, ...]:
    """Return the stances on one side; with None those that are on none, such as a description."""
    return tuple(one for one in of if one.side == side)


def count_by_side(of: Sequence[Stand]) -> tuple[int, int, int]:
    """Return how many parties are for it, for it on conditions, and against it, each counted once by its latest stance on a side."""
    latest = {one.record.party: one.side for one in reversed(of) if one.side}
    first, second, third = (list(latest.values()).count(side) for side in SIDES)
    return first, second, third


def names(of: Sequence[Stand]) -> Line:
    """Draw the parties on one side in a line, each with who says so, the day, and what it has said since: for a cell of a table."""
    latest: dict[str, Stand] = {}
    for one in of:
        latest.setdefault(one.record.party, one)
    out: list[Line] = []
    for one in latest.values():
        day = in_words(one.day) if one.day else ""
        since = f"since then: {one.since_then}" if one.since_then else ""
        more = "; ".join(filter(None, (", ".join(filter(None, (one.voice, day))), since)))
        out.append(line(Span(one.party_name, "text", one.address), f" ({more})" if more else ""))
    return tuple(span for place, part in enumerate(out) for span in ((Span("; "),) if place else ()) + part)


def side_blocks(of: Sequence[Stand], *, empty: bool = True) -> list[Block]:
    """Draw all stances by side; a side that nobody takes is said to have none in the sources read, unless `empty` is false."""
    blocks: list[Block] = []
    for side, title in TITLES.items():
        found = on_side(of, side)
        if found or empty:
            blocks.append(Heading(line(title), 2))
            blocks.extend(map(stand_item, found))
            if not found:
                blocks.append(Para((NONE_FOUND,)))
    if others := on_side(of, None):
        blocks.append(Heading(line(OTHER), 2))
        blocks.extend(map(stand_item, others))
    return blocks


def stand_item(one: Stand) -> Item:
    """Draw one stance: whose, who says so, when, which, its words, and the sources."""
    lead = [Span(one.party_name, "strong", written("party", one.record.party))]
    if one.voice:
        lead.append(Span(f" ({one.voice})"))
    if one.day:
        lead.append(Span(f", {in_words(one.day)}", "number"))
    stance = Span(f", {one.record.stance}: " if one.record.stance else ": ", "label", one.address)
    since = Span(f" (since then: {one.since_then})", "dim") if one.since_then else ""
    return Item(line(*lead, stance, tag(one.attribution), " ", one.record.statement, since, " ", *source_names(one.attribution)))


def below_position(interest: str | None, bottom_line: str | None, of: Attribution, indent: int = 0) -> list[Block]:
    """Draw what stands below a position: its interest and its bottom line apart from it, where they are stated, and who says so."""
    apart = (("interest", interest), ("bottom line", bottom_line))
    lines = [line(Span(f"{name}: ", "label"), words) for name, words in apart if words]
    return [Item(one, " ", indent) for one in (*lines, byline(of))]


def said_of(one: Stand) -> Claim:
    """Return a stance as what somebody says."""
    return Claim(one.title, one.record.statement, one.attribution, one.address, part=True)


def voice_of(store: Store, of: Attribution, party: str) -> str | None:
    """Return who says it, for beside the name of the party: `Ann`, `as reported by The Herald`; None where the party itself does.

    Who belongs to another party gives an account of what this one holds: `by the account of Ann`.
    """
    if not of.who or of.speaker == written("party", party):
        return None
    if of.mode == "reported":
        return f"as reported by {of.who}"
    speaker = store.resolve(of.speaker) if of.speaker else None
    other = speaker.party if isinstance(speaker, Person) else None
    return f"by the account of {of.who}" if other and other != party and not _within(store, other, party) else of.who


def _within(store: Store, one: str, party: str) -> bool:
    """Return whether one party is a member of another, or the other way round: a minister's state of a group of states."""
    pairs = ((one, party), (party, one))
    return any(isinstance(found := store.get("party", whole), Party) and part in found.members for part, whole in pairs)


def _stand(store: Store, position: Position, side: Side | None, since_then: Side | None) -> Stand:
    told = attribution(store, position)
    return Stand(
        record=position,
        party_name=party_name(store, position.party),
        voice=voice_of(store, told, position.party),
        day=told.on or known_on(position),
        side=side,
        since_then=since_then,
        address=written("position", position.id),
        attribution=told,
    )


def _day(position: Position) -> str:
    day = position.said_on or known_on(position)
    return day.upper if day else ""


def stance_word(held: bool, stance: str | None, *, says: bool) -> Line:
    """Draw that a party has a red line, and its latest stance in a word, coloured by its side."""
    side = next((side for side, words in SIDES.items() if stance in words), None)
    word = Span(stance or "says", _ROLE.get(side, "text")) if says else Span("line" if held else "text")
    return line(Span(f"{RED_LINE} ", "label") if held else "", word)
