"""SIGNS: every sign of the program once, with its word and what it means. Grids, ladders, legends and the help page draw from here.

A sign is one ASCII character, so that it survives any terminal and any colour setting; the word goes with it wherever there is room.
Inside one view a sign means one thing: where two tables share a view, the signs of the second stand behind a sign that leads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from tui.frozen import frozen
from tui.model import STATUS


@frozen
class Meaning:
    """A sign, its word, and what it means in one line."""

    sign: str
    word: str
    means: str


@frozen
class SignTable:
    """Signs that belong together. `views` are the panes that show them; in a view named in `behind` they stand behind that sign."""

    title: str
    views: tuple[str, ...]
    signs: tuple[Meaning, ...]
    behind: Mapping[str, str] = field(default_factory=dict)


_SILENT = Meaning(".", "silent", "the whole text is public and says nothing on this")
_NOT_PUBLIC = Meaning("n", "not public", "no text was released, and what was told of it says nothing known on this")
_NOT_RECORDED = Meaning("r", "not recorded", "the text is public; this briefing has only a part of it, and not this")

RED_LINE = "R"  # leads whatever is said of a red line beside something else

MARKS: tuple[Meaning, ...] = (
    Meaning("*", "base", "the text that the others on this row are compared with"),
    Meaning("=", "same", "says the same in substance; the words may differ"),
    Meaning("~", "changed", "says it otherwise"),
    Meaning("+", "new", "stands here, and the first plan has nothing of it"),
    Meaning("-", "dropped", "struck out here"),
    Meaning("!", "opposed", "says the opposite"),
    Meaning("m", "moved", "says the same in another place, as whoever set the plans against each other marked it"),
    Meaning("%", "split", "one point there, several here"),
    Meaning("&", "join", "several points there, one here"),
    Meaning("o", "own", "a point of its own: it goes by descent with none of the first plan that are known"),
    Meaning("/", "apart", "speaks on this issue in points of its own, on other rows"),
    _SILENT,
    _NOT_PUBLIC,
    _NOT_RECORDED,
    Meaning(":", "stated", "speaks on this issue: a party in a position or a red line, a text in its points"),
    Meaning("_", "no statement", "no statement of this party on record here"),
)
_VERDICTS: tuple[Meaning, ...] = (
    Meaning("X", "crossed", "a point goes against the line, as whoever is named with it reads it without reserve"),
    Meaning("x", "appears crossed", "a point appears to go against the line; the reason given says no more than that"),
    Meaning("S", "strained", "a point goes some way against the line"),
    Meaning("s", "appears strained", "a point appears to go some way against the line"),
    Meaning("?", "unclear", "a point bears on the line; which way, or how far, is not clear"),
    Meaning("=", "met", "a point does what the line asks"),
    Meaning("~", "appears met", "a point appears to do what the line asks"),
)
_NO_TEXT = Meaning("-", "not public", _NOT_PUBLIC.means)  # where no point is struck out, so that the sign is free
VERDICTS: tuple[Meaning, ...] = (
    *_VERDICTS,
    Meaning(" ", "not judged", "the plan has points on this issue, and nobody has set them against the line"),
    _SILENT,
    _NO_TEXT,
    _NOT_RECORDED,
)
STATES: tuple[Meaning, ...] = (
    Meaning("x", "said", "something is said on this axis"),
    Meaning("0", "none", "there is none, as somebody says or, where it is marked so, as this desk judges"),
    Meaning(".", "unsaid", "nothing in this briefing says it; it is a question to ask"),
)
BOARD: tuple[Meaning, ...] = (
    *_VERDICTS,
    Meaning(".", "points", "the text has points on this, and none of them touches a line on it"),
    _NO_TEXT,
    _NOT_RECORDED,
    Meaning("*", "account", "the state is as somebody says, not as this desk judges; the issue's page says who"),
    Meaning("(", "other texts", "the state in brackets is of other texts than the living one; the issue's page says of which"),
)
_STATUS_MEANS = {
    "T": "the parties named with it agree on the words",
    "A": "the parties named with it agree on the aim, and on no text yet",
    "O": "not agreed: both sides have put words to it, and these stand against each other",
    "W": "only one side has put a text",
    "P": "left for later",
    "X": "no longer asked for",
}
STATUSES: tuple[Meaning, ...] = tuple(Meaning(letter, word, _STATUS_MEANS[letter]) for letter, word in STATUS.items())
MODES: tuple[Meaning, ...] = (
    Meaning("[said]", "statement", "what the speaker said, as the sources relay it; only words in quotation marks are the speaker's own"),
    Meaning("[reported]", "report", "a named outlet or a report says so"),
    Meaning("[document]", "document", "the text of a plan, a treaty or a law"),
    Meaning("[judgement: desk]", "judgement", "this desk's own reading"),
    Meaning("[unsourced]", "unsourced", "nobody is named"),
)
BULLETS: tuple[Meaning, ...] = (
    Meaning(RED_LINE, "red line", "red lines that the points of a text go against: `R x2 s6` appears to cross two and to strain six"),
    Meaning("#", "number", "a quantity in the text"),
    Meaning("|", "version", "one side's version of a point that is not agreed"),
    Meaning("w", "witness", "another printing or translation of a point"),
)
QUESTIONS: tuple[Meaning, ...] = (
    Meaning("?", "question", "an open question on record"),
    Meaning("#", "sum", "a figure that belongs to the option"),
)
DIFFERENCE: tuple[Meaning, ...] = (
    Meaning("#", "number", "a quantity that stands in one text only, or stands otherwise in the other"),
    Meaning("!", "duty", "a must, may or not that changed; or what to mind before reading on"),
    Meaning("[-old-]", "deletion", "words of the first text only"),
    Meaning("[+new+]", "insertion", "words of the second text only"),
)
CHANGES: tuple[Meaning, ...] = (
    Meaning("+", "new", "stands in the later reading, and the earlier has nothing of it"),
    Meaning("~", "changed", "stands in both, and says it otherwise or says more"),
    Meaning("-", "gone", "stands in the earlier reading alone"),
)

SIGNS: tuple[SignTable, ...] = (
    SignTable("Compare: how a plan stands to the first one on a row", ("compare",), MARKS),
    SignTable("Red lines: how a plan's points stand to a line", ("red-lines", "compare"), VERDICTS, {"compare": RED_LINE}),
    SignTable("Guarantees: what is said on an axis", ("guarantees",), STATES),
    SignTable("Guarantees: before a line of text", ("guarantees",), QUESTIONS),
    SignTable("Compare: before a line of text", ("compare",), BULLETS),
    SignTable("Compare: words that differ", ("difference",), DIFFERENCE),
    SignTable("What changed between two readings", ("changes",), CHANGES),
    SignTable("Overview: how a text bears on an issue; blank is silent", ("overview",), BOARD),
    SignTable("Where a row stands, always with its word", ("compare",), STATUSES),
    SignTable("Who speaks", ("overview", "parties", "red-lines", "guarantees", "compare", "timeline"), MODES),
)
