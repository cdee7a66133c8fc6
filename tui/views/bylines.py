"""Who says so, drawn the same everywhere: a statement, a report, a document and a judgement differ by word, not only by colour."""

from __future__ import annotations

from collections.abc import Sequence

from tui.address import written
from tui.dates import in_words
from tui.views.blocks import Block, Field, Heading, Item, Line, Page, Para, Role, Span, joined, line, mapped, unlinked
from tui.views.claims import Claim
from tui.views.provenance import DESK, Attribution, Cited, origins, titled
from tui.views.signs import MODES, Meaning
from tui.views.titles import apart
from tui.views.wordings import paraphrase_said

DESCRIBED = "(this desk's description)"  # what stands in the place of a title that is not at hand
TOLD_WHOLE = 5  # so many statements are explained with all that is known of their sources
# What tells the four apart, wherever a statement is shown: the tag, the word, and what it means.
MODE: dict[str | None, Meaning] = dict(zip(("stated", "reported", "document", "judgement"), MODES, strict=False))
MODE[None] = Meaning("[unsourced]", "publication", "it speaks for itself; who cites it says for what")
ROLE: dict[str, Role] = {"stated": "stated", "reported": "reported", "document": "document", "judgement": "judgement"}


def tag(of: Attribution) -> Span:
    """Return the short mark that stands before a text: `[said]`, `[reported]`, `[document]` or `[judgement: desk]`."""
    text = f"[judgement: {of.by or of.who}]" if of.mode == "judgement" else MODE[of.mode].sign
    return Span(text, ROLE[of.mode] if of.mode else "warning")


def signed(of: Attribution) -> str:
    """Return whose a judgement is."""
    by = of.by or of.who or DESK
    return "this desk" if by == DESK else by


def byline(of: Attribution) -> Line:
    """Return one line that can stand under any text: `Zelensky said, 8 Dec 2025 (LB.ua, base article)`."""
    role = ROLE[of.mode] if of.mode else "warning"
    # A speaker told of with a remark ("Ann, per The Herald") takes a comma behind it as well.
    who = Span(f"{of.who or ''}{',' if of.mode == 'stated' and ', ' in (of.who or '') else ''}", "strong", of.speaker)
    when = f", {in_words(of.on)}" if of.on else ""
    if of.mode == "stated":
        head = line(who if of.who else Span("speaker not named", "unsaid"), Span(" said", role), when)
    elif of.mode == "reported":
        head = line(Span("reported by ", role), who if of.who else Span("no speaker named", "unsaid"), when)
    elif of.mode == "document":
        head = line(Span("document", role), Span(": ") if of.who else "", who if of.who else "", when)
    elif of.mode == "judgement":
        # A judgement without a day of its own was made when it became known.
        since = f", as of {in_words(of.known_from)}" if of.known_from and not when else ""
        head = line(Span("judgement of ", role), Span(signed(of), "strong"), when or since)
    else:
        head = line(Span("nobody is named", "warning"))
    return (*head, Span(" "), *source_names(of)) if of.cited else head


def source_names(of: Attribution) -> Line:
    """Return `(LB.ua, base article)`: what the sources are called, each leading to its page; empty where there is none.

    Two pages of one publisher are told apart by their days.
    """
    if not of.cited:
        return ()
    names = apart([source.name for source in of.cited], [in_words(source.date) if source.date else "" for source in of.cited])
    spans = [Span(name, "source", written("source", source.id)) for name, source in zip(names, of.cited, strict=True)]
    return (Span("("), *joined(spans), Span(")"))


def who_says_so(of: Attribution) -> list[Block]:
    """Return the part of a page that tells who says what stands on it."""
    return [Heading(line("Who says so"), 2), *told(of)]


def told(of: Attribution, basis: str | None = None) -> list[Block]:
    """Return mode, speaker, date, day known, and each source with publisher, date and address; of a verdict also its `basis`."""
    mode = MODE[of.mode]
    blocks: list[Block] = [Field("How", line(Span(mode.word, ROLE[of.mode] if of.mode else "source"), f": {mode.means}"))]
    if of.who:
        blocks.append(Field("Text" if of.mode == "document" else "Who", line(Span(of.who, "strong", of.speaker))))
    if of.mode == "judgement":
        blocks.extend(
            [Field("Basis", line(basis)), Field("Noted by", line(signed(of)))] if basis else [Field("Judged by", line(signed(of)))]
        )
    if of.on:
        blocks.append(Field("When", line(in_words(of.on))))
    if of.known_from and not (of.on and of.known_from.lower <= of.on.lower):  # a part of what was known before is no news
        blocks.append(Field("Known from", line(in_words(of.known_from))))
    if not of.cited:
        none = Span("none of its own: it rests on what it judges") if of.mode == "judgement" else Span("none named", "warning")
        blocks.append(Field("Sources", line(none)))
    for source in of.cited:
        blocks.extend(source_lines(source))
    outlets, found = {source.name for source in of.cited}, origins(of.cited)
    if len(found) < len(outlets):
        words = f"{len(outlets)} outlets, {len(found)} origin{'s' * (len(found) != 1)}: {', '.join(found)}"
        blocks.append(Field("Origin", line(words)))
    return blocks


def said_page(title: str, said: Sequence[Claim], address: str) -> Page:
    """Draw the answer to `i`: everything that somebody says on a page, each with its words and who says so.

    A few are told whole; of many, and of the parts of one, the sources are named and lead to their pages.
    """
    note = paraphrase_said(said)
    few = sum(not one.part for one in said) <= TOLD_WHOLE
    alone = len(said) == 1
    blocks: list[Block] = [] if alone else [Heading(line(f"Who says so: {title}"), 1), *note]
    for one in said:
        blocks.append(Heading(line(Span(one.title, "strong", one.to)), 1 if alone else 2))
        if one.words not in ("", one.title):
            blocks.append(Para(line(one.words)))
        if alone:
            blocks.extend(note)
        if few and not one.part:
            blocks.extend(who_says_so(one.attribution) if alone else told(one.attribution, one.basis))
        else:
            blocks.append(Para(line(*byline(one.attribution), f"; {one.basis}" if one.basis else "")))
        if one.rests_on:
            blocks.append(Field("Rests on", joined([Span(value.text, "text", value.to) for value in one.rests_on], "; ")))
    page = Page("who says so", tuple(blocks), address)
    return mapped(page, unlinked) if any(one.later for one in said) else page


def source_lines(source: Cited) -> list[Item]:
    """Return one source as an item with its publisher, title, date, words and address."""
    head = [
        Span(source.name, "source", written("source", source.id)),
        Span(f", {in_words(source.date)}" if source.date else ", no date shown"),
    ]
    if source.reliability:
        head.append(Span(f", reliability {source.reliability}"))
    described = (Span(f"  {DESCRIBED}", "dim"),) if source.described else ()
    blocks = [Item((*head, *(() if source.publisher else described)))]
    if source.publisher:
        blocks.append(Item(line(Span(titled(source)), *described), mark=" ", indent=0))
    if source.how_it_came:
        blocks.append(Item(line(Span(source.how_it_came, "dim")), mark=" "))
    if source.quote:
        blocks.append(Item(line(Span(f'"{source.quote}"', "quote")), mark=" "))
    if source.at:
        blocks.append(Item(line(Span(f"at: {source.at}", "dim")), mark=" "))
    if source.address:
        blocks.append(Item(line(Span(source.address, "dim")), mark=" "))
    return blocks
