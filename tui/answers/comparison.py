"""How plans differ, row by row: the ladder of a comparison. What stands in a row's cells is `passages.cells`, read when a row is opened.

Rows stand in the order of the issues, and inside an issue in the order of the first plan. Every point of every plan is on one row.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.answers.alignment import Alignment, Group, Node
from tui.answers.columns import Column, columns
from tui.answers.marks import ABSENT_FOR_CERTAIN, DIFFERS, Mark, Word, absence_of_point, farthest, has_words, inverse, mark
from tui.answers.missing import missing
from tui.answers.row_names import row_name
from tui.answers.rows import NO_ISSUE, Comparison, Elsewhere, Heading, Row
from tui.answers.statements import spoken
from tui.answers.statuses import IssueStatus, status_of
from tui.model import Issue, Plan, Point, RedLine, Relation
from tui.store.read import Store

__all__ = ["Comparison", "Elsewhere", "Heading", "Row", "compare"]


def compare(store: Store, ids: Sequence[str], issue: str | None = None) -> Comparison:
    """The ladder of two to four columns: plan ids, or `party:ID` for what a party says. `issue` keeps the rows that bear on one issue."""
    heads = columns(store, ids)
    if issue is not None and store.get("issue", issue) is None:
        raise missing(store, "issue", issue)
    rows, untouched = _Ladder(store, heads).rows()
    if issue is not None:
        rows = [row for row in rows if issue in (row.issue.id, *(heading.id for heading in row.also_under))]
        untouched = [row for row in untouched if row.issue.id == issue]
    return Comparison(heads, tuple(rows), tuple(untouched))


class _Ladder:
    """The making of one comparison: what is looked up once and used on every row."""

    def __init__(self, store: Store, heads: tuple[Column, ...]) -> None:
        self.heads = heads
        self.plans = [index for index, head in enumerate(heads) if head.kind == "plan"]
        issues = [record for record in store.all("issue") if isinstance(record, Issue)]
        self.headings = {issue.id: Heading(number, issue.id, issue.name) for number, issue in enumerate(issues, 1)}
        self.statuses = {issue.id: status_of(store, issue) for issue in issues}
        self.party_of = {line.id: line.party for line in store.all("red_line") if isinstance(line, RedLine)}
        self.spoken = [spoken(store, head.record) if head.kind == "party" else frozenset[str]() for head in heads]
        found = [store.get("plan", head.record) if head.kind == "plan" else None for head in heads]
        self.alignment = Alignment(store, [plan if isinstance(plan, Plan) else None for plan in found])
        self.families = self.alignment.families()
        self.speaks = [
            {issue for point in plan.point if has_words(point) for issue in point.issues} if isinstance(plan, Plan) else set()
            for plan in found
        ]
        self.alignment.meet(lambda group: self._heading(group).id)

    def rows(self) -> tuple[list[Row], list[Row]]:
        """The aligned rows, and the rows of issues without a point."""
        groups = self.alignment.groups
        keys = {self.alignment.group_of(group.nodes[0]): self._key(group) for group in groups}
        last = len(self.headings) + 1
        rows = sorted((self._row(group, keys) for group in groups), key=lambda row: row.issue.number or last)
        taken = {row.issue.id for row in rows}
        mentions = self._mentions(rows)
        bare = [self._bare(heading, mentions.get(heading.id, [])) for heading in self.headings.values() if heading.id not in taken]
        if not self.plans:
            return [row for row in bare if self._speaks(row)], [row for row in bare if not self._speaks(row)]
        return rows, bare

    def _key(self, group: Group) -> str:
        index, lead = _lead(group)
        return f"{self.heads[index].id}/{lead.number}"

    def _heading(self, group: Group) -> Heading:
        return self.headings.get(next(iter(_lead(group)[1].issues), ""), NO_ISSUE)

    def _row(self, group: Group, keys: dict[Node, str]) -> Row:
        index = _lead(group)[0]
        points = [point for members in group.members for point in members]
        heading = self._heading(group)
        status = self.statuses.get(heading.id)
        marks = self._marks(group, heading.id)
        words = [marks[plan].word for plan in self.plans]
        touches = [touch for point in points for touch in point.touches]
        against = {self.party_of.get(touch.red_line) for touch in touches if touch.verdict in ("crossed", "strained")}
        disputed = any(point.agreed is False for point in points)
        issues = {self.headings[issue] for point in points for issue in point.issues if issue in self.headings} - {heading}
        return Row(
            key=self._key(group),
            issue=heading,
            number=", ".join(point.number for point in group.members[index]),
            of=self.heads[index].id,
            short=row_name([(head.short, members) for head, members in zip(self.heads, group.members, strict=True)]) or heading.name,
            status=status,
            marks=marks,
            numbers=tuple(tuple(point.number for point in members) for members in group.members),
            also_under=tuple(sorted(issues, key=lambda heading: heading.number)),
            elsewhere=tuple(
                Elsewhere(self.heads[column].id, node[1], keys[self.alignment.group_of(node)])
                for column, node in dict.fromkeys(group.elsewhere)
            ),
            crossed=sum(touch.verdict == "crossed" for touch in touches),
            strained=sum(touch.verdict == "strained" for touch in touches),
            differs=not DIFFERS.isdisjoint(words),
            identical=len(words) > 1 and {"base", "same"}.issuperset(words),
            contested=disputed or "opposed" in words or len(against) > 1 or _letter(status) in ("O", "W"),
            open=disputed or _letter(status) == "O",
        )

    def _mentions(self, rows: Sequence[Row]) -> dict[str, list[Elsewhere]]:
        """For each issue the points that bear on it and stand on a row under another."""
        out: dict[str, list[Elsewhere]] = {}
        for row in rows:
            for heading in row.also_under:
                out.setdefault(heading.id, []).extend(
                    Elsewhere(head.id, number, row.key) for head, own in zip(self.heads, row.numbers, strict=True) for number in own
                )
        return out

    def _bare(self, heading: Heading, elsewhere: Sequence[Elsewhere]) -> Row:
        """The row of an issue that has no point of its own: every column says why."""
        moved = {there.column for there in elsewhere}
        words: list[Word] = [
            "stated" if heading.id in said else "moved" if head.id in moved else head.absence
            for head, said in zip(self.heads, self.spoken, strict=True)
        ]
        status = self.statuses[heading.id]
        return Row(
            key=heading.id,
            issue=heading,
            number="",
            of="",
            short=heading.name,
            status=status,
            marks=tuple(mark(word) for word in words),
            numbers=tuple(() for _ in self.heads),
            elsewhere=tuple(elsewhere),
            contested=_letter(status) in ("O", "W"),
            open=_letter(status) == "O",
        )

    def _speaks(self, row: Row) -> bool:
        return any(mark.word == "stated" for mark in row.marks)

    def _marks(self, group: Group, issue: str) -> tuple[Mark, ...]:
        words: dict[int, Word] = {
            index: "stated" if issue in self.spoken[index] else head.absence
            for index, head in enumerate(self.heads)
            if head.kind == "party"
        }
        live = {index: [point for point in group.members[index] if has_words(point)] for index in self.plans}
        words |= {index: self._missing(group, index, issue) for index in self.plans if not live[index]}
        base = self._base(live, words)
        if base is None:
            words |= {index: "new" for index in self.plans if live[index]}
        else:
            first: Word = "own" if words.get(self.plans[0]) == "apart" else "base"
            here = self._nodes(live, base)
            onward = self.alignment.relations(here)
            others = {index: self._nodes(live, index) for index in self.plans if live[index] and index != base}
            words |= {base: first, **{index: self._relation(here, onward, there) for index, there in others.items()}}
        return tuple(mark(words[index]) for index in range(len(self.heads)))

    def _relation(self, here: list[Node], onward: dict[Node, Relation], there: list[Node]) -> Word:
        """The word for a column's points, `there`, against those of the base, `here`; `onward` is what can be reached from these.

        Each side is set against the other, so that it turns around.
        """
        back = self.alignment.relations(there)
        known = [onward[node] for node in there if node in onward] + [inverse(back[node]) for node in here if node in back]
        if not known:
            return "own"
        if len(here) == 1 < len(there):
            return "split"
        if len(there) == 1 < len(here):
            return "join"
        result = farthest(known)
        return "changed" if result in ("new", "dropped") else result

    def _nodes(self, live: dict[int, list[Point]], index: int) -> list[Node]:
        return [(self.heads[index].id, point.number) for point in live[index]]

    def _base(self, live: dict[int, list[Point]], words: dict[int, Word]) -> int | None:
        """The column that the others are compared with; None where the first plan is known to say nothing, so that the others are new.

        It is the first plan, or the first text there is where nobody can know what the first plan says.
        """
        first = self.plans[0]
        if not live[first] and words[first] in ABSENT_FOR_CERTAIN:
            return None
        return next((index for index in self.plans if live[index]), None)

    def _missing(self, group: Group, index: int, issue: str) -> Word:
        """What a column says by having no words on this row."""
        if group.members[index]:
            absent = [absence_of_point(point) for point in group.members[index]]
            return "dropped" if "dropped" in absent else absent[0]
        if any(column == index for column, _ in group.elsewhere):
            return "moved"
        related = any(self.families[other] == self.families[index] for other, members in enumerate(group.members) if members)
        return "apart" if not related and issue in self.speaks[index] else self.heads[index].absence


def _lead(group: Group) -> tuple[int, Point]:
    """The first column that has a point on this row, and that point."""
    return next((index, members[0]) for index, members in enumerate(group.members) if members)


def _letter(status: IssueStatus | None) -> str:
    return status.letter if status else ""
