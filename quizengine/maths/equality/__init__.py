"""Are two expressions equal? Yes, no or not decided, each with its evidence. README.md beside this file is the proof.

`same` (decide) asks one stage after the other, cheap and certain ones first; each can only add to what is known:

    decide        the order of the stages                    decision      what is told: evidence, reason, witness
    key           what is known of a key beforehand          domain        where variables range, and points there
    compare       balls at a point: a proven "no"            witness       the point that is shown, liked ones first
    shape         equal by rearrangement: a proven "yes"     inner         equal heads: what is inside decides
    canonical     normal forms in a field: a proven "yes"    cases         the same, one side of each sign at a time
    numerical     values on every side of every border       borders       where a law may change, and points beside it
    depth         how deep a difference may hide             numbers       values as short text
    unforeseen    points that the two expressions choose     liked         points that are shown

The field of the normal forms, from the ground up: ring (polynomials, relations), field (what its generators stand
for), circle (e^u and e^(iθ)), values, signs, splitting (into factors), strict_signs, ranges, factors, roots,
exponentials, powers (u^v), laws (the functions), undoing (inverse functions). Proof beside them: regions (the pieces
of a case: affine, intervals, cells, curved), definedness, assumptions (signs set aside), branches (sums of logarithms
and of angles), separation (numbers that are zero).
"""

from quizengine.maths.equality.decide import close, same
from quizengine.maths.equality.decision import Decision, Witness
from quizengine.maths.equality.domain import POSITIVE, REAL, Domain
from quizengine.maths.equality.numbers import value

__all__ = ["POSITIVE", "REAL", "Decision", "Domain", "Witness", "close", "same", "value"]
