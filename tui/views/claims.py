"""What somebody says on a page, in the order in which it stands there: what `i` explains and `y` copies.

A part that was said as the whole was is not told apart: the whole's speaker holds for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.dates import in_words
from tui.views.provenance import DESK, Attribution
from tui.views.said import Said

if TYPE_CHECKING:
    from tui.model import Axis
    from tui.views.compare.lineage import Lineage
    from tui.views.compare.rows import Row
    from tui.views.compare.statements import Statement
    from tui.views.guarantees.axis import AxisAnswer
    from tui.views.guarantees.options import Option, Stand
    from tui.views.overview.question import Overview
    from tui.views.parties.question import Held, PartyAnswer
    from tui.views.passages import Passage, RowCell
    from tui.views.red_lines.lines import HeldLine, Judged
    from tui.views.sources.question import SourceAnswer
    from tui.views.statuses import IssueStatus
    from tui.views.timeline.question import Entry

BASIS = {"number": "follows from a stated number"}  # of what is judged outright, it is enough to tell who judged it


def of_passage(short: str, one: Passage) -> Iterator[Said]:
    """A point; and what others than its text say of it: versions, readings, and verdicts on red lines."""
    name = f"{short} point {one.number}"
    words = " ".join([one.text or "", *(f"({part.letter}) {part.text}" for part in one.clause)]).strip()
    absent = "struck out" if one.relation == "dropped" else one.absent or ""
    yield Said(f"{name}: {one.short}" if one.short else name, words or absent, one.attribution, one.address, worded=bool(words))
    for part in one.clause:
        if part.attribution != one.attribution:
            yield Said(f"{name}{part.letter}", part.text, part.attribution, part=True, worded=True)
    for version in one.version:
        yield Said(f"{name}: {version.name} version", version.text, version.attribution, f"party/{version.party}", part=True, worded=True)
    for reading in one.reading:
        yield Said(f"{name}, as read by {reading.witness}", reading.text, reading.attribution, part=True)
    for touch in one.touches:
        title = f"{name}{touch.clause or ''}, verdict {touch.verdict}: {touch.party_name}: {touch.line}"
        to = f"red_line/{touch.red_line}"
        yield Said(title, touch.why, touch.attribution, to, part=True, basis=BASIS.get(touch.basis))


def of_row(row: Row, cells: Sequence[RowCell]) -> list[Said]:
    """A row of a comparison: every column's cell and the ground for the row's status; then what others say of the cells."""
    said = [*of_cells(cells), *of_statuses(row.issue.name, f"issue/{row.issue.id}", row.status, row.status_of_others)]
    return sorted(said, key=lambda one: one.part)


def of_cells(cells: Sequence[RowCell]) -> list[Said]:
    """Several cells: first what each says, then what others say of them."""
    return sorted((one for cell in cells for one in of_cell(cell)), key=lambda one: one.part)


def of_cell(cell: RowCell) -> Iterator[Said]:
    """A cell: points of a plan, or what a party says."""
    for one in cell.passages:
        yield from of_passage(cell.column.short, one)
    for said in cell.statements:
        yield from _statement(cell.column.short, said)


def _statement(party: str, one: Statement) -> Iterator[Said]:
    title = f"{party}: {one.stance or one.kind.replace('_', ' ')}"
    for shift in one.shifts:
        yield Said(f"{title}, {shift.direction} {in_words(shift.date)}", shift.text, shift.attribution, one.address)
    yield Said(title, one.text, one.attribution, one.address)


def of_statuses(name: str, to: str, own: IssueStatus | None, of_others: IssueStatus | None) -> list[Said]:
    """Where the texts looked at stand on an issue, and what is on record of others later."""
    return [*of_status(name, to, own), *of_status(name, to, of_others)]


def of_status(name: str, to: str, status: IssueStatus | None) -> list[Said]:
    """Where an issue stands, and the ground for saying so."""
    return [Said(f"Status: {name}: {status.full}", status.ground, status.attribution, to)] if status else []


def of_line(one: HeldLine) -> list[Said]:
    """A red line and its movements."""
    words = one.statement + (f' "{one.quote}"' if one.quote else "")
    moved = (Said(f"{in_words(at.date)}, {at.direction}", at.statement, at.attribution, part=True) for at in one.movement)
    return [Said(f"{one.party_name}: {one.name}", words, one.attribution, one.address), *moved]


def of_verdicts(one: HeldLine, judged: Sequence[Judged]) -> list[Said]:
    """A line set against points: the line, and for each point its words and the verdict, each with a speaker of its own."""
    said = of_line(one)[0]
    out = [Said(f"The line: {said.title}", said.words, said.attribution, said.to)]
    for of in judged:
        title, words = f"The point: {of.plan_short} {of.label}", of.words or "no wording on record"
        out.append(Said(title, words, of.point_attribution, of.address, worded=bool(of.words)))
        out.append(Said(f"The verdict: {of.verdict}", of.why, of.attribution, basis=BASIS.get(of.basis)))
    return out


def of_grid(cells: Sequence[tuple[HeldLine, Sequence[Judged]]]) -> list[Said]:
    """Several lines set against points, one after the other."""
    return [said for one, judged in cells for said in of_verdicts(one, judged)]


def of_option(one: Option) -> list[Said]:
    """A guarantee: what it is, each axis, its states, and how parties stand to it."""
    out = [Said(one.name, one.statement or "", one.attribution, one.address)]
    out += [
        Said(cell.axis.title, cell.text, cell.attribution, part=True)
        for cell in one.cells
        if cell.text and cell.attribution and cell.attribution != one.attribution
    ]
    out += [Said(f"Status, {in_words(at.since)}", at.text, at.attribution, part=True) for at in reversed(one.status)]
    out += [_stand(stand) for stand in (*one.supported_by, *one.opposed_by, *one.other_stands)]
    out += [Said(f"{of.name}: {of.amount}", of.period, of.attribution, of.address, part=True) for of in one.figures]
    return out


def _stand(one: Stand) -> Said:
    return Said(f"{one.party_name} {one.stance or ''}".strip(), one.statement, one.attribution, one.address, part=True)


def of_options(options: Sequence[Option], axes: Sequence[Axis]) -> list[Said]:
    """Guarantees side by side: on each of these axes what is said of each option, then their latest states and the parties' stands."""
    out: list[Said] = []
    for axis in axes:
        cells = ((option, cell) for option in options for cell in option.cells if cell.axis == axis)
        for of, one in cells:
            if one.text and one.attribution:
                out.append(Said(f"{axis.title}: {of.short}", one.text, one.attribution, of.address))
    out += [Said(f"Status: {of.short}", of.now.text, of.now.attribution, of.address) for of in options if of.now]
    out += [_stand(stand) for option in options for stand in (*option.supported_by, *option.opposed_by)]
    return out


