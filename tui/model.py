"""The record kinds, as frozen dataclasses that every other layer shares.

Field names are the keys of the source files and of `--json`. This module imports no third-party package, and of ours only `frozen`: readers
of a store pay nothing for it. Markers inside `Annotated` tell the loader, the checks and the store what a field means:
`Ref(kind)` names a record of that kind, `Prose` is readable text that the search index takes in. The hints are objects and not text, so
there are no annotations from the future: the store reads them at every start, and evaluating text would take as long as reading a record.
"""

from dataclasses import field, fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self

from tui.frozen import frozen


@frozen
class Where:
    """A place in a source file: path as given, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@frozen
class Date:
    """An EDTF date (level 0-1): its text, and its strict bounds as ISO days, so that readers compare strings."""

    text: str
    lower: str
    upper: str

    def __str__(self) -> str:
        return self.text


@frozen
class Ref:
    """Marks a field as the id of a record of `kind`.

    `point` means `PLAN/NUMBER`, with a clause letter where there is one (`us-28/21a`). `any` means `KIND/ID`, and for points
    `plan/PLAN/NUMBER`. `speaker` means a person or a party; what is no id (it holds a space or a capital) is free text.
    """

    kind: str


@frozen
class Prose:
    """Marks a field as readable text: it is searched, may not be empty, and may hold line breaks."""


ID = "[a-z0-9]+(?:-[a-z0-9]+)*"  # what an id may be, as a regular expression

Text = Annotated[str, Prose()]
SourceId = Annotated[str, Ref("source")]
PartyId = Annotated[str, Ref("party")]
PersonId = Annotated[str, Ref("person")]
IssueId = Annotated[str, Ref("issue")]
RedLineId = Annotated[str, Ref("red_line")]
GuaranteeId = Annotated[str, Ref("guarantee")]
PlanId = Annotated[str, Ref("plan")]
FigureId = Annotated[str, Ref("figure")]
JudgementId = Annotated[str, Ref("judgement")]
PointRef = Annotated[str, Ref("point")]
AnyRef = Annotated[str, Ref("any")]
Speaker = Annotated[str, Ref("speaker")]

Mode = Literal["stated", "reported", "document", "judgement"]
Relation = Literal["same", "changed", "dropped", "new", "moved", "split", "join", "opposed"]
Verdict = Literal["crossed", "strained", "met", "unclear"]
Letter = Literal["T", "A", "O", "W", "P", "Z"]


@frozen
class Axis:
    """One axis of the guarantee grid: its field, its heading, and the question to ask when it is unsaid."""

    field: str
    title: str
    ask: str


AXES: tuple[Axis, ...] = (
    Axis("guarantor", "Guarantor", "Who gives the guarantee?"),
    Axis("form", "Form", "What document carries it?"),
    Axis("legal_force", "Legal force", "Is it binding, and under which law?"),
    Axis("trigger", "Trigger", "What sets it off, and who finds that it has happened?"),
    Axis("response", "Response", "What must a guarantor then do?"),
    Axis("automatic", "Automatic?", "Does the response follow by itself, or after a decision?"),
    Axis("consultation", "Consultation", "Within what time do the guarantors consult?"),
    Axis("territory", "Territory covered", "Which territory is covered?"),
    Axis("forces", "Forces on the ground", "Are forces stationed, whose and where?"),
    Axis("paid_by", "Paid by", "Who pays for it?"),
    Axis("lapses", "Lapses when", "When does it end or become void?"),
    Axis("needs", "Needs", "Which ratification or money does it need?"),
)

# On which axes of a guarantee a statement says something; "none" where it was read and says nothing on any.
if TYPE_CHECKING:
    AxisName = str
else:
    AxisName = Literal[(*(axis.field for axis in AXES), "none")]


class Strict:
    """Base of every dataclass that a source file fills: a key that is no field is an error."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}


