"""The page of an issue: the dispute from the question to the links that lead on, in the order in which a reader asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from tui.address import written
from tui.dates import in_words
from tui.views.blocks import Block, Field, Heading, Item, Line, Page, Para, Span, joined, line
from tui.views.bylines import byline, tag
from tui.views.claims import Claim
from tui.views.drawn_marks import verdict_role
from tui.views.drawn_passages import said_blocks, touch_item
from tui.views.issue.question import Dispute, Mention, OnText, Utterance, labels
from tui.views.marks import WORST
from tui.views.passages import Passage
from tui.views.red_lines.lines import MAP, HeldLine
from tui.views.stances import below_position
from tui.views.statuses import IssueStatus


def page(of: Dispute) -> Page:
    """Return the dispute: what it is about, what divides the sides, who says what, what the texts say, lines, and what else bears on it."""
    blocks: list[Block] = [Heading(line(of.name), 1), Field("State", _status(of.status))]
    if of.record.question:
        blocks.append(Field("Question", line(of.record.question)))
    if of.divides:
        blocks.append(Field("Divides", line(of.divides.text, "  ", tag(of.divides.attribution))))
    blocks.extend(_both_wordings(of.texts))
    blocks.append(Field("Go on", _ways_on(of)))
    blocks.append(Heading(line("Who says what"), 2))
    for party, said in of.said:
        blocks.append(Heading(line(Span(party, "strong", written("party", said[0].record.party))), 3))
        blocks.extend(block for one, label in zip(said, labels(said), strict=True) for block in _utterance(one, label))
    if not of.said:
        blocks.append(Para(line(Span("No position on it in the sources read.", "unsaid"))))
    blocks.append(Heading(line("What the texts say"), 2))
    blocks.extend(block for text in of.texts if text.passages for block in _text(text))
    blocks.extend(_without(of.silent))
    blocks.extend(_lines(of.lines))
    blocks.extend(_mentions(of.mentions))
    if len(of.states) > 1:
        blocks.append(Heading(line("How the state moved, the latest first"), 2))
        blocks.extend(
            Item(line(Span(f"{in_words(one.since)}: " if one.since else "no day: ", "number"), *_status(one))) for one in of.states
        )
    if of.record.note:
        blocks.append(Field("Note", line(of.record.note)))
    if of.judgements:
        blocks.append(Heading(line("Judgements that rest on it"), 2))
        for judged in of.judgements:
            label = f"{in_words(judged.attribution.on) if judged.attribution.on else 'no day'}"
            blocks.append(
                Item(
                    line(
                        Span(label, "number", written("judgement", judged.record.id)),
                        " ",
                        tag(judged.attribution),
                        " ",
                        judged.record.statement,
                    )
                )
            )
    return Page(of.name, tuple(blocks), of.address, partial(dispute_claims, of))


def _status(status: IssueStatus | None) -> Line:
    if status is None:
        return line(Span("no status on record", "unsaid"))
    return line(Span(status.told, "status"), f". {status.ground} ", *byline(status.attribution))


def _ways_on(of: Dispute) -> Line:
    texts = compared(of.texts)
    ways = [Span("all red lines on it over all texts", "text", written("red-lines", MAP, of.record.id))]
    if len(texts) > 1:
        names = " and ".join(one.short for one in texts)
        ways.insert(0, Span(f"compare {names} on it", "text", written("compare", "+".join(one.plan for one in texts), of.record.id)))
    return joined(ways, " · ")


def compared(texts: Sequence[OnText]) -> list[OnText]:
    """Return the texts to set side by side: the first that speaks of the issue, the next, and the first of a side that wrote neither."""
    speaking = [one for one in texts if one.passages]
    chosen = speaking[:2]
    authors = {author for one in chosen for author in one.authors}
    other = next((one for one in speaking[2:] if one.authors and authors.isdisjoint(one.authors)), None)
    return [*chosen, *([other] if other else [])]


def _both_wordings(texts: Sequence[OnText]) -> list[Block]:
    """Draw what each side would have a point of the first text say, where that is not agreed."""
    blocks: list[Block] = []
    for one in next((text.passages for text in texts if text.passages), ()):
        for version in one.version:
            who = f"{version.name}, point {one.record.number}"
            blocks.append(Field(who, line(version.text, " ", *byline(version.attribution))))
    return blocks


def _utterance(one: Utterance, label: str) -> list[Block]:
    blocks: list[Block] = [Item(line(Span(label, "number", one.address), ": ", tag(one.attribution), " ", one.record.statement))]
    return [*blocks, *below_position(one.record.interest, one.record.bottom_line, one.attribution)]


def _text(of: OnText) -> list[Block]:
    living = "the living text, " if of.living else ""
    blocks: list[Block] = [Heading(line(Span(of.short, "strong", written("plan", of.plan)), Span(f"  {living}{of.at_hand}", "dim")), 3)]
    for one in of.passages:
        name = f"{of.short} {one.record.number}" + (f": {one.record.short}" if one.record.short else "")
        blocks.append(Item(line(Span(name, "number", one.address), *_touched(one))))
        blocks.extend(said_blocks(one))
        blocks.extend(touch_item(touch) for touch in one.touches)
    return blocks


def _touched(of: Passage) -> Line:
    """Tell how many lines a point touches, by verdict, the gravest first."""
    held = Counter(touch.verdict for touch in of.touches)
    parts = [Span(f"{word} {held[word]}", verdict_role(word)) for word in WORST if held[word]]
    return line("  ", *joined(parts)) if parts else ()


def _without(texts: Sequence[OnText]) -> list[Block]:
    """Draw the texts that have no point on it, by the word for why."""
    groups: dict[str, list[OnText]] = {}
    for one in texts:
        groups.setdefault(one.absence or "silent", []).append(one)
    return [
        Item(line(Span(f"{word}: ", "label"), *joined([Span(one.short, "silent", written("plan", one.plan)) for one in held])))
        for word, held in groups.items()
    ]


def _lines(lines: Sequence[HeldLine]) -> list[Block]:
    blocks: list[Block] = [Heading(line("Red lines on it"), 2)]
    if not lines:
        return [*blocks, Para(line(Span("No red line on it in the sources read.", "unsaid")))]
    for one in lines:
        called = "" if one.record.called == "red line" else f" ({one.record.called})"
        name = Span(f"{one.party_name}: {one.name}", "strong", one.address)
        blocks.append(Item(line(name, f"{called}: ", tag(one.attribution), " ", one.record.statement)))
        firm = line(Span("firmness: ", "label"), one.record.firmness, "; ") if one.record.firmness else ()
        blocks.append(Item(line(*firm, *byline(one.attribution)), mark=" "))
        blocks.extend(
            Item(
                line(Span(in_words(moved.date), "number"), f" {moved.direction}: {moved.statement} ", *byline(moved.attribution)), mark=" "
            )
            for moved in one.movement
        )
    return blocks


_HEADS = {"guarantee": "Guarantees that hang on it", "figure": "Figures", "event": "Events, the latest first"}


def _mentions(of: Sequence[Mention]) -> list[Block]:
    blocks: list[Block] = []
    for sort, head in _HEADS.items():
        held = [one for one in of if one.sort == sort]
        if held:
            blocks.append(Heading(line(head), 2))
        for one in held:
            day = f"{in_words(one.day)}: " if one.day else ""
            blocks.append(
                Item(line(day, Span(one.name, "text", one.address), "  ", *(byline(one.attribution) if sort != "guarantee" else ())))
            )
    return blocks


def dispute_claims(of: Dispute) -> list[Claim]:
    """Return who says what on the page of a dispute, in its order."""
    out: list[Claim] = []
    if of.status:
        out.append(Claim(f"State: {of.status.full}", of.status.ground, of.status.attribution, of.address))
    if of.divides:
        out.append(Claim("What divides the sides", of.divides.text, of.divides.attribution, of.address))
    for party, said in of.said:
        out += [
            Claim(f"{party}, {label}", one.record.statement, one.attribution, one.address)
            for one, label in zip(said, labels(said), strict=True)
        ]
    for text in of.texts:
        for one in text.passages:
            words = " ".join([one.record.text or "", *(f"({part.letter}) {part.text}" for part in one.clause)]).strip()
            out.append(
                Claim(
                    f"{text.short} point {one.record.number}",
                    words or "no wording on record",
                    one.attribution,
                    one.address,
                    worded=bool(words),
                )
            )
            for touch in one.touches:
                title = f"{text.short} {one.record.number}{touch.record.clause or ''}, {touch.verdict}: {touch.party_name}: {touch.line}"
                out.append(Claim(title, touch.record.why, touch.attribution, written("red_line", touch.record.red_line), part=True))
    out += [Claim(f"{one.party_name}: {one.name}", one.record.statement, one.attribution, one.address) for one in of.lines]
    out += [Claim(one.name, "", one.attribution, one.address) for one in of.mentions]
    out += [
        Claim("Judgement", one.record.statement, one.attribution, written("judgement", one.record.id), rests_on=one.rests_on)
        for one in of.judgements
    ]
    return out
