"""The JSON Schema agrees with the loader, and keeps to what editors read."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli
from border_talks import FRAME, MANIFEST

from tui.checks.codes import codes
from tui.compile.json_schema import json_schema
from tui.model import KINDS
from tui.shapes import shapes

ROOT = Path(__file__).parents[2]
SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
SHOWN_BY_IT = {"E201", "E202", "E203", "E204", "E205", "E206"}


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from nodes(item)
    elif isinstance(value, list):
        for item in value:
            yield from nodes(item)


def test_the_schema_is_draft_7_and_every_reference_in_it_leads_somewhere() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    for node in nodes(SCHEMA):
        if "$ref" in node:
            assert node.keys() == {"$ref"}, "what stands beside a reference is ignored in draft 7"
            assert node["$ref"].removeprefix("#/definitions/") in SCHEMA["definitions"]
    assert "$defs" not in json.dumps(SCHEMA)
    assert '"null"' not in json.dumps(SCHEMA)


def test_no_table_takes_unknown_keys_and_every_kind_says_what_it_is() -> None:
    for node in nodes(SCHEMA):
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
    for kind in KINDS:
        assert SCHEMA["properties"][kind]["description"]
    assert all("title" in made or "$ref" in made or "type" in made or "anyOf" in made for made in SCHEMA["definitions"].values())


@pytest.mark.parametrize("cls", KINDS.values(), ids=KINDS)
def test_every_key_of_a_kind_is_in_the_schema(cls: type) -> None:
    assert SCHEMA["definitions"][cls.__name__]["properties"].keys() == shapes(cls).keys()


@pytest.mark.parametrize("path", [*sorted((ROOT / "data").rglob("*.toml")), *ROOT.glob("briefing.toml")], ids=lambda path: path.name)
def test_the_shipped_briefing_is_valid(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(tomli.loads(path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize("text", [FRAME, MANIFEST], ids=["data", "manifest"])
def test_what_the_loader_takes_is_valid(text: str) -> None:
    assert VALIDATOR.is_valid(tomli.loads(text))


@pytest.mark.parametrize("code", sorted(SHOWN_BY_IT))
def test_what_an_editor_can_tell_it_tells(code: str) -> None:
    assert not VALIDATOR.is_valid(tomli.loads(codes()[code].example_wrong))
    assert VALIDATOR.is_valid(tomli.loads(codes()[code].example_right))


@pytest.mark.parametrize(
    "text",
    [
        "[[party]]\nid = 'x'\nname = 'X'\nnmae = 'Y'",
        "titel = 'x'",
        "[[plan]]\nid = 'x'\nname = 'x'\nshort = 'x'\ntext = 'full'\n[[plan.point]]\nnumber = '1'\nx = 1",
        "as_of = 2030-01-01",
        "title = ''",
    ],
)
def test_unknown_keys_and_wrong_values_are_refused(text: str) -> None:
    plain = json.loads(json.dumps(tomli.loads(text), default=lambda value: {"toml": str(value)}))
    assert not VALIDATOR.is_valid(plain)
