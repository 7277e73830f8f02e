"""All parameter kinds by the one key that names them under [parameters]: one file for each, with its model.

PARAMETERS["integers"]      the Integers of integers.py; its `draw` gives the value that a seed chooses

`base` has what all of them share. To add a kind, write its file and add its name to NAMES.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from quizengine.item.parameters.base import Parameter

#: The kinds in the order in which authors are told of them.
NAMES = ("integers", "choices", "texts")


class _Parameters(Mapping[str, type[Parameter]]):
    """The model of each kind: `Integers` of integers.py for "integers".

    It is loaded when it is asked for, since an item of words alone needs none.
    """

    def __getitem__(self, name: str) -> type[Parameter]:
        if name not in NAMES:
            raise KeyError(name)
        model: type[Parameter] = getattr(import_module(f"{__name__}.{name}"), name.capitalize())
        return model

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)

    def __contains__(self, name: object) -> bool:
        return name in NAMES


PARAMETERS: Mapping[str, type[Parameter]] = _Parameters()
