"""The schema that is written from the model's hints takes, makes and refuses what pydantic's own does."""

import copy
import random
from collections.abc import Mapping
from typing import Any

import pytest
import tomli
from pydantic import TypeAdapter
from pydantic_core import SchemaValidator, ValidationError

from tui.checks.codes import codes
from tui.compile.prepare import prepare
from tui.compile.validate import validator
from tui.model import KINDS, Manifest

ODD: list[Any] = [
    "", 1, 2.5, True, [], {}, "x", ["x"], [1], [{}], {"id": "x"}, [["x"]], 10**20, float("inf"), [{"a": 1}], "document", ["a", {"id": 3}]
]  # fmt: skip
KEYS = ("nonsense", "where", "value", "numbers", "clause", "point", "kind", "sources", "mode")
EXACT = {"str", "int", "float", "bool"}


def exact(schema: Any) -> Any:
    """Pydantic's schema, in which a number in quotes is no number."""
    if isinstance(schema, Mapping):
        made = {key: exact(value) for key, value in schema.items()}
        return made | {"strict": True} if made.get("type") in EXACT else made
    return [exact(item) for item in schema] if isinstance(schema, list) else schema


def tables(cls: type) -> list[dict[str, Any]]:
    """Tables of this class from the examples of all codes, right ones and wrong ones."""
    if cls is Manifest:
        return [tomli.loads('title = "T"\nas_of = "2030-06-01"\nhandling = "public"\ndesk = "d"\ncompare = ["a"]\n')]
    texts = [text for code in codes().values() for text in (code.example_wrong, code.example_right) if "\n" in text]
    found = []
    for text in texts:
        try:
            found += [table for table in tomli.loads(text).get(getattr(cls, "kind", ""), []) if isinstance(table, dict)]
        except (tomli.TOMLDecodeError, AttributeError):
            continue
    return found or [{"id": "x", "name": "X"}]


def disturb(table: dict[str, Any], chance: random.Random) -> None:
    """Put one accident into a table, or into one below it."""
    key = chance.choice([*table, *KEYS])
    value = table.get(key)
    if isinstance(value, list) and value and isinstance(value[0], dict) and chance.random() < 0.6:
        disturb(chance.choice([item for item in value if isinstance(item, dict)]), chance)
    elif key in table and chance.random() < 0.3:
        del table[key]
    else:
        table[key] = copy.deepcopy(chance.choice(ODD))


def outcome(checked: SchemaValidator, table: dict[str, Any]) -> object:
    """The record with the types of its values, or every error."""
    try:
        return repr(checked.validate_python(copy.deepcopy(table)))
    except ValidationError as error:
        return [(one["type"], one["loc"]) for one in error.errors(include_url=False, include_input=False, include_context=False)]


@pytest.mark.parametrize("cls", [*KINDS.values(), Manifest], ids=lambda cls: cls.__name__)
def test_what_is_taken_and_what_is_refused_is_pydantics_own_choice(cls: type) -> None:
    reference = SchemaValidator(exact(TypeAdapter(cls).core_schema))
    chance = random.Random(1)
    refused = 0
    for table in tables(cls) * 40:
        table = copy.deepcopy(table)
        for _ in range(chance.randrange(4)):
            disturb(table, chance)
        prepare(cls, table, (), [])
        wanted = outcome(reference, table)
        assert outcome(validator(cls), table) == wanted
        refused += isinstance(wanted, list)
    assert refused