@frozen(kw_only=True)
class Citation(Strict):
    """One source, with the words taken from it and the place in it. In TOML a bare source id will do."""

    id: SourceId
    quote: Text | None = None
    at: Text | None = None


@frozen(kw_only=True)
class Provenance(Strict):
    """Who says so, how, when, and where it stands; and from which day on it was known. For a document, `said_by` is its name."""

    sources: tuple[Citation, ...] = ()
    said_by: Speaker | None = None
    mode: Mode | None = None
    said_on: Date | None = None
    known_from: Date | None = None


@frozen(kw_only=True)
class Record(Provenance):
    """What all records have. `where` is set by the loader and the store, never by a source file."""

    kind: ClassVar[str]
    id: str
    note: Text | None = None
    where: Where | None = field(default=None, init=False, compare=False, repr=False)

    def placed(self, where: Where | None) -> Self:
        """Set the place in the source file this record comes from, and return the record itself."""
        object.__setattr__(self, "where", where)
        return self


@frozen(kw_only=True)
class Source(Record):
    """A publication. `type` is what kind of publisher; reliability is Admiralty A-F and never derived from credibility.

    `described` tells that `title` is this desk's description, since the source's own title is not at hand: it is then never shown as one.
    `relays` names the outlets or bodies whose report it prints, as their own pages are published under: several that relay one are one
    origin. `via` is any other remark on how it came to this briefing.
    """

    kind: ClassVar[str] = "source"
    title: Text
    described: bool = False
    publisher: Text | None = None
    author: Text | None = None
    type: Literal["news", "agency", "official", "document", "think-tank", "other"]
    date: Date | None = None
    address: str | None = None
    language: str | None = None
    relays: tuple[Text, ...] = ()
    via: Text | None = None
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = None
    credibility: Literal["1", "2", "3", "4", "5", "6"] | None = None


@frozen(kw_only=True)
class Party(Record):
    """A side, a body or a group that has a say, and who there must ratify."""

    kind: ClassVar[str] = "party"
    name: Text
    short: Text | None = None
    type: Literal["state", "organisation", "group", "body", "outlet", "other"] = "state"
    role: Text | None = None
    members: tuple[PartyId, ...] = ()
    ratifies: Text | None = None
    aliases: tuple[Text, ...] = ()


@frozen(kw_only=True)
class Office(Provenance):
    """An office held, between two dates."""

    title: Text
    start: Date | None = None
    end: Date | None = None


@frozen(kw_only=True)
class Person(Record):
    """Somebody who speaks or acts, with the offices held at the dates."""

    kind: ClassVar[str] = "person"
    name: Text
    party: PartyId | None = None
    role: Text | None = None
    aliases: tuple[Text, ...] = ()
    offices: tuple[Office, ...] = ()


@frozen(kw_only=True)
class Cell(Provenance):
    """A text inside a record with provenance of its own, such as the status of a guarantee from a day on.

    In TOML a bare text will do; then the record's own provenance holds.
    """

    text: Text


@frozen(kw_only=True)
class RowStatus(Provenance):
    """Where an issue stands from `known_from` on: its letter, at which level it is dealt with, and the ground for saying so.

    `between` names the parties whose texts it speaks of, `texts` the plans: what two of them agree on, a third may reject. Who says so
    stands in the provenance: a speaker's account, or this desk's judgement.
    """

    letter: Letter
    between: tuple[PartyId, ...] = ()
    texts: tuple[PlanId, ...] = ()
    level: Literal["expert", "political", "principal"] | None = None
    ground: Text
    by: str | None = None


@frozen(kw_only=True)
class Issue(Record):
    """A heading under which points, red lines and positions meet: a row of every comparison, numbered in file order.

    `divides` tells in one clause what divides the sides, each from its own day on: the last that is known holds.
    """

    kind: ClassVar[str] = "issue"
    name: Text
    short: Text | None = None
    question: Text | None = None
    aliases: tuple[Text, ...] = ()
    status: tuple[RowStatus, ...] = ()
    divides: tuple[Cell, ...] = ()


