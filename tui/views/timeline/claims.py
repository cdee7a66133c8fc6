"""What somebody says on the page of an event, in the order in which it stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.address import written
from tui.views.claims import Claim

if TYPE_CHECKING:
    from tui.views.timeline.question import Entry


def of_entry(one: Entry) -> list[Claim]:
    """Return what is told of an event, then what came of it."""
    to = None if one.later else written("event", one.id)
    came = (Claim("What came of it", of.text, of.attribution, part=True, later=one.later) for of in one.outcome)
    return [Claim(one.title, one.record.text or one.title, one.attribution, to, later=one.later), *came]
