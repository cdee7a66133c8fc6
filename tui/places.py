"""PLACES: the first words of the addresses that are panes. Imports nothing, so that the command line can tell an address from a command."""

PLACES = ("overview", "parties", "red-lines", "guarantees", "compare", "timeline", "sources")
