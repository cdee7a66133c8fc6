"""The painter's bytes, replayed through a terminal emulator, must show what Textual wanted to show, cell by cell."""

import random
import re
from collections.abc import Callable

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.terminal.painter import Painter
from tui.widths import cell, disputed, width

WIDTH, HEIGHT = 30, 8
CONSOLE = Console(force_terminal=True, color_system="standard")
STYLES = [None, Style(bold=True), Style(reverse=True), Style(color="red"), Style(color="cyan", underline=True)]
WORDS = ["a", "bc", "  ", "          ", "point", "Юрій", "漢字", "é", "600,000", "|"]

pieces = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(STYLES)), max_size=12)
frames = st.lists(st.lists(pieces, min_size=HEIGHT, max_size=HEIGHT), min_size=1, max_size=5)


def strip(parts: list[tuple[str, Style | None]]) -> Strip:
    return Strip([Segment(text, style) for text, style in parts]).adjust_cell_length(WIDTH)


def whole(rows: list[Strip]) -> LayoutUpdate:
    return LayoutUpdate([[row] for row in rows], Region(0, 0, WIDTH, HEIGHT))


class Terminal:
    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.screen.reset_mode(pyte.modes.DECAWM)
        self.stream = pyte.Stream(self.screen)

    def feed(self, data: str) -> None:
        self.stream.feed(data)

    def cells(self) -> list[list[tuple[str, bool, bool, bool, str]]]:
        rows = []
        for y in range(HEIGHT):
            line = self.screen.buffer[y]
            rows.append([(line[x].data, line[x].bold, line[x].reverse, line[x].underscore, line[x].fg) for x in range(WIDTH)])
        return rows


def textual(rows: list[Strip]) -> Terminal:
    terminal = Terminal()
    terminal.feed("\x1b[2J" + whole(rows).render_segments(CONSOLE).replace("\n", "\r\n"))
    return terminal


@pytest.mark.sweep
@settings(max_examples=50, deadline=None)
@given(frames)
def test_after_any_sequence_of_frames_the_terminal_shows_the_last_one(sequence: list[list[list[tuple[str, Style | None]]]]) -> None:
    painter, terminal = Painter(), Terminal()
    rows: list[Strip] = []
    for frame in sequence:
        rows = [strip(parts) for parts in frame]
        text = painter.paint(whole(rows), CONSOLE, WIDTH, HEIGHT)
        assert text is not None
        terminal.feed(text)
    assert terminal.cells() == textual(rows).cells()


@pytest.mark.sweep
@settings(max_examples=40, deadline=None)
@given(frames, st.randoms(use_true_random=False))
def test_partial_updates_change_only_their_spans(sequence: list[list[list[tuple[str, Style | None]]]], chance: random.Random) -> None:
    painter, terminal = Painter(), Terminal()
    rows = [strip([])] * HEIGHT
    text = painter.paint(whole(rows), CONSOLE, WIDTH, HEIGHT)
    assert text is not None
    terminal.feed(text)
    for frame in sequence:
        touched = sorted(chance.sample(range(HEIGHT), 3))
        for y in touched:
            rows[y] = strip(frame[y])
        chops = [{0: row} for row in rows]
        update = ChopsUpdate(chops, [(y, 0, WIDTH) for y in touched], [[WIDTH] for _ in rows])
        text = painter.paint(update, CONSOLE, WIDTH, HEIGHT)
        assert text is not None
        terminal.feed(text)
    assert terminal.cells() == textual(rows).cells()


def test_what_was_laid_out_for_a_wider_screen_is_cut_where_the_screen_ends() -> None:
    """A window drawn smaller while the app lays out what it showed before: sizes that follow each other closely."""
    painter, terminal = Painter(), Terminal()
    rows = [strip([("short", None)])] * HEIGHT
    first = painter.paint(whole(rows), CONSOLE, WIDTH, HEIGHT)
    wider = Strip([Segment("short".ljust(WIDTH + 5)), Segment("\u0301é beyond the end")])
    late = painter.paint(LayoutUpdate([[wider]] * HEIGHT, Region(0, 0, WIDTH + 21, HEIGHT)), CONSOLE, WIDTH, HEIGHT)
    assert first is not None
    assert late is not None
    terminal.feed(first + late)
    assert terminal.cells() == textual(rows).cells()
    assert painter.rows is not None
    assert {len(row) for row in painter.rows} == {WIDTH}


