"""Are two expressions equal? Yes, no or not decided, each with its evidence.

`same` (decide) asks one stage after the other, cheap and certain ones first; each can only add to what is known:

    decide        the order of the stages                    decision      what is told: evidence, reason, witness
    key           what is known of a key beforehand          domain        where variables range, and points there
    compare       balls at a point: a proven "no"            depth         how deep a difference may hide
    liked         points that a person likes                 numbers       values as short text
    shape         equal by rearrangement: a proven "yes"     symbolic      SymPy's last word, in a process of its own
    canonical     normal forms in a field: a proven "yes"    cases         the same, one side of each sign at a time
    branches      sums of logarithms and of angles

The field of the normal forms, from the ground up: ring (polynomials, relations), field (what its generators stand
for), circle (e^u and e^(iθ)), values, signs, factors, roots, exponentials, laws (the functions).
"""

from quizengine.maths.same.decide import close, same
from quizengine.maths.same.decision import Decision, Witness
from quizengine.maths.same.domain import POSITIVE, REAL, Domain
from quizengine.maths.same.numbers import value

__all__ = ["POSITIVE", "REAL", "Decision", "Domain", "Witness", "close", "same", "value"]
