"""A whole file: what stands at its top, in its parts, and in the tables of both."""

from __future__ import annotations

from typing import Any

from quizengine.item.help import Help, WrittenStep
from quizengine.item.model import OF_ONLY_PART, ONLY_OF_ANSWER, Body, WrittenMistake, WrittenPart, WrittenTest
from quizengine.item.schema.dialect import DRAFT, Schema, of_model
from quizengine.item.schema.file_name import TITLE
from quizengine.item.schema.keys import OF_ITEM
from quizengine.item.schema.kinds import NO, OPEN, definitions, described, ref
from quizengine.item.schema.names import Names

_NAME = r"^[A-Za-z][A-Za-z0-9_]{0,39}$"  # of a parameter, a value, a figure
_NAMED = ("parameters", "let", "figures")  # tables whose keys are such names


def item_schema(names: Names) -> Schema:
    """Return the schema of an item's file, in which skills, mistakes and statements are those of `names`."""
    body, part = of_model(Body), of_model(WrittenPart)
    of_part = _part(part["properties"])
    tables = {**definitions(_of_mistake(), ONLY_OF_ANSWER), "part": {**part, "properties": of_part}}
    top = {**_top(body["properties"]), **{key: of_part[key] for key in OF_ONLY_PART}}
    in_parts = [key for key in part["required"] if key in OF_ONLY_PART]
    return {
        "$schema": DRAFT,
        "title": TITLE,
        "type": "object",
        "properties": dict(sorted(top.items(), key=lambda entry: list(OF_ITEM).index(entry[0]))),
        "additionalProperties": False,
        "required": [key for key in body["required"] if key != "parts"],
        "if": {"required": ["parts"], **OPEN},
        "then": {"properties": dict.fromkeys(OF_ONLY_PART, NO), **OPEN},
        "else": {"required": in_parts, **OPEN},
        "definitions": {**names.definitions(), **tables},
    }


def _top(properties: dict[str, Schema]) -> dict[str, Schema]:
    """What stands at the top of every file."""
    properties["covers"]["items"] = ref("statement-id")
    properties["parameters"]["additionalProperties"] = ref("parameter")
    properties["figures"]["additionalProperties"] = ref("named-figure")
    for table in _NAMED:
        properties[table]["propertyNames"] = {"pattern": _NAME}
    properties["figure"] = {"allOf": [ref("figure")]}
    properties["parts"]["items"] = ref("part")
    described(properties["table"]["properties"], OF_ITEM)
    described(properties, OF_ITEM)
    return properties


def _part(properties: dict[str, Schema]) -> dict[str, Schema]:
    """What stands in a part."""
    properties["skills"]["items"] = ref("skill")
    properties["answer"] = {"allOf": [ref("answer")]}
    properties["mistakes"]["items"] = ref("mistake")
    properties["tests"]["items"] = _with_sentences(of_model(WrittenTest), mistake=ref("mistake-told"))
    properties["help"] = _with_sentences(of_model(Help))
    step = _with_sentences(of_model(WrittenStep), answer={"allOf": [ref("answer")]})
    step["dependencies"] = {"asks": ["answer"], "answer": ["asks"]}
    properties["help"]["properties"]["steps"]["items"] = {"anyOf": [{"type": "string", "minLength": 1}, step]}
    described(properties, OF_ITEM)
    return properties


def _of_mistake() -> Schema:
    """The keys of a mistake beside those of its value."""
    schema = _with_sentences(of_model(WrittenMistake), name=ref("mistake-name"))
    return {
        "properties": {key: each for key, each in schema["properties"].items() if key != "value"},
        "required": [key for key in schema["required"] if key != "value"],
    }


def _with_sentences(schema: Schema, **instead: Any) -> Schema:
    """The schema of a table with a sentence for each key, and with `instead` of what pydantic tells of some."""
    schema["properties"] |= instead
    described(schema["properties"], OF_ITEM)
    return schema
