"""One thing that somebody says, as a reader who asks who says so gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.frozen import frozen
from tui.views.provenance import Attribution

if TYPE_CHECKING:
    from tui.views.references import Value


@frozen
class Said:
    """What it is called, its words (empty where it has no one sentence, as a plan), and who says so. `to` is its address.

    A `part` hangs on what stands before it, as a movement on its red line. `basis` tells how a verdict was come by, `rests_on` what
    carries a judgement. What is `later` than the day of the reading has sources that the store of that day cannot open. What is `worded`
    gives the words of a text, in this desk's paraphrase or as a quotation.
    """

    title: str
    words: str
    attribution: Attribution
    to: str | None = None
    part: bool = False
    basis: str | None = None
    rests_on: tuple[Value, ...] = ()
    later: bool = False
    worded: bool = False
