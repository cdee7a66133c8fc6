"""SIGNS: every sign of the program once, with its word and what it means. Grids, ladders, legends and the help page draw from here.

A sign is one ASCII character, so that it survives any terminal and any colour setting; the word goes with it wherever there is room.
A sign means one thing in the whole program, and a word has one sign; a blank is no sign: the title of a table tells what it stands for.
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


_STATED = Meaning(":", "stated", "speaks on this issue: a party in a position or a red line, a text in its points")
_SILENT = Meaning(".", "silent", "the whole text is public and says nothing on this")
_NOT_PUBLIC = Meaning("n", "not public", "no text was released, and what was told of it says nothing known on this")
_NOT_RECORDED = Meaning("r", "not recorded", "the text is public; this briefing has only a part of it, and not this")

RED_LINE = "R"  # leads whatever is said of a red line beside something else

_CHANGED = Meaning("~", "changed", "says it otherwise")
_NEW = Meaning("+", "new", "stands here, and the first plan, or the earlier reading, has nothing of it")

MARKS: tuple[Meaning, ...] = (
    Meaning("b", "base", "the text that the others on this row are compared with"),
    Meaning("=", "same", "says the same in substance; the words may differ"),
    _CHANGED,
    _NEW,
    Meaning("-", "dropped", "struck out here"),
    Meaning("!", "opposed", "says the opposite"),
    Meaning("@", "moved", "says the same in another place, as whoever set the plans against each other marked it"),
    Meaning("%", "split", "one point there, several here"),
    Meaning("&", "join", "several points there, one here"),
    Meaning("o", "own", "a point of its own: no link between it and a point of the first plan is known"),
    Meaning("/", "apart", "speaks on this issue in points of its own, on other rows"),
    _SILENT,
    _NOT_PUBLIC,
    _NOT_RECORDED,
    _STATED,
    Meaning("N", "no statement", "no statement of this party on record here"),
)
_VERDICTS: tuple[Meaning, ...] = (
    Meaning("X", "crossed", "a point goes against the line, as whoever is named with it reads it without reserve"),
    Meaning("x", "appears crossed", "a point appears to go against the line; the reason given says no more than that"),
    Meaning("S", "strained", "a point goes some way against the line"),
    Meaning("s", "appears strained", "a point appears to go some way against the line"),
    Meaning("?", "unclear", "a point bears on the line; which way, or how far, is not clear"),
    Meaning("M", "met", "a point does what the line asks"),
    Meaning("m", "appears met", "a point appears to do what the line asks"),
)
VERDICTS: tuple[Meaning, ...] = (
    *_VERDICTS,
    Meaning(" ", "not judged", "the plan has points on this issue, and nobody has set them against the line"),
    _SILENT,
    _NOT_PUBLIC,
    _NOT_RECORDED,
)
STATES: tuple[Meaning, ...] = (
    Meaning("V", "said", "something is said on this axis"),
    Meaning("0", "none", "there is none, as somebody says or, where it is marked so, as this desk judges"),
    Meaning("_", "unsaid", "nothing in this briefing says it; it is a question to ask"),
)
BOARD: tuple[Meaning, ...] = (
    *_VERDICTS,
    _STATED,
    _NOT_PUBLIC,
    _NOT_RECORDED,
    Meaning('"', "account", "the state is as somebody says, not as this desk judges; the issue's page says who"),
    Meaning("(", "other texts", "the state in brackets is of other texts than the living one; the issue's page says of which"),
)
_STATUS_MEANS = {
    "T": "the parties named with it agree on the words",
    "A": "the parties named with it agree on the aim, and on no text yet",
    "O": "not agreed: both sides have put words to it, and these stand against each other",
    "W": "only one side has put a text",
    "P": "left for later",
    "Z": "no longer asked for",
}
STATUSES: tuple[Meaning, ...] = tuple(Meaning(letter, word, _STATUS_MEANS[letter]) for letter, word in STATUS.items())
MODES: tuple[Meaning, ...] = (
    Meaning("[said]", "statement", "what the speaker said, as the sources relay it; only words in quotation marks are the speaker's own"),
    Meaning("[reported]", "report", "a named outlet or a report says so"),
    Meaning("[document]", "document", "the text of a plan, a treaty or a law"),
    Meaning("[judgement: desk]", "judgement", "this desk's own reading"),
    Meaning("[unsourced]", "unsourced", "nobody is named"),
)
_NUMBER = Meaning("#", "number", "a quantity: of a text, or a figure that belongs to an option; where words differ, one that differs")
BULLETS: tuple[Meaning, ...] = (
    Meaning(RED_LINE, "red line", "red lines that the points of a text go against: `R x2 s6` appears to cross two and to strain six"),
    _NUMBER,
    Meaning("|", "version", "one side's version of a point that is not agreed"),
    Meaning("w", "witness", "another printing or translation of a point"),
)
QUESTIONS: tuple[Meaning, ...] = (
    Meaning("Q", "question", "an open question on record"),
    _NUMBER,
)
DIFFERENCE: tuple[Meaning, ...] = (
    _NUMBER,
    Meaning("D", "duty", "a must, may or not that stands in one text only, or stands otherwise in the other"),
    Meaning("[-old-]", "deletion", "words of the first text only"),
    Meaning("[+new+]", "insertion", "words of the second text only"),
)
CHANGES: tuple[Meaning, ...] = (
    _NEW,
    _CHANGED,
    Meaning("g", "gone", "stands in the earlier reading alone"),
)
YOURS: tuple[Meaning, ...] = (
    Meaning("*", "unread", "something of it is new since you last read, and you have not opened it"),
    Meaning("p", "private note", "you have written a note on it, which nobody else sees"),
    Meaning("B", "in the basket", "you have put it into your basket"),
)

LANES: tuple[Meaning, ...] = (
    Meaning("^", "event", "an event of that day, or a text that became public on it; a number tells how many"),
    Meaning(",", "span", "an event over these days, or on one of them that is not known better"),
    Meaning("a", "ahead", "an event that is expected then, as at the day of the reading"),
    Meaning(" ", "nothing", "nothing on record for that day"),
    Meaning("]", "as at", "the day of the reading"),
)

SIGNS: tuple[SignTable, ...] = (
    SignTable("Compare: how a plan stands to the first one on a row", ("compare",), MARKS),
    SignTable("Red lines: how a plan's points stand to a line", ("red-lines", "compare"), VERDICTS, {"compare": RED_LINE}),
    SignTable("Guarantees: what is said on an axis", ("guarantees",), STATES),
    SignTable("Guarantees: before a line of text", ("guarantees",), QUESTIONS),
    SignTable("Compare: before a line of text", ("compare",), BULLETS),
    SignTable("Compare: words that differ", ("difference",), DIFFERENCE),
    SignTable("What changed between two readings", ("changes",), CHANGES),
    SignTable("Before a row of any list: what is yours", (), YOURS),
    SignTable("Overview: how a text bears on an issue; blank is silent", ("overview",), BOARD),
    SignTable("Where a row stands, always with its word", ("compare",), STATUSES),
    SignTable("Timeline: lanes above the list", ("timeline",), LANES),
    SignTable("Who speaks", ("overview", "parties", "red-lines", "guarantees", "compare", "timeline"), MODES),
)
