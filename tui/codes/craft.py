"""W5 and W7: what a good briefing has, and whether it covers its ground."""

from tui.codes.code import Code

_RED_LINE = """
[[red_line]]
id = "south-border"
party = "south"
issue = "border"
statement = "The border stays where it is."
{basis}{firmness}mode = "stated"
said_by = "south"
sources = ["herald"]
"""
_PLAN = """
[[plan]]
id = "second"
name = "Second draft"
short = "Second"
text = "{text}"
made_public = "2030-02-01"
{keys}mode = "document"
sources = ["herald"]
"""
_POINT = """[[plan.point]]
number = "{number}"
{keys}text = "A line is drawn."
"""
_ISSUES = 'issues = ["border"]\n'
_BASIS = 'basis = "The treaty of the river."\n'
_FIRMNESS = 'firmness = "said without exception"\n'


def _red_line(*, basis: str = _BASIS, firmness: str = _FIRMNESS) -> str:
    return _RED_LINE.format(basis=basis, firmness=firmness)


def _plan(*points: str, text: str = "partial", keys: str = "") -> str:
    return _PLAN.format(text=text, keys=keys) + "".join(points)


def _point(number: str, keys: str = "") -> str:
    return _POINT.format(number=number, keys=_ISSUES + keys)


def _position(statement: str, target: str = 'issue = "border"') -> str:
    return f"""
[[position]]
id = "south-view"
party = "south"
{target}
statement = '{statement}'
mode = "stated"
said_by = "south"
said_on = "2030-01-10"
sources = ["herald"]
"""


def _judgement(rests_on: str) -> str:
    return f"""
[[judgement]]
id = "river-strained"
statement = "The draft strains the line on the river."
by = "desk"
date = "2030-02-01"
mode = "judgement"
{rests_on}sources = ["herald"]
"""


CODES = (
    Code(
        "W501",
        "red line without a basis",
        "A line that names its ground (a law, a treaty, a vow) is weighed otherwise than one that names none; "
        'where none was given, say so: basis = "none given".',
        _red_line(basis=""),
        _red_line(),
    ),
    Code(
        "W502",
        "red line without firmness",
        "How firmly a line was drawn, in the speaker's words, is half of what it says.",
        _red_line(firmness=""),
        _red_line(),
    ),
    Code(
        "W503",
        "long quotation",
        "Fifteen words and more of somebody's text are their work, not ours: quote the words that matter and paraphrase the rest.",
        _position('South says "the border stays where it is and where it was and where it will be for all time".'),
        _position('South says "the border stays where it is" and that this holds for all time.'),
    ),
    Code(
        "W504",
        "judgement that rests on nothing",
        "A reader must be able to check a judgement against the records it was drawn from.",
        _judgement(""),
        _judgement('rests_on = ["red_line/north-river"]\n'),
    ),
    Code(
        "W505",
        "relation without a point",
        "`relation` tells how a point stands to the points it derives from; without `derives` the comparison cannot show it.",
        _plan(_point("1", 'relation = "changed"\n')),
        _plan(_point("1", 'derives = ["draft/1"]\nrelation = "changed"\n')),
    ),
    Code(
        "W506",
        "point without a relation",
        "`derives` names the points a point continues, and `relation` tells whether it is the same, changed, moved or dropped.",
        _plan(_point("1", 'derives = ["draft/1"]\n')),
        _plan(_point("1", 'derives = ["draft/1"]\nrelation = "same"\n')),
    ),
    Code(
        "W507",
        "character of uncertain width",
        "Terminals disagree on how wide pictures and flags are, and columns shift behind them.",
        _position("The border stays \U0001f1fa\U0001f1e6."),
        _position("The border stays."),
    ),
    Code(
        "W508",
        "position about nothing, or about two things",
        "A position is about one thing: an issue, a plan, a guarantee or a point. "
        "About nothing, no pane shows it; about two, nobody knows to which its words belong.",
        _position("No.", 'issue = "border"\nplan = "draft"'),
        _position("No.", 'plan = "draft"'),
    ),
    Code(
        "W509",
        "agreed, and not between whom",
        'What two parties agree on a third may reject: "aim agreed" alone reads as if all sides had agreed.',
        """
[[issue]]
id = "bridge"
name = "Bridge"
mode = "judgement"
sources = ["herald"]
status = [{ letter = "A", ground = "Both texts have it.", by = "desk", mode = "judgement", sources = ["herald"] }]
""",
        """
[[issue]]
id = "bridge"
name = "Bridge"
mode = "judgement"
sources = ["herald"]
status = [
  { letter = "A", between = ["north", "south"], ground = "Both texts have it.", by = "desk", mode = "judgement", sources = ["herald"] },
]
""",
    ),
    Code(
        "W701",
        "point under no issue",
        "Points of all plans meet under issues; a point under none is in no row of a comparison. A point that is `absent` may have none.",
        _plan(_POINT.format(number="1", keys="")),
        _plan(_point("1")),
    ),
    Code(
        "W702",
        "gap in the numbers of a plan",
        "A reader who finds points 1 and 3 looks for 2. Give it with `absent`, or tell in `gaps` why it is not there.",
        _plan(_point("1"), _point("3")),
        _plan(_point("1"), _point("3"), keys='gaps = [{ numbers = ["2"], why = "It was struck before the plan was made public." }]\n'),
    ),
    Code(
        "W703",
        "number of points and count differ",
        "`count` is how many points the plan is said to have; when its full text is at hand, they must all be here.",
        _plan(_point("1"), _point("2"), text="full", keys="count = 3\n"),
        _plan(_point("1"), _point("2"), text="full", keys="count = 2\n"),
    ),
    Code(
        "W704",
        "source that nothing cites",
        "A source nobody rests on is either a reference that was forgotten or a line too many.",
        """
[[source]]
id = "gazette"
title = "What the river says"
type = "news"
date = "2030-01-03"
""",
        """
[[source]]
id = "gazette"
title = "What the river says"
type = "news"
date = "2030-01-03"
[[party]]
id = "east"
name = "Eastland"
mode = "document"
sources = ["gazette"]
""",
    ),
)
