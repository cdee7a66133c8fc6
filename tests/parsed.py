"""What Textual works out again and again, worked out once: in a process that opens the app many times, and in every fork of it."""

from __future__ import annotations

from collections.abc import Iterator
from types import CodeType
from typing import Any

from textual import _callback
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.message import Message
from textual.message_pump import MessagePump

_parse = Stylesheet._parse_rules
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}
_find = MessagePump._get_dispatch_methods
_handlers: dict[tuple[object, ...], list[tuple[type, Any]] | None] = {}
_count = _callback._count_parameters
_counts: dict[CodeType, int] = {}  # the parameters of a function, with `self`


def parse_once() -> None:
    """Have what one app has parsed serve the next: of the same text with the same colours come the same rules, which nobody changes."""
    Stylesheet._parse_rules = _once  # type: ignore[method-assign]


def _once(self: Stylesheet, *words: Any, **named: Any) -> list[RuleSet]:
    key = (frozenset(self._variables.items()), words, *named.items())
    if key not in _parsed:
        _parsed[key] = _parse(self, *words, **named)
    return [*_parsed[key]]


def find_once() -> None:
    """Have the handlers found for a message, and how many parameters they take, serve the next of its kind."""
    MessagePump._get_dispatch_methods = _found  # type: ignore[method-assign]
    _callback._count_parameters = _counted  # type: ignore[assignment]


def _found(self: MessagePump, method_name: str, message: Message) -> Iterator[tuple[type, Any]]:
    key = (type(self), type(message), method_name)
    if key not in _handlers:
        classes = type(self).__mro__
        plain = not any(cls.__dict__.get("_decorated_handlers") for cls in classes)
        methods = [(cls, cls.__dict__.get(f"_{method_name}") or cls.__dict__.get(method_name)) for cls in classes]
        _handlers[key] = (
            [(cls, method) for cls, method in methods if method is not None and not hasattr(method, "_textual_on")] if plain else None
        )
    handlers = _handlers[key]
    if handlers is None:
        yield from _find(self, method_name, message)
        return
    for cls, method in handlers:
        if message._no_default_action:
            return
        yield cls, method.__get__(self, cls)


def _counted(function: Any) -> int:
    bound = getattr(function, "__func__", None)
    code = getattr(bound or function, "__code__", None)
    if code is None or hasattr(function, "__wrapped__") or hasattr(function, "__signature__"):
        return _count(function)
    if code not in _counts:
        _counts[code] = _count(function) + (bound is not None)
    return _counts[code] - (bound is not None)
