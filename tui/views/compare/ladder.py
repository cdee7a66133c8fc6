"""The ladder of a comparison before a word of it is read: which rows there are, in which order, and which points stand on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from tui.address import point_named, written
from tui.frozen import frozen
from tui.views.compare.alignment import Aligned, Alignment, Node
from tui.views.compare.columns import ComparedColumn


@frozen
class IssueHeading:
    """The issue that a row stands under: its number in the briefing's order, id and name. 0 is under no issue."""

    number: int
    id: str
    name: str


NO_ISSUE = IssueHeading(0, "", "under no issue")


class Ladder:
    """The aligned rows by their places: in the order of the issues, and inside an issue in the order of the first plan.

    `all` are the rows of the whole comparison; the places count those that bear on the issue asked for.
    """

    def __init__(
        self, heads: Sequence[ComparedColumn], alignment: Alignment, headings: Mapping[str, IssueHeading], issue: str | None
    ) -> None:
        self.heads = heads
        self._alignment = alignment
        self._headings = headings
        self._plans = {head.id: plan for head, plan in zip(heads, alignment.plans, strict=True)}
        last = len(headings) + 1
        self.all = sorted(((self._heading(group), group) for group in alignment.groups), key=lambda pair: pair[0].number or last)
        asked = self.all if issue is None else [(own, group) for own, group in self.all if issue == own.id or issue in self.issues(group)]
        self.groups = [group for _, group in asked]
        self.headings = [heading for heading, _ in asked]
        self._places = {group: place for place, group in enumerate(self.groups)}

    def numbers(self, group: Aligned) -> tuple[tuple[str, ...], ...]:
        """Return the numbers of the points on a row, column by column."""
        return tuple(
            tuple(plan.numbers[node] for node in members) if plan else ()
            for plan, members in zip(self._alignment.plans, group.members, strict=True)
        )

    def number(self, column: int, node: Node) -> str:
        """Return the number of a point of a column."""
        plan = self._alignment.plans[column]
        assert plan is not None
        return plan.numbers[node]

    def key(self, group: Aligned) -> str:
        """Return the key of a row, the first point of the first column that has one: `us-28/6`."""
        column, node = group.lead
        return written(self.heads[column].id, self.number(column, node))

    def issues(self, group: Aligned) -> set[str]:
        """Return the ids of all issues that the points of a row stand under."""
        return {
            issue
            for plan, members in zip(self._alignment.plans, group.members, strict=True)
            if plan
            for node in members
            for issue in plan.issues.get(node, ())
            if issue in self._headings
        }

    def place(self, point: str) -> int | None:
        """Return the place of the row on which a point such as `us-28/6` stands."""
        id_, number = point_named(point)
        plan = self._plans.get(id_)
        node = plan.rows.get(number) if plan else None
        return None if node is None else self._places.get(self._alignment.group_of(node))

    def place_of_number(self, number: str, columns: int) -> int | None:
        """Return the first place where one of so many columns has a point of this number."""
        found = [place for head in self.heads[:columns] if (place := self.place(written(head.id, number))) is not None]
        return min(found, default=None)

    @cached_property
    def labels(self) -> list[str]:
        """Return the number of each row for the reader: as it is in the first plan, `+9` where it is another plan's 9."""
        out = []
        for group in self.groups:
            column = group.lead[0]
            out.append("+" * bool(column) + ", ".join(self.number(column, node) for node in group.members[column]))
        return out

    def on_issue(self, column: int, issue: str) -> list[Node]:
        """Return the points of a column that name an issue, whichever row they stand on; for no id those that name none that is known."""
        plan = self._alignment.plans[column]
        if plan is None:
            return []
        if issue == NO_ISSUE.id:
            return [node for node in plan.numbers if self._headings.keys().isdisjoint(plan.issues.get(node, ()))]
        return [node for node in plan.numbers if issue in plan.issues.get(node, ())]

    def _heading(self, group: Aligned) -> IssueHeading:
        column, node = group.lead
        plan = self._alignment.plans[column]
        assert plan is not None
        issues = plan.issues.get(node)
        return self._headings.get(issues[0], NO_ISSUE) if issues else NO_ISSUE
