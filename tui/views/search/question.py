"""What holds the words asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.dates import in_words
from tui.errors import BriefingError
from tui.frozen import frozen
from tui.model import Event, Figure, Judgement, Plan, Position, Provenance, Record, RedLine, Source, Where, known_on, provenance_of
from tui.store.read import Store
from tui.store.search import Hit
from tui.views.provenance import Attribution, attribution, speaker_name, titled, told
from tui.views.search.offers import NO_OFFERS, Offers, offers
from tui.views.titles import figure_amount, title_of

BEST = 5  # hits that come first, of whatever kind; the others stand by their kinds
GROUPED = 10  # hits from which they do

_KINDS_IN_ORDER = (
    "issue", "party", "person", "plan", "term", "guarantee", "red_line", "figure", "position", "point", "event", "judgement", "source",
)  # fmt: skip
_SAY_NOTHING = ("issue", "party", "person", "term")  # who told of them is not who says something
# What several of a kind are called.
_KINDS = {"party": "parties", "person": "people", "red_line": "red lines"}

MOST = 50  # hits that are looked for where nobody says how many; about a screen


@frozen
class Found:
    """The hits, best first; `more` when there are more than were asked for.

    `taken` tells of words that are not there what was taken for them, `offered` what the filter that is being typed may be, and `refused`
    why nothing could be looked for.
    """

    words: str
    hits: tuple[Hit, ...]
    more: bool
    taken: tuple[tuple[str, tuple[str, ...]], ...] = ()
    offered: Offers = NO_OFFERS
    refused: str = ""


@frozen
class Match:
    """A hit with who says so and where it stands in the source files: more than who types word by word waits for."""

    hit: Hit
    attribution: Attribution
    where: Where | None

    @property
    def address(self) -> str:
        """Return where the program shows it."""
        return self.hit.address


def search(store: Store, words: str, limit: int = MOST, ranked_up_to: int | None = None) -> Found:
    """Return records and points that hold what the words ask for, the last may be unfinished. `ranked_up_to` is that of `Store.search`.

    Where they are many, those not among the best stand by their kinds: what is called by its name before what says something of it.
    """
    hits, taken = store.search(words, limit + 1, ranked_up_to)
    told_of = tuple(_told(store, hit) for hit in hits[:limit])
    return Found(words, _by_kind(told_of), len(hits) > limit, taken)


def attempt(store: Store, words: str, limit: int = MOST, ranked_up_to: int | None = None) -> Found:
    """Return what is found for words that somebody is still typing: what they may be next, and in a sentence why they will not do yet."""
    offered = offers(store, words)
    try:
        return replace(search(store, words, limit, ranked_up_to), offered=offered)
    except BriefingError as error:
        return Found(words, (), more=False, offered=offered, refused=str(error))


def groups(found: Found) -> Iterator[tuple[str, Sequence[Hit]]]:
    """Give the hits in their parts, each with what it is called: the best, which have no name, each kind, and what holds only some."""
    hits = found.hits
    whole = [hit for hit in hits if not hit.partial]
    parts = [(part, of) for part, of in (("", whole), ("not all of it", hits[len(whole) :])) if of]
    for name, part in parts:
        grouped = len(part) >= GROUPED
        yield name, part[:BEST] if grouped else part
        start = BEST
        while grouped and start < len(part):
            kind = kind_of(part[start])
            end = next((place for place in range(start, len(part)) if kind_of(part[place]) != kind), len(part))
            yield f"{counted(end - start, kind, more=found.more)}{f', {name}' if name else ''}", part[start:end]
            start = end


def kind_of(hit: Hit) -> str:
    """Return what a hit is: a point is no plan."""
    return "point" if hit.number else hit.kind


def counted(count: int, kind: str, *, more: bool = False) -> str:
    """Return so many of a kind: `1 party`, `12 points`, `12+ points` where there may be more."""
    name = kind.replace("_", " ")
    return f"{count}{'+' * more} {name if count == 1 and not more else _KINDS.get(kind, name + 's')}"


def day_and_who(hit: Hit) -> tuple[str, ...]:
    """Return the day of a hit and who says it, as far as its title does not tell."""
    return tuple(one for one in (hit.when, hit.who) if one and one not in hit.title)


def _by_kind(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    whole = [hit for hit in hits if not hit.partial]
    out: list[Hit] = []
    for part in (whole, hits[len(whole) :]):
        if len(part) < GROUPED:
            out += part
            continue
        rest: dict[str, list[Hit]] = {}
        for hit in part[BEST:]:
            rest.setdefault(kind_of(hit), []).append(hit)
        out += [*part[:BEST], *(hit for kind in sorted(rest, key=_KINDS_IN_ORDER.index) for hit in rest[kind])]
    return tuple(out)


def _told(store: Store, hit: Hit) -> Hit:
    """Return a hit with a title that is nobody's claim, with the sum of a figure in it, its day, and who says so."""
    record = store.card(hit.kind, hit.id)
    if record is None:
        return hit
    if hit.number is None and isinstance(record, Position | RedLine | Judgement):
        named = title_of(store, record)
        said = "" if hit.title in named else f"{hit.title}\n"  # what is said stood in place of a name
        hit = hit._replace(title=named, body=f"{said}{hit.body}".rstrip("\n"))
    if isinstance(record, Source):
        hit = hit._replace(title=titled(record))
    if isinstance(record, Figure):
        hit = hit._replace(title=f"{figure_amount(record)}: {record.name}, {record.period}")
    own = _own(store, hit, record)
    who = record.publisher if isinstance(record, Source) else speaker_name(store, own.said_by)[0]
    return hit._replace(when=_day(record, own), who="" if hit.kind in _SAY_NOTHING else who or "")


