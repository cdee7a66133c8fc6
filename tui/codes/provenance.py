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
        "an outlet.",
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
)
