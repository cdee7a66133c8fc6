"""What may stand at a destination, by its handling mark."""

from __future__ import annotations

import pytest

from tui.errors import BadInput, Refused
from tui.travel.handling import hold_under, marks_of, written


@pytest.mark.parametrize(
    ("ceiling", "mark"),
    [
        (["TLP:GREEN"], "TLP:GREEN"),
        (["TLP:GREEN"], "TLP:CLEAR (public sources only)"),
        (["tlp:green"], "TLP:WHITE"),
        (["TLP:AMBER+STRICT"], "TLP:AMBER"),
        (["TLP:AMBER \uff0b STRICT"], "TLP:AMBER+STRICT"),
        (["PUBLIC", "TLP:GREEN"], "public"),
        (["VS - NUR FÜR DEN DIENSTGEBRAUCH"], "VS - Nur  für den Dienstgebrauch"),
    ],
)
def test_what_is_at_the_ceiling_or_below_may_stand_there(ceiling: list[str], mark: str) -> None:
    hold_under(ceiling, mark, "the server")


@pytest.mark.parametrize(
    ("ceiling", "mark"),
    [
        (["TLP:GREEN"], "TLP:AMBER"),
        (["TLP:AMBER"], "TLP:AMBER+STRICT"),
        (["TLP:AMBER"], "TLP: AMBER + STRICT"),
        (["TLP:AMBER"], "TLP:AMBER-STRICT"),
        (["TLP:AMBER"], "TLP:AMBERSTRICT"),
        (["TLP:CLEAR"], "TLP:CLEAR and in part TLP:RED"),
        (["TLP:GREEN, never TLP:RED"], "TLP:RED"),
        (["TLP:AMBER"], "TLP:AMBER + STRICT"),
        (["TLP:AMBER"], "TLP:Amber-Strict"),
        (["TLP:GREEN, but not TLP:AMBER"], "TLP:AMBER"),
        (["TLP:RED"], "SECRET"),
        (["PUBLIC"], "TLP:CLEAR"),
        (["PUBLIC"], "PUBLIC TRUST"),
        (["TLP:GREEN"], "TLP:GREENISH"),
    ],
)
def test_what_is_above_or_unknown_is_refused_and_named(ceiling: list[str], mark: str) -> None:
    with pytest.raises(Refused, match="the server takes"):
        hold_under(ceiling, mark, "the server")


def test_a_ceiling_is_read_as_it_was_written() -> None:
    assert marks_of(written(["TLP:GREEN", "PUBLIC"])) == ("TLP:GREEN", "PUBLIC")


def test_an_empty_ceiling_permits_nothing() -> None:
    with pytest.raises(Refused, match="nothing may stand"):
        marks_of(b"# nothing\n\n")


@pytest.mark.parametrize("mark", ["", " ", "A\nB", "A # B", "A\x1b[0m"])
def test_a_mark_that_is_no_line_is_no_ceiling(mark: str) -> None:
    with pytest.raises(BadInput):
        written([mark])
