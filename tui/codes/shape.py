"""E2: records that have not the shape of their kind."""

from tui.codes.code import Code

CODES = (
    Code(
        "E201",
        "unknown kind of record",
        "A misspelt kind would be a record that nobody ever sees.",
        """
[[partie]]
id = "east"
name = "Eastland"
mode = "document"
sources = ["herald"]
""",
        """
[[party]]
id = "east"
name = "Eastland"
mode = "document"
sources = ["herald"]
""",
    ),
    Code(
        "E202",
        "unknown key",
        "A misspelt key would be a statement that is lost in silence, so no key is ignored.",
        """
[[party]]
id = "east"
name = "Eastland"
rolle = "observer"
mode = "document"
sources = ["herald"]
""",
        """
[[party]]
id = "east"
name = "Eastland"
role = "observer"
mode = "document"
sources = ["herald"]
""",
    ),
    Code(
        "E203",
        "missing key",
        "Some things a record cannot be shown without: an id, a name, the unit of a figure, the reason for a verdict and who signs it.",
        """
[[party]]
id = "east"
mode = "document"
sources = ["herald"]
""",
        """
[[party]]
id = "east"
name = "Eastland"
mode = "document"
sources = ["herald"]
""",
    ),
    Code(
        "E204",
        "wrong type",
        'A number in quotes cannot be compared and a number without them is no text; "600000" and 600000 are different things in TOML.',
        """
[[figure]]
id = "east-force"
name = "Eastern force"
value = "600000"
unit = "personnel"
period = "a ceiling in peace"
mode = "document"
sources = ["herald"]
""",
        """
[[figure]]
id = "east-force"
name = "Eastern force"
value = 600000
unit = "personnel"
period = "a ceiling in peace"
mode = "document"
sources = ["herald"]
""",
    ),
    Code(
        "E205",
        "value not among those allowed",
        "Where the program shows a word with a meaning of its own, only the words it knows will do.",
        """
[[term]]
id = "buffer"
name = "buffer"
text = "Land that neither side holds."
mode = "documents"
sources = ["herald"]
""",
        """
[[term]]
id = "buffer"
name = "buffer"
text = "Land that neither side holds."
mode = "document"
sources = ["herald"]
""",
    ),
    Code(
        "E206",
        "not an id",
        "Ids are typed in addresses and on the command line: small letters, digits and single hyphens. Numbers of points and letters of "
        "clauses take letters and digits, with a dot or a hyphen between.",
        """
[[party]]
id = "East_Land"
name = "Eastland"
mode = "document"
sources = ["herald"]
""",
        """
[[party]]
id = "east-land"
name = "Eastland"
mode = "document"
sources = ["herald"]
""",
    ),
    Code(
        "E207",
        "id given twice",
        "An id names one record of its kind; with two of them no reference would be certain.",
        """
[[party]]
id = "north"
name = "The other north"
mode = "document"
sources = ["herald"]
""",
        """
[[party]]
id = "north-other"
name = "The other north"
mode = "document"
sources = ["herald"]
""",
    ),
    Code(
        "E208",
        "point number given twice",
        "A point keeps its number for life, and other plans refer to it by that number.",
        """
[[plan]]
id = "second"
name = "Second draft"
short = "Second"
text = "partial"
mode = "document"
sources = ["herald"]
point = [
  { number = "1", text = "A line is drawn.", issues = ["border"] },
  { number = "1", text = "The line is marked.", issues = ["border"] },
]
""",
        """
[[plan]]
id = "second"
name = "Second draft"
short = "Second"
text = "partial"
mode = "document"
sources = ["herald"]
point = [
  { number = "1", text = "A line is drawn.", issues = ["border"] },
  { number = "2", text = "The line is marked.", issues = ["border"] },
]
""",
    ),
    Code(
        "E209",
        "clause letter given twice",
        "Clause b of point 3 is 3b; two of them, or a point that is itself numbered 3b, cannot be told apart.",
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
text = "A line is drawn and marked."
clause = [{ letter = "a", text = "It is drawn." }, { letter = "a", text = "It is marked." }]
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
text = "A line is drawn and marked."
clause = [{ letter = "a", text = "It is drawn." }, { letter = "b", text = "It is marked." }]
""",
    ),
    Code(
        "E210",
        "point that says nothing",
        "A point has a text, or is dropped from the plan it derives from, or `absent` tells why there is no text: "
        '"not recorded" (it is public, this desk lacks it) or "not public". Never leave the reader to guess.',
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
absent = "not recorded"
""",
    ),
    Code(
        "E211",
        "point with a text that is not there",
        '`absent` says that there is no text, and `relation = "dropped"` that the point was struck out; neither goes with a text.',
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
text = "A line is drawn."
absent = "not recorded"
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
text = "A line is drawn."
""",
    ),
)
