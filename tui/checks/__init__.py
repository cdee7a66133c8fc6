"""What must hold between records: CHECKS and ACROSS, and the run over all of them.

    briefing.py     what a check gets: the records, what refers to what, and findings that point at a key
    parts.py        walks over a record: what it refers to and what a reference names, its nested parts with what they inherit, its texts
    codes.py        every finding code, read from codes.toml: why it is there, an example of it
    links.py        every reference leads to a record of the right kind, and none to itself or in a circle
    provenance.py   every record has a source, a mode and a speaker; a judgement is the desk's; nothing rests on what was known only later
    coverage.py     points that say something, under issues, with clauses that are there; numbers without gaps, sources that are cited
    unsaid.py       cells of a guarantee that are left out, and answered elsewhere in the briefing
    days.py         no later fact without a day of its own, nothing said after it was printed
    doubles.py      one page under two ids, two values of one figure, addresses that lead nowhere
    numbers.py      numbers that stand in their point's words, and are the same where it is said to be
    craft.py        red lines with a ground, quotations that are short, judgements, agreements, relations, signatures, positions

A check sees records only. What is wrong inside one table, whatever the others say, the loader has told already. CHECKS are asked about one
record after the other, so that what was walked of one is gone before the next; ACROSS are asked once, when all have been seen.

What a check says of a record depends on that record, on what it refers to and on what it leads back to (`lineage`): a build of what
has changed looks no further (`compile/rebuild.py`). A check that needs a briefing from which nothing is lost asks `Briefing.whole`
first, and has its like there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.checks.briefing import Briefing
from tui.checks.coverage import clauses_named, counts, gaps, points_say_something, points_under_issues, sources_cited
from tui.checks.craft import (
    agreements,
    judgements_rest,
    position_targets,
    quotations,
    red_lines_grounded,
    relations,
    reserves,
    signatures,
    widths,
)
from tui.checks.days import later_facts, later_sources, offices, said_after, seen_by_nobody
from tui.checks.doubles import addresses, differing_figures, same_page
from tui.checks.links import circles, links, selves
from tui.checks.numbers import numbers_in_words, numbers_of_the_same
from tui.checks.provenance import judges, modes, references_in_time, reporters, sources, sources_in_time, speakers
from tui.checks.unsaid import answered_elsewhere, axes_of_nothing, axes_told
from tui.compile.loaded import Loaded
from tui.findings import Finding

__all__ = ["ACROSS", "CHECKS", "Briefing", "Check", "run_checks"]

Check = Callable[[Briefing], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    links,
    selves,
    sources,
    modes,
    speakers,
    judges,
    reporters,
    references_in_time,
    sources_in_time,
    later_facts,
    later_sources,
    said_after,
    seen_by_nobody,
    offices,
    addresses,
    points_say_something,
    clauses_named,
    points_under_issues,
    gaps,
    counts,
    red_lines_grounded,
    quotations,
    judgements_rest,
    agreements,
    relations,
    signatures,
    numbers_in_words,
    numbers_of_the_same,
    reserves,
    position_targets,
    widths,
    answered_elsewhere,
    axes_told,
    axes_of_nothing,
)

ACROSS: tuple[Check, ...] = (circles, sources_cited, same_page, differing_figures)


def run_checks(loaded: Loaded) -> list[Finding]:
    """Return everything that is wrong with a briefing, what the loader found included, in the order of places."""
    briefing = Briefing(loaded)
    findings = [*loaded.findings, *(finding for one in briefing.each() for check in CHECKS for finding in check(one))]
    findings += [finding for check in ACROSS for finding in check(briefing)]
    return sorted(findings, key=lambda finding: (finding.where.path, finding.where.line, finding.where.column, finding.code))
