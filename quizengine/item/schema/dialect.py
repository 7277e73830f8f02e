"""From what pydantic tells of a model to what editors of TOML read.

pydantic writes draft 2020-12 of JSON Schema. Taplo and the editors that are built on it read draft 7, in which pairs
are `items` and shared tables are `definitions`; so we write that. TOML has no null, so nothing may be null. What stands
beside a `$ref` is passed over in draft 7, so models inside others are written out.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

DRAFT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]

_SCHEMAS = ("properties", "patternProperties")  # keys below which each value is a schema
_DROPPED = ("title", "default", "description")  # made from our names, or of no use to who writes
_NULL = {"type": "null"}


def of_model(model: type[BaseModel]) -> Schema:
    """Return the schema of the table that `model` reads, without what its own validators ask."""
    told = model.model_json_schema(by_alias=True, mode="validation")
    return _plain(told, told.get("$defs", {}))


def said_of(model: type[BaseModel]) -> str:
    """Return what the docstring of `model` says, for who hovers over the key that names it."""
    return inspect.cleandoc(model.__doc__ or "")


def one_of(schemas: list[Schema]) -> Schema:
    """Return what fits any of `schemas`, each told once."""
    different = [schema for place, schema in enumerate(schemas) if schema not in schemas[:place]]
    return different[0] if len(different) == 1 else {"anyOf": different}


def _plain(schema: Mapping[str, Any], models: Mapping[str, Any]) -> Schema:
    if "$ref" in schema:
        return _plain(models[schema["$ref"].rpartition("/")[2]], models)
    found: Schema = {}
    for key, value in schema.items():
        if key in _DROPPED or key == "$defs":
            continue
        if key in _SCHEMAS:
            found[key] = {name: _plain(each, models) for name, each in value.items()}
        elif key == "prefixItems":
            found["items"] = one_of([_plain(each, models) for each in value])
        elif key in ("items", "additionalProperties", "propertyNames") and isinstance(value, dict):
            found[key] = _plain(value, models)
        elif key == "anyOf":
            found |= one_of([_plain(each, models) for each in value if each != _NULL])
        else:
            found[key] = value
    if "patternProperties" in found:
        found.setdefault("additionalProperties", False)
    return found
