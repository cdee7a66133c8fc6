"""The last filter before the terminal."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tui.terminal.output_filter import OutputFilter


def test_no_link_passes_that_a_terminal_could_open() -> None:
    (passed,) = OutputFilter().apply([Segment("a page", Style(link="https://example.org", bold=True))], Color(0, 0, 0))
    assert passed.style == Style(bold=True)
    assert passed.style
    assert passed.style.link is None
