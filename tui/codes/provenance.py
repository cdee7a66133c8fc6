"""E6: who says so, and since when it is known."""

from tui.codes.code import Code

CODES = (
    Code(
        "E601",
        "no source",
        "What no source supports is not in a briefing. A judgement may rest on other records instead.",
        """
[[party]]
id = "east"
name = "Eastland"
mode = "document"
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
        "E602",
        "nobody said it",
        'Every statement is somebody\'s. What is "stated" or "reported" by its mode names its speaker: a person, a party, or in free words '
        "an outlet. A part of a record with a mode or sources of its own names its own: who said the record did not say the part.",
        """
[[position]]
id = "south-border"
party = "south"
issue = "border"
statement = "The border stays where it is."
mode = "stated"
said_on = "2030-01-05"
sources = ["herald"]
""",
        """
[[position]]
id = "south-border"
party = "south"
issue = "border"
statement = "The border stays where it is."
mode = "stated"
said_by = "south"
said_on = "2030-01-05"
sources = ["herald"]
""",
    ),
    Code(
        "E603",
        "no mode",
        "A statement, a report, the text of a document and this desk's judgement look different everywhere, so each record tells its own.",
        """
[[party]]
id = "east"
name = "Eastland"
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
        "E604",
        "reference to what was known only later",
        "As at a day, nothing later may be seen. A record that was known then cannot rest on one that was not.",
        """
[[plan]]
id = "second"
name = "Second draft"
short = "Second"
text = "none"
made_public = "2030-01-02"
based_on = "draft"
mode = "document"
sources = ["herald"]
""",
        """
[[plan]]
id = "second"
name = "Second draft"
short = "Second"
text = "none"
made_public = "2030-02-02"
based_on = "draft"
mode = "document"
sources = ["herald"]
""",
    ),
    Code(
        "E605",
        "no source that was there yet",
        "As at the day a record became known, at least one source it cites must have been there, else it stands without any.",
        """
[[position]]
id = "south-border"
party = "south"
issue = "border"
statement = "The border stays where it is."
mode = "stated"
said_by = "south"
said_on = "2029-12-05"
sources = ["herald"]
""",
        """
[[position]]
id = "south-border"
party = "south"
issue = "border"
statement = "The border stays where it is."
mode = "stated"
said_by = "south"
said_on = "2029-12-05"
known_from = "2030-01-02"
sources = ["herald"]
""",
    ),
    Code(
        "E606",
        "a judgement with a speaker",
        "A judgement is this desk's own reading, and is shown as its. What a person, a party or an outlet judges is their statement.",
        """
[[guarantee]]
id = "patrol"
name = "Joint patrol"
mode = "document"
sources = ["herald"]
legal_force = { text = "Worth nothing.", mode = "judgement", said_by = "ann", sources = ["herald"] }
""",
        """
[[guarantee]]
id = "patrol"
name = "Joint patrol"
mode = "document"
sources = ["herald"]
legal_force = { text = "Worth nothing.", mode = "stated", said_by = "ann", sources = ["herald"] }
""",
    ),
    Code(
        "W607",
        "a report by the speaker",
        'A report is an outlet\'s: "reported by Ann" says that Ann tells of somebody else. Ann\'s own words are "stated", also when '
        "an outlet relays them.",
        """
[[position]]
id = "south-border"
party = "south"
issue = "border"
statement = "The border stays where it is."
mode = "reported"
said_by = "ann"
said_on = "2030-01-05"
sources = ["herald"]
""",
        """
[[position]]
id = "south-border"
party = "south"
issue = "border"
statement = "The border stays where it is."
mode = "reported"
said_by = "The Herald"
said_on = "2030-01-05"
sources = ["herald"]
""",
    ),
)
