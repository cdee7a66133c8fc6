"""Any record as a page: what `show` prints, and what every link opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from tui.address import point_named, written
from tui.dates import in_words
from tui.model import KINDS, STATUS
from tui.views import claims
from tui.views.blocks import BlankLine, Block, Field, Heading, Item, Line, Page, Para, Span, joined, line, links_of
from tui.views.bylines import byline, tag, who_says_so
from tui.views.claims import Claim
from tui.views.drawn_passages import behind_blocks, said_blocks, towards, version_item
from tui.views.record.question import FieldOf, RecordAnswer, RecordPart, Referrer
from tui.views.references import Value
from tui.views.stances import said_of, side_blocks
from tui.views.titles import numbered
from tui.views.wordings import Wording, paraphrase, wordings_of

# The field that says what the record says: shown first, behind the mark that tells who speaks.
_SAYS = ("statement", "text", "title", "role")
_LABELS = {
    "based_on": "Based on",
    "how_in_words": "In words",
    "made_public": "Made public",
    "conflicts_with": "Conflicts with",
    "bottom_line": "Bottom line",
}
# What one of several parts is called.
_PART_LABELS = {"offices": "Office", "accounts": "Account", "gaps": "Left out", "touches": "Verdict"}
# The fields of a part that hold its words.
_PART_SAYS = ("text", "statement", "title", "ground", "why")


def page(answer: RecordAnswer) -> Page:
    """Draw the page of a record or a point."""
    blocks: list[Block] = [Heading(line(answer.title), 1), Para(line(Span(f"{answer.word}  {answer.address}", "dim")))]
    if answer.passage:
        told = paraphrase(wordings_of(answer.passage))
        blocks.extend((*said_blocks(answer.passage), *(replace(one, indent=2) for one in told), *behind_blocks(answer.passage)))
        blocks.extend(_derived(answer))
    else:
        blocks.extend(_own(answer))
        for part in answer.parts:
            blocks.extend(part_blocks(part))
        if answer.stands:
            blocks.extend(side_blocks(answer.stands, empty=False))
        blocks.extend(_points(answer))
    if answer.kind != "source":
        blocks.extend(who_says_so(answer.attribution))
    return with_referrers(Page(answer.title, tuple(blocks), answer.address, partial(says, answer)), answer.referrers)


def says(answer: RecordAnswer) -> list[Claim]:
    """Return who says what stands on a record's page: the record, the parts that speak for themselves, and the points of a plan."""
    short = str(getattr(answer.record, "short", ""))
    if answer.passage:
        return list(claims.of_passage(short, answer.passage))
    carriers = next((of.values for of in answer.fields if of.name == "rests_on"), ())
    words = next((of.values[0].text for name in _SAYS for of in answer.fields if of.name == name and of.prose), "")
    out = [Claim(answer.title, words if words != answer.title else "", answer.attribution, answer.address, rests_on=carriers)]
    for part in answer.parts:
        if part.attribution and part.attribution != answer.attribution:
            name, short, texts = part_words(part)
            out.append(Claim(f"{name}: {short}" if short else name, " ".join(texts), part.attribution, part=True))
    out += map(said_of, answer.stands)
    return out + [replace(next(claims.of_passage(short, point)), part=True) for point in answer.points]


def _own(answer: RecordAnswer) -> list[Block]:
    """Draw what the record says, then its other fields, short ones before long ones."""
    main = next((of for name in _SAYS for of in answer.fields if of.name == name and of.prose and of.values[0].text != answer.title), None)
    blocks: list[Block] = []
    if main:
        mark = (tag(answer.attribution), Span(" ")) if answer.kind not in ("source", "term") else ()
        blocks.append(Para(line(*mark, main.values[0].text)))
    rest = [of for of in answer.fields if of is not main and of.name not in ("key", "short") and not _repeats(of, answer.title)]
    rest.sort(key=lambda of: (of.name == "note", of.name != "name"))  # what it is called first, remarks on it last
    blocks.extend(Field(label_of(of.name), _words(of)) for of in rest if len(of.values) == 1 or not of.prose)
    for of in rest:
        if len(of.values) > 1 and of.prose:
            blocks.append(Heading(line(label_of(of.name)), 3))
            blocks.extend(Item(_value(value)) for value in of.values)
    return blocks


def _repeats(of: FieldOf, title: str) -> bool:
    """Return whether a field says only what the title says."""
    return of.name in ("name", "title") and of.values[0].text in (title, title.removeprefix("[").removesuffix("]"))


def label_of(name: str) -> str:
    """Return what a field is called as a label."""
    return _LABELS.get(name) or name.replace("_", " ").capitalize()


