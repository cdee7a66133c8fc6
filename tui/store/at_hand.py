"""How much of a plan's text was at hand on a day: nothing before it was public, a part until the last of its words was known, then all.

`text = "full"` has no day of its own: it is what the record says in the end. What can be told of an earlier day is told by the days of
the text's words: its points, their lettered clauses, and the sides' versions. While the store has one of them that was not known yet,
nobody could say that the whole text is public and says nothing on an issue: what came later may be what speaks. So until then a text
counts as held in part, and what it does not say is `not recorded` and not `silent`. That claims less, and no word of what came is told.

No words of the text are another printing of it (a reading), a verdict on it, and a point that tells that something was struck out.
A text that is changed is another plan.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from tui.model import Plan, Record
from tui.store.opening import Connection

# Few words are known later than their plan, and only of these more than the day is read. CROSS JOIN keeps the order of the tables.
_PUBLIC = "SELECT id, max(_known, coalesce(made_public_lo, '')) FROM plan WHERE text = 'full'"
_POINTS = (
    "SELECT plan.id, max(point._known) FROM plan CROSS JOIN point ON point._owner = plan._row"
    " WHERE plan.text = 'full' AND point._known > plan._known AND point.relation IS NOT 'dropped' GROUP BY plan._row"
)
_PARTS = (
    "SELECT plan.id, max(part._known) FROM {} AS part CROSS JOIN point ON point._row = part._owner"
    " CROSS JOIN plan ON plan._row = point._owner"
    " WHERE part._known > '' AND part._known > plan._known AND plan.text = 'full' GROUP BY plan._row"
)
_DAYS = " UNION ALL ".join((_PUBLIC, _POINTS, _PARTS.format("point_clause"), _PARTS.format("point_version")))

R = TypeVar("R", bound=Record)


def whole_from(connection: Connection) -> dict[str, str]:
    """Return the first day on which all words of a text were known, by plan, of those that are public whole in the end."""
    last: dict[str, str] = {}
    for plan, day in connection.select(_DAYS):
        last[plan] = max(day, last.get(plan, ""))
    return last


def as_on(connection: Connection, record: R, as_at: str) -> R:
    """Return a record as a reader of that day has it: of a plan, as much of its text as was at hand. It is talked of before it is
    public: then no text of it is at hand, and what only its publication tells is left out.
    """
    if not isinstance(record, Plan):
        return record
    if record.made_public is not None and record.made_public.lower > as_at:
        return replace(record, text="none", made_public=None, how=None, how_in_words=None, gaps=()).placed(record.where)
    if record.text == "full" and connection.kept(whole_from)[record.id] > as_at:
        return replace(record, text="partial").placed(record.where)
    return record
