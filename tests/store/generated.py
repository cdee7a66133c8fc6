"""Whole briefings made up by hypothesis from the types of the model, with references that lead somewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from tui.model import KINDS, Date, Manifest, Plan, Point, Record, Ref, Where

TEXT = st.sampled_from(["Їжак", "a b", "x" * 400, "\x00", '"*', "A", "ё\n1,5"]) | st.text(st.characters(codec="utf-8"), max_size=9)
DATE = st.builds(
    Date,
    st.sampled_from(["2025-12", "about now", ""]),
    st.sampled_from(["2025-11-30", "0001-01-01"]),
    st.sampled_from(["2025-12-24", "9999-12-31"]),
)
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    NoneType: st.none(),
    Date: DATE,
}
TABS = st.sampled_from([None, Where("data/a.toml", 7, 3), Where("data/ü/b.toml", 1, 1)])


@st.composite
def briefings(draw: st.DrawFn) -> tuple[Manifest, list[Record]]:
    """A manifest and up to two records of every kind."""
    ids = {kind: draw(st.sampled_from([(), ("a",), ("b-1", "a")])) for kind in KINDS}
    maker = Maker(ids)
    records: list[Record] = []
    for kind, cls in KINDS.items():
        if maker.can_make(cls):
            records += [draw(maker.made(cls, id=st.just(id_))).placed(draw(TABS)) for id_ in ids[kind]]
        else:
            ids[kind] = ()
    return draw(maker.made(Manifest)), records


class Maker:
    """Strategies for the dataclasses of the model, among records of the given ids."""

    def __init__(self, ids: Mapping[str, Sequence[str]]) -> None:
        self.ids = ids
        self._known: dict[Any, st.SearchStrategy[Any]] = {}

    def made(self, cls: type[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        """Values of a dataclass. `given` replaces what its fields would hold."""
        hints = get_type_hints(cls, include_extras=True)
        parts = {field.name: given.get(field.name, self.of(hints[field.name])) for field in fields(cls) if field.init}
        if cls is Plan:  # a number is used once in a plan
            parts["point"] = parts["point"].map(lambda points: tuple({point.number: point for point in points}.values()))
        if cls is Point:
            return st.builds(lambda place, **values: Point(**values).placed(place), TABS, **parts)
        return st.builds(cls, **parts)

    def can_make(self, cls: type[Any]) -> bool:
        """Whether every reference that this class cannot do without has something to lead to."""
        hints = get_type_hints(cls, include_extras=True)
        return not any(self.of(hints[field.name]).is_empty for field in fields(cls) if field.init)

    def of(self, hint: Any) -> st.SearchStrategy[Any]:
        """Values for an annotation."""
        if hint not in self._known:
            self._known[hint] = self._of(hint)
        return self._known[hint]

    def _of(self, hint: Any) -> st.SearchStrategy[Any]:
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self._target(arguments[1].kind) if isinstance(arguments[1], Ref) else self.of(arguments[0])
        if origin is Literal:
            return st.sampled_from(arguments)
        if origin is tuple:
            element = self.of(arguments[0])
            return st.just(()) if element.is_empty else st.lists(element, max_size=2).map(tuple)
        if origin in (Union, UnionType):
            return st.one_of([self.of(argument) for argument in reversed(arguments)])
        if isinstance(hint, type) and is_dataclass(hint) and hint is not Date:
            return self.made(hint) if self.can_make(hint) else st.nothing()
        return SIMPLE[hint]

    def _target(self, kind: str) -> st.SearchStrategy[str]:
        if kind == "point":
            return st.sampled_from(["a/1", "a/1a", "nowhere/2"])
        if kind == "any":
            return st.sampled_from(["plan/a/1", *(f"{one}/{id_}" for one, ids in self.ids.items() for id_ in ids)])
        if kind == "speaker":
            return st.sampled_from(["media reports", *self.ids["person"], *self.ids["party"]])
        return st.sampled_from(self.ids[kind]) if self.ids[kind] else st.nothing()