def _words(of: FieldOf) -> Line:
    if of.date:
        return line(in_words(of.date))
    names = numbered([_value(value)[0].text for value in of.values])
    return joined([replace(_value(value)[0], text=name) for name, value in zip(names, of.values, strict=True)])


def _value(value: Value) -> Line:
    return line(Span(value.text or "-", "text", value.to))


def part_blocks(part: RecordPart) -> list[Block]:
    """Draw a part of a record: its words in one line, and who says so where it is sourced of its own."""
    name, short, texts = part_words(part)
    lead: list[Span] = [Span(f"{name}: ", "label")]
    if short:
        lead.append(Span(f"{short}: " if texts else short))
    lead.extend(map(Span, texts))
    blocks: list[Block] = [Item(tuple(lead))]
    blocks.extend(
        Item(line(Span(f"{label_of(of.name)}: ", "label"), of.values[0].text), mark=" ")
        for of in part.fields
        if of.prose and of.name not in _PART_SAYS
    )
    if part.attribution:
        blocks.append(Item(byline(part.attribution), mark=" "))
    return blocks


def part_words(part: RecordPart) -> tuple[str, str, list[str]]:
    """Return what a part is called, its short fields in a line, and its words; who judged it stands with who says so."""
    short = ", ".join(_in_short(part, of) for of in part.fields if not of.prose and of.name not in (*_PART_SAYS, "by"))
    texts = [of.values[0].text for of in part.fields if of.name in _PART_SAYS]
    return _PART_LABELS.get(part.name) or label_of(part.name), short, texts


def _in_short(part: RecordPart, of: FieldOf) -> str:
    """Return a short field of a part, with the word that it needs beside others: `since Jan 2030`, `O open`."""
    text = in_words(of.date) if of.date else (" and " if of.name == "between" else ", ").join(value.text for value in of.values)
    if of.name == "none":
        return "there is none"
    if of.name == "letter" and part.name == "status":  # that of a clause is only its name
        return f"{text} {STATUS[text]}"
    before = {"start": "since ", "end": "until ", "between": "between "}.get(of.name, "")
    return before + text


def _points(answer: RecordAnswer) -> list[Block]:
    if not answer.points:
        return []
    blocks: list[Block] = [Heading(line(f"Points ({len(answer.points)})"), 2)]
    blocks.extend(paraphrase(Wording(one.record.text) for one in answer.points if one.record.text))
    for one in answer.points:
        words = one.record.text or ("struck out" if one.record.relation == "dropped" else one.record.absent) or "in parts"
        name = Span(f"{one.record.number} {one.record.short or ''}".strip(), "strong", one.address)
        blocks.append(Item(line(name, ": ", Span(words, "text" if one.record.text else "unsaid")), mark=" "))
        blocks.extend(Item(line(part.text), mark=f"{part.letter})", indent=4) for part in one.clause)
        blocks.extend(version_item(version) for version in one.version)
    return blocks


def _derived(answer: RecordAnswer) -> list[Block]:
    """Return the points of other plans that this one goes on from."""
    one = answer.passage
    if one is None or not (one.record.derives or one.issues):
        return []
    blocks: list[Block] = [BlankLine()]
    if one.issues:
        blocks.append(Field("Issues", line(", ".join(one.issues))))
    if one.record.derives:
        spans = [Span(" point ".join(point_named(ref)), "number", written("plan", ref)) for ref in one.record.derives]
        relation = towards(one.record.relation) if one.record.relation else "goes on from"
        blocks.append(Field("Alignment", (Span(f"{relation} "), *joined(spans))))
    return blocks


def with_referrers(page: Page, referrers: Sequence[Referrer]) -> Page:
    """Return a page that ends with what refers to its record, by kind, but for what it has named and linked already."""
    linked = links_of(page)
    more = [one for one in referrers if one.address not in linked]
    title = "Referred to by" if len(more) == len(referrers) else "Also referred to by"
    return replace(page, blocks=(*page.blocks, *referrer_blocks(more, title)))


def referrer_blocks(referrers: Sequence[Referrer], title: str) -> list[Block]:
    """Draw all that refers to a record, by kind."""
    if not referrers:
        return []
    blocks: list[Block] = [Heading(line(title), 2)]
    for kind in KINDS:
        unique = {one.address: one for one in referrers if one.kind == kind}
        if unique:
            spans = [Span(one.title, "text", address) for address, one in unique.items()]
            blocks.append(Field(f"{kind.replace('_', ' ')} ({len(unique)})", joined(spans, "; ")))
    return blocks
