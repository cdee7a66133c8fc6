"""An invented briefing to export: everything that can go wrong in a document is in it."""

from __future__ import annotations

from invented import PROVENANCE, plan, point, touch

HOSTILE = "A | pipe, <b>markup</b> & *stars*, `ticks`, [a link](x), $5, =1+1\n# no heading"
NUMBERS = 'numbers = [{ value = 600000, unit = "tonnes", what = "cap" }]\n'
MORE_NUMBERS = 'numbers = [{ value = 800000, unit = "tonnes", what = "cap" }]\n'
READING = (
    '[[plan.point.reading]]\nwitness = "The Gazette"\ntext = "Take less."\nsubstance = true\ndiffers = "no number"\n'
    'mode = "reported"\nsaid_by = "The Gazette"\nsources = ["gazette"]\n'
)
VERSION = '[[plan.point.version]]\nparty = "south"\ntext = "No boat at all."\nmode = "document"\nsources = ["gazette"]\n'
GUARANTEE = (
    '[[guarantee]]\nid = "escort"\nname = "Escort of boats"\nknown_from = "2031-05-02"\n'
    'guarantor = "Southland"\ntrigger = "A boat is boarded."\n'
    'open_questions = ["How many boats?"]\ncarried_by = ["one/1"]\n' + PROVENANCE
)
PLANS = (
    plan(
        "one",
        [
            point(
                "1",
                "The catch is 600,000 tonnes and must not grow.",
                more='short = "Catch"\n' + NUMBERS + touch("north-cap", "crossed", "number"),
            ),
            point("2", HOSTILE, "ports"),
            point("3", "No boat leaves.", "ports"),
        ],
    ),
    plan(
        "two",
        [
            point("1", "The catch is 800,000 tonnes and may grow.", "quota", ["one/1"], "changed", MORE_NUMBERS + READING),
            point("2", None, "ports", ["one/2"], "dropped"),
            point("3", None, "ports", ["one/3"], "changed", more="agreed = false\n" + VERSION),
        ],
        text="partial",
    ),
)
ALL = (*PLANS, GUARANTEE)
