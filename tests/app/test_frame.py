"""What the frame tells, from a value alone: the handling mark stands whole at every width, and another day is seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from piloted import opened

from tui.app import chrome
from tui.app.look import Look
from tui.app.seen import Seen
from tui.widths import width

TITLE = "Talks on who may use the ferry between Arden and Dell"
MARKS = ["TLP:CLEAR (public sources only)", "OFFICIAL - SENSITIVE", "UK EYES ONLY / SECRET", "للاستعمال الرسمي فقط - حساس", "機密" * 30]
AT = Seen(cells=80, lines=24, look=Look(), briefing=TITLE, handling=MARKS[0], day="24 Dec 2025", home="overview", place="overview")


def lines(seen: Seen) -> list[str]:
    pieces, right = chrome.title(seen)
    whole = ["".join(text for text, _ in line) for line in pieces]
    return [f"{whole[0]} {right}".rstrip(), *whole[1:]]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(("cells", "height"), [(20, 12), (40, 10), (40, 24), (80, 24), (120, 40), (180, 50)])
def test_the_handling_mark_stands_whole_and_leaves_a_line_for_all_else(mark: str, cells: int, height: int) -> None:
    seen = replace(AT, handling=mark, cells=cells, lines=height)
    told = lines(seen)
    assert mark.replace(" ", "") in "".join(told).replace(" ", "")
    assert all(width(line) <= cells for line in told)
    assert height - chrome.above(seen) - 1 >= 1


def test_a_title_is_cut_for_the_mark_and_the_day_stays() -> None:
    (told,) = lines(AT)
    assert told.startswith("Talks on who may use the fe…  as at 24 Dec 2025 ")
    assert told.endswith(" TLP:CLEAR (public sources only)")


@pytest.mark.parametrize("height", [10, 24])
@pytest.mark.parametrize("cells", [40, 60, 80, 120])
def test_another_day_stands_in_reverse_video_at_every_width(cells: int, height: int) -> None:
    seen = replace(AT, cells=cells, lines=height, day="9 Dec 2025", other_day=True)
    reversed_ = ["".join(text for text, style in line if style and style.reverse) for line in chrome.title(seen)[0]]
    assert "as at 9 Dec 2025" in reversed_[0]
    own = [text for text, style in chrome.title(replace(seen, other_day=False))[0][0] if style and style.reverse]
    assert "as at 9 Dec 2025" not in "".join(own)


@pytest.mark.parametrize("cells", [20, 40, 80, 120])
async def test_the_screen_shows_the_whole_mark(shipped: Path, cells: int) -> None:
    async with opened(shipped, "red-lines", size=(cells, 14)) as driver:
        above = " ".join(line.strip() for line in driver.text().split("\n")[:3])
        assert "TLP:CLEAR (public sources only)" in " ".join(above.split())
