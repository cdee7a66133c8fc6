"""Pictures as inline SVG: no script, no outside part, words that can be selected, colours from the style sheet of the document.

parts.py    what all pictures share
lanes.py, scale.py, family.py, tiles.py   a drawing each
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from tui.render.svg.family import family
from tui.render.svg.lanes import lanes
from tui.render.svg.scale import scale
from tui.render.svg.tiles import tiles
from tui.views.compare.family import Family
from tui.views.sums.scale import Scale
from tui.views.tiles import Tiles
from tui.views.timeline.lanes import Lanes

DRAWN: Mapping[type, Callable[[Any, str], str]] = MappingProxyType({Lanes: lanes, Scale: scale, Family: family, Tiles: tiles})


def svg(drawing: object, told: str) -> str:
    """Return a drawing as SVG, with what it tells in words as its name. KeyError for what is no drawing that is known here."""
    return DRAWN[type(drawing)](drawing, told)
