"""Unsaid means that nothing in the briefing says it: a cell that is left out though something answers it is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from border_talks import FRAME, faults, findings, write

PATROL = """
[[guarantee]]
id = "patrol"
name = "Joint patrol"
mode = "document"
known_from = "2030-01-04"
sources = ["herald"]
"""
SAID = """
[[position]]
id = "south-patrol"
party = "south"
guarantee = "patrol"
statement = "Northland pays for the patrol, and 400 guards stand on each bank."
mode = "stated"
said_by = "south"
said_on = "2030-01-10"
sources = ["herald"]
AXES
"""
SUM = """
[[figure]]
id = "cost"
name = "Cost of the patrol"
value = 400
unit = "crowns"
period = "a year"
guarantee = "patrol"
mode = "reported"
said_by = "The Herald"
known_from = "2030-01-10"
sources = ["herald"]
AXES
"""
STATUS = """
[[guarantee.status]]
text = "Northland pays for it."
known_from = "2030-01-10"
AXES
"""


def codes(folder: Path, text: str, *, frame: str = FRAME) -> list[str]:
    return [one.code for one in findings(write(folder, text, frame=frame))]


@pytest.mark.parametrize("speaking", [SAID, SUM, STATUS])
def test_a_cell_left_out_is_found_whatever_answers_it(speaking: str, tmp_path: Path) -> None:
    assert codes(tmp_path, PATROL + speaking.replace("AXES", 'axes = ["paid_by"]')) == ["W517"]
    assert codes(tmp_path, PATROL + speaking.replace("AXES", 'axes = ["none"]')) == []
    assert codes(tmp_path, PATROL + speaking.replace("AXES", "")) == ["W518"]


@pytest.mark.parametrize("carried", ["draft/2", "draft/2a"])
def test_a_point_that_carries_the_guarantee_is_read_against_what_is_left_out(carried: str, tmp_path: Path) -> None:
    text = PATROL + f'carried_by = ["{carried}"]\n'
    assert codes(tmp_path, text) == ["W518"]
    frame = FRAME.replace('text = "Each side', 'axes = ["forces"]\ntext = "Each side')
    assert codes(tmp_path, text, frame=frame) == ["W517"]
    assert codes(tmp_path, text + 'forces = "400 guards on each bank."\n', frame=frame) == []


def test_a_cell_that_is_known_later_than_what_answers_it_is_unsaid_until_then(tmp_path: Path) -> None:
    late = PATROL + 'paid_by = { text = "Northland.", known_from = "2030-02-01" }\n' + SAID.replace("AXES", 'axes = ["paid_by"]')
    (found,) = findings(write(tmp_path, late))
    assert found.code == "W517"
    assert "until 1 Feb 2030" in found.message
    assert "from 10 Jan 2030" in found.message
    assert faults(tmp_path, late.replace("2030-02-01", "2030-01-10")) == []


def test_a_guarantee_without_a_cell_left_out_asks_for_no_axes(tmp_path: Path) -> None:
    axes = (
        "guarantor",
        "form",
        "legal_force",
        "trigger",
        "response",
        "automatic",
        "consultation",
        "territory",
        "forces",
        "paid_by",
        "lapses",
    )
    full = PATROL + "".join(f'{axis} = "Told."\n' for axis in (*axes, "needs"))
    assert codes(tmp_path, full + SAID.replace("AXES", "")) == []


def test_axes_without_a_guarantee_and_none_beside_another_are_told(tmp_path: Path) -> None:
    text = PATROL + 'forces = "400."\n' + SAID.replace("AXES", 'axes = ["none", "forces"]')
    assert codes(tmp_path, text) == ["W519"]
