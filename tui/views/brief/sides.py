"""Who says what in a dispute: of each side the words that count on the day, with who says so, when and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tui.address import written
from tui.frozen import frozen
from tui.model import Date
from tui.store.read import Store
from tui.views.issue.question import Dispute, OnText
from tui.views.passages import party_name
from tui.views.provenance import Attribution
from tui.views.stances import voice_of
from tui.views.statuses import Divides, IssueStatus

ENOUGH = 3  # things that one party says on one dispute


@frozen
class Words:
    """One thing that a party says: its words, the day, and who says so. `what` tells what it is, where it is no statement of its own."""

    text: str
    what: str
    day: Date | None
    voice: str | None
    address: str
    attribution: Attribution


@frozen
class SideTold:
    """A party in a dispute, with its words; none where the briefing has none of it."""

    party: str
    name: str
    words: tuple[Words, ...]

    @property
    def address(self) -> str:
        """Return where the program shows the party."""
        return written("party", self.party)


@frozen
class DisputeTold:
    """A dispute for the brief: its state, what divides the sides, those between whom it is open, and others with a word on it."""

    id: str
    name: str
    status: IssueStatus | None
    divides: Divides | None
    sides: tuple[SideTold, ...]
    others: tuple[SideTold, ...]

    @property
    def address(self) -> str:
        """Return where the program shows it."""
        return written("issue", self.id)


def dispute_told(store: Store, of: Dispute) -> DisputeTold:
    """Return a dispute with the words of its sides: of each its version of the living text, else what it said, its red lines, its text."""
    between = of.status.of_parties if of.status else ()
    versions = _versions(of.texts, between)
    sides = [_side(store, of, party, versions) for party in between]
    speaking = dict.fromkeys([*(line.record.party for line in of.lines), *(one.record.party for _, said in of.said for one in said)])
    # Who draws most lines on it has most to say of it.
    rest = sorted((one for one in speaking if one not in between), key=lambda one: -sum(line.record.party == one for line in of.lines))
    others = [side for party in rest if (side := _side(store, of, party, {})).words]
    if not between:  # nobody says between whom it is open: those who speak on it stand against each other
        sides, others = others[:2], others[2:]
    return DisputeTold(of.record.id, of.record.short or of.name, of.status, of.divides, tuple(sides), tuple(others))


def sourced(words: Iterable[Words]) -> tuple[Words, ...]:
    """Return the words for which a source is named."""
    return tuple(one for one in words if one.attribution.cited)


def kept(of: DisputeTold, *, words: int, others: int) -> DisputeTold:
    """Return a dispute with so many things said by each side, and so many others."""
    return replace(
        of,
        sides=tuple(replace(side, words=side.words[:words]) for side in of.sides),
        others=tuple(replace(side, words=side.words[:1]) for side in of.others[:others]),
    )


def _versions(texts: Iterable[OnText], between: Iterable[str]) -> dict[str, list[Words]]:
    """Return the versions that the sides put against each other in the first text; none where only one of them has put one."""
    found: dict[str, list[Words]] = {}
    for passage in next((text.passages for text in texts if text.passages), ()):
        own: dict[str, list[Words]] = {}
        for one in passage.version:
            day = one.attribution.on
            own.setdefault(one.party, []).append(Words(one.text, "", day, None, passage.address, one.attribution))
        if set(between) <= set(own):
            for party, words in own.items():
                found.setdefault(party, []).extend(words)
    return found


def _side(store: Store, of: Dispute, party: str, versions: dict[str, list[Words]]) -> SideTold:
    found = [replace(one, voice=voice_of(store, one.attribution, party)) for one in versions.get(party, ())]
    words = sourced(found or _said(store, of, party))
    return SideTold(party, party_name(store, party), _each_once(words)[:ENOUGH])


def _said(store: Store, of: Dispute, party: str) -> Iterator[Words]:
    """Return what a party says of the issue itself, latest first, without what only describes; then its red lines and its own text."""
    told = [
        one for _, said in of.said for one in said if one.record.party == party and not one.of and one.what not in ("describes", "says")
    ]
    lines = sorted((one for one in of.lines if one.record.party == party), key=lambda one: _day(one.attribution.on), reverse=True)
    for one in told[:1]:
        yield Words(one.record.statement, "", one.attribution.on, voice_of(store, one.attribution, party), one.address, one.attribution)
    for line in lines:
        yield Words(
            line.record.statement,
            line.record.called,
            line.attribution.on,
            voice_of(store, line.attribution, party),
            line.address,
            line.attribution,
        )
    if not (told or lines):
        for text in of.texts:
            if text.authors == (party,):
                for point in text.passages[:1]:
                    if point.record.text:
                        says = point.attribution
                        yield Words(point.record.text, f"{text.short}, point {point.record.number}", says.on, None, point.address, says)


def _each_once(words: Iterable[Words]) -> tuple[Words, ...]:
    return tuple({one.text: one for one in words}.values())


def _day(of: Date | None) -> str:
    return of.upper if of else ""
