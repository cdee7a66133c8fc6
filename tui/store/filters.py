"""Filters of a search as conditions on passages, `party:ukraine`, `mode:stated`, `after:2025-12-01`; and the values that each may have.

A value is an id, or a name, or the beginning of one; several are parted by commas. What a record refers to is in the table of references,
so nothing about filters is stored.
"""

# ruff: noqa: S608 - the names in the statements come from the model, never from outside

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from tui.dates import first_day, last_day
from tui.errors import BadInput
from tui.fold import haystack, holds, needles, split
from tui.frozen import frozen
from tui.model import KINDS, STATUS, Plan
from tui.names import or_nearest
from tui.store.opening import Connection
from tui.store.query import Filter
from tui.store.schema import POINT, layout_of, point_layout

Condition = tuple[str, list[Any]]

_KEY = "(kind, id, ifnull(number, ''))"
_MODES = {"said": "stated"}  # how lists and pages write a mode, where that is not its word
_TEXTS = ("full", "partial", "described", "none")
_DATES = ("date", "made_public", "said_on", "known_from")  # the first that a record has is its day


@frozen
class FilterValue:
    """A value that a filter may have: what is typed, and what it is called."""

    value: str
    name: str


def condition(connection: Connection, as_at: str, filters: Sequence[Filter]) -> Condition:
    """Return what a passage must be to pass all filters, to follow a WHERE. Raise BadInput for a value that nothing has."""
    texts, values = "", []
    for one in filters:
        text, more = _CONDITIONS[one.name](connection, as_at, one.value)
        texts += f" AND {'NOT ' * one.without}({text})"
        values += more
    return texts, values


def values_of(connection: Connection, as_at: str, name: str) -> tuple[FilterValue, ...]:
    """Return the values that a filter may have."""
    if name == "kind":
        return tuple(FilterValue(kind, kind.replace("_", " ")) for kind in sorted((*KINDS, POINT)))
    if name == "mode":
        return tuple(FilterValue(mode, mode) for mode in ("stated", "reported", "document", "judgement"))
    if name == "status":
        return tuple(FilterValue(word.replace(" ", "-"), word) for word in STATUS.values())
    if name == "lang":
        rows = connection.select("SELECT DISTINCT language FROM source WHERE language IS NOT NULL AND _known <= ? ORDER BY 1", (as_at,))
        return tuple(FilterValue(code, code) for (code,) in rows)
    kinds = {"party": ("party",), "issue": ("issue",), "source": ("source",), "said": ("person", "party")}.get(name, ())
    found = []
    for kind in kinds:
        for id_, *names in _named(connection, as_at, kind):
            found.append(FilterValue(id_, next((one for one in names if one), id_)))
    return tuple(found)


def offered(connection: Connection, as_at: str, name: str, begun: str, most: int) -> tuple[tuple[FilterValue, int], ...]:
    """Return the values of a filter that begin so, each with how many passages it leaves, the most first."""
    words = split(begun)
    found = []
    for one in values_of(connection, as_at, name):
        if not words or _begins((*split(one.name), *split(one.value)), words):
            text, values = condition(connection, as_at, (Filter(name, one.value),))
            statement = f"SELECT count(*) FROM passage WHERE _known <= ? AND _until > ?{text}"
            count = int(connection.one(statement, (as_at, as_at, *values))[0])
            if count:
                found.append((one, count))
    return tuple(sorted(found, key=lambda pair: -pair[1])[:most])


def _named(connection: Connection, as_at: str, kind: str) -> Iterator[tuple[str, ...]]:
    """Give id, names and aliases of the records of a kind."""
    layout = layout_of(kind)
    have = {column.name for column in layout.columns}
    columns = [name for name in ("name", "short", "title", "publisher") if name in have]
    aliases: dict[int, list[str]] = {}
    for link in layout.links:
        if link.name in ("aliases", "relays"):
            for owner, value in connection.select(f'SELECT _owner, value FROM "{link.table}"'):
                aliases.setdefault(owner, []).append(value)
    for row, id_, *names in connection.select(f'SELECT _row, id, {", ".join(columns)} FROM "{kind}" WHERE _known <= ?', (as_at,)):
        yield (id_, *(name or "" for name in names), *aliases.get(row, ()))


