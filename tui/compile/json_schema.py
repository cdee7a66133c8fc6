"""The JSON Schema of the source files, for editors: Taplo, Tombi and Even Better TOML complete and check from it.

Draft 7 with `definitions` and without keywords beside `$ref`: all three read that; newer drafts are validated by some of them only in part.
One schema serves data files and the manifest, so nothing at the top is required.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from tui.model import ID, KINDS, Cell, Citation, Date, GuaranteeStatus, Manifest, OnAxis, Record

_DATE = (
    "A date in EDTF, in quotes: a day, a month or a year (2030-01-12, 2030-01, 2030); behind it ? for uncertain, ~ for about, % for both; "
    "or two dates with a slash between."
)
_TEXT_ALONE = "The text alone; then the provenance of the record holds."
_SHORT = {Citation: "The id of a source.", Cell: _TEXT_ALONE, OnAxis: _TEXT_ALONE, GuaranteeStatus: _TEXT_ALONE}


class _Generate(GenerateJsonSchema):
    """Pydantic's generator, told what TOML has not (null) and what the loader takes besides tables."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Return the schema of what may be left out: that is no key that may be null."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return the schema with its default where that says something; a missing key means nothing, or no items, anyway."""
        if schema.get("default") in (None, ()):
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        """Return the schema of a class; dates are texts, and what may be written short may be a text."""
        cls = schema["cls"]
        if cls is Date:
            return {"type": "string", "description": _DATE}
        made = super().dataclass_schema(schema)
        made["properties"].pop("where", None)
        made["description"] = _docstring(cls)
        if issubclass(cls, Record):
            made["properties"]["id"] |= {"pattern": f"^{ID}$"}
        if cls in _SHORT:
            return {"anyOf": [{"type": "string", "description": _SHORT[cls]}, made], "description": made["description"]}
        return made

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Return the schema of a text, which may not be empty."""
        return super().str_schema(schema) | {"minLength": 1}

    def get_title_from_name(self, name: str) -> str:
        """Return the name itself: a title made of it would only repeat it."""
        return name

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the signature is pydantic's
        """Return that no field has a title beside its name."""
        return False


def json_schema() -> dict[str, Any]:
    """Return the schema of a file with arrays of records by kind, or of a manifest."""
    adapters: list[tuple[type, Any, TypeAdapter[Any]]] = [(cls, "validation", TypeAdapter(cls)) for cls in (*KINDS.values(), Manifest)]
    schemas, shared = TypeAdapter.json_schemas(adapters, ref_template="#/definitions/{model}", schema_generator=_Generate)
    definitions = shared["$defs"]
    manifest = definitions.pop(Manifest.__name__)
    records = {kind: {"type": "array", "items": schemas[cls, "validation"], "description": _docstring(cls)} for kind, cls in KINDS.items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A briefing",
        "description": "A data file of a briefing (records by kind), or its manifest, briefing.toml.",
        "type": "object",
        "properties": manifest["properties"] | records,
        "additionalProperties": False,
        "definitions": {name: definitions[name] for name in sorted(definitions) if name != "Where"},
    }


def _docstring(cls: type) -> str:
    return " ".join((cls.__doc__ or "").split())
