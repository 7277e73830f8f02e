"""What is asked, in one table: how a text is read where a number, a vector, an interval or something else answers it.

A notation says what is asked by a name of Wants; the row of SHAPES under that name says all that the reader needs to
know of it, in the properties of shape_properties.py. No other file of this package asks which name it is. To ask for
something new, add its name to Wants and a row here.
"""

from __future__ import annotations

from collections.abc import Mapping

from quizengine.maths.parse.shape_properties import (
    DecimalCommas,
    ExpectedShape,
    Wants,
    always,
    if_single,
    if_too_many,
)

_COMMA, _MEMBER, _VECTOR = (",", ","), ("=", "∈"), ("f", "vector")
_ARRAYS = dict.fromkeys(("array", "matrix", "Matrix"), _VECTOR)
_TWO_VALUES = {"and": _COMMA, "or": _COMMA}  # read as two, to be refused
_NAMES = ("name", "function", "word", "component")
_ONE_NUMBER = DecimalCommas(outside_brackets=True)
_ANYWHERE = ("", "(", "[", "{", "⟨", "<", "M", "|", "‖")
_OF_SETS, _OF_POINTS = ("", "(", "{", "M"), ("(", "M")

_TABLE = (
    ExpectedShape(
        "any",
        "an answer",
        guesses_axes=True,
        keeps_relations=True,
        membership=True,
        mixed_brackets=True,
        spaces=True,
        may_be_none=True,
        checks_labels=False,
        label_kinds=("gradient", "second", "derivative", "prime", "function"),
    ),
    ExpectedShape(
        "number",
        "a number",
        one_value=True,
        free_letters=False,
        words=_TWO_VALUES,
        approximately=True,
        percent=True,
        mixed_numbers=True,
        decimal_commas=_ONE_NUMBER,
        may_be_none=True,
    ),
    ExpectedShape(
        "expression", "a formula", one_value=True, is_formula=True, words=_TWO_VALUES, decimal_commas=_ONE_NUMBER
    ),
    ExpectedShape(
        "equation",
        "an equation",
        keeps_relations=True,
        decimal_commas=_ONE_NUMBER,
        label_kinds=("function",),
        stands_for_rest=True,
    ),
    ExpectedShape(
        "vector",
        "a vector",
        one_vector=True,
        is_list=True,
        customary_names=True,
        unit_axes=True,
        words={**_ARRAYS, "and": _COMMA, "or": ("!", "or")},
        spaces=True,
        no_spaces_with=(",", ";", "&"),
        percent=True,
        decimal_commas=DecimalCommas(False, _ANYWHERE, _ANYWHERE, if_too_many),
        label_kinds=("gradient", "prime", "derivative", "glued", "tuple", *_NAMES),
        second_index=False,
        own_words="gradient grad derivative direction vector step point",
        alien_words="hessian jacobian matrix domain interval limit lr mse loss cost error learning",
        order="by name",
    ),
    ExpectedShape(
        "matrix",
        "a matrix",
        is_list=True,
        keeps_rows=True,
        words=_ARRAYS,
        spaces=True,
        decimal_commas=DecimalCommas(False, ("M",), ("M",)),
        label_kinds=("gradient", "second", "prime", "derivative", "glued", *_NAMES),
        own_words="hessian jacobian matrix",
        alien_words="domain interval limit lr mse loss cost error learning slope",
        order="by entry",
    ),
    ExpectedShape(
        "points",
        "points",
        is_list=True,
        in_braces=True,
        item_brackets="{}",
        holds_points=True,
        customary_names=True,
        unit_axes=True,
        words={**_ARRAYS, **_TWO_VALUES},
        spaces=True,
        percent=True,
        decimal_commas=DecimalCommas(False, _OF_SETS, _OF_POINTS, if_single),
        may_be_none=True,
        label_kinds=("tuple", *_NAMES),
        first_index=False,
        second_index=False,
        own_words="points point minimum maximum minimizer maximizer solutions coordinates",
        alien_words="hessian matrix domain interval lr mse loss cost error learning gradient grad derivative slope "
        "steepness",
        order="by point",
    ),
    ExpectedShape(
        "sequence",
        "a sequence",
        is_list=True,
        item_brackets="",
        has_components=False,
        unit_axes=True,
        words={**_ARRAYS, "and": _COMMA, "or": ("!", "or")},
        arrows=True,
        spaces=True,
        percent=True,
        decimal_commas=DecimalCommas(False, _OF_SETS, _OF_POINTS, always),
        label_kinds=("gradient", "tuple", *_NAMES),
        own_words="iterates iterate sequence values points",
        alien_words="hessian matrix domain interval",
        order="by number",
    ),
    ExpectedShape(
        "interval",
        "an interval",
        is_single_list=True,
        words={"in": _MEMBER, "and": _COMMA},
        keeps_relations=True,
        membership=True,
        mixed_brackets=True,
        open_brackets=True,
        percent=True,
        decimal_commas=DecimalCommas(False, ("", "(", "["), ("", "(", "[")),
        may_be_none=True,
        example="(0, 1)",
        label_kinds=("name", "word"),
        first_index=False,
        second_index=False,
        own_words="rate lr domain interval values value learning",
        alien_words="hessian matrix gradient grad derivative slope loss cost mse error vector",
    ),
)

#: What is asked, by its name.
SHAPES: Mapping[Wants, ExpectedShape] = {shape.name: shape for shape in _TABLE}