def _ids(connection: Connection, as_at: str, kind: str, value: str) -> list[str]:
    """Return the ids that a value names: as an id or a whole name, else as the beginning of a word of one."""
    records = list(_named(connection, as_at, kind))
    found: list[str] = []
    for one in filter(None, value.split(",")):
        words = split(one)
        exact = [id_ for id_, *names in records if id_ == one or any(split(name) == words for name in (id_, *names))]
        found += exact or [id_ for id_, *names in records if any(_begins(split(name), words) for name in (id_, *names))]
    return found


def _begins(name: Sequence[str], words: Sequence[str]) -> bool:
    return bool(words) and all(any(one.startswith(word) for one in name) for word in words)


def _none(name: str, value: str, choices: Sequence[str]) -> BadInput:
    return BadInput(f"There is no {_SAID.get(name, name)} {value!r}{or_nearest(value, choices)}")


_SAID = {"said": "speaker", "lang": "language"}


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _referring(kind: str, ids: Sequence[str], fields: str = "true") -> Condition:
    """Return what a passage is that refers to one of these, or is one of them."""
    marks = _marks(ids)
    refers = f"SELECT kind, id, ifnull(number, '') FROM ref WHERE to_kind = '{kind}' AND to_id IN ({marks}) AND ({fields})"
    return f"{_KEY} IN ({refers}) OR kind = '{kind}' AND id IN ({marks})", [*ids, *ids]


def _kind(connection: Connection, as_at: str, value: str) -> Condition:
    del connection, as_at
    texts: list[str] = []
    for one in filter(None, value.split(",")) if value.strip(",") else [value]:
        typed = one.strip().lower().replace("-", "_").replace(" ", "_")
        name = next((kind for kind in (*KINDS, POINT) if typed in (kind, _plural(kind))), None)
        if name is None:
            raise _none("kind", one, [*KINDS, POINT])
        texts.append("number IS NOT NULL" if name == POINT else f"kind = '{name}' AND number IS NULL")
    return " OR ".join(texts), []


def _plural(kind: str) -> str:
    return kind[:-1] + "ies" if kind.endswith("y") else kind + "s"


def _party(connection: Connection, as_at: str, value: str) -> Condition:
    ids = _ids(connection, as_at, "party", value)
    if not ids:
        raise _none("party", value, [one.value for one in values_of(connection, as_at, "party")])
    people = [id_ for (id_,) in connection.select(f"SELECT id FROM person WHERE party IN ({_marks(ids)})", ids)]
    text, values = _referring("party", ids, "field NOT LIKE '%.%' OR field = 'version.party'")
    by_people, more = _referring("person", people, "field IN ('person', 'said_by', 'people')")
    return f"{text} OR {by_people}", [*values, *more]


def _issue(connection: Connection, as_at: str, value: str) -> Condition:
    ids = _ids(connection, as_at, "issue", value)
    if not ids:
        raise _none("issue", value, [one.value for one in values_of(connection, as_at, "issue")])
    return _referring("issue", ids)


def _source(connection: Connection, as_at: str, value: str) -> Condition:
    ids = _ids(connection, as_at, "source", value)
    if not ids:
        raise _none("source", value, [one.value for one in values_of(connection, as_at, "source")])
    return _referring("source", ids)


def _said(connection: Connection, as_at: str, value: str) -> Condition:
    fields = "field = 'said_by' OR field LIKE '%.said_by' OR field = 'person'"
    texts: list[str] = []
    values: list[Any] = []
    for kind in ("person", "party"):
        if ids := _ids(connection, as_at, kind, value):
            marks = _marks(ids)
            texts.append(
                f"{_KEY} IN (SELECT kind, id, ifnull(number, '') FROM ref WHERE to_kind = '{kind}' AND to_id IN ({marks}) AND ({fields}))"
            )
            values += ids
    for kind, table, key in _tables():
        said = [
            text
            for (text,) in connection.select(f"SELECT DISTINCT said_by FROM {table} WHERE said_by IS NOT NULL")
            if holds(haystack(text), needles(value))
        ]
        if said:
            texts.append(f"{_KEY} IN (SELECT '{kind}', {key} FROM {table} WHERE said_by IN ({_marks(said)}))")
            values += said
    if not texts:
        raise _none("said", value, [one.value for one in values_of(connection, as_at, "said")])
    return " OR ".join(texts), values


