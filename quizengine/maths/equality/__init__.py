"""Are two expressions equal? Yes, no or not decided, each with its evidence. README.md beside this file is the proof.

`same` (decide) asks one stage after the other, cheap and certain ones first; each can only add to what is known:

    decide               the order of the stages                   decision          evidence, reason, witness
    prepared             what is known of a key beforehand         domain            ranges of variables, points there
    at_point             balls at a point: a proven "no"           witness           the point that is shown
    rearrangement        equal in another order: a proven "yes"    inner_expressions equal heads: the inside decides
    normal_form/         algebra alone: a proven "yes"             cases             the same on each side of a sign
    by_numbers           values on every side of every border      borders           where a rule may change
    precision_bound      how deep a difference may hide            numbers           values as short text
    hashed_points        points that the two expressions choose    witness_points    points that are easily read
    function_borders     the borders themselves, function by function

    normal_form/   expressions as elements of a field: generators over a ring, bound by relations
    signs/         where an element has one sign, and where it is not zero
    regions/       the pieces of a case, and a point in each
    log_and_angle_sums   sums of logarithms and of angles that vanish
"""

from quizengine.maths.equality.decide import close, same
from quizengine.maths.equality.decision import Decision, WitnessPoint
from quizengine.maths.equality.domain import POSITIVE, REAL, Domain
from quizengine.maths.equality.numbers import value

__all__ = ["POSITIVE", "REAL", "Decision", "Domain", "WitnessPoint", "close", "same", "value"]
