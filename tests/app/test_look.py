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
from tui.terminal.painter import sgr
from tui.views.blocks import Role, Span

OTHERS: tuple[Role, ...] = ("strained", "met", "same", "changed", "new", "dropped", "judgement", "source", "warning", "delete", "status")
GROUNDS = ["", "dark", "light"]


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
        ({"COLORTERM": "truecolor"}, ["dark ground", "light ground", "without colour", "sixteen"]),
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


def test_a_true_colour_with_the_number_of_a_default_colour_is_sent_whole() -> None:
    style = Console(file=io.StringIO()).get_style("#273127 on #313127")
    assert sgr(style) == "38;2;39;49;39;48;2;49;49;39"
