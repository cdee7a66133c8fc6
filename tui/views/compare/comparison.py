"""How plans differ, row by row: the ladder of a comparison. What stands in a row's cells is `passages.cells`, read when a row is opened.

The row of an issue has every point of every column that names it. Below it stand the aligned rows, in the order of the first plan; they
are under the first issue of the point that leads them, and say where else they belong. Every point of every plan is on an aligned row.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tui.model import Issue, RedLine, Touch, name_of
from tui.store.bearing import Bearing
from tui.store.read import Store
from tui.views.compare.alignment import Aligned, Alignment, Node
from tui.views.compare.columns import ComparedColumn, columns
from tui.views.compare.ladder import NO_ISSUE, IssueHeading, Ladder
from tui.views.compare.relations import Relations
from tui.views.compare.row_names import row_name
from tui.views.compare.rows import Comparison, ComparisonRow, Elsewhere, MadeRows
from tui.views.compare.statements import spoken
from tui.views.marks import (
    ABSENT_FOR_CERTAIN,
    AGAINST,
    DIFFERS,
    UNKNOWN,
    WORST,
    Mark,
    VerdictWord,
    Word,
    absence_of_point,
    has_words,
    mark,
    verdict_word,
)
from tui.views.references import missing
from tui.views.statuses import IssueStatus, statuses_for

__all__ = ["Comparison", "ComparisonRow", "Elsewhere", "IssueHeading", "compare"]

_WORDS = frozenset({"clause", "version"})  # what a point without a text of its own may say
NO_ISSUE_KEY = "under-no-issue"
_SOME = 16  # points looked through at once for one that has words


def compare(store: Store, ids: Sequence[str], issue: str | None = None) -> Comparison:
    """Compare two to four columns: plan ids, or `party:ID` for what a party says. `issue` keeps the rows that bear on one issue.

    The words of its rows are read when a row is first asked for.
    """
    heads = columns(store, ids)
    if issue is not None and store.get("issue", issue) is None:
        raise missing(store, "issue", issue)
    return _Maker(store, heads, issue).comparison()


class _Maker:
    """The making of the rows of one comparison: what is looked up once and used on every row."""

    def __init__(self, store: Store, heads: tuple[ComparedColumn, ...], issue: str | None) -> None:
        self.store = store
        self.heads = heads
        self.issue = issue
        self.plans = [index for index, head in enumerate(heads) if head.kind == "plan"]
        issues = [record for record in store.all("issue") if isinstance(record, Issue)]
        self.headings = {issue.id: IssueHeading(number, issue.id, issue.name) for number, issue in enumerate(issues, 1)}
        self.shorts = {issue.id: name_of(issue) for issue in issues}
        plans = {head.record: head.authors for head in heads if head.kind == "plan"}
        parties = [head.record for head in heads if head.kind == "party"]
        self.statuses = {issue.id: statuses_for(store, issue, plans, parties) for issue in issues}
        self.spoken = [spoken(store, head.record) if head.kind == "party" else frozenset[str]() for head in heads]
        self.alignment = Alignment(store, [head.record if head.kind == "plan" else None for head in heads])
        self.ladder = Ladder(heads, self.alignment, self.headings, issue)
        self._spoken_of: dict[tuple[int, str], bool] = {}

    def comparison(self) -> Comparison:
        """Return the rows of the issues and the aligned ones."""
        under = [heading for heading in self.headings.values() if self.issue in (None, heading.id)]
        if self.issue is not None:
            under += [heading for heading in dict.fromkeys(self.ladder.headings) if heading not in under]
        elif NO_ISSUE in self.ladder.headings:
            under.append(NO_ISSUE)
        return Comparison(
            columns=self.heads,
            issues=MadeRows(len(under), lambda places: [self._of_issue(heading) for heading in under[places.start : places.stop]]),
            rows=MadeRows(len(self.ladder.groups), self._rows),
            under=under,
            headings=self.ladder.headings,
            ladder=self.ladder,
        )

    @cached_property
    def _party_of(self) -> dict[str, str]:
        return {line.id: line.party for line in self.store.all("red_line") if isinstance(line, RedLine)}

    def _rows(self, places: range) -> list[ComparisonRow]:
        groups = self.ladder.groups[places.start : places.stop]
        relations = self._relations(groups)
        return [self._row(self.ladder.groups[place], self.ladder.headings[place], relations) for place in places]

    def _relations(self, groups: Sequence[Aligned]) -> Relations:
        """Return the points of some rows, with the first plan's points that go with them."""
        base = self.alignment.base
        against: set[Node] = set()
        for group in groups:
            others = {node for index in self.plans if index != base for node in group.members[index]} if group.members[base] else ()
            against.update(others, group.members[base] if others else ())
            against.update(
                mate for index in self.plans for node in group.members[index] for mate in self.alignment.mates(node, index, base)
            )
        nodes = {node for group in groups for members in group.members for node in members}
        return Relations(self.store, self.alignment.descent, nodes, against)

    def _row(self, group: Aligned, heading: IssueHeading, relations: Relations) -> ComparisonRow:
        index = group.lead[0]
        members = [[relations.points[node] for node in nodes] for nodes in group.members]
        points = [point for column in members for point in column]
        status, of_others = self.statuses.get(heading.id, (None, None))
        marks = self._marks(group, heading.id, relations)
        words = [marks[plan].word for plan in self.plans]
        touches = [[touch for point in column for touch in point.touches] for column in members]
        against = {self._party_of.get(one.red_line) for column in touches for one in column if one.verdict in ("crossed", "strained")}
        disputed = any(point.agreed is False for point in points)
        issues = {self.headings[issue] for issue in self.ladder.issues(group)} - {heading}
        return ComparisonRow(
            key=self.ladder.key(group),
            issue=heading,
            number=", ".join(point.number for point in members[index]),
            of=self.heads[index].id,
            short=row_name([(head.short, column) for head, column in zip(self.heads, members, strict=True)]) or heading.name,
            status=status,
            status_of_others=of_others,
            marks=marks,
            numbers=self.ladder.numbers(group),
            also_under=tuple(sorted(issues, key=lambda heading: heading.number)),
            elsewhere=tuple(
                Elsewhere(self.heads[column].id, self.ladder.number(column, node), self.ladder.key(self.alignment.group_of(node)))
                for column, node in dict.fromkeys(group.elsewhere)
            ),
            worst=tuple(_worst(column) for column in touches),
            against=tuple(_against(column) for column in touches),
            differs=any(word in DIFFERS for word in words if word != "own" or marks[self.alignment.base].word not in UNKNOWN),
            identical=len(words) > 1 and {"base", "same"}.issuperset(words),
            contested=disputed or "opposed" in words or len(against) > 1 or _letter(status) == "O",
            open=disputed or _letter(status) == "O",
        )

    @cached_property
    def _bearing(self) -> dict[tuple[str, str], Bearing]:
        """Return what each plan has on each issue: the lines touched, by verdict."""
        return self.store.bearing([self.heads[index].record for index in self.plans])

    def _of_issue(self, heading: IssueHeading) -> ComparisonRow:
        """Return the row of an issue: every point of every column that names it; where a column has none, why."""
        issue = heading.id
        on = [self.ladder.on_issue(index, issue) for index in range(len(self.heads))]
        words: list[Word] = []
        for index, head in enumerate(self.heads):
            speaks = issue in self.spoken[index] if head.kind == "party" else bool(on[index]) and self._says(index, issue)
            words.append("stated" if speaks else self._unsaid(on[index]) or head.absence)
        lines = [self._bearing[head.record, issue].lines if (head.record, issue) in self._bearing else {} for head in self.heads]
        status, of_others = self.statuses.get(issue, (None, None))
        return ComparisonRow(
            key=issue or NO_ISSUE_KEY,
            issue=heading,
            number="",
            of="",
            short=self.shorts.get(issue, heading.name),
            status=status,
            status_of_others=of_others,
            marks=tuple(map(mark, words)),
            numbers=tuple(tuple(self.ladder.number(index, node) for node in nodes) for index, nodes in enumerate(on)),
            worst=tuple(next((word for word in WORST if word in held), None) for held in lines),
            against=tuple(tuple((word, held[word]) for word in WORST if word in AGAINST and word in held) for held in lines),
            contested=_letter(status) == "O",
            open=_letter(status) == "O",
        )

    def _unsaid(self, nodes: list[Node]) -> Word | None:
        """Return the words for why a plan's points on an issue say nothing; None where it has none."""
        points = self.store.points_at(nodes[:_SOME], _WORDS)
        absent = [absence_of_point(points[node]) for node in nodes[:_SOME]]
        return "dropped" if "dropped" in absent else absent[0] if absent else None

    def _marks(self, group: Aligned, issue: str, relations: Relations) -> tuple[Mark, ...]:
        """Return how each plan stands to the first one: never to a third, and each by what its own points are about."""
        words: dict[int, Word] = {
            index: "stated" if issue in self.spoken[index] else head.absence
            for index, head in enumerate(self.heads)
            if head.kind == "party"
        }
        live = {index: [node for node in group.members[index] if has_words(relations.points[node])] for index in self.plans}
        for index in self.plans:
            if not live[index]:
                words[index] = self._missing(group, index, relations)
            elif index == self.alignment.base:
                words[index] = "base"
            else:
                words[index] = self._word(group, index, live[index], relations)
        return tuple(mark(words[index]) for index in range(len(self.heads)))

    def _word(self, group: Aligned, index: int, nodes: list[Node], relations: Relations) -> Word:
        """Return how the points of a column stand to the first plan's point on the row, or to its having none."""
        base = self.alignment.base
        here = group.members[base]
        if not here:
            return self._beside(index, nodes, relations)
        if all(absence_of_point(relations.points[node]) == "dropped" and not has_words(relations.points[node]) for node in here):
            return "new"
        joins = any(
            sum(has_words(relations.points[one]) for one in self.alignment.mates(node, index, base) if one in relations.points) > 1
            for node in nodes
        )
        return relations.word(here, nodes, joins=joins)

    def _beside(self, index: int, nodes: list[Node], relations: Relations) -> Word:
        """Return the word for a point that goes with none of the first plan's: new where that is known to say nothing of it."""
        base = self.alignment.base
        first, plan = self.heads[base], self.alignment.plans[index]
        own = {issue for node in nodes for issue in (plan.issues.get(node, ()) if plan else ())}
        if first.absence in ABSENT_FOR_CERTAIN and not any(self._says(base, issue) for issue in own):
            return "new"
        authored = all(relations.points[node].relation == "new" for node in nodes)
        return "new" if authored and self.heads[index].based_on == first.record else "own"

    def _missing(self, group: Aligned, index: int, relations: Relations) -> Word:
        """Return what a column says by having no words on this row."""
        if group.members[index]:
            absent = [absence_of_point(relations.points[node]) for node in group.members[index]]
            return "dropped" if "dropped" in absent else absent[0]
        column, node = group.lead
        plan = self.alignment.plans[column]
        own = plan.issues.get(node, ()) if plan else ()
        if any(there == index for there, _ in group.elsewhere) or any(self._says(index, issue) for issue in own):
            return "apart"
        return self.heads[index].absence

    def _says(self, index: int, issue: str) -> bool:
        """Return whether a plan has words on an issue anywhere."""
        if (index, issue) not in self._spoken_of:
            plan = self.alignment.plans[index]
            nodes = [node for node, issues in plan.issues.items() if issue in issues] if plan else []
            # The first mostly has words; only where it has none many are read at once.
            some = (
                self.store.points_at(nodes[first : first + _SOME] if first else nodes[:1], _WORDS)
                for first in (0, *range(1, len(nodes), _SOME))
            )
            self._spoken_of[index, issue] = any(has_words(point) for points in some for point in points.values())
        return self._spoken_of[index, issue]


def _worst(touches: Sequence[Touch]) -> VerdictWord | None:
    """Return the gravest verdict of a column's points on a row."""
    found = set(map(verdict_word, touches))
    return next((word for word in WORST if word in found), None)


def _letter(status: IssueStatus | None) -> str:
    return status.letter if status else ""


def _against(touches: Sequence[Touch]) -> tuple[tuple[VerdictWord, int], ...]:
    """Count the lines by each verdict that goes against them; a line counts under its gravest."""
    gravest: dict[str, VerdictWord] = {}
    for touch in touches:
        word = verdict_word(touch)
        if word in AGAINST:
            gravest[touch.red_line] = min(word, gravest.get(touch.red_line, word), key=WORST.index)
    held = list(gravest.values())
    return tuple((word, held.count(word)) for word in WORST if word in held)
