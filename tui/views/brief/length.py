"""What is left out of a brief, so that it never takes more paper than was asked for."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from tui.errors import BadInput
from tui.frozen import frozen
from tui.views.blocks import Page
from tui.views.brief.page import page
from tui.views.brief.paper import SIDE, height
from tui.views.brief.question import Brief, Left
from tui.views.brief.sides import SideTold, kept


@frozen
class Room:
    """How much of each thing a brief has; `words` of a side, `others` beside the sides, `each` sources of a statement."""

    disputes: int
    words: int
    others: int
    texts: int
    options: int
    asks: int
    coming: int
    each: int


_WIDEST = {1: Room(5, 2, 1, 5, 5, 5, 3, 2), 2: Room(9, 2, 2, 8, 9, 10, 6, 3), 4: Room(99, 3, 3, 99, 99, 30, 12, 4)}
# What goes first where there is not room for all, a little of each before much of one.
_CUTS: tuple[tuple[str, int], ...] = (
    ("asks", 20),
    ("texts", 8),
    ("asks", 8),
    ("options", 8),
    ("others", 1),
    ("asks", 4),
    ("each", 1),
    ("texts", 4),
    ("disputes", 5),
    ("options", 5),
    ("texts", 3),
    ("words", 1),
    ("coming", 2),
    ("options", 4),
    ("disputes", 4),
    ("options", 3),
    ("asks", 2),
    ("texts", 2),
    ("disputes", 3),
    ("others", 0),
    ("coming", 1),
    ("options", 2),
    ("disputes", 2),
    ("texts", 1),
    ("options", 1),
    ("asks", 1),
    ("disputes", 1),
    ("texts", 0),
    ("options", 0),
    ("asks", 0),
    ("coming", 0),
)


def fitted(of: Brief) -> tuple[Brief, Page]:
    """Return the brief that fits on as many sides as were asked for, and its page.

    What was asked for by name is never left out: BadInput where it takes more than the sides allow.
    """
    asked = of.asked
    room = _WIDEST[asked.most]
    if asked.issues or asked.addresses:
        room = replace(room, disputes=len(of.disputes))
    if asked.addresses:
        room = replace(room, options=len(of.options))
    fixed = {*(("disputes",) if asked.issues or asked.addresses else ()), *(("options",) if asked.addresses else ())}
    for name, value in (("", 0), *_CUTS):
        if name and (name in fixed or getattr(room, name) <= value):
            continue
        room = replace(room, **{name: value}) if name else room
        if _fits(of, room):
            return _drawn(of, _filled(of, room, fixed))
    sides = f"{asked.most} side{'s' * (asked.most > 1)}"
    raise BadInput(f"what was asked for takes more than {sides} of paper; ask for fewer issues, or for more sides with --most")


def _filled(of: Brief, room: Room, fixed: Container[str]) -> Room:
    """Return room with a little more of what can still be taken in, the most worth first."""
    most = {
        "disputes": len(of.disputes),
        "options": len(of.options),
        "asks": len(of.asks),
        "texts": len(of.texts),
        "coming": len(of.coming),
    }
    widest = _WIDEST[of.asked.most]
    for name, held in most.items():
        while name not in fixed and getattr(room, name) < min(held, getattr(widest, name)):
            more = replace(room, **{name: getattr(room, name) + 1})
            if not _fits(of, more):
                break
            room = more
    return room


def _drawn(of: Brief, room: Room) -> tuple[Brief, Page]:
    told = _cut(of, room)
    return told, page(told, each=room.each, titles=of.asked.most > 1)


def _fits(of: Brief, room: Room) -> bool:
    return height(_drawn(of, room)[1]) <= SIDE * of.asked.most


def _cut(of: Brief, room: Room) -> Brief:
    """Return a brief with no more than there is room for; `left` names the rest."""
    why = f"for want of room on {of.asked.most} side{'s' * (of.asked.most > 1)}"
    rest: list[Left] = [*of.left]

    def leave(what: str, names: Sequence[str]) -> None:
        if names:
            rest.append(Left(what, tuple(names), why))

    leave("disputes", [one.name for one in of.disputes[room.disputes :]])
    disputes = tuple(kept(one, words=room.words, others=room.others) for one in of.disputes[: room.disputes])
    others = dict.fromkeys(
        side.name
        for whole, cut in zip(of.disputes, disputes, strict=False)
        for side in whole.others
        if side.party not in _parties(cut.others)
    )
    leave("words on these disputes", [*others])
    leave("texts", [one.short for one in of.texts[room.texts :]])
    leave("guarantees", [one.name for one in of.options[room.options :]])
    if len(of.asks) > room.asks:
        leave("questions", [f"{len(of.asks) - room.asks} more"])
    leave("dates", [one.title for one in of.coming[room.coming :]])
    return replace(
        of,
        disputes=disputes,
        texts=of.texts[: room.texts],
        options=of.options[: room.options],
        asks=of.asks[: room.asks],
        coming=of.coming[: room.coming],
        left=tuple(rest),
    )


def _parties(of: Sequence[SideTold]) -> set[str]:
    return {one.party for one in of}
