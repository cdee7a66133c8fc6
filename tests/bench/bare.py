"""The least that Textual can show: as many rows as the terminal has, of which a key changes some. `python -m bench.bare`"""

from __future__ import annotations

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.events import Key
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Rows(Widget):
    """Rows of text; `j` changes two of them, any other key all."""

    count = 0

    def render_line(self, y: int) -> Strip:
        """One row."""
        return Strip([Segment(f"Hello row {y} " + f"{self.count + y * 7919} " * 12)]).adjust_cell_length(self.size.width)


class Bare(App[None]):
    """One widget and nothing else."""

    def compose(self) -> ComposeResult:
        """The rows."""
        yield Rows()

    def on_key(self, event: Key) -> None:
        """Change rows."""
        rows = self.query_one(Rows)
        rows.count += 1
        if event.key == "j":
            rows.refresh(Region(0, 3, rows.size.width, 2))
        else:
            rows.refresh()


if __name__ == "__main__":
    Bare().run()