def test_a_frame_that_is_already_there_sends_nothing() -> None:
    painter = Painter()
    rows = [strip([("hello", None)])] * HEIGHT
    painter.paint(whole(rows), CONSOLE, WIDTH, HEIGHT)
    assert painter.paint(whole(rows), CONSOLE, WIDTH, HEIGHT) == ""


def test_moving_the_mark_by_one_row_takes_at_most_twenty_bytes() -> None:
    painter = Painter()
    mark = (">", Style(reverse=True))
    before = [strip([mark if y == 3 else (" ", None), (f" row {y}", None)]) for y in range(HEIGHT)]
    after = [strip([mark if y == 4 else (" ", None), (f" row {y}", None)]) for y in range(HEIGHT)]
    painter.paint(whole(before), CONSOLE, WIDTH, HEIGHT)
    text = painter.paint(whole(after), CONSOLE, WIDTH, HEIGHT)
    assert text is not None
    assert len(text.encode()) <= 20


def test_a_scrolled_list_is_scrolled_and_not_drawn_again() -> None:
    painter, terminal = Painter(), Terminal()

    def listing(top: int) -> list[Strip]:
        return [strip([(f"row number {top + y} of a list {(top + y) * 7919}", None)]) for y in range(HEIGHT)]

    painter_rows = listing(0)
    first = painter.paint(whole(painter_rows), CONSOLE, WIDTH, HEIGHT)
    second = painter.paint(whole(listing(1)), CONSOLE, WIDTH, HEIGHT)
    assert first is not None
    assert second is not None
    terminal.feed(first + second)
    assert terminal.screen.display[0].startswith("row number 1 ")
    assert len(second) < len(first) / 2


def test_it_does_not_draw_before_it_knows_the_whole_screen() -> None:
    painter = Painter()
    update = ChopsUpdate([{0: strip([])}], [(0, 0, WIDTH)], [[WIDTH]])
    assert painter.paint(update, CONSOLE, WIDTH, HEIGHT) is None


def test_a_hyperlink_is_left_to_the_fallback() -> None:
    painter = Painter()
    rows = [strip([("x", Style(link="https://example.org"))])] * HEIGHT
    assert painter.paint(whole(rows), CONSOLE, WIDTH, HEIGHT) is None


@pytest.mark.parametrize("size", [(0, 0), (0, 5)])
def test_a_screen_of_no_size_is_left_to_the_fallback(size: tuple[int, int]) -> None:
    assert Painter().paint(whole([strip([])] * HEIGHT), CONSOLE, *size) is None


