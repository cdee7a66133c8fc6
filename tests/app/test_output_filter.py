"""The last filter before the terminal."""

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tui.terminal.output_filter import OutputFilter
from tui.widths import width


def test_no_link_passes_that_a_terminal_could_open() -> None:
    (passed,) = OutputFilter().apply([Segment("a page", Style(link="https://example.org", bold=True))], Color(0, 0, 0))
    assert passed.style == Style(bold=True)
    assert passed.style
    assert passed.style.link is None


@pytest.mark.parametrize("text", ["\u1100\u1161\u11a8", "\u09c7\u09be", "\U0001d15e", "\u202ea\u200bb", "\u4e2d\u6587", "e\u0301"])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_what_is_cleaned_takes_the_cells_that_it_was_laid_out_for(text: str, ascii_only: bool) -> None:
    """Or the rest of the row would move, and leave at its end what stood there."""
    (passed,) = OutputFilter(ascii_only=ascii_only).apply([Segment(text)], Color(0, 0, 0))
    assert width(passed.text) == width(text)