def _own(store: Store, hit: Hit, record: Record) -> Provenance:
    """Return who says what was hit: a point may be somebody else's than its plan, and is where it has sources of its own."""
    point = store.point(hit.id, hit.number, whole=bool(record.said_by)) if hit.number else None
    return provenance_of(point, record) if point else record


def _day(record: Record, own: Provenance) -> str:
    if isinstance(record, Event | Source):
        day = record.date
    elif isinstance(record, Plan):
        day = (own.said_on if own is not record else None) or record.made_public
    else:
        day = record.said_on or (known_on(record) if isinstance(record, Position | Figure) else None)
    return in_words(day) if day else ""


def matches(store: Store, found: Found) -> tuple[Match, ...]:
    """Return the hits as they may stand on a page: none of them without who says so."""
    return tuple(_match(store, hit) for hit in found.hits)


def _match(store: Store, hit: Hit) -> Match:
    record = store.get(hit.kind, hit.id)
    if record is None:
        raise store.damaged(f"its index names a {hit.kind} {hit.id!r}, which it does not hold")
    point = store.point(hit.id, hit.number) if hit.number else None
    if point is None:
        return Match(hit, told(store, record), record.where)
    return Match(hit, attribution(store, point, record), point.where)


def way_on(of: Found) -> str:
    """Return the sentence that tells what was done about words that are not there, or what may be tried; empty where all is well."""
    if of.offered:
        values = ", ".join(f"{one.value} ({one.count})" for one in of.offered.choices)
        return f"{of.offered.name}: may be {values}; Tab takes the first."
    if of.refused:
        return f"{of.refused[0].upper()}{of.refused[1:]}."
    if of.taken:
        said = "; ".join(f"{typed!r} is nowhere, looked for: {', '.join(taken)}" for typed, taken in of.taken)
        return f"{said[0].upper()}{said[1:]}."
    if not of.hits and of.words.strip():
        return "Nothing holds this. Try fewer words or their beginnings, or kind:issue for a list of what is in dispute."
    return ""