def _tables() -> Iterator[tuple[str, str, str]]:
    """Give for every kind, and for points, the kind, its table and what makes the key of a passage of it."""
    for kind in KINDS:
        yield kind, f'"{kind}"', "id, ''"
    owner = "(SELECT id FROM plan WHERE plan._row = point._owner)"
    yield Plan.kind, f'"{point_layout().table}"', f"{owner}, number"


def _mode(connection: Connection, as_at: str, value: str) -> Condition:
    typed = value.lower()
    mode = _MODES.get(typed, typed)
    if mode not in (known := [one.value for one in values_of(connection, as_at, "mode")]):
        raise _none("mode", value, known)
    texts = [f"{_KEY} IN (SELECT '{kind}', {key} FROM {table} WHERE mode = ?)" for kind, table, key in _tables()]
    inherited = (
        "SELECT 'plan', plan.id, point.number FROM point JOIN plan ON plan._row = point._owner WHERE point.mode IS NULL AND plan.mode = ?"
    )
    return " OR ".join([*texts, f"{_KEY} IN ({inherited})"]), [mode] * (len(texts) + 1)


def _lang(connection: Connection, as_at: str, value: str) -> Condition:
    codes = [one.strip().lower() for one in value.split(",")]
    ids = [
        id_
        for (id_,) in connection.select(
            f"SELECT id FROM source WHERE lower(language) IN ({_marks(codes)}) AND _known <= ?", (*codes, as_at)
        )
    ]
    if not ids:
        raise _none("lang", value, [one.value for one in values_of(connection, as_at, "lang")])
    return _referring("source", ids)


def _status(connection: Connection, as_at: str, value: str) -> Condition:
    """Issues that stand so, what is under them, and plans of whose text so much is at hand."""
    typed = value.lower().replace("-", " ")
    letters = [letter for letter, word in STATUS.items() if typed in (letter.lower(), word) or word.startswith(typed)]
    if not letters and typed not in _TEXTS:
        raise _none("status", value, [one.value for one in values_of(connection, as_at, "status")])
    if not letters:
        return "kind = 'plan' AND number IS NULL AND id IN (SELECT id FROM plan WHERE text = ?)", [typed]
    statement = (
        "SELECT issue.id, letter FROM issue JOIN issue_row_status AS status ON status._owner = issue._row"
        " WHERE status._known <= ? AND issue._known <= ? ORDER BY issue._row, status._known, status._position"
    )
    last = dict(connection.select(statement, (as_at, as_at)))
    return _referring("issue", [id_ for id_, letter in last.items() if letter in letters])


def _before(connection: Connection, as_at: str, value: str) -> Condition:
    del connection
    return _dated("lo", "<", _typed_day(first_day(value, as_at), value))


def _after(connection: Connection, as_at: str, value: str) -> Condition:
    del connection
    return _dated("hi", ">", _typed_day(last_day(value, as_at), value))


def _typed_day(day: str | None, value: str) -> str:
    if day is None:
        raise BadInput(f"{value!r} is not a day; write it like 2025-12-09 or 9 Dec 2025")
    return day


def _dated(bound: str, how: str, day: str) -> Condition:
    texts: list[str] = []
    for kind, table, key in _tables():
        layout = layout_of(kind) if "number" not in key else point_layout()
        have = [f"{column.name}_{bound}" for name in _DATES for column in layout.columns if column.name == name]
        if layout is point_layout():
            have.append(f"(SELECT made_public_{bound} FROM plan WHERE plan._row = point._owner)")
        if have:
            texts.append(f"{_KEY} IN (SELECT '{kind}', {key} FROM {table} WHERE {_first(have)} {how} ?)")
    return " OR ".join(texts), [day] * len(texts)


def _first(columns: Sequence[str]) -> str:
    return f"coalesce({', '.join(columns)})" if len(columns) > 1 else columns[0]


_CONDITIONS: dict[str, Callable[[Connection, str, str], Condition]] = {
    "kind": _kind,
    "party": _party,
    "issue": _issue,
    "mode": _mode,
    "source": _source,
    "said": _said,
    "lang": _lang,
    "before": _before,
    "after": _after,
    "status": _status,
}
