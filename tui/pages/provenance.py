"""Who says so, drawn the same everywhere: a statement, a report, a document and a judgement differ by word, not only by colour."""

from __future__ import annotations

from tui.answers.provenance import DESK, Attribution, Cited
from tui.dates import in_words
from tui.pages.blocks import Block, Field, Heading, Item, Line, Role, Span, joined, line

# What tells the four apart, wherever a statement is shown.
ROLE: dict[str, Role] = {"stated": "stated", "reported": "reported", "document": "document", "judgement": "judgement"}


def tag(of: Attribution) -> Span:
    """The short mark that stands before a text: `[said]`, `[reported]`, `[document]` or `[judgement: desk]`."""
    if of.mode is None:
        return Span("[unsourced]", "warning")
    word = {"stated": "said", "reported": "reported"}.get(of.mode, of.mode)
    if of.mode == "judgement":
        word = f"judgement: {of.by or of.who}"
    return Span(f"[{word}]", ROLE[of.mode])


def signed(of: Attribution) -> str:
    """Whose a judgement is."""
    by = of.by or of.who or DESK
    return "this desk" if by == DESK else by


def byline(of: Attribution) -> Line:
    """`Zelensky said, 8 Dec 2025 (LB.ua, base article)`: one line that can stand under any text."""
    role = ROLE[of.mode] if of.mode else "warning"
    who = Span(of.who or "", "strong", of.speaker)
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
    if not of.cited:
        return head
    return (*head, Span(" ("), *joined([Span(source.name, "source", f"source/{source.id}") for source in of.cited]), Span(")"))


def who_says_so(of: Attribution) -> list[Block]:
    """The whole answer to `i`: mode, speaker, date, day it became known, and each source with publisher, date and address."""
    meaning = {
        "stated": "the speaker's own words, as the sources relay them",
        "reported": "a named outlet or a report says so",
        "document": "the text of a plan, a treaty or a law",
        "judgement": "this desk's own reading",
    }
    blocks: list[Block] = [Heading(line("Who says so"), 2)]
    if of.mode:
        blocks.append(
            Field(
                "How",
                line(Span({"stated": "statement", "reported": "report"}.get(of.mode, of.mode), ROLE[of.mode]), f": {meaning[of.mode]}"),
            )
        )
    if of.who:
        blocks.append(Field("Text" if of.mode == "document" else "Who", line(Span(of.who, "strong", of.speaker))))
    if of.mode == "judgement":
        blocks.append(Field("Judged by", line(signed(of))))
    if of.on:
        blocks.append(Field("When", line(in_words(of.on))))
    if of.known_from:
        blocks.append(Field("Known from", line(in_words(of.known_from))))
    if not of.cited:
        blocks.append(Field("Sources", line(Span("none named", "warning"))))
    for source in of.cited:
        blocks.extend(source_lines(source))
    return blocks


def source_lines(source: Cited) -> list[Block]:
    """One source as an item with its publisher, title, date, words and address."""
    head = [Span(source.name, "source", f"source/{source.id}"), Span(f", {in_words(source.date)}" if source.date else ", no date shown")]
    if source.reliability:
        head.append(Span(f", reliability {source.reliability}"))
    blocks: list[Block] = [Item(tuple(head))]
    if source.publisher:
        blocks.append(Item(line(Span(source.title)), mark=" ", indent=0))
    if source.via:
        blocks.append(Item(line(Span(source.via, "dim")), mark=" "))
    if source.quote:
        blocks.append(Item(line(Span(f'"{source.quote}"', "quote")), mark=" "))
    if source.at:
        blocks.append(Item(line(Span(f"at: {source.at}", "dim")), mark=" "))
    if source.address:
        blocks.append(Item(line(Span(source.address, "dim")), mark=" "))
    return blocks
