"""A small invented briefing as records, with something that became known later at every level."""

from __future__ import annotations

from tui.model import (
    Citation,
    Clause,
    Date,
    Event,
    Figure,
    Gap,
    Guarantee,
    GuaranteeStatus,
    Issue,
    Judgement,
    Manifest,
    Movement,
    Number,
    OnAxis,
    Outcome,
    Party,
    Person,
    Plan,
    Point,
    Position,
    Reading,
    Record,
    RedLine,
    RowStatus,
    Source,
    Term,
    Touch,
    Where,
)


def day(text: str) -> Date:
    return Date(text, text, text)


BEFORE, AS_OF, AFTER = day("2030-05-01"), day("2030-06-01"), day("2030-07-01")

MANIFEST = Manifest(
    title="The harbour talks",
    as_of=AS_OF,
    handling="Public",
    desk="Harbour desk",
    bottom_line=("quay-first",),
    compare=("draft", "counter"),
)
SOURCE = Source(id="gazette", title="Talks go on", type="news", date=BEFORE)
LATER_SOURCE = Source(id="memoir", title="How it really went", type="other", date=AFTER)
ISLAND = Party(id="island", name="The Island", sources=(Citation(id="gazette", quote="we are an island"), Citation(id="memoir")))
COAST = Party(id="coast", name="The Coast", members=("island",))
ENVOY = Person(id="envoy", name="Їжак Ёлкин", party="island", aliases=("Yizhak",))
QUAY = Issue(
    id="quay",
    name="The quay",
    status=(RowStatus(letter="O", ground="both have text"), RowStatus(letter="T", ground="initialled secretly", known_from=AFTER)),
)
NO_FENCE = RedLine(
    id="no-fence",
    party="island",
    issue="quay",
    statement="No fence on the quay",
    said_by="envoy",
    movement=(
        Movement(direction="stated", date=BEFORE, statement="never"),
        Movement(direction="softened", date=AFTER, statement="a hedge perhaps"),
    ),
)
PILOTS = Guarantee(
    id="pilots",
    name="Pilots aboard",
    guarantor=OnAxis(text="the League"),
    form=OnAxis(text="a letter nobody saw", known_from=AFTER, none=True),
    status=(GuaranteeStatus(text="offered"), GuaranteeStatus(text="withdrawn quietly", said_on=AFTER)),
    carried_by=("draft/2a",),
)
DRAFT = Plan(
    id="draft",
    name="The draft of twelve points",
    short="Draft",
    authors=("coast",),
    text="full",
    made_public=BEFORE,
    point=(
        Point(
            number="1",
            short="fence",
            text="A fence of 15,5 metres is put up on the quay.",
            issues=("quay",),
            numbers=(Number(value=15.5, unit="m", what="fence"), Number(value=2, unit="gates", what="gates")),
            touches=(
                Touch(red_line="no-fence", verdict="crossed", why="it is a fence", by="desk", date=BEFORE),
                Touch(red_line="no-fence", verdict="met", why="reinterpreted afterwards", by="desk", date=AFTER),
            ),
        ).placed(Where("data/plans.toml", 12, 1)),
        Point(
            number="2",
            text="Pilots board every ship.",
            clause=(Clause(letter="a", text="by day", derives=("draft/1",)),),
            reading=(Reading(text="Pilots board some ships.", witness="the leaked printing", said_on=AFTER),),
        ),
        Point(number="3", text="A secret annex.", known_from=AFTER),
    ),
)
DRAFT.placed(Where("data/plans.toml", 3, 1))
COUNTER = Plan(
    id="counter",
    name="The counter-draft",
    short="Counter",
    authors=("island",),
    text="partial",
    known_from=BEFORE,
    made_public=AFTER,
    how="leaked",
    how_in_words="found on a bench",
    gaps=(Gap(numbers=("3",), why="torn off"),),
    based_on="draft",
    point=(Point(number="1", derives=("draft/1",), relation="dropped"), Point(number="2", known_from=BEFORE)),
)
STAND = Position(id="island-quay", party="island", person="envoy", issue="quay", point="draft/2a", statement="Pilots, yes; fence, no.")
MEETING = Event(
    id="meeting",
    date=BEFORE,
    title="First meeting",
    outcome=(Outcome(text="a promise"), Outcome(text="it had been broken", known_from=AFTER)),
)
EXPECTED = Event(id="expected", date=AFTER, title="Second meeting", expected=True)
COST = Figure(id="cost", name="Cost of the fence", value=3, unit="crowns", period="a year", conflicts_with=("cost-again",))
COST_AGAIN = Figure(id="cost-again", name="Cost of the fence", value=3.0, unit="crowns", period="a year")
WORD = Term(id="hedge", name="hedge", text="a fence that grows")
VERDICT = Judgement(
    id="quay-first",
    statement="The quay comes first",
    by="desk",
    date=BEFORE,
    rests_on=("plan/draft/1", "plan/draft/2a", "red_line/no-fence"),
)
LATER_VERDICT = Judgement(id="hindsight", statement="The quay came last", by="desk", date=AFTER, rests_on=("red_line/no-fence",))

RECORDS: tuple[Record, ...] = (
    LATER_SOURCE, SOURCE, ISLAND, COAST, ENVOY, QUAY, NO_FENCE, PILOTS, DRAFT, COUNTER, STAND, MEETING, EXPECTED, COST, COST_AGAIN, WORD,
    LATER_VERDICT, VERDICT,
)  # fmt: skip
DIGESTS = {"briefing.toml": "00", "data/plans.toml": "11"}
