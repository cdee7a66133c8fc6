"""`frozen`: a frozen dataclass that is cheap to define.

The standard decorator writes and compiles half a dozen functions for each class, about a millisecond of every start; here all classes share
theirs. What it makes is a dataclass in every other way: `fields`, `replace`, `asdict`, `is_dataclass` and pydantic take it for one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, /, *, kw_only: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class a frozen dataclass. What the class defines itself stays; it needs a docstring, as every class does.

    Raises, when an instance is made: TypeError for a field that is missing, unknown or given twice.
    """

    def made(cls: type[T]) -> type[T]:
        cls = dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)
        for name, method in _SHARED.items():
            if name not in cls.__dict__:
                setattr(cls, name, method)
        return cls

    return made if cls is None else made(cls)


class _Layout:
    """What the shared methods must know of a class, read from its fields once."""

    def __init__(self, cls: Any) -> None:
        own = fields(cls)
        self.positional: tuple[str, ...] = cls.__match_args__
        self.given = {one.name for one in own if one.init}
        self.names = {one.name for one in own}
        self.whole = self.names if self.given == self.names else None
        self.defaults = {one.name: one.default for one in own if one.default is not MISSING}
        self.factories = {one.name: one.default_factory for one in own if one.default_factory is not MISSING}
        self.tails = _tails(self.positional, self.defaults) if len(self.positional) == len(own) else {}
        self.shown = [one.name for one in own if one.repr]
        compared = [one.name for one in own if one.compare]
        self.key: Callable[[Any], object] = attrgetter(*compared) if compared else lambda _: ()


def _tails(names: tuple[str, ...], defaults: dict[str, object]) -> dict[int, tuple[object, ...]]:
    """Return the defaults that follow so many values, for each number of values that is enough."""
    tails: dict[int, tuple[object, ...]] = {len(names): ()}
    for count in range(len(names) - 1, -1, -1):
        if names[count] not in defaults:
            break
        tails[count] = (defaults[names[count]], *tails[count + 1])
    return tails


@cache
def _layout_of(cls: Any) -> _Layout:
    return _Layout(cls)


def _layout(made: Any) -> _Layout:
    return _layout_of(made.__class__)


class _Frozen:
    """The methods that all of them share."""

    def __init__(self: Any, /, *args: object, **given: object) -> None:
        layout = _layout_of(self.__class__)
        held = self.__dict__
        if not given and len(args) in layout.tails:
            held.update(zip(layout.positional, args + layout.tails[len(args)], strict=True))
            return
        if not args and given.keys() == layout.whole:  # as the store reads records
            held.update(given)
            return
        held.update(layout.defaults)
        for name, factory in layout.factories.items():
            held[name] = factory()
        if args:
            if len(args) > len(layout.positional) or not given.keys().isdisjoint(layout.positional[: len(args)]):
                raise TypeError(f"{self.__class__.__name__}: too many values, or one given twice")
            held.update(zip(layout.positional, args, strict=False))
        if given:
            if not given.keys() <= layout.given:
                raise TypeError(f"{self.__class__.__name__} has no {', '.join(sorted(given.keys() - layout.given))}")
            held.update(given)
        if len(held) != len(layout.names):
            raise TypeError(f"{self.__class__.__name__} lacks {', '.join(sorted(layout.names - held.keys()))}")

    def __repr__(self: Any) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in _layout(self).shown)
        return f"{self.__class__.__qualname__}({shown})"

    def __eq__(self: Any, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        key = _layout(self).key
        return bool(key(self) == key(other))

    def __hash__(self: Any) -> int:
        return hash((type(self), _layout(self).key(self)))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot set {name!r} of {self.__class__.__name__}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete {name!r} of {self.__class__.__name__}")


_SHARED = {name: method for name, method in vars(_Frozen).items() if callable(method)}
