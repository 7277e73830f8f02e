"""All answer kinds by the one key that names them under [answer]: one file for each, with its model and its key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from quizengine.answers.base import AnswerModel
from quizengine.answers.kind_names import NAMES


class _Kinds(Mapping[str, type[AnswerModel]]):
    """The model of each kind: `VectorModel` of vector.py for "vector".

    It is loaded when it is asked for, since a choice needs none of the mathematics that a vector needs.
    """

    def __getitem__(self, kind: str) -> type[AnswerModel]:
        if kind not in NAMES:
            raise KeyError(kind)
        model: type[AnswerModel] = getattr(import_module(f"{__name__}.{kind}"), f"{kind.capitalize()}Model")
        return model

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)

    def __contains__(self, kind: object) -> bool:
        return kind in NAMES


KINDS: Mapping[str, type[AnswerModel]] = _Kinds()
