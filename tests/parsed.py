"""Textual's style sheets, parsed once in a process that opens the app again and again, and in every fork of it."""

from __future__ import annotations

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parse = Stylesheet._parse_rules
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}


def parse_once() -> None:
    """Have what one app has parsed serve the next: of the same text with the same colours come the same rules, which nobody changes."""
    Stylesheet._parse_rules = _once  # type: ignore[method-assign]


def _once(self: Stylesheet, *words: Any, **named: Any) -> list[RuleSet]:
    key = (frozenset(self._variables.items()), words, *named.items())
    if key not in _parsed:
        _parsed[key] = _parse(self, *words, **named)
    return [*_parsed[key]]
