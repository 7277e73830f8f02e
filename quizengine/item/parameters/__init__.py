"""All parameter kinds by the one key that names them under [parameters]: one file for each, with its model.

PARAMETERS["integers"]      the Integers of integers.py; its `draw` gives the value that a seed chooses

`base` has what all of them share. To add a kind, write its file and add its name to NAMES.
"""

from __future__ import annotations

from collections.abc import Mapping

from quizengine.item.parameters.base import Parameter
from quizengine.lazy import LazyTable

#: The kinds in the order in which authors are told of them.
NAMES = ("integers", "choices", "texts")
# an item of words alone needs none
PARAMETERS: Mapping[str, type[Parameter]] = LazyTable(__name__, lambda: NAMES, str.capitalize)
