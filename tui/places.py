"""PLACES: the first words of the addresses that are panes, and TITLES: what their tabs say, in the order of their digits.

Imports nothing, so that the command line can tell an address from a command.
"""

TITLES = {
    "overview": "Overview",
    "parties": "Parties",
    "red-lines": "Red lines",
    "guarantees": "Guarantees",
    "compare": "Compare",
    "timeline": "Timeline",
    "sources": "Sources",
}
PLACES = tuple(TITLES)
