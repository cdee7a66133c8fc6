"""E3: what one record says of another."""

from tui.codes.code import Code

CODES = (
    Code(
        "E301",
        "unknown id",
        "A reference that leads nowhere is a broken link in the app and a hole in a comparison.",
        """
[[person]]
id = "bo"
name = "Bo"
party = "nort"
mode = "document"
sources = ["herald"]
""",
        """
[[person]]
id = "bo"
name = "Bo"
party = "north"
mode = "document"
sources = ["herald"]
""",
    ),
    Code(
        "E302",
        "reference to a record of another kind",
        "The id exists, but names something else: an issue where a party is meant.",
        """
[[person]]
id = "bo"
name = "Bo"
party = "border"
mode = "document"
sources = ["herald"]
""",
        """
[[person]]
id = "bo"
name = "Bo"
party = "south"
mode = "document"
sources = ["herald"]
""",
    ),
    Code(
        "E303",
        "reference in the wrong form",
        "A point is PLAN/NUMBER, with the letter of a clause behind it (draft/2, draft/2a). Where any record can be meant, its kind stands "
        "before the id (red_line/north-river), and plan/draft/2 is a point.",
        """
[[judgement]]
id = "river-strained"
statement = "The draft strains the line on the river."
by = "desk"
date = "2030-02-01"
mode = "judgement"
rests_on = ["north-river"]
sources = ["herald"]
""",
        """
[[judgement]]
id = "river-strained"
statement = "The draft strains the line on the river."
by = "desk"
date = "2030-02-01"
mode = "judgement"
rests_on = ["red_line/north-river"]
sources = ["herald"]
""",
    ),
    Code(
        "E304",
        "reference to itself",
        "Nothing derives from itself, is a member of itself or conflicts with itself.",
        """
[[party]]
id = "league"
name = "The league"
type = "group"
members = ["north", "league"]
mode = "document"
sources = ["herald"]
""",
        """
[[party]]
id = "league"
name = "The league"
type = "group"
members = ["north", "south"]
mode = "document"
sources = ["herald"]
""",
    ),
    Code(
        "E305",
        "references in a circle",
        "Of two plans each of which is based on the other, none can be the older one.",
        """
[[plan]]
id = "second"
name = "Second draft"
short = "Second"
text = "none"
based_on = "third"
mode = "document"
sources = ["herald"]
[[plan]]
id = "third"
name = "Third draft"
short = "Third"
text = "none"
based_on = "second"
mode = "document"
sources = ["herald"]
""",
        """
[[plan]]
id = "second"
name = "Second draft"
short = "Second"
text = "none"
mode = "document"
sources = ["herald"]
[[plan]]
id = "third"
name = "Third draft"
short = "Third"
text = "none"
based_on = "second"
mode = "document"
sources = ["herald"]
""",
    ),
    Code(
        "E306",
        "no such clause",
        "A quantity, a reading or a verdict can belong to one clause of its point; then the point must have that clause.",
        """
[[plan]]
id = "second"
name = "Second draft"
short = "Second"
text = "partial"
mode = "document"
sources = ["herald"]
[[plan.point]]
number = "1"
issues = ["border"]
text = "Each side keeps 400 guards."
clause = [{ letter = "a", text = "North keeps 400." }]
numbers = [{ value = 400, unit = "guards", what = "ceiling", clause = "b" }]
""",
        """
[[plan]]
id = "second"
name = "Second draft"
short = "Second"
text = "partial"
mode = "document"
sources = ["herald"]
[[plan.point]]
number = "1"
issues = ["border"]
text = "Each side keeps 400 guards."
clause = [{ letter = "a", text = "North keeps 400." }]
numbers = [{ value = 400, unit = "guards", what = "ceiling", clause = "a" }]
""",
    ),
)
