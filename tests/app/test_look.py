"""How things look: one meaning for each colour, the whole current row seen, and looks that a key goes through and names."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from piloted import opened
from rich.console import Console
from session import BRIEFING, Session, environment

from tui.app.look import Look
from tui.model import STATUS
from tui.terminal.cells import sgr
from tui.terminal.probe import decide
from tui.views.blocks import Role, Span

OTHERS: tuple[Role, ...] = ("strained", "met", "same", "changed", "new", "dropped", "judgement", "source", "warning", "delete", "status")
GROUNDS = ["", "dark", "light", "either"]


@pytest.mark.parametrize("ground", GROUNDS)
def test_red_is_for_crossed_and_opposed_alone(ground: str) -> None:
    look = Look(ground=ground)
    assert look.style("crossed").color == look.style("opposed").color
    assert all(look.style(role).color != look.style("crossed").color for role in OTHERS)
    assert look.style("met").color == look.style("same").color
    assert look.style("strained").color == look.style("changed").color
    assert look.style("judgement").dim
    assert look.style("source").dim


@pytest.mark.parametrize("ground", GROUNDS)
def test_status_words_are_told_apart(ground: str) -> None:
    for words in (list(STATUS), list(STATUS.values())):
        styles = [Look(ground=ground).segments((Span(word, "status"),))[0].style for word in words]
        assert len(set(map(str, styles))) == len(words)


async def test_the_whole_current_row_is_seen_and_no_other(shipped: Path) -> None:
    async with opened(shipped, "sources") as driver:
        await driver.press("j")
        strips = driver.app.screen._compositor.render_strips()
        barred = [strip for strip in strips[2:-1] if all(one.style and one.style.reverse for one in strip)]
        assert [strip.text[:2] for strip in barred] == ["> "]
        await driver.press("tab")
        assert not [
            strip for strip in driver.app.screen._compositor.render_strips()[2:-1] if all(s.style and s.style.reverse for s in strip)
        ]


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40)])
def test_a_move_that_only_moves_the_bar_costs_at_most_three_hundred_bytes(shipped: Path, columns: int, lines: int) -> None:
    with Session([*BRIEFING, "--briefing", str(shipped), "open", "compare"], columns=columns, lines=lines, env=environment()) as session:
        session.until("US 28")
        session.press("_")
        session.settle()
        assert 0 < len(session.press("j")) <= 300


@pytest.mark.parametrize(
    ("environ", "looks"),
    [
        ({}, ["without colour", "sixteen colours"]),
        (
            {"COLORTERM": "truecolor", "SSH_TTY": "/dev/pts/0"},
            ["for any ground", "dark ground", "light ground", "without colour", "sixteen"],
        ),
    ],
)
def test_a_key_goes_through_the_looks_and_names_each(shipped: Path, environ: dict[str, str], looks: list[str]) -> None:
    with Session([*BRIEFING, "--briefing", str(shipped), "open", "red-lines"], env=environment(**environ)) as session:
        session.until("Firmness")
        assert b"\x1b[38;2" not in session.raw
        for look in looks:
            written = session.press("t")
            assert look in session.text()
            assert (b"38;2;" in written) == ("ground" in look)


@pytest.mark.parametrize(
    ("environ", "ground"),
    [
        ({"COLORTERM": "truecolor"}, "either"),
        ({"COLORTERM": "24bit", "COLORFGBG": "15;0"}, "dark"),
        ({"COLORTERM": "truecolor", "COLORFGBG": "0;default;15"}, "light"),
        ({"COLORTERM": "truecolor", "COLORFGBG": "0;default"}, "either"),
        ({"COLORTERM": "truecolor", "SSH_CONNECTION": "192.0.2.7 50022 192.0.2.1 22"}, ""),
        ({"COLORTERM": "truecolor", "TERM": "linux"}, ""),
        ({"COLORTERM": "256color"}, ""),
        ({}, ""),
    ],
)
def test_the_first_look_is_the_one_that_the_terminal_promises(environ: dict[str, str], ground: str) -> None:
    assert decide({"LANG": "C.UTF-8", "TERM": "xterm-256color", **environ}).ground == ground


def test_true_colour_comes_by_itself_where_the_terminal_has_it_and_no_line_is_between(shipped: Path) -> None:
    near = environment(COLORTERM="truecolor", COLORFGBG="15;0")
    with Session([*BRIEFING, "--briefing", str(shipped), "open"], columns=120, lines=40, env=near) as session:
        session.until("What divides")
        session.settle()
        assert b"38;2;" in session.raw
        assert len(session.raw) <= 9_000
        session.press("t")
        assert "Drawn in true colour for a light ground." in session.text()


@pytest.mark.parametrize(("ground", "behind"), [("dark", [0.0]), ("light", [1.0]), ("either", [0.0, 1.0])])
def test_each_colour_stands_out_from_the_ground_that_it_is_made_for(ground: str, behind: list[float]) -> None:
    for role in ("crossed", "changed", "met", "label"):
        color = Look(ground=ground).style(role).color
        assert color
        assert color.triplet
        bright = sum(
            share * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
            for share, part in zip((0.2126, 0.7152, 0.0722), color.triplet.normalized, strict=True)
        )
        assert all(max(bright + 0.05, ground_ + 0.05) / min(bright + 0.05, ground_ + 0.05) >= 4.5 for ground_ in behind)


def test_a_true_colour_with_the_number_of_a_default_colour_is_sent_whole() -> None:
    style = Console(file=io.StringIO()).get_style("#273127 on #313127")
    assert sgr(style) == "38;2;39;49;39;48;2;49;49;39"
