"""Tables in which one key names the kind: answers, mistakes, figures and parameters.

Such a table is written as `if` the key of a kind is there, `then` the keys of that kind and no others. So an editor
tells a misspelt key at its place; of "one of fifteen" it would only tell that none of them fits. Before that stand the
keys of all kinds together, which is where editors look for what they offer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import BaseModel

from quizengine.answers import KINDS
from quizengine.figures import KINDS as FIGURES
from quizengine.item.figure_tables import LIKE
from quizengine.item.parameters import PARAMETERS
from quizengine.item.schema import keys
from quizengine.item.schema.dialect import Schema, of_model, one_of, said_of

Kinds = Mapping[str, Schema]
NO: Schema = {"not": {}}  # what may not stand here
OPEN: Schema = {"additionalProperties": True}  # told where another schema closes the table: some editors ask for it


def ref(name: str) -> Schema:
    """Return the reference to a definition."""
    return {"$ref": f"#/definitions/{name}"}


def definitions(of_mistake: Schema, left_out: Iterable[str]) -> dict[str, Schema]:
    """Return the definitions of all tables that name their kind, and of all kinds.

    of_mistake: the keys of a mistake beside those of its value; left_out: options of answers that it cannot have.
    """
    answers = _kinds(KINDS, keys.OF_ANSWER)
    figures = _kinds(FIGURES, {})
    parameters = _kinds(PARAMETERS, keys.OF_PARAMETER)
    parameters["choices"]["properties"]["choices"]["items"] = ref("chosen-value")
    mistakes = {kind: _as_mistake(schema, of_mistake, set(left_out)) for kind, schema in answers.items()}
    tables = {"answer": answers, "mistake": mistakes, "figure": figures, "parameter": parameters}
    found = {f"{table}-{kind}": schema for table, kinds in tables.items() for kind, schema in kinds.items()}
    found |= {table: _naming_its_kind(table, kinds) for table, kinds in tables.items()}
    found["mistake"]["required"] = of_mistake["required"]
    found["chosen-value"] = {
        "anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "array", "items": ref("chosen-value")}]
    }
    found["named-figure"] = _named_figure(figures)
    return found


def _kinds(models: Mapping[str, type[BaseModel]], says: Mapping[str, str]) -> dict[str, Schema]:
    """The schema of each kind, with a sentence for each key; the key that names the kind says what its model does."""
    found = {}
    for kind, model in models.items():
        found[kind] = of_model(model)
        told = {kind: said_of(model)} if kind not in says else {}
        described(found[kind]["properties"], {**says, **told})
    return found


def described(properties: dict[str, Schema], says: Mapping[str, str]) -> None:
    """Put its sentence into the schema of each key that has one."""
    for name, schema in properties.items():
        if name in says:
            properties[name] = {"description": says[name], **schema}


def _as_mistake(answer: Schema, of_mistake: Schema, left_out: set[str]) -> Schema:
    """A value of this kind as a mistake: with a name, without what goes with answers alone."""
    value = {name: schema for name, schema in answer["properties"].items() if name not in left_out}
    return {**answer, "properties": {**of_mistake["properties"], **value}}


def _naming_its_kind(table: str, kinds: Kinds) -> Schema:
    """A table with the key of exactly one kind, and with keys of that kind only."""
    return {
        "type": "object",
        **OPEN,
        "allOf": [
            _all_keys(kinds),
            *({"if": {"required": [kind], **OPEN}, "then": ref(f"{table}-{kind}")} for kind in kinds),
            {"oneOf": [{"required": [kind], **OPEN} for kind in kinds]},
        ],
    }


def _all_keys(kinds: Kinds) -> Schema:
    """The keys of all kinds, each as any of them takes it."""
    taken: dict[str, list[Schema]] = {}
    for schema in kinds.values():
        for name, each in schema["properties"].items():
            taken.setdefault(name, []).append(each)
    return {
        "type": "object",
        **OPEN,
        "properties": {name: one_of(schemas) for name, schemas in taken.items()},
    }


def _named_figure(figures: Kinds) -> Schema:
    """An entry of [figures]: a figure, or one that is like another and has its kind."""
    like = _all_keys(figures)
    like["properties"] = {LIKE: {"type": "string", "description": keys.LIKE}, **like["properties"]}
    closed = {**like, "additionalProperties": False}
    return {
        "type": "object",
        **OPEN,
        "allOf": [like, {"if": {"required": [LIKE], **OPEN}, "then": closed, "else": ref("figure")}],
    }
