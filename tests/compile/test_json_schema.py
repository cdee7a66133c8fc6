"""The JSON Schema agrees with the loader, and keeps to what editors read."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tomli
from border_talks import FRAME, MANIFEST

from tui.checks.codes import codes
from tui.compile.json_schema import json_schema
from tui.model import KINDS
from tui.shapes import shapes

ROOT = Path(__file__).parents[2]
SHOWN_BY_IT = {"E201", "E202", "E203", "E204", "E205", "E206"}


@cache
def schema() -> dict[str, Any]:
    """The schema: it takes a quarter of a second, which no worker pays to know what tests there are."""
    return json_schema()


@cache
def validator() -> Any:
    """What holds a text against it; its library is as dear to load."""
    from jsonschema import Draft7Validator

    return Draft7Validator(schema())


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from nodes(item)
    elif isinstance(value, list):
        for item in value:
            yield from nodes(item)


def test_the_schema_is_draft_7_and_every_reference_in_it_leads_somewhere() -> None:
    validator().check_schema(schema())
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    for node in nodes(schema()):
        if "$ref" in node:
            assert node.keys() == {"$ref"}, "what stands beside a reference is ignored in draft 7"
            assert node["$ref"].removeprefix("#/definitions/") in schema()["definitions"]
    assert "$defs" not in json.dumps(schema())
    assert '"null"' not in json.dumps(schema())


def test_no_table_takes_unknown_keys_and_every_kind_says_what_it_is() -> None:
    for node in nodes(schema()):
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
    for kind in KINDS:
        assert schema()["properties"][kind]["description"]
    assert all("title" in made or "$ref" in made or "type" in made or "anyOf" in made for made in schema()["definitions"].values())


@pytest.mark.parametrize("cls", KINDS.values(), ids=KINDS)
def test_every_key_of_a_kind_is_in_the_schema(cls: type) -> None:
    assert schema()["definitions"][cls.__name__]["properties"].keys() == shapes(cls).keys()


@pytest.mark.parametrize("path", [*sorted((ROOT / "data").rglob("*.toml")), *ROOT.glob("briefing.toml")], ids=lambda path: path.name)
def test_the_shipped_briefing_is_valid(path: Path) -> None:
    assert [error.message for error in validator().iter_errors(tomli.loads(path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize("text", [FRAME, MANIFEST], ids=["data", "manifest"])
def test_what_the_loader_takes_is_valid(text: str) -> None:
    assert validator().is_valid(tomli.loads(text))


@pytest.mark.parametrize("code", sorted(SHOWN_BY_IT))
def test_what_an_editor_can_tell_it_tells(code: str) -> None:
    assert not validator().is_valid(tomli.loads(codes()[code].example_wrong))
    assert validator().is_valid(tomli.loads(codes()[code].example_right))


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
    assert not validator().is_valid(plain)
