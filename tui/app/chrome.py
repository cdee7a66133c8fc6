"""What frames the panes: the title with the day and the handling mark, and the tabs with the way that led here.

A low screen has no line for the tabs; there the first line tells the place, and the briefing where room is left. The handling mark stands
whole on every screen: the title is cut for it, and where that is not enough it has lines of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style

from tui.app.seen import Seen
from tui.app.widgets.bars import Piece
from tui.views import TABS
from tui.views.cells import cut
from tui.widths import width

SHORTEST = 16  # cells; a name is not cut to less than this
FEWEST = 3  # cells; a name of a tab cut shorter than this tells nothing
APART = 2  # cells between what stands side by side in a line
LOWEST = 12  # fewer lines than this have no room for two parts
REST = 3  # lines that a mark of any length leaves: of the title, of the body, and of the keys

BOLD = Style(bold=True)


def above(seen: Seen) -> int:
    """Return how many lines stand above the body."""
    return 1 + len(_mark_lines(seen)) + (seen.lines >= LOWEST)


def title(seen: Seen) -> tuple[list[list[Piece]], str]:
    """Return the first lines, and the handling mark where it stands at the right end of the first one."""
    low = seen.lines < LOWEST
    marks = _mark_lines(seen)
    mark = "" if marks else seen.look.text(seen.handling)
    cells = seen.cells - (width(mark) + (1 if low else APART) if mark else 0)
    first = _place(seen, cells) if low else _title(seen, cells)
    own: list[list[Piece]] = [[(mark_line, None)] for mark_line in marks]
    return [first, *own], mark


def _mark_lines(seen: Seen) -> list[str]:
    """Return the lines of a handling mark that leaves the title no room beside it, as many as the screen can spare; none for another."""
    mark = seen.look.text(seen.handling)
    if width(mark) + APART + SHORTEST <= seen.cells:
        return []
    lines = [""]
    for word in mark.split():
        whole = f"{lines[-1]} {word}".strip()
        if width(whole) > seen.cells and lines[-1]:
            lines.append("")
            whole = word
        while width(whole) > seen.cells:
            at = max(1, cut(whole, seen.cells))
            lines[-1], whole = whole[:at], whole[at:]
            lines.append("")
        lines[-1] = whole
    return [one for one in lines if one][: max(1, seen.lines - REST)]


def _place(seen: Seen, cells: int) -> list[Piece]:
    """Return where the reader is, on a screen without tabs, and behind it the briefing and the day where there is room."""
    titles = [seen.look.text(title) for title in seen.way]
    here = TABS[seen.home].title
    if titles and width(here) + SHORTEST < cells:
        way = f"{here} {_way(titles, cells - width(here) - 1, seen.look.ellipsis)}".rstrip()
    else:
        way = _way(titles, cells, seen.look.ellipsis).rstrip() if titles else here
    way = _cut(seen, way, cells)
    rest = cells - width(way) - APART
    if rest < SHORTEST:
        return [(way, seen.look.reverse)]
    if rest - width(_day(seen)[0]) - APART < SHORTEST:  # the day tells more than the beginning of a name
        return [(way, seen.look.reverse), (" " * APART, None), _day(seen)]
    return [(way, seen.look.reverse), (" " * APART, None), *_title(seen, rest)]


def _title(seen: Seen, cells: int) -> list[Piece]:
    """Return the briefing and the day of the reading in so many cells: the name is cut first, then its own day goes, never another."""
    name, day = seen.look.text(seen.briefing), _day(seen)[0]
    room = cells - width(day) - APART
    if room >= SHORTEST or width(name) <= room:
        return [(_cut(seen, name, room), BOLD), (" " * APART, None), _day(seen)]
    if not (seen.other_day or seen.note):
        return [(_cut(seen, name, cells), BOLD)]
    if seen.note and room <= 1:  # that it is old, or vouched for by nobody, comes before everything
        return [(_cut(seen, seen.look.text(seen.note), cells), seen.look.reverse)]
    return [(_cut(seen, name, room), BOLD), (" " * APART, None), _day(seen)] if room > 1 else [_day(seen)]


def _day(seen: Seen) -> Piece:
    """Return the day of the reading, and what is to be known of where it comes from; this, or another day than its own, stands out."""
    note = f", {seen.look.text(seen.note)}" if seen.note else ""
    return f"as at {seen.day}{note}", seen.look.reverse if seen.other_day or note else seen.look.style("dim")


def _cut(seen: Seen, text: str, cells: int) -> str:
    if width(text) <= cells:
        return text
    return text[: cut(text, cells - len(seen.look.ellipsis))].rstrip() + seen.look.ellipsis


def tabs(seen: Seen) -> list[Piece]:
    """Return the panes with their keys, by name as far as there is room; above them the way that led here, its end at least."""
    way = [seen.look.text(title) for title in seen.way]
    titles, current = [pane.title for pane in TABS.values()], list(TABS).index(seen.home)
    words = tab_words(titles, current, 0 if way else seen.cells)
    if seen.alarm or words != [
        f"{number} {title}" for number, title in enumerate(titles, 1)
    ]:  # shorter ones leave room for what stands at the right
        words = tab_words(titles, current, 0 if way else seen.cells - width(seen.subtitle) - APART)
    out: list[Piece] = []
    for number, word in enumerate(words):
        out.extend([(word, seen.look.reverse if number == current else None), (" ", None)])
    room = seen.cells - sum(width(text) for text, _ in out)
    if way:
        if room < SHORTEST:  # where the reader is comes before where else there is to go
            out = [(TABS[seen.home].title, seen.look.reverse), (" ", None)]
            room = seen.cells - len(TABS[seen.home].title) - 1
        out.append((_way(way, room, seen.look.ellipsis), BOLD))
    return out


def _way(titles: list[str], cells: int, ellipsis: str) -> str:
    """Return the titles of the way, as many of its last ones as there is room for, and the very last in any case."""
    for first in range(len(titles)):
        shown = titles if not first else [ellipsis, *titles[first:]]
        way = "".join(f"> {title} " for title in shown)
        if width(way) <= cells + 1:
            return way
    return f"> {titles[-1]}"


def tab_words(titles: Sequence[str], current: int, cells: int) -> list[str]:
    """Return a word for each pane, its digit before its name, to be written a cell apart.

    The pane at the index `current` keeps its whole name; the others lose letters from the longest down, so that all are cut to one length.
    """
    for letters in range(max(map(width, titles)), FEWEST - 1, -1):
        words = [f"{n + 1} {title if n == current else title[: cut(title, letters)].rstrip()}" for n, title in enumerate(titles)]
        if sum(map(width, words)) + len(words) - 1 <= cells:
            return words
    return [f"{n + 1} {title}" if n == current else str(n + 1) for n, title in enumerate(titles)]
