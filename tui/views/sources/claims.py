"""What somebody says on the page of a source: what `i` explains and `y` copies, in the order in which it stands there."""

from __future__ import annotations

from tui.address import written
from tui.views.claims import Claim
from tui.views.sources.question import SourceAnswer


def of_source(of: SourceAnswer) -> list[Claim]:
    """Return what is told of a source, then the judgements that hang on it, each with its own speaker."""
    weak = (Claim("Judgement", one.statement, one.attribution, written("judgement", one.id), part=True) for one in of.weakens)
    return [Claim(of.title, of.source.note or "", of.attribution, written("source", of.id)), *weak]
