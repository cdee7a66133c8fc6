"""What somebody says on the page of a source: what `i` explains and `y` copies, in the order in which it stands there."""

from __future__ import annotations

from tui.address import written
from tui.views.said import Said
from tui.views.sources.question import SourceAnswer


def of_source(of: SourceAnswer) -> list[Said]:
    """A source speaks for itself; the judgements that hang on it do not."""
    weak = (Said("Judgement", one.statement, one.attribution, written("judgement", one.id), part=True) for one in of.weakens)
    return [Said(of.source.title, of.source.note or "", of.attribution, written("source", of.id)), *weak]
