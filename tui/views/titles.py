"""What to call a record where it is named and not quoted.

A position or a judgement without a name of its own would be called by its statement, and then somebody's claim would stand in the
program's voice. It is called by whose it is and what it is about instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui.address import point_named, written
from tui.dates import in_words
from tui.model import Event, Figure, Judgement, Position, Record, RedLine, Source, known_on, name_of
from tui.store.read import Store
from tui.views.provenance import speaker_name, titled
from tui.views.quantities import amount

OPENING = 8  # words that tell two records of one name apart


def title_of(store: Store, record: Record) -> str:
    """Return the name of a record: `US 28`, `Ukraine on Territory`, `Judgement of desk, 19 Dec 2025`."""
    if isinstance(record, Position):
        return f"{_named(store, 'party', record.party)} on {about(store, record)[0]}"
    if isinstance(record, RedLine):  # alone, a line would read as a fact
        return f"{_named(store, 'party', record.party)}: {record.short or f'{record.called} on ' + _named(store, 'issue', record.issue)}"
    if isinstance(record, Judgement):
        return f"Judgement of {record.by}, {in_words(record.date)}"
    if isinstance(record, Source):
        return titled(record)
    return name_of(record)


def referred_to(store: Store, record: Record, number: str | None = None) -> str:
    """Return the name of what another record names: a point with its number, a figure with its amount, a position with its day."""
    if number:
        return f"{name_of(record)} point {number}"
    if isinstance(record, Figure):
        return f"{record.name}, {figure_amount(record)}"
    if isinstance(record, Event):
        return f"{record.title}, {in_words(record.date)}"
    if isinstance(record, Position):
        return _position(store, record)
    return title_of(store, record)


def opening(record: Record) -> str:
    """Return the first words of what a record says, which tell it from another of the same name; empty where it says nothing."""
    said = next((text for key in ("statement", "text") if (text := getattr(record, key, None))), "")
    first = said.split()[:OPENING]
    return " ".join(first) + (" ..." if len(first) < len(said.split()) else "")


def _position(store: Store, position: Position) -> str:
    """Tell whose position it is, who says so, on what, and when: `Northland (Ann) on Quota, 3 May 2031`."""
    who, speaker = speaker_name(store, position.said_by)
    said_by = f" ({who})" if who and speaker != written("party", position.party) else ""
    day = position.said_on or known_on(position)
    when = f", {in_words(day)}" if day else ""
    return f"{_named(store, 'party', position.party)}{said_by} on {about(store, position)[0]}{when}"


def figure_amount(figure: Figure) -> str:
    """Return a figure's amount with its unit, as exact as it is: `about 4.2 million crowns`."""
    return f"{'about ' * figure.about}{amount(figure.value)} {figure.unit}"


def about(store: Store, position: Position) -> tuple[str, str | None]:
    """Return what a position is about: its name, and its address where it is on record."""
    for kind in ("issue", "plan", "guarantee"):
        id_ = getattr(position, kind)
        if id_ and store.card(kind, id_):
            return _named(store, kind, id_), written(kind, id_)
    if position.point:
        plan, number = point_named(position.point)
        return f"{_named(store, 'plan', plan)} point {number}", written("plan", position.point)
    return "what is not known yet", None


def _named(store: Store, kind: str, id_: str) -> str:
    found = store.card(kind, id_)
    return name_of(found) if found else id_


def numbered(labels: Sequence[str]) -> list[str]:
    """Return labels in their order, with a number behind each of those that read alike."""
    held, seen = Counter(labels), Counter[str]()
    out = []
    for label in labels:
        seen[label] += 1
        out.append(f"{label} ({seen[label]})" if held[label] > 1 else label)
    return out


def apart(labels: Sequence[str], more: Sequence[str]) -> list[str]:
    """Return labels in their order, those that read alike with what is known more of each: its day, say."""
    held = Counter(labels)
    return numbered([f"{label}, {of}" if held[label] > 1 and of else label for label, of in zip(labels, more, strict=True)])


def codes(names: Sequence[str], letters: int) -> list[str]:
    """Return a code of at most `letters` for each name: `US28` for US 28, `Ru25` for Russia 2025; those alike end in a number."""
    out: list[str] = []
    for name in names:
        code = plain = name if len(name) <= letters else _code(name, letters)
        number = 2
        while code in out:
            code = f"{plain[: letters - len(str(number))]}{number}"
            number += 1
        out.append(code)
    return out


def _code(name: str, letters: int) -> str:
    """Return the first letters of the words of a name, and of its numbers the last two digits."""
    words = name.split()
    spelt = max(1, sum(not word.isdigit() for word in words))
    digits = sum(len(word[-2:]) for word in words if word.isdigit())
    each, more = divmod(max(spelt, letters - digits), spelt)
    out = ""
    for word in words:
        if word.isdigit():
            out += word[-2:]
        else:
            out += word[:1].upper() + word[1 : each + (more > 0)]
            more -= 1
    return out[:letters]