def of_axis(of: AxisAnswer) -> list[Said]:
    """One axis: what is said of each option, and what says that there is none."""
    told = ((one, one.cell.text, one.cell.attribution) for one in (*of.said, *of.none))
    return [Said(f"{of.axis.title}: {one.name}", text, attribution, one.address) for one, text, attribution in told if text and attribution]


def of_questions() -> list[Said]:
    """Questions to ask are nobody's statement but the desk's."""
    words = "What the briefing has on record as open, and one question for every axis on which no source read says anything."
    own = Attribution(mode="judgement", who=None, speaker=None, on=None, by=DESK, known_from=None, cited=())
    return [Said("Questions to ask", words, own)]


def of_entry(one: Entry) -> list[Said]:
    """An event, and what came of it."""
    to = None if one.later else f"event/{one.id}"
    came = (Said("What came of it", of.text, of.attribution, part=True, later=one.later) for of in one.outcome)
    return [Said(one.title, one.text or one.title, one.attribution, to, later=one.later), *came]


def of_overview(of: Overview) -> list[Said]:
    """The first page: bottom line, what is next and latest, figures, judgements, and where each issue stands."""
    out: list[Said] = []
    for one in (of.bottom_line, *of.judgements):
        if one:
            title = "Bottom line" if one is of.bottom_line else "Judgement"
            out.append(Said(title, one.statement, one.attribution, f"judgement/{one.id}", rests_on=one.rests_on))
    for entry in (of.next_event, *reversed(of.last_events)):
        out += of_entry(entry)[:1] if entry else []
    out += [Said(one.name, f"{one.amount}, {one.period}", one.attribution, f"figure/{one.id}") for one in of.figures]
    for standing in of.standings:
        out += of_status(standing.name, f"issue/{standing.id}", standing.status)
    return out


def of_party(of: PartyAnswer) -> list[Said]:
    """A party: what it is, its people, its red lines and its positions."""
    out = [Said(of.name, of.role or "", of.attribution, f"party/{of.id}")]
    out += [
        Said(one.name, "; ".join(title for title, _, _ in one.offices), one.attribution, f"person/{one.id}", part=True) for one in of.people
    ]
    for issue in of.issues:
        out += [Said(f"{issue.name}: {one.called}", one.statement, one.attribution, one.address, part=True) for one in issue.red_lines]
        out += [_held(one) for one in issue.positions]
    return [*out, *(_held(one) for one in (*of.on_plans, *of.on_guarantees))]


def _held(one: Held) -> Said:
    return Said(f"{one.about.text}: {one.stance or 'position'}", one.statement, one.attribution, one.address, part=True)


def of_source(of: SourceAnswer) -> list[Said]:
    """A source speaks for itself; the judgements that hang on it do not."""
    weak = (Said("Judgement", one.statement, one.attribution, f"judgement/{one.id}", part=True) for one in of.weakens)
    return [Said(of.source.title, of.source.note or "", of.attribution, f"source/{of.id}"), *weak]


def of_lineage(of: Lineage) -> list[Said]:
    """The texts of a lineage: who says of each what it is."""
    return [Said(f"{step.short}: {step.name}", "", step.attribution, f"plan/{step.id}") for step in (*of.steps, *of.followed_by)]
