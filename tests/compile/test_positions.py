"""Positions are exact: what is cut out of the file at a place is the key or the value that was asked for."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tui.compile.positions import Positions, headers

ROOT = Path(__file__).parents[2]

TRICKY = '''\
# a comment with """ in it, and [[party]]
title = "naïve — \\"[[x]]\\""  # columns count characters
plan.colour = 'blue'
"quoted key"."and.dots" = [1, [2, 3], {deep = [{er = true}]}]
'' = "an empty key"

[[party]]
id = "north"
note = """
[[party]]
id = "a text that looks like a record"
"""
[[party]]
  id = "south"
  note = \'\'\'[[plan]] "" \'\'\'
  [[ party . "office" ]]
  title = "first"
  [[party.office]]
  title = "second"
  span = { from.day = "2030-01-01", to = { day = "2030-02-01" } }
  [party.home]
  place.name = "Süd"
  place.code = 7
[other.table.below]
x = [
  "één",  # with a comment, and a "quote"
  "two",
]
[other]
y = 1
'''


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every value that is no table and no list, with its path."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))
    else:
        yield path, value


def cut(text: str, span: tuple[int, int, int]) -> str:
    line, column, end = span
    return text.removeprefix("\ufeff").split("\n")[line - 1][column - 1 : end - 1]


parsed = cache(tomli.loads)  # most keys and many values stand there again and again


def holds(text: str) -> None:
    """Every value of a TOML text is where `Positions` says, and so is every key."""
    positions = Positions(text.encode())
    for path, value in leaves(tomli.loads(text.removeprefix("\ufeff"))):
        found = cut(text, positions.of(path))
        if found.startswith(('"""', "'''")):
            assert isinstance(value, str)
        else:
            assert parsed(f"v = {found}")["v"] == value, (path, found)
        key = path[-1]
        if isinstance(key, str):
            assert parsed(f"{cut(text, positions.of(path, key=True))} = 1") == {key: 1}


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
def test_every_value_and_key_of_a_tricky_file_is_found(ending: str, mark: str) -> None:
    holds(mark + TRICKY.replace("\n", ending))


@pytest.mark.sweep
@pytest.mark.parametrize("path", sorted((ROOT / "data").rglob("*.toml")), ids=lambda path: path.name)
def test_every_value_and_key_of_the_shipped_briefing_is_found(path: Path) -> None:
    holds(path.read_text(encoding="utf-8"))


def test_a_record_is_where_its_header_is() -> None:
    positions = Positions(TRICKY.encode())
    lines = TRICKY.split("\n")
    assert [positions.of(("party", index)) for index in (0, 1)] == [(lines.index("[[party]]") + 1, 1, 10), (13, 1, 10)]
    assert cut(TRICKY, positions.of(("party", 1, "office", 0))) == '[[ party . "office" ]]'
    assert cut(TRICKY, positions.of(("party", 1, "office", 1), key=True)) == "office"
    assert cut(TRICKY, positions.of(("other", "table"), key=True)) == "table"


def test_what_is_not_there_has_the_place_of_the_table_that_lacks_it() -> None:
    positions = Positions(TRICKY.encode())
    assert cut(TRICKY, positions.of(("party", 1, "name"))) == "[[party]]"
    assert cut(TRICKY, positions.of(("party", 1, "office", 0, "start"))) == '[[ party . "office" ]]'
    assert cut(TRICKY, positions.of(("party", 1, "office", 1, "span", "to", "month"))) == '{ day = "2030-02-01" }'
    assert positions.of(("nothing", 3)) == (1, 1, 1)


def test_a_text_written_short_has_the_place_of_that_text() -> None:
    text = 'sources = ["herald", { id = "gazette" }]\n'
    positions = Positions(text.encode())
    assert cut(text, positions.of(("sources", 0, "id"))) == '"herald"'
    assert cut(text, positions.of(("sources", 1, "id"))) == '"gazette"'


def test_inline_tables_over_several_lines_and_new_escapes_are_found() -> None:
    holds('a = {\n  b = "x",  # why\n  c = [1, 2],\n  d = { e = true, },\n}\nnext = "\\x41\\e"\n[[f]]\ng = 1\n')


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=12)
VALUES = st.recursive(
    st.booleans() | st.integers(-9, 9) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


def written(value: Any) -> str:
    """A value as TOML on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08X}" for c in value) + '"'
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)} = {written(item)}" for key, item in value.items()) + "}"
    return str(value)


@given(st.lists(st.tuples(st.sampled_from(["party", "plan", "plan.point"]), st.dictionaries(TEXTS, VALUES, max_size=4)), max_size=8))
def test_every_value_of_any_file_is_found(tables: list[tuple[str, dict[str, Any]]]) -> None:
    lines = ["[[plan]]"]
    for kind, table in tables:
        keys = {key: value for key, value in table.items() if key != "point"}
        lines += [f"[[{kind}]]", *(f"{written(key)} = {written(value)}" for key, value in keys.items())]
    holds("\n".join(lines))


@given(
    st.lists(
        st.sampled_from(
            [
                "[[party]]",
                "[[plan]]",
                " [[ plan.point ]] # c",
                "[[plan.point.clause]]",
                '"""\n[[party]]\n"""',
                "'''[[plan]]\n[[plan]]'''",
                '\'"""\'',
                '"[[party]]"',
                "# [[plan]]",
                '"""a""\\"""""',
                '""',
                "''",
            ]
        ),
        max_size=12,
    )
)
def test_the_quick_scan_for_headers_agrees_with_the_syntax_tree(pieces: list[str]) -> None:
    lines = ["[[plan]]"]
    for number, piece in enumerate(pieces):
        if piece.lstrip().startswith("[[") or piece.startswith("#"):
            lines += ["[[plan]]", "[[plan.point]]"] if "clause" in piece else []
            lines.append(piece)
        else:
            lines.append(f"k{number} = {piece}")
    text = "\n".join(lines)
    tables = tomli.loads(text)
    positions, found = Positions(text.encode()), headers(text)
    for kind in ("party", "plan"):
        expected = [positions.of((kind, index))[:2] for index in range(len(tables.get(kind, [])))]
        assert found.records.get(kind, []) == expected
    for index, plan in enumerate(tables["plan"]):
        assert found.points[index] == [positions.of(("plan", index, "point", number))[:2] for number in range(len(plan.get("point", [])))]
