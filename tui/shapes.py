"""What the model's type hints say of each field, read once: its type, whether it is a list or may be left out, and its marker."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass, replace
from functools import cache, cached_property
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from tui.frozen import frozen
from tui.model import Date, Prose, Ref


@frozen
class Shape:
    """One field: `base` is str, int, float, bool, Date, Literal or a dataclass; `many` when it holds a list of them.

    A field for whole numbers and others alike has the base float. `optional` when it may hold None.
    """

    base: Any
    many: bool = False
    marker: Ref | Prose | None = None
    allowed: tuple[str, ...] = ()
    optional: bool = False

    @cached_property
    def table(self) -> type | None:
        """Return the dataclass of the table it holds, if it holds one."""
        return self.base if is_dataclass(self.base) and isinstance(self.base, type) and self.base is not Date else None


@cache
def shapes(cls: type) -> dict[str, Shape]:
    """Return the fields that a source file may give to a table of this class, in their order."""
    hints = get_type_hints(cls, include_extras=True)
    return {item.name: _shape(hints[item.name]) for item in fields(cls) if item.init}


@cache
def _shape(hint: Any) -> Shape:
    origin = get_origin(hint)
    if origin is Annotated:
        base, *markers = get_args(hint)
        return replace(_shape(base), marker=next((one for one in markers if isinstance(one, Ref | Prose)), None))
    if origin is tuple:
        return replace(_shape(get_args(hint)[0]), many=True)
    if origin in (Union, types.UnionType):
        members = [member for member in get_args(hint) if member is not type(None)]
        return replace(_shape(float if float in members else members[0]), optional=len(members) < len(get_args(hint)))
    if origin is Literal:
        return Shape(Literal, allowed=get_args(hint))
    return Shape(hint)