@frozen(kw_only=True)
class Movement(Provenance):
    """A red line's change over time."""

    direction: Literal["stated", "restated", "hardened", "softened", "unclear"]
    date: Date
    statement: Text


@frozen(kw_only=True)
class RedLine(Record):
    """What a party says it will not give up. `called` is how the party itself calls it: not all call it a red line."""

    kind: ClassVar[str] = "red_line"
    party: PartyId
    issue: IssueId
    short: Text | None = None
    statement: Text
    quote: Text | None = None
    basis: Text | None = None
    firmness: Text | None = None
    called: Literal["red line", "condition", "demand", "principle", "position"] = "red line"
    movement: tuple[Movement, ...] = ()


@frozen(kw_only=True)
class OnAxis(Cell):
    """What is said on one axis of a guarantee. `none` marks a text that says that there is none: no trigger, no forces, no guarantor."""

    none: bool = False


@frozen(kw_only=True)
class GuaranteeStatus(Cell):
    """How things are with a guarantee from a day on; `axes` are those on which this says something."""

    axes: tuple[AxisName, ...] = ()


@frozen(kw_only=True)
class Guarantee(Record):
    """A security guarantee on the fixed axes. An axis left out is unsaid, and shown as unsaid.

    Unsaid means that nothing in the briefing says it: what speaks of a guarantee names the `axes` on which it does.
    """

    kind: ClassVar[str] = "guarantee"
    name: Text
    short: Text | None = None
    aliases: tuple[Text, ...] = ()
    statement: Text | None = None
    precedent: bool = False
    guarantor: OnAxis | None = None
    form: OnAxis | None = None
    legal_force: OnAxis | None = None
    trigger: OnAxis | None = None
    response: OnAxis | None = None
    automatic: OnAxis | None = None
    consultation: OnAxis | None = None
    territory: OnAxis | None = None
    forces: OnAxis | None = None
    paid_by: OnAxis | None = None
    lapses: OnAxis | None = None
    needs: OnAxis | None = None
    status: tuple[GuaranteeStatus, ...] = ()
    open_questions: tuple[Text, ...] = ()
    carried_by: tuple[PointRef, ...] = ()


@frozen(kw_only=True)
class Number(Strict):
    """A quantity in a point: exact value, unit, and what it counts."""

    value: int | float
    unit: str
    what: Text
    clause: str | None = None


@frozen(kw_only=True)
class Reading(Provenance):
    """One printing or translation of a point. `witness` prints it; `substance` tells whether the difference is of substance."""

    text: Text
    witness: Text
    substance: bool = False
    differs: Text | None = None
    clause: str | None = None


@frozen(kw_only=True)
class Version(Provenance):
    """One side's version of a point that is not agreed."""

    party: PartyId
    text: Text


@frozen(kw_only=True)
class Touch(Provenance):
    """How a point stands to a red line. `basis` is `judged` (signed by `by`) or `number` (follows from a stated number).

    `appears` marks a verdict whose reason says no more than that it appears so; then it is shown as `appears crossed`.
    """

    red_line: RedLineId
    verdict: Verdict
    appears: bool = False
    why: Text
    by: str
    basis: Literal["judged", "number"] = "judged"
    date: Date | None = None
    clause: str | None = None


@frozen(kw_only=True)
class Clause(Provenance):
    """A lettered part of a point: `a` of point 21 is `21a`."""

    letter: str
    text: Text
    derives: tuple[PointRef, ...] = ()


