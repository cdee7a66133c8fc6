"""What makes a record a good one: warnings, each of which a careful author can answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.checks.briefing import Briefing
from tui.compile.loaded import KeyPath
from tui.findings import Finding
from tui.hostile import character_name
from tui.model import ID, STATUS, Issue, Judgement, Plan, Position, RedLine, provenance_of
from tui.widths import disputed

_QUOTED = re.compile(r'"([^"]+)"|“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»')
_MARK = re.compile('["“„«]')
_WORD = re.compile(r"\w[\w'’.,-]*")
_MOST_WORDS = 14  # of a quotation
_SIGNING = ("party", "person", "source")
_RESERVE = re.compile(r"\b(?:appears?|seems?)\b", re.IGNORECASE)
_PICTURE = re.compile("[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]")


def red_lines_grounded(briefing: Briefing) -> Iterator[Finding]:
    """Find red lines that do not say on what ground they stand, or how firmly."""
    for line in briefing.of(RedLine):
        if line.basis is None:
            fix = 'add basis = "...": a law, a treaty, a vow; where none was given, say so'
            yield briefing.find(line, "W501", ("basis",), f"red line {line.id!r} has no basis", fix)
        if line.firmness is None:
            fix = 'add firmness = "...": how firmly it was drawn, in the words of who drew it'
            yield briefing.find(line, "W502", ("firmness",), f"red line {line.id!r} has no firmness", fix)


def quotations(briefing: Briefing) -> Iterator[Finding]:
    """Find quotations of more than `_MOST_WORDS`, in `quote` and between double quotation marks in any text."""
    for record, path, text in briefing.texts:
        words = len(_WORD.findall(text)) if path[-1] == "quote" else _longest_quotation(text)
        if words > _MOST_WORDS:
            fix = "quote the words that matter, and paraphrase the rest"
            yield briefing.find(record, "W503", path, f"a quotation of {words} words; {_MOST_WORDS} are the most", fix)


def _longest_quotation(text: str) -> int:
    if not _MARK.search(text):
        return 0  # so is nearly every text, and looking for pairs takes ten times as long
    found = (next(filter(None, match.groups())) for match in _QUOTED.finditer(text))
    return max((len(_WORD.findall(words)) for words in found), default=0)


def judgements_rest(briefing: Briefing) -> Iterator[Finding]:
    """Find judgements that rest on no record."""
    for judgement in briefing.of(Judgement):
        if not judgement.rests_on:
            fix = 'add rests_on = ["KIND/ID"]: the records it was drawn from'
            yield briefing.find(judgement, "W504", ("rests_on",), f"judgement {judgement.id!r} rests on no record", fix)


def agreements(briefing: Briefing) -> Iterator[Finding]:
    """Find issues on which something is agreed or withdrawn, and it is not told between whom, by whom, or by whose account."""
    for issue in briefing.of(Issue):
        for index, status in enumerate(issue.status):
            agreed, path = status.letter in ("T", "A"), ("status", index, "letter")
            if agreed and len(status.between) < 2 and len(status.texts) < 2:
                fix = 'add between = ["...", "..."]: the ids of the parties whose texts agree, or texts: the plans'
                text = f"{issue.id!r} has {STATUS[status.letter]}, and not between whom"
                yield briefing.find(issue, "W509", path, text, fix)
            held = provenance_of(status, issue)
            if agreed and held.mode != "judgement" and held.said_by is None:
                fix = 'add said_by = "...", by whose account it is agreed, or mode = "judgement"'
                text = f"{issue.id!r} has {STATUS[status.letter]}, and not by whose account"
                yield briefing.find(issue, "W515", path, text, fix)
            if status.letter == "Z" and not status.between:
                fix = 'add between = ["..."]: who withdrew it; what is only not found in a text is not withdrawn'
                yield briefing.find(issue, "W516", path, f"{issue.id!r} is withdrawn, and not by whom", fix)


def relations(briefing: Briefing) -> Iterator[Finding]:
    """Find points that have a relation to none, or none to those they derive from. A new point derives from nothing, and of
    one whose text is absent nobody can tell.
    """
    for plan in briefing.of(Plan):
        for index, point in enumerate(plan.point):
            path: KeyPath = ("point", index)
            derives = point.derives or any(clause.derives for clause in point.clause)
            if point.relation not in (None, "new") and not derives:
                fix = 'add derives = ["PLAN/NUMBER"], or take the relation away'
                text = f"point {point.number} is {point.relation!r}, and derives from nothing"
                yield briefing.find(plan, "W505", (*path, "relation"), text, fix)
            if point.relation == "new" and derives:
                fix = "take derives away if it is new; else tell how it stands to what it derives from"
                text = f"point {point.number} is new, and derives from {', '.join(point.derives) or 'another in a clause'}"
                yield briefing.find(plan, "W511", (*path, "relation"), text, fix)
            if point.derives and point.relation is None and point.absent is None:
                fix = 'add relation = "...": same, changed, dropped, moved, split, join or opposed'
                text = f"point {point.number} derives from {', '.join(point.derives)}, and does not tell how"
                yield briefing.find(plan, "W506", (*path, "derives"), text, fix)


def signatures(briefing: Briefing) -> Iterator[Finding]:
    """Find judgements and verdicts signed with an id that is neither the desk's nor anybody's."""
    for record, part in briefing.parts:
        by = getattr(part.value, "by", None)
        if not isinstance(by, str) or briefing.desk is None or by in ("desk", briefing.desk) or not re.fullmatch(ID, by):
            continue
        if not any(briefing.known.has(kind, by) for kind in _SIGNING) and not briefing.known.hides(_SIGNING, by):
            near = briefing.known.nearest(_SIGNING, by)
            fix = f'write by = "desk"{f", or {near!r}" if near else ""}; a name in free words has a capital or a space'
            yield briefing.find(record, "W514", (*part.path, "by"), f"{by!r} signs this, and is nobody on record", fix)


def reserves(briefing: Briefing) -> Iterator[Finding]:
    """Find verdicts whose reason keeps a reserve that the verdict does not show, or the other way round."""
    for plan in briefing.of(Plan):
        for index, point in enumerate(plan.point):
            for place, touch in enumerate(point.touches):
                path: KeyPath = ("point", index, "touches", place)
                found = _RESERVE.search(touch.why)
                if found and not touch.appears:
                    text = f"the reason says {found.group()!r}, and the verdict stands as if it were certain: {touch.verdict}"
                    yield briefing.find(plan, "W510", (*path, "verdict"), text, "add appears = true, or give a reason without the reserve")
                elif touch.appears and not found:
                    text = "the verdict is marked as an appearance, and its reason does not say so"
                    yield briefing.find(plan, "W510", (*path, "appears"), text, 'write "appears" in why, or take appears away')


def position_targets(briefing: Briefing) -> Iterator[Finding]:
    """Find positions about nothing, or about more than one thing."""
    for position in briefing.of(Position):
        targets = [name for name in ("issue", "plan", "guarantee", "point") if getattr(position, name) is not None]
        if len(targets) != 1:
            path = (targets[1],) if targets else ()
            text = f"position {position.id!r} is about {' and '.join(targets) or 'nothing'}"
            yield briefing.find(position, "W508", path, text, "give exactly one of issue, plan, guarantee, point", key=bool(targets))


def widths(briefing: Briefing) -> Iterator[Finding]:
    """Find texts with characters on whose width terminals disagree."""
    for record, path, text in briefing.texts:
        if text.isascii():
            continue
        place = disputed(text)
        picture = _PICTURE.search(text)
        found = text[place] if place is not None else picture.group() if picture else None
        if found:
            yield briefing.find(
                record, "W507", path, f"{character_name(found)} is not of one width on all terminals", "take it away, or write it otherwise"
            )
