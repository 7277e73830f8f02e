"""The JSON Schema of an item's file, for editors that complete and check TOML.

    item_schema(Names(skills, mistakes, statements))     the schema as a value, to be written as JSON

whole      the file, with or without [[parts]]
kinds      tables in which one key names the kind: answers, mistakes, figures, parameters
names      the names that lists of a bank tell: skills, mistakes, statements
keys       a sentence for each key, which editors show beside it
file_name  what its file is called
dialect    from what pydantic tells of our models to the words that TOML editors read
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.lazy import lazy_names

if TYPE_CHECKING:
    from quizengine.item.schema.names import Names
    from quizengine.item.schema.whole import item_schema

__all__ = ["Names", "item_schema"]

# the name of the file alone needs no models
__getattr__ = lazy_names(__name__, {"Names": "names", "item_schema": "whole"})