@frozen(kw_only=True)
class Point(Provenance):
    """One numbered provision. Without `text` it is either dropped (by `relation`) or `absent` tells why there is none.

    `axes` are those of the guarantees which it carries on which it says something.
    """

    number: str
    short: Text | None = None
    text: Text | None = None
    absent: Literal["not recorded", "not public"] | None = None
    agreed: bool | None = None
    issues: tuple[IssueId, ...] = ()
    axes: tuple[AxisName, ...] = ()
    derives: tuple[PointRef, ...] = ()
    relation: Relation | None = None
    changes: Text | None = None
    note: Text | None = None
    clause: tuple[Clause, ...] = ()
    numbers: tuple[Number, ...] = ()
    reading: tuple[Reading, ...] = ()
    version: tuple[Version, ...] = ()
    touches: tuple[Touch, ...] = ()
    where: Where | None = field(default=None, init=False, compare=False, repr=False)

    def placed(self, where: Where | None) -> Self:
        """Set the place in the source file this point comes from, and return the point itself."""
        object.__setattr__(self, "where", where)
        return self


@frozen(kw_only=True)
class Gap(Strict):
    """Numbers that a plan leaves out, and why."""

    numbers: tuple[str, ...]
    why: Text


@frozen(kw_only=True)
class Plan(Record):
    """A text, or a set of demands, in numbered points; and how much of its text is at hand.

    `authorship` is what was said when it appeared; `accounts` are what was said of it since, each from its own day on. `living` marks
    the text that the talks are about: until a later one that is marked so is known.
    """

    kind: ClassVar[str] = "plan"
    name: Text
    short: Text
    aliases: tuple[Text, ...] = ()
    authors: tuple[PartyId, ...] = ()
    authorship: Text | None = None
    accounts: tuple[Cell, ...] = ()
    about: Text | None = None
    text: Literal["full", "partial", "described", "none"]
    made_public: Date | None = None
    how: Literal["published", "leaked", "described", "reported", "handed over"] | None = None
    how_in_words: Text | None = None
    based_on: PlanId | None = None
    numbering: Literal["exact", "approximate"] = "exact"
    count: int | None = None
    living: bool = False
    later: bool = False
    gaps: tuple[Gap, ...] = ()
    point: tuple[Point, ...] = ()


# What of a plan only its publication tells; where it was talked of before, a reader as at that time has none of this.
ON_PUBLICATION = frozenset({"made_public", "how", "how_in_words", "gaps"})


@frozen(kw_only=True)
class Position(Record):
    """What a party says about an issue, a plan, a guarantee or a point. Its interest and its bottom line are fields of their own.

    `axes` are those of the guarantee on which it says something.
    """

    kind: ClassVar[str] = "position"
    party: PartyId
    person: PersonId | None = None
    issue: IssueId | None = None
    plan: PlanId | None = None
    guarantee: GuaranteeId | None = None
    axes: tuple[AxisName, ...] = ()
    point: PointRef | None = None
    stance: Literal["supports", "accepts", "conditional", "objects", "rejects", "open", "describes"] | None = None
    statement: Text
    interest: Text | None = None
    bottom_line: Text | None = None


@frozen(kw_only=True)
class Outcome(Provenance):
    """What came of an event, known from a date on; `expected` where that is only more of what is still to come."""

    text: Text
    expected: bool = False


@frozen(kw_only=True)
class Event(Record):
    """Something that happened or is expected. Before its date it is expected; `expected` marks what no source has seen happen,
    until an outcome tells that it has.

    `track` is the lane of the timeline that it stands in, in a word of the briefing's own.
    """

    kind: ClassVar[str] = "event"
    date: Date
    title: Text
    text: Text | None = None
    track: str | None = None
    place: Text | None = None
    parties: tuple[PartyId, ...] = ()
    people: tuple[PersonId, ...] = ()
    issues: tuple[IssueId, ...] = ()
    plans: tuple[PlanId, ...] = ()
    expected: bool = False
    outcome: tuple[Outcome, ...] = ()


@frozen(kw_only=True)
class Figure(Record):
    """A sum or a strength: exact value, unit and period, and the figures it conflicts with; `axes` as in a position.

    `counted` is what is counted: figures that share it stand on one line, whether or not they conflict.
    """

    kind: ClassVar[str] = "figure"
    name: Text
    value: int | float
    unit: str
    period: Text
    about: bool = False
    counted: Text | None = None
    statement: Text | None = None
    issue: IssueId | None = None
    guarantee: GuaranteeId | None = None
    axes: tuple[AxisName, ...] = ()
    conflicts_with: tuple[FigureId, ...] = ()
    key: bool = False


