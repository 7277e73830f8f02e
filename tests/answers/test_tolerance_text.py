"""What a printed key says beside the answer, for who marks by hand."""

from __future__ import annotations

from typing import Any

import pytest

from quizengine.answers import KINDS
from quizengine.maths.language import Workspace


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ({"number": "2/7"}, ""),
        ({"number": "2/7", "digits": 4}, "as a decimal 0.2857"),
        ({"number": "-1/2", "digits": 4}, "as a decimal −0.5000"),
        ({"number": "123456*pi", "digits": 3}, "as a decimal 388000"),
        ({"number": "sqrt(56)", "tolerance": {"absolute": "0.01"}}, "as a decimal 7.483, up to 0.01 away"),
        ({"number": "200*pi", "tolerance": {"relative": "0.01"}}, "as a decimal 628.3, up to 1 % away"),
        ({"number": "7", "tolerance": {"absolute": "0.5"}}, "up to 0.5 away"),
        ({"number": "0", "digits": 3}, ""),
        ({"number": "infinity", "digits": 3}, ""),
        ({"number": "1/7^40", "digits": 3}, "as a decimal 0.000000000000000000000000000000000157"),
        ({"number": "7^999/3", "tolerance": {"relative": "0.01"}}, None),
        ({"vector": ["1/3", "-2"], "digits": 3}, "as a decimal (0.333, −2.00)"),
        ({"expression": "x/3", "variables": ["x"], "tolerance": {"absolute": "0.1"}}, "up to 0.1 away"),
        ({"direction": ["3", "4"]}, "or any positive multiple"),
        ({"direction": ["3", "4"], "multiple": "nonzero"}, "or any multiple but zero"),
        ({"direction": ["3", "4"], "multiple": "unit"}, ""),
        ({"equation": "z = x + y"}, "in any equal form"),
        ({"words": ["learning rate"]}, ""),
        ({"words": ["learning rate", "step size", "rate"]}, "or step size, rate"),
        ({"choice": "this"}, ""),
    ],
)
def test_what_else_is_right_is_told(answer: dict[str, Any], accepted: str | None) -> None:
    kind = next(iter(answer))
    told = KINDS[kind].model_validate(answer).draw(Workspace({})).accepts()
    assert told == accepted or accepted is None
