"""All answer kinds by the one key that names them under [answer]: one file for each, with its model and its key.

    KINDS["vector"]     the VectorModel of vector.py, what an author writes
    KEYS["vector"]      its VectorKey, of the kinds whose key can be written as a text (TYPED)

To add a kind, write its file and add its name to kind_names.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from quizengine.answers.kind_names import NAMES, TYPED

if TYPE_CHECKING:
    from quizengine.answers.formula_key import FormulaKey
    from quizengine.answers.key import AnswerModel

C = TypeVar("C")


class _Kinds(Mapping[str, type[C]]):
    """A class of each kind of `names`: of "vector" the Vector… of vector.py, with `ending` for the dots.

    It is loaded when it is asked for, since a choice needs none of the mathematics that a vector needs.
    """

    def __init__(self, names: tuple[str, ...], ending: str) -> None:
        self._names, self._ending = names, ending

    def __getitem__(self, kind: str) -> type[C]:
        if kind not in self._names:
            raise KeyError(kind)
        found: type[C] = getattr(import_module(f"{__name__}.{kind}"), f"{kind.capitalize()}{self._ending}")
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, kind: object) -> bool:
        return kind in self._names


KINDS: Mapping[str, type[AnswerModel]] = _Kinds(NAMES, "Model")
KEYS: Mapping[str, type[FormulaKey]] = _Kinds(TYPED, "Key")
