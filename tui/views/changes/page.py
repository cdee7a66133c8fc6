"""What changed between two readings, as pages: all of it by sort of thing, or one thing with the words that differ."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from tui.address import written
from tui.dates import in_words
from tui.views.blocks import Block, Field, Heading, Item, Line, Page, Para, Role, Span, joined, line, mapped, unlinked
from tui.views.bylines import byline, tag, who_says_so
from tui.views.changes.edits import Edit
from tui.views.changes.moves import StateMove, VerdictMove
from tui.views.changes.question import Change, Changes, Sort, told_day
from tui.views.claims import Claim
from tui.views.compare.difference_page import fact_items, redline
from tui.views.drawn_marks import verdict_role
from tui.views.later.page import beginning, short_byline
from tui.views.provenance import Attribution
from tui.views.signs import CHANGES
from tui.views.statuses import IssueStatus

STATES, VERDICTS = "States that moved", "Verdicts on red lines that moved"
NOTHING = "Nothing has changed."
_ROLE: MappingProxyType[Sort, Role] = MappingProxyType({"new": "new", "changed": "changed", "gone": "dropped"})
_SIGN = MappingProxyType({meaning.word: meaning.sign for meaning in CHANGES})
_STATES_NOTHING = ("source", "term", "person", "party", "briefing")
WORD = 200  # characters up to which a value is told before and after in one line


def title(of: Changes) -> str:
    """Return `What changed from 9 Dec 2025 to 24 Dec 2025`; of two briefings their titles."""
    if of.before.title == of.after.title and of.before.as_at != of.after.as_at:
        return f"What changed from {told_day(of.before.as_at)} to {told_day(of.after.as_at)}"
    if of.before.title == of.after.title:
        return f"What changed in {of.after.title}"
    return f"What changed from {of.before.title} to {of.after.title}"


def address(of: Changes) -> str:
    """Return where the program shows it."""
    return written("changes", of.before.as_at, of.after.as_at)


def counts(of: Changes) -> str:
    """Say how many: `3 new, 2 changed, 1 gone`, without what there is none of."""
    sorts: tuple[Sort, ...] = ("new", "changed", "gone")
    return ", ".join(f"{count} {sort}" for sort in sorts if (count := of.counted(sort)))


def page(of: Changes) -> Page:
    """Return the states and the verdicts that moved, then every record and point, by sort of thing."""
    name = title(of)
    blocks: list[Block] = [Heading(line(name), 1), Para(line(f"{counts(of)}." if of.count else NOTHING))]
    if of.states:
        blocks.append(Heading(line(STATES), 2))
        for state in of.states:
            blocks.extend(_state(state))
    if of.verdicts:
        blocks.append(Heading(line(VERDICTS), 2))
        for verdict in of.verdicts:
            blocks.extend(_verdict(verdict))
    for group in of.groups:
        blocks.append(Heading(line(group.title), 2))
        for one in group.changes:
            blocks.extend(_item(of, one))
    return mapped(Page(name, tuple(blocks), address(of)), unlinked)


def change_page(of: Changes, one: Change) -> Page:
    """Draw one record or point: what of it is not as it was, word by word, and who made it known."""
    blocks: list[Block] = [Heading(line(one.title), 1), Field("Here", _word(one.sort))]
    if one.known:
        blocks.append(Field("Known from", line(in_words(one.known))))
    if one.sort != "changed" and one.text and one.text != one.title:
        blocks.append(Para(line(*_tag(one.kind, one.attribution), one.text)))
    for edit in one.edits:
        blocks.append(Heading(line(edit.label), 3))
        blocks.extend(_edit(edit, whole=True))
        if edit.attribution:
            blocks.append(Para(byline(edit.attribution), indent=2))
    if one.attribution and one.kind != "source":
        blocks.extend(who_says_so(one.attribution))
    said = one.text if one.text != one.title else ""
    says = [Claim(one.title, said, one.attribution, later=True)] if one.attribution else []
    return mapped(Page(one.title, tuple(blocks), address(of), lambda: says), unlinked)


def state_page(of: Changes, one: StateMove) -> Page:
    """Draw where an issue stood and where it stands, with the ground for either."""
    blocks: list[Block] = [Heading(line(one.name), 1)]
    for label, status in (("Before", one.before), ("Now", one.after)):
        blocks.append(Field(label, line(_status(status))))
        if status:
            blocks += [Para(line(status.ground), indent=2), Para(byline(status.attribution), indent=2)]
    told = [
        Claim(f"{one.name}: {status.full}", status.ground, status.attribution, later=True) for status in (one.before, one.after) if status
    ]
    return mapped(Page(one.name, tuple(blocks), address(of), lambda: told), unlinked)


def verdict_page(of: Changes, one: VerdictMove) -> Page:
    """Draw how a point stood to a line and how it stands, and why."""
    blocks = [Heading(line(one.title), 1), Field("Verdict", verdict_told(one)), Para(line(one.why)), *who_says_so(one.attribution)]
    told = [Claim(one.title, one.why, one.attribution, later=True)]
    return mapped(Page(one.title, tuple(blocks), address(of), lambda: told), unlinked)


def sign(sort: Sort) -> Span:
    """Return the sign alone, for a list."""
    return Span(_SIGN[sort], _ROLE[sort])


def state_told(one: StateMove) -> Line:
    """Say how a state moved: `O open -> A aim agreed between US and Ukraine, on Draft 20`."""
    return joined([_status(one.before), _status(one.after)], " -> ")


def verdict_told(one: VerdictMove) -> Line:
    """Say how a verdict moved: `not judged -> crossed`; a point that was not there to be judged is another word."""
    before = _verdict_word(one.before, "new point" if one.fresh else "not judged")
    return joined([before, _verdict_word(one.after, "point gone" if one.lost else "not judged")], " -> ")


def edited(one: Change) -> str:
    """Draw, in a list, which fields are not as they were; of what is new or gone, what it says."""
    if one.sort != "changed":
        return one.text if one.text != one.title else ""
    return ", ".join(dict.fromkeys(edit.label.lower() for edit in one.edits))


def _word(sort: Sort) -> Line:
    return line(Span(f"{_SIGN[sort]} {sort}", _ROLE[sort]))


def _status(status: IssueStatus | None) -> Span:
    return Span(status.full, "status") if status else Span("no status", "unsaid")


def _verdict_word(word: str | None, none: str) -> Span:
    return Span(word, verdict_role(word)) if word else Span(none, "unsaid")


def _state(one: StateMove) -> Iterator[Block]:
    yield Item(line(Span(f"{one.name}: ", "strong"), *state_told(one)))
    if one.after:
        yield Item(line(beginning(one.after.ground)), mark=" ")
        yield Item(short_byline(one.after.attribution), mark=" ")


def _verdict(one: VerdictMove) -> Iterator[Block]:
    yield Item(line(Span(f"{one.title}: ", "strong"), *verdict_told(one)))
    yield Item(line(beginning(one.why)), mark=" ")
    yield Item(short_byline(one.attribution), mark=" ")


def _item(of: Changes, one: Change) -> Iterator[Block]:
    known = line(Span(in_words(one.known), "label"), "  ") if one.known else ()
    yield Item(line(*known, Span(one.title, "strong")), mark=_SIGN[one.sort])
    if one.sort != "changed" and one.text and one.text != one.title:
        yield Item(line(*_tag(one.kind, one.attribution), beginning(one.text)), mark=" ")
    for edit in one.edits:
        if not _told_above(of, one, edit):
            yield from _edit(edit)
    if one.attribution and one.kind not in _STATES_NOTHING:
        yield Item(short_byline(one.attribution), mark=" ")


def _told_above(of: Changes, one: Change, edit: Edit) -> bool:
    """Return whether what came or went is a state or a verdict that moved, and stands there with its reason already."""
    told = edit.after or edit.before or ""
    if one.kind == "issue" and edit.field == "status":
        states = (state for move in of.states if move.issue == one.id for state in (move.before, move.after) if state)
        return any(told.startswith(state.full) and state.ground.rstrip(".") in told for state in states)
    if one.kind == "plan" and edit.field == "touches":
        moves = (move for move in of.verdicts if move.address == one.address)
        return any(
            told.startswith(f"{word}: ") and move.why.rstrip(".") in told for move in moves for word in (move.before, move.after) if word
        )
    return False


def _edit(of: Edit, *, whole: bool = False) -> Iterator[Block]:
    """Numbers first, then the words that differ; what came or went as it is, only its beginning where not all is wanted."""
    label = () if whole else line(Span(f"{of.label}: ", "label"))
    before, after = (text if text is None or whole else beginning(text) for text in (of.before, of.after))
    facts = (*of.facts, *(of.difference.facts if of.difference else ()))
    yield from fact_items(facts, "the earlier one", "the later one")
    if of.facts:
        return
    if before is None or after is None:
        text = Span(f"[+{after}+]", "insert") if after is not None else Span(f"[-{before}-]", "delete")
        yield Item(line(*label, text), mark=" ")
    elif of.difference is None or (of.difference.rewritten and len(before) + len(after) > WORD):
        spans = [Span(f"[-{before}-]", "delete"), Span(f"[+{after}+]", "insert")]
        yield Item(line(*label, *joined(spans, " ")), mark=" ")
    else:
        yield Item(line(*label, *redline(of.difference)), mark=" ")


def _tag(kind: str, of: Attribution | None) -> Line:
    return () if of is None or kind in _STATES_NOTHING else (tag(of), Span(" "))


_NAMED = 3


def in_short(of: Changes) -> str:
    """Say in one line what changed: `1 new, 2 changed: Draft 20; Armed forces; Territory`; states that moved come first."""
    moved = [
        f"{move.name} {move.before.letter if move.before else '-'} -> {move.after.letter if move.after else '-'}" for move in of.states
    ]
    names = [*moved, *(one.title for group in of.groups for one in group.changes)]
    names = list(dict.fromkeys(names))
    if not names:
        return "nothing that it says has changed"
    more = len(names) - _NAMED
    return f"{counts(of)}: {'; '.join(names[:_NAMED])}{f'; and {more} more' if more > 0 else ''}"
