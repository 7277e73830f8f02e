"""The decision: first what is cheap and certain, then what is dear, and nothing without its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction

from quizengine.maths.evaluate import PRIME, precision, signature
from quizengine.maths.same.canonical import Algebra, compare_forms, pieces_cancel
from quizengine.maths.same.cases import Walks, walk_cases
from quizengine.maths.same.compare import LADDER, Found, Lack, at, beside, evaluate, exact_ball
from quizengine.maths.same.decision import Decision, Reason, Witness
from quizengine.maths.same.depth import bits_deep
from quizengine.maths.same.domain import REAL, Coordinates, Domain, far_points, point
from quizengine.maths.same.key import ENOUGH, Key, prepared
from quizengine.maths.same.liked import liked, liked_points
from quizengine.maths.same.ring import SIZES, NoRoom
from quizengine.maths.same.shape import shape
from quizengine.maths.same.symbolic import symbolically_zero
from quizengine.maths.tree import Call, Node, walk
from quizengine.maths.tree import variables as names_in

_PIECES = frozenset({"abs", "sign", "step", "relu", "max", "min"})
_INSIDE = 3  # points tried in a case in which the two were not found equal
_DEPTHS = 3  # points at which the depth of a difference is looked for
_MOST_BITS = 16_384
_ALL_BITS = 2**16  # at all points together: the deeper the rung, the fewer points are tried on it


def same(key: Node, answer: Node, variables: tuple[str, ...], domain: Domain = REAL) -> Decision:
    """Does `answer` equal `key` wherever the key is defined on the domain, up to isolated points?

    Both are scalar trees; `variables` are their names in the order in which a witness tells them, and others come
    after these. Never raises; the same on every run and machine, except that SymPy's last word has a deadline.
    """
    if key == answer:
        return Decision(True, "identical")
    made = prepared(key, variables, domain)
    if made.strangers or not made.known.issuperset(names_in(answer)):
        names = dict.fromkeys((*variables, *names_in(key), *names_in(answer)))
        made = prepared(key, tuple(names), domain)
    return _decide(made, answer)


def _decide(key: Key, answer: Node) -> Decision:
    found = _points(key, answer, key.first[:1])
    if found is not None:
        return found
    if key.shape == shape(answer):
        return Decision(True, "proven")
    found = _points(key, answer, key.first[1:])
    if found is not None:
        return found
    algebra = _algebra(key, answer)
    if algebra is Algebra.EQUAL:
        return Decision(True, "proven")
    if algebra is Algebra.NOWHERE and key.first:
        return Decision(False, "proven", "undefined", Witness(key.point(key.first[0]), answer, key.node))
    found = _points(key, answer, range(key.count))
    if found is not None:
        return found
    walks = Walks(False) if algebra is Algebra.DIFFERENT else walk_cases(key.node, answer, key.domain)
    if walks.equal:
        return Decision(True, "proven")
    inside = tuple(point(key.variables, box, index) for box in walks.open for index in range(_INSIDE))
    found, _ = _try(key, answer, inside, LADDER[0])
    if found is not None:
        return found
    if algebra is Algebra.EQUAL_WHERE_DEFINED:
        return Decision(True, "probable", bound=f"defined at {key.count} points of the domain")
    if algebra is Algebra.OPEN and _has_value(key, answer) and _signatures_agree(key.node, answer):
        return Decision(True, "probable", bound=f"two residues modulo {PRIME} agree")
    unseen = algebra is Algebra.DIFFERENT or not (walks.complete or _of_one_law(key, answer))
    return _by_numbers(key, answer, inside, bool(key.variables) and unseen)


def _points(key: Key, answer: Node, indices: Sequence[int]) -> Decision | None:
    """A "no" if one of the points gives one on the first rung of the ladder."""
    for index in indices:
        ours = key.value(index)
        if isinstance(ours, Lack):
            continue
        found = beside(ours, key.node, answer, key.point(index), key.place(index), LADDER[0])
        if found in (Found.DIFFERENT, Found.GAP):
            return _no(key, answer, key.point(index), found)
    return None


def _no(key: Key, answer: Node, place: Coordinates, found: Found) -> Decision:
    """A "no" with a witness: `place`, or one that a person likes better and that tells the same."""
    reason: Reason = "undefined" if found is Found.GAP else "differs"
    witness = Witness(place, answer, key.node)
    if not liked(witness.point):
        for other in liked_points(key.variables, key.domain):
            if at(key.node, answer, other, LADDER[1]) is found:
                witness = Witness(other, answer, key.node)
                break
    return Decision(False, "proven", reason, witness)


def _algebra(key: Key, answer: Node) -> Algebra:
    for size in SIZES:
        made = key.form(size)
        if made is not None:
            with suppress(NoRoom):
                return compare_forms(made, answer)
    return Algebra.OPEN


def _try(key: Key, answer: Node, where: tuple[Coordinates, ...], bits: int) -> tuple[Decision | None, int]:
    """A "no" if one of the points gives one; and at how many both have a value, the same as far as can be told."""
    agreed = 0
    for place in where:
        found = at(key.node, answer, place, bits)
        if found in (Found.DIFFERENT, Found.GAP):
            return _no(key, answer, place, found), agreed
        agreed += found is Found.AGREE
    return None, agreed


def _by_numbers(key: Key, answer: Node, inside: tuple[Coordinates, ...], unseen: bool) -> Decision:
    """Higher precision and points far out, where neither points nor algebra have told."""
    defined = key.defined()
    asked = defined[:_DEPTHS]
    depth = bits_deep(asked, key.node, answer)
    reach = _MOST_BITS if depth is None else LADDER[-1] + 2 * depth
    # Below all precision nothing is found by going as deep as we can.
    top = min(reach, _MOST_BITS) if reach < 2 * _MOST_BITS else LADDER[-1]
    # Where nothing can be told near by, a tower of powers most likely, the other points would only take time.
    tried = asked if depth is None else defined + inside + far_points(key.variables, key.domain)
    agreed = 0
    for bits in (*LADDER[1:-1], top):
        agreed = 0
        if asked and all(at(key.node, answer, place, bits) is Found.NOTHING for place in asked):
            continue  # one of the two has no value that can be told, a tower of powers most likely
        found, agreed = _try(key, answer, tried[: _ALL_BITS // bits], bits)
        if found is not None:
            return found
    if unseen or reach >= _MOST_BITS:
        # Where a difference may hide below all precision, or a law may change between the points that were
        # tried, agreement proves nothing.
        return Decision(None, None, "undecided")
    if agreed >= min(ENOUGH, key.count):
        return Decision(True, "numerical", bound=f"equal to {top // 2} bits at {agreed} points")
    if agreed and symbolically_zero(key.node, answer, key.domain):
        return Decision(True, "symbolic")
    return Decision(None, None, "undecided")


def _has_value(key: Key, answer: Node) -> bool:
    """Has the answer a value, however vague, at a point where the key has one? 0·ln 0 has none that a ball tells."""
    with precision(LADDER[0]):
        return any(not isinstance(evaluate(answer, key.place(index)), Lack) for index in key.first)


def _signatures_agree(key: Node, answer: Node) -> bool:
    for salt in (1, 2):
        ours = signature(key, salt)
        if ours is None or ours != signature(answer, salt):
            return False
    return True


def _of_one_law(key: Key, answer: Node) -> bool:
    """Does the difference of the two not change its law from one part of the domain to another?"""
    if not (_in_pieces(key.node) or _in_pieces(answer)):
        return True
    made = key.form(SIZES[-1])
    return made is not None and pieces_cancel(made, answer)


def _in_pieces(node: Node) -> bool:
    return any(isinstance(part, Call) and part.function in _PIECES for part in walk(node))


def close(key: Node, answer: Node, relative: Fraction, absolute: Fraction) -> bool | None:
    """Is |answer - key| ≤ max(relative·|key|, absolute), for two trees without variables? None if not decided."""
    for bits in LADDER:
        with precision(bits):
            ours, theirs = evaluate(key, {}), evaluate(answer, {})
            if ours is Lack.UNDEFINED or theirs is Lack.UNDEFINED:
                return None
            if isinstance(ours, Lack) or isinstance(theirs, Lack):
                continue
            allowed = (exact_ball(relative) * abs(ours)).max(exact_ball(absolute))
            distance = abs(theirs - ours)
            if distance <= allowed:
                return True
            if distance > allowed:
                return False
    # On the very edge, where balls never part: the edge itself is allowed.
    return True
