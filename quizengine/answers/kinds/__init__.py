"""All answer kinds by the one key that names them under [answer]: one file for each, with its model and its key.

    KINDS["vector"]     the VectorModel of vector.py, what an author writes
    KEYS["vector"]      its VectorKey, of the kinds whose key can be written as a text (TYPED)

To add a kind, write its file and add its name to kind_names.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quizengine.answers.kind_names import NAMES, TYPED
from quizengine.lazy import LazyTable

if TYPE_CHECKING:
    from quizengine.answers.formula_key import FormulaKey
    from quizengine.answers.key import AnswerModel

# a choice needs none of the mathematics that a vector needs
KINDS: Mapping[str, type[AnswerModel]] = LazyTable(__name__, lambda: NAMES, lambda kind: f"{kind.capitalize()}Model")
KEYS: Mapping[str, type[FormulaKey]] = LazyTable(__name__, lambda: TYPED, lambda kind: f"{kind.capitalize()}Key")
