"""The brief as a page: bottom lines, disputes, lines crossed, guarantees, questions, dates; then signs, what is left out, and notes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tui.address import written
from tui.dates import in_words
from tui.views.blocks import BlankLine, Block, Columns, Heading, Item, Line, Page, Para, Span, joined, line
from tui.views.brief.notes import Notes
from tui.views.brief.question import Brief, Left, LineAgainst, OptionTold, TextAgainst
from tui.views.brief.sides import DisputeTold, SideTold, Words
from tui.views.bylines import ROLE, signed
from tui.views.claims import Claim
from tui.views.drawn_marks import verdict_role
from tui.views.guarantees.options import AxisCell
from tui.views.marks import AGAINST, WORST
from tui.views.provenance import Attribution
from tui.views.signs import STATES, VERDICTS
from tui.views.timeline.page import when

_CROSSED = WORST[:2]


def page(of: Brief, *, each: int, titles: bool) -> Page:
    """Return the brief; `each` is how many of its sources a statement names, `titles` whether the notes tell the titles of the sources."""
    notes = Notes(each)
    blocks: list[Block] = [Heading(line(of.title), 1), Para(line(Span(of.handling, "strong"))), Para(_head(of))]
    for part in (_bottom_lines, _disputes, _texts, _options, _marked, _asks, _coming):
        blocks.extend(part(of, notes))
    blocks.extend(_small_print(of, notes))
    blocks.append(Heading(line("Sources"), 2))
    blocks.extend(notes.items(titles=titles))
    return Page("Brief", tuple(blocks), "brief", partial(brief_claims, of))


def _head(of: Brief) -> Line:
    whom = f"For {of.asked.for_whom}. " if of.asked.for_whom else ""
    subtitle = f" {of.subtitle}." if of.subtitle else ""
    return line(Span(whom, "strong"), f"State as at {of.as_at}, by {of.desk}.{subtitle}")


def _bottom_lines(of: Brief, notes: Notes) -> list[Block]:
    blocks: list[Block] = [Heading(line("Bottom line"), 2)]
    for one in of.bottom_lines:
        says = one.attribution
        sure = f", {one.record.confidence} confidence" if one.record.confidence else ""
        by = f" ({signed(says)}{', ' + in_words(says.on) if says.on else ''}{sure})"
        rests = () if says.cited else (Span(" Rests on "), *joined([Span(v.text, "text", v.to) for v in one.rests_on], "; "), Span("."))
        statement = Span(one.record.statement, "strong", written("judgement", one.record.id))
        blocks.append(Item(line(statement, Span(by, "judgement"), *rests, *notes.refer(says.cited))))
    return blocks if of.bottom_lines else [*blocks, Para(line(Span("none on record at this date", "unsaid")))]


def _disputes(of: Brief, notes: Notes) -> list[Block]:
    if not of.disputes and of.asked.addresses:
        return []
    blocks: list[Block] = [Heading(line("What divides the sides"), 2)]
    if not of.disputes:
        return [*blocks, Para(line(Span("nothing is recorded as open at this date", "unsaid")))]
    for place, one in enumerate(of.disputes):
        blocks.extend([*([BlankLine()] if place else []), *_dispute(one, notes)])
    return blocks


def _dispute(of: DisputeTold, notes: Notes) -> list[Block]:
    """Draw a dispute: its state and what divides the sides; then the words of each, beside each other."""
    state = of.status.whose if of.status else "no status on record"
    told: list[Span | str] = []
    if of.status:
        account = of.status.account
        told += [account[0].upper() + account[1:] if account else "Nobody is named", *notes.refer(of.status.attribution.cited), ". "]
    if of.divides:
        says = of.divides.attribution
        told += [Span("Divides", "label"), Span(f" ({signed(says)}): ", "judgement"), of.divides.text, *notes.refer(says.cited), "."]
    sides = [*of.sides, *of.others]
    caption = f"{of.name}: the words of {', '.join(side.name for side in sides)}"
    share = 100 // max(1, len(sides))
    heads = tuple(line(Span(side.name, "strong", side.address)) for side in sides)
    cells = tuple(_side(side, notes) for side in sides)
    table = [Columns(heads, (cells,), caption=caption, shares=(share,) * len(sides), named=False)] if sides else []
    return [Heading(line(Span(of.name, "strong", of.address), f": {state}"), 3), *([Para(line(*told))] if told else []), *table]


def _side(of: SideTold, notes: Notes) -> Line:
    spans: list[Span | str] = []
    if not of.words:
        spans.append(Span("no words of it on record", "unsaid"))
    for place, one in enumerate(of.words):
        spans += ["\n" if place else "", one.text, " ", *_by(one), *notes.refer(one.attribution.cited)]
    return line(*spans)


def _by(of: Words) -> Line:
    """Draw whose words they are, and when: `(by the account of Zelensky, 24 Dec 2025)`."""
    says = of.attribution
    if says.mode == "reported":
        who = f"reported by {says.who}" if says.who else "reported, no speaker named"
    elif says.mode == "document":
        who = of.what or (f"document: {says.who}" if says.who else "document")
    elif says.mode == "judgement":
        who = f"judgement of {signed(says)}"
    else:
        who = (
            (of.voice or says.who or "speaker not named")
            if of.voice and of.voice.startswith("by ")
            else f"{says.who or 'speaker not named'}"
        )
    what = f"{of.what}; " if of.what and says.mode != "document" else ""
    return line(Span(f"({what}{who}{_day(says)})", ROLE.get(says.mode or "", "text")))


def _day(says: Attribution) -> str:
    if says.on:
        return f", {in_words(says.on)}"
    return f", known {in_words(says.known_from)}" if says.known_from else ""


def _texts(of: Brief, notes: Notes) -> list[Block]:
    del notes
    if not of.texts:
        return []
    blocks: list[Block] = [Heading(line("Which texts go against whose lines"), 2)]
    rows = tuple(_text(one) for one in of.texts)
    caption = "Each text with the red lines that it crosses or strains, as this desk judges"
    return [*blocks, Columns((line("Text"), line("Lines, with the points, as this desk judges")), rows, caption=caption, shares=(14, 86))]


def _text(of: TextAgainst) -> tuple[Line, ...]:
    told: list[Span | str] = []
    for word, sign, lines in of.lines:
        full = of.living and word in AGAINST
        if full or word in _CROSSED:
            told += ["; " if told else "", Span(f"{sign} {word} {len(lines)}: ", verdict_role(word)), *_named(lines)]
        elif word in AGAINST:
            told += ["; " if told else "", Span(f"{sign} {word} {len(lines)}", verdict_role(word))]
    first = line(Span(of.short, "strong", written("plan", of.plan)), Span(" (living)", "dim") if of.living else "")
    return first, line(*told)


def _named(lines: Sequence[LineAgainst]) -> Line:
    """Draw the lines by party, with the points that touch them: `Ukraine: No recognition (21)`."""
    told: list[Span | str] = []
    party = ""
    for one in lines:
        told.append(", " if told else "")
        if one.party != party:
            told.append(f"{one.party}: ")
        party = one.party
        told += [Span(one.name, "text", one.address), f" ({', '.join(one.points)})" if one.points else ""]
    return line(*told)


def _options(of: Brief, notes: Notes) -> list[Block]:
    if not of.options:
        return []
    rows = tuple(_option(one, notes) for one in of.options)
    told = ", ".join(cell.axis.title.lower() for cell in of.options[0].cells)
    head = Heading(line("Guarantees on the table"), 2)
    return [head, Columns((line("Guarantee"), line(told.capitalize())), rows, caption=f"Each guarantee: {told}", shares=(14, 86))]


def _option(of: OptionTold, notes: Notes) -> tuple[Line, ...]:
    told: list[Span | str] = []
    for cell in of.cells:
        told += [" " if told else "", Span(f"{cell.axis.title}: ", "label"), *_axis(cell, notes)]
    return line(Span(of.name, "strong", of.address)), line(*told)


def _axis(cell: AxisCell, notes: Notes) -> Line:
    if cell.text is None or cell.attribution is None:
        return line(Span("unsaid.", "unsaid"))
    says = cell.attribution
    who = {"judgement": signed(says), "stated": says.who, "reported": f"reported by {says.who}" if says.who else "reported"}.get(
        says.mode or ""
    )
    none = Span("none: ", "unsaid") if cell.none else ""
    return line(none, cell.text, Span(f" ({who})" if who else "", ROLE.get(says.mode or "", "text")), *notes.refer(says.cited))


def _marked(of: Brief, notes: Notes) -> list[Block]:
    if not of.marked:
        return []
    blocks: list[Block] = [Heading(line("Marked by the reader"), 2)]
    for one in of.marked:
        says = one.attribution
        words = f": {one.words}" if one.words not in ("", one.title) else ""
        by = _by(Words(one.words, "", says.on, None, "", says))
        blocks.append(Item(line(Span(one.title, "strong", one.to), words, " ", *by, *notes.refer(says.cited))))
    return blocks


def _asks(of: Brief, notes: Notes) -> list[Block]:
    del notes
    if not of.asks:
        return []
    told = [line(Span(one.of, "label", one.to), ": ", one.text) for one in of.asks]
    return [Heading(line("To ask"), 2), *(Item(one, mark="?") for one in told)]


def _coming(of: Brief, notes: Notes) -> list[Block]:
    blocks: list[Block] = [Heading(line("Next dates"), 2)]
    for one in of.coming:
        says = one.attribution
        by = _by(Words("", "", says.on, None, "", says))
        blocks.append(Item(line(when(one), ": ", Span(one.title, "text", written("event", one.id)), " ", *by, *notes.refer(says.cited))))
    if not of.coming:
        later = f"; {of.later_events} events became known later, which this brief leaves out" if of.later_events else ""
        blocks.append(Para(line(Span("Nothing dated was expected on this day", "unsaid"), later, ".")))
    return blocks


def _small_print(of: Brief, notes: Notes) -> list[Block]:
    """Draw the signs that are used, what is left out and why, and how many sources a statement names."""
    used = {word for one in of.texts for word, _, _ in one.lines if word in AGAINST}
    told = [f"{one.sign} {one.word}: {one.means}" for one in VERDICTS if one.word in used]
    if any(cell.text is None for one in of.options for cell in one.cells):
        told += [f"{one.word}: {one.means}" for one in STATES if one.word == "unsaid"]
    blocks: list[Block] = [Para(line(Span("Signs. ", "label"), Span("; ".join(told) + ".", "dim")))] if told else []
    left = [_left(why, [one for one in of.left if one.why == why]) for why in dict.fromkeys(one.why for one in of.left)]
    if of.silent:
        left.append(f"{', '.join(of.silent)}: no text was released")
    if notes.further:
        several = f"at most {notes.each} of its sources" if notes.each > 1 else "one of its sources"
        left.append(f"{notes.further} further source{'s' * (notes.further > 1)}, since a statement names {several} here")
    if left:
        blocks.append(Para(line(Span("Left out. ", "label"), Span("; ".join(left) + ".", "dim"))))
    return [BlankLine(), *blocks] if blocks else []


def _left(why: str, of: Sequence[Left]) -> str:
    """Say what is left out for one reason: `for want of room: disputes: Amnesty; questions: 3 more`."""
    return f"{why}: " + "; ".join(f"{one.what} {', '.join(one.names)}" for one in of)


def brief_claims(of: Brief) -> list[Claim]:
    """Return the bottom lines, what divides the sides and their words, what is said of the guarantees, and what was marked."""
    out = [
        Claim("Bottom line", one.record.statement, one.attribution, written("judgement", one.record.id), rests_on=one.rests_on)
        for one in of.bottom_lines
    ]
    for one in of.disputes:
        if one.status:
            out.append(Claim(f"{one.name}: {one.status.full}", one.status.ground, one.status.attribution, one.address))
        if one.divides:
            out.append(Claim(f"{one.name}: what divides the sides", one.divides.text, one.divides.attribution, one.address))
        for side in (*one.sides, *one.others):
            out += [Claim(f"{side.name} on {one.name}", said.text, said.attribution, said.address) for said in side.words]
    for option in of.options:
        for cell in option.cells:
            if cell.text is not None and cell.attribution is not None:
                out.append(Claim(f"{option.name}: {cell.axis.title}", cell.text, cell.attribution, option.address))
    return [*out, *of.marked]
