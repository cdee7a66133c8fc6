"""E4: dates, texts and numbers that cannot be shown or put in order."""

from tui.codes.code import Code

_TERM = """
[[term]]
id = "buffer"
name = "{name}"
text = "Land that neither side holds."
said_on = "{date}"
mode = "document"
sources = ["herald"]
"""


def _term(*, name: str = "buffer", date: str = "2030-01-12") -> str:
    return _TERM.format(name=name, date=date)


CODES = (
    Code(
        "E401",
        "not a date",
        "Dates are EDTF, levels 0 and 1: a day, a month or a year (2030-01-12, 2030-01, 2030), doubtful with ?, about with ~, both with %, "
        "and intervals with a slash between.",
        _term(date="12 January 2030"),
        _term(date="2030-01-12"),
    ),
    Code(
        "E402",
        "date that cannot be put in order",
        "Every date is placed on the timeline by its first and last possible day. Open ends, unknown digits and seasons have none that two "
        "readers would agree on.",
        _term(date="2030-02-XX"),
        _term(date="2030-02"),
    ),
    Code(
        "E403",
        "empty text",
        "An empty text looks like an answer and is none. What is not known is left out, and then shown as unsaid.",
        _term(name=" "),
        _term(),
    ),
    Code(
        "E404",
        "character that may not be shown",
        "Control characters can give orders to a terminal, and invisible direction marks make a sentence read other than it is written. "
        "Ids, units and addresses are one line each, so they hold no line break either.",
        _term(name="buf\\u202Efer"),
        _term(),
    ),
    Code(
        "E405",
        "number that cannot be kept",
        "Infinity and not-a-number are no quantities, and whole numbers are kept in 64 bits.",
        """
[[figure]]
id = "east-force"
name = "Eastern force"
value = inf
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
)
