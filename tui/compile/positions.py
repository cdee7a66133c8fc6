"""Where keys and values stand in a TOML file: exact line and columns.

No TOML parser keeps positions. Every record keeps the line of its header, so `headers` runs over every file, also when nothing is wrong;
the text has passed the TOML parser already, which is what makes so small a pattern exact. Any other place is looked up when a finding
needs it: tree-sitter then reads the file a second time, once. A syntax tree for every file would take seventeen times as long as the
pattern (1.7 s against 0.1 s for 20,000 points).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import tomli

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

    from tui.compile.sourcefile import KeyPath

_HEADER = r"^[ \t]*\[\[[ \t]*([A-Za-z0-9_-]+)[ \t]*(?:\.[ \t]*([A-Za-z0-9_-]+)[ \t]*)?\]\]"
# In a file with multi-line strings a line that looks like a header may be text, so strings and comments are consumed as such.
# One that is never closed takes the rest, so that no character is looked at twice.
_NO_HEADER = r'''"""(?:[^\\"]|\\.|"(?!""))*+(?:"{3,5})?|\'\'\'(?:[^']|'(?!''))*+(?:'{3,5})?|"(?:[^"\\\n]|\\.)*+"?|'[^'\n]*+'?|#[^\n]*+'''
_PLAIN = re.compile(_HEADER, re.MULTILINE)
_CAREFUL = re.compile(f"{_NO_HEADER}|{_HEADER}", re.MULTILINE | re.DOTALL)


Place = tuple[int, int]


@dataclass(slots=True)
class Headers:
    """Places (line, column) of `[[kind]]` headers by kind, and of `[[plan.point]]` headers for each plan in turn."""

    records: dict[str, list[Place]] = field(default_factory=dict)
    points: list[list[Place]] = field(default_factory=list)


def headers(text: str) -> Headers:
    """Return the record and point headers of a valid TOML text. Headers with quoted keys are not seen: the caller counts."""
    found = Headers()
    line, seen = 1, 0
    careful = '"""' in text or "'''" in text
    for match in (_CAREFUL if careful else _PLAIN).finditer(text):
        kind = match[1]
        if kind is None:
            continue
        line += text.count("\n", seen, match.start())
        seen = match.start()
        place = (line, text.index("[", seen) - seen + 1)
        if match[2] is None:
            found.records.setdefault(kind, []).append(place)
            if kind == "plan":
                found.points.append([])
        elif kind == "plan" and match[2] == "point" and found.points:
            found.points[-1].append(place)
    return found


Span = tuple[int, int, int]
Pair: TypeAlias = "tuple[tuple[str, ...], list[Node], Node]"  # the names of a dotted key, their nodes, the value

_HEADERS = ("table", "table_array_element")
_HOLDERS = (*_HEADERS, "document", "inline_table")
_KEYS = ("bare_key", "quoted_key", "dotted_key")
# The grammar knows TOML 1.0, tomli reads 1.1 too: its new escapes get the shape of old ones, of the same length.
_NEW_ESCAPE = re.compile(rb"\\[ex]")


class Positions:
    """The places of keys and values in one valid TOML file, given as bytes; a byte order mark is not part of the first line."""

    def __init__(self, data: bytes) -> None:
        self._data = data.removeprefix(b"\xef\xbb\xbf")
        self._lines = self._data.split(b"\n")
        tree = _tree(self._data)
        if tree.root_node.has_error:
            tree = _tree(_NEW_ESCAPE.sub(rb"\\t", self._data))
        self._root = tree.root_node
        self._tables: dict[KeyPath, Node] = {}
        self._first: dict[KeyPath, tuple[Node, int]] = {}
        self._elements: dict[int, list[Node]] = {}
        self._members: dict[int, dict[str, list[Pair]]] = {}
        self._number_headers()

    def of(self, path: KeyPath, *, key: bool = False) -> Span:
        """Return (line, column, end column), in characters from 1, of what stands at `path`: its value, or with `key` its key.

        Where nothing stands at `path`, the deepest part of it that is there is meant: a missing key has the place of its table. The end
        column is one past the last character, on the same line: of a value of many lines it is the end of the first.
        """
        for length in range(len(path), -1, -1):
            found = self._at(path[:length], key=key and length == len(path))
            if found is not None:
                return self._span(found)
        return (1, 1, 1)

    def _number_headers(self) -> None:
        """Give each header the path it has in the parsed file: `[[plan.point]]` is `("plan", 3, "point", 0)`."""
        counts: dict[KeyPath, int] = {}
        for node in _flat(self._root):
            if node.type not in _HEADERS:
                continue
            keys = self._key_nodes(node.children[1]) if len(node.children) > 1 else []
            path: KeyPath = ()
            for index, key in enumerate(keys):
                path = (*path, self._name(key))
                self._first.setdefault(path, (node, index))
                last = index == len(keys) - 1
                if last and node.type == "table_array_element":
                    counts[path] = counts.get(path, -1) + 1
                if path in counts:
                    path = (*path, counts[path])
            self._tables[path] = node

    def _at(self, path: KeyPath, *, key: bool) -> Node | tuple[Node, Node] | None:
        """Return the node at `path`: a key, a value, or (first bracket, last bracket) of a header."""
        for length in range(len(path), -1, -1):
            table = self._tables.get(path[:length]) if length else self._root
            if table is None:
                continue
            if length == len(path):
                return self._header(table, key=key) if length else None
            found = self._below(table, path[length:], key=key)
            if found is not None:
                return found
        if path in self._first:
            node, index = self._first[path]
            keys = self._key_nodes(node.children[1])
            return keys[index] if key else self._header(node, key=False)
        return None

    def _header(self, table: Node, *, key: bool) -> Node | tuple[Node, Node]:
        if key:
            return self._key_nodes(table.children[1])[-1]
        return table.children[0], table.children[2] if len(table.children) > 2 else table.children[-1]

    def _below(self, node: Node, path: KeyPath, *, key: bool) -> Node | None:
        """Return what stands at `path` below a table, an inline table or an array."""
        if not path:
            return node
        step = path[0]
        if isinstance(step, int):
            items = self._items(node)
            return self._below(items[step], path[1:], key=key) if step < len(items) else None
        on_the_way = None
        for names, keys, value in self._pairs(node).get(step, ()):
            common = min(len(names), len(path))
            if names[:common] != path[:common]:
                continue
            if len(names) > len(path):  # `a` of `a.b = 1`: several pairs may begin so, and one of them may be `a` itself
                on_the_way = on_the_way or keys[len(path) - 1]
                continue
            if len(names) == len(path) and key:
                return keys[-1]
            found = self._below(value, path[len(names) :], key=key)
            if found is not None:
                return found
        return on_the_way

    def _items(self, array: Node) -> list[Node]:
        """Return the elements of an array; a file full of faults asks for the same ones again and again."""
        if array.id not in self._elements:
            children = _flat(array) if array.type == "array" else ()
            self._elements[array.id] = [child for child in children if child.is_named and child.type != "comment"]
        return self._elements[array.id]

    def _pairs(self, table: Node) -> dict[str, list[Pair]]:
        """Return the pairs of a table or an inline table, by the first name of their dotted keys."""
        if table.id not in self._members:
            members: dict[str, list[Pair]] = {}
            for child in _flat(table) if table.type in _HOLDERS else ():
                if child.type == "pair" and len(child.children) > 2:
                    keys = self._key_nodes(child.children[0])
                    names = tuple(map(self._name, keys))
                    value = next(part for part in reversed(child.children) if part.type != "comment")
                    members.setdefault(names[0], []).append((names, keys, value))
            self._members[table.id] = members
        return self._members[table.id]

    def _key_nodes(self, node: Node) -> list[Node]:
        """Return the single keys of a dotted key, in order. The grammar nests them to the left, however many there are."""
        keys: list[Node] = []
        while node.type == "dotted_key":
            parts = [child for child in node.children if child.type in _KEYS]
            keys.append(parts[-1])
            node = parts[0]
        keys.append(node)
        return keys[::-1]

    def _name(self, key: Node) -> str:
        raw = self._data[key.start_byte : key.end_byte].decode("utf-8", "replace")
        if key.type != "quoted_key":
            return raw
        try:
            return str(tomli.loads(f"k = {raw}")["k"])
        except tomli.TOMLDecodeError:
            return raw

    def _span(self, found: Node | tuple[Node, Node]) -> Span:
        first, last = found if isinstance(found, tuple) else (found, found)
        row, start = first.start_point
        end_row, end = last.end_point
        line = self._lines[row]
        if end_row != row:
            end = len(line.rstrip(b"\r"))
        return row + 1, _characters(line[:start]) + 1, _characters(line[:end]) + 1


def _tree(data: bytes) -> Tree:
    import tree_sitter_toml  # only a briefing with faults pays for these
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_toml.language())).parse(data)


def _characters(line: bytes) -> int:
    return len(line.decode("utf-8", "replace"))


def _flat(node: Node) -> Iterator[Node]:
    """Yield the children of a node, those inside error nodes included.

    The grammar stumbles over the line breaks of TOML 1.1 inline tables.
    """
    for child in node.children:
        if child.type == "ERROR":
            yield from _flat(child)
        else:
            yield child