# What one terminal or another takes a character for: by a table of its own, or all that is disputed for none, for one or for two cells.
TABLES: dict[str, Callable[[str], int]] = {
    "a library's": pyte.screens.wcwidth,
    "none": lambda character: 0 if disputed(character) is not None else cell(character),
    "one": lambda character: 1 if disputed(character) is not None else cell(character),
    "ours": cell,
}
UNCERTAIN = [
    "বাংলা",
    "हिन्दी",
    "မြန်မာ",
    "ខ្មែរ",
    "\u2630\u2637",
    "🇺🇦",
    "👩\u200d🚀",
    "👍🏽",
    "⚠\ufe0f",
    "1\ufe0f\u20e3",
    "각",
    "se\u00adcurity",
    "\u0301\u0652বা",  # signs that stand on nothing
]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", UNCERTAIN)
def test_text_of_a_width_that_terminals_dispute_leaves_nothing_behind_and_moves_nothing(
    monkeypatch: pytest.MonkeyPatch, table: str, name: str
) -> None:
    monkeypatch.setattr(pyte.screens, "wcwidth", TABLES[table])
    painter, terminal = Painter(), Terminal()
    full = [strip([("X" * WIDTH, Style(reverse=True))])] * HEIGHT
    lists = [
        strip([("- ", None), (name, Style(bold=True)), (" " * (12 - width(name)), None), ("| 20", Style(bold=True)), ("  END", None)])
    ] * HEIGHT
    at_the_edge = [strip([("Z" * (WIDTH - width(name)), None), (name, None)])] * HEIGHT
    for rows in (full, lists, full, lists, at_the_edge, lists):
        terminal.feed(painter.paint(whole(rows), CONSOLE, WIDTH, HEIGHT) or "")
    for y in range(HEIGHT):
        shown = "".join(terminal.screen.buffer[y][x].data or " " for x in range(14, WIDTH))
        assert shown.rstrip() == "| 20  END", "what follows stands where it was laid out"
        assert not {"X", "Z"} & {terminal.screen.buffer[y][x].data for x in range(WIDTH)}, "nothing is left of the frame before"
    plain = [strip([("plain", None)])] * HEIGHT
    terminal.feed(painter.paint(whole(plain), CONSOLE, WIDTH, HEIGHT) or "")
    assert [line.rstrip() for line in terminal.screen.display] == ["plain"] * HEIGHT


@pytest.mark.parametrize("takes", [0, 1])
def test_words_from_right_to_left_are_kept_apart_on_the_terminal_alone_and_move_nothing(
    monkeypatch: pytest.MonkeyPatch, takes: int
) -> None:
    signs = "\u2068\u2069\u200e"
    monkeypatch.setattr(pyte.screens, "wcwidth", lambda character: takes if character in signs else cell(character))
    painter, terminal = Painter(), Terminal()
    full = [strip([("X" * WIDTH, Style(reverse=True))])] * HEIGHT
    found = [("\u05d0\u05d1", None), ("\u05d2", Style(bold=True)), (" (\u05d0) 12 ", None)]  # a hit within words
    names = [strip([(">         ", None), *found, ("│ \u05d3", None)]), strip([("\u05d0 12", None)])] + [strip([])] * (HEIGHT - 2)
    sent = ""
    for rows in (full, names):
        sent = painter.paint(whole(rows), CONSOLE, WIDTH, HEIGHT) or ""
        terminal.feed(sent)
    rest = [cell_.data for cell_ in (terminal.screen.buffer[0][x] for x in range(WIDTH))]
    assert "".join(rest).rstrip() == ">         \u05d0\u05d1\u05d2 (\u05d0) 12 │ \u05d3"
    assert terminal.screen.display[1].rstrip() == "\u05d0 12"
    first, second = re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", sent).split("\u05d3")
    assert first.count("\u2068") == 2
    assert "\u2068\u05d0\u05d1\u05d2 (\u05d0)\u2069 12 │ \u2068" in first, "one stretch, whatever its colours, and none across a border"
    assert second.startswith("\u2069")
    assert "\u05d0\u200e 12" in second, "a line begins with no cell that could keep the sign"
    moved = [names[0], strip([("> \u05d0 13", None)]), *names[2:]]
    again = painter.paint(whole(moved), CONSOLE, WIDTH, HEIGHT) or ""
    terminal.feed(again)
    assert "\u2068" in again, "a line of such words is written whole, or the sign would go with the cell that keeps it"
    assert terminal.screen.display[1].rstrip() == "> \u05d0 13"
    assert "\u2068" not in (Painter(isolates=False).paint(whole(names), CONSOLE, WIDTH, HEIGHT) or "\u2068")


@pytest.mark.parametrize("name", UNCERTAIN)
def test_everybody_measures_alike(name: str) -> None:
    assert cell_len(name) == width(name) == Segment(name).cell_length
    assert cell_len(set_cell_size(name, 3)) == 3
    assert sum(Segment.adjust_line_length([Segment(name)], 2)[0].cell_length for _ in (1,)) == 2
