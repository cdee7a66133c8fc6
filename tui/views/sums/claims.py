"""Who says what stands on the page of the figures, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.claims import Claim

if TYPE_CHECKING:
    from tui.views.sums.question import Figures


def of_figures(of: Figures) -> list[Claim]:
    """Return each figure with who says so."""
    return [
        Claim(f"{counted.what}: {one.amount}", f"{one.record.name}, {one.record.period}", one.attribution, one.address)
        for counted in of
        for one in counted.figures
    ]