@frozen(kw_only=True)
class Term(Record):
    """A word of this negotiation, in one line."""

    kind: ClassVar[str] = "term"
    name: Text
    text: Text
    aliases: tuple[Text, ...] = ()


@frozen(kw_only=True)
class Judgement(Record):
    """This desk's own reading: signed, dated, and resting on named records."""

    kind: ClassVar[str] = "judgement"
    statement: Text
    by: str
    date: Date
    confidence: Literal["low", "moderate", "high"] | None = None
    reason: Text | None = None
    rests_on: tuple[AnyRef, ...] = ()


@frozen(kw_only=True)
class Manifest(Strict):
    """`briefing.toml`: what the briefing is about, as of when, how it may be handled, and where its data are."""

    title: Text
    subtitle: Text | None = None
    as_of: Date
    handling: Text
    desk: Text
    bottom_line: tuple[JudgementId, ...] = ()
    compare: tuple[PlanId, ...] = ()
    data: str = "data"


KINDS: dict[str, type[Record]] = {
    cls.kind: cls for cls in (Source, Party, Person, Issue, RedLine, Guarantee, Plan, Position, Event, Figure, Term, Judgement)
}

STATUS: dict[str, str] = {
    "T": "text agreed",
    "A": "aim agreed",
    "O": "open",
    "W": "one side's text",
    "P": "parked",
    "Z": "withdrawn",
}


def names_of(record: Record) -> tuple[str, ...]:
    """Return every name of a record, and what else people call it (`aliases`); empty for what has no name."""
    names = [getattr(record, key, None) for key in ("short", "name", "title")]
    return tuple(dict.fromkeys(str(name) for name in (*names, *getattr(record, "aliases", ())) if name))


def name_of(record: Record) -> str:
    """Return what to call a record in one line: its short name, name or title, else its statement, else its id."""
    for key in ("short", "name", "title", "statement"):
        value = getattr(record, key, None)
        if value:
            return str(value)
    return record.id


def provenance_of(part: Provenance, whole: Provenance | None) -> Provenance:
    """Return what holds of a part of a record: what it says itself, and where it says nothing, what `whole` says.

    A part that tells how it is known, by whom or from where speaks for itself: who said the record, and on which day, is no longer who said
    the part. A judgement rests on the sources that it names, never on those of what it judges.
    """
    if whole is None:
        return part
    for_itself = bool(part.mode or part.said_by or part.sources)
    return Provenance(
        mode=part.mode or whole.mode,
        said_by=part.said_by if for_itself else whole.said_by,
        said_on=part.said_on if for_itself else part.said_on or whole.said_on,
        sources=part.sources or (() if part.mode == "judgement" else whole.sources),
        known_from=part.known_from or whole.known_from,
    )


def known_on(part: Provenance, whole: object = None) -> Date | None:
    """Return when a record, or a part of `whole`, was first known by itself; None when it always was.

    `known_from` when it is given; else the day a plan was reported or made public, a source was published, a judgement made, a movement
    took place, or the words were said. A point that says nothing of this was known when its plan was made public.
    """
    if part.known_from:
        return part.known_from
    kind: Any = type(part)
    for key in _days_of(kind):
        if key == "date" and isinstance(part, Event) and part.expected:
            continue
        value = getattr(part, key)
        if isinstance(value, Date):
            return value
    return whole.made_public if isinstance(part, Point) and isinstance(whole, Plan) else None


@cache
def _days_of(cls: Any) -> tuple[str, ...]:
    return tuple(key for key in ("made_public", "date", "said_on") if key in {one.name for one in fields(cls)})


def known_from(part: Provenance, whole: object = None) -> str | None:
    """Return the first ISO day on which this was known (`known_on`)."""
    day = known_on(part, whole)
    return day.lower if day else None
