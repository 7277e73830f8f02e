"""The decision: first what is cheap and certain, then what is dear, and nothing without its evidence."""

from __future__ import annotations

from collections.abc import Hashable
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Literal

from quizengine.maths.evaluate import PRIME, Ball, precision, signature
from quizengine.maths.same.canonical import Algebra, Form, compare_forms, form
from quizengine.maths.same.compare import LADDER, Found, Lack, at, evaluate, place
from quizengine.maths.same.depth import bits_deep
from quizengine.maths.same.domain import POINTS, REAL, Coordinates, Domain, far_points, points
from quizengine.maths.same.domain import point as nice_point
from quizengine.maths.same.numbers import tell
from quizengine.maths.same.ring import SIZES, NoRoom
from quizengine.maths.same.shape import shape
from quizengine.maths.same.symbolic import symbolically_zero
from quizengine.maths.tree import Call, Node, walk
from quizengine.maths.tree import variables as names_in

Evidence = Literal["identical", "proven", "probable", "symbolic", "numerical"]
Reason = Literal["", "differs", "undefined", "undecided"]

_FIRST = 2  # points tried before algebra: they settle most wrong answers
_ENOUGH = 6  # points that must agree where nothing but numbers speaks
_PIECES = frozenset({"abs", "sign", "step", "relu", "max", "min"})
_DEPTHS = 3  # points at which the depth of a difference is looked for
_MOST_BITS = 16_384


@dataclass(frozen=True, slots=True)
class Witness:
    """A point at which the two differ; their values there are told when asked for."""

    point: Coordinates
    answer: Node
    key: Node

    def told(self) -> tuple[str, str]:
        """The answer's and the key's value as short text that differs; "undefined" for no value."""
        ours, theirs = tell(self.key, self.answer, self.point)
        return theirs, ours


@dataclass(frozen=True, slots=True)
class Decision:
    """Is the answer right? equal: True, False, or None for not decided; `bound` tells how sure a "yes" is.

    evidence: for a "no" always "proven", with a witness. reason: "differs"; "undefined" where the answer has no
    value on an open set on which the key has one; "undecided"; "" for a "yes".
    """

    equal: bool | None
    evidence: Evidence | None
    reason: Reason = ""
    witness: Witness | None = None
    bound: str = ""


class Key:
    """A key with all that can be known of it before an answer comes, computed when first needed."""

    def __init__(self, node: Node, variables: tuple[str, ...], domain: Domain) -> None:
        self.node = node
        self.variables = variables
        self.domain = domain
        self.count = POINTS if variables else 1
        self._points: list[Coordinates] = []
        self._values: dict[int, Ball | Lack] = {}
        self._forms: dict[int, Form | None] = {}

    def point(self, index: int) -> Coordinates:
        """The point `index` of those at which answers are compared with the key, from 0 to count - 1."""
        while len(self._points) <= index:
            self._points.append(nice_point(self.variables, self.domain, len(self._points)))
        return self._points[index]

    @cached_property
    def shape(self) -> Hashable:
        """The key's shape."""
        return shape(self.node)

    def value(self, index: int) -> Ball | Lack:
        """The key's ball at point `index` on the first rung of the ladder."""
        if index not in self._values:
            with precision(LADDER[0]):
                self._values[index] = evaluate(self.node, place(self.point(index), LADDER[0]))
        return self._values[index]

    def form(self, size: int) -> Form | None:
        """The key's normal form in a ring of `size` generators."""
        if size not in self._forms:
            self._forms[size] = form(self.node, self.domain, size)
        return self._forms[size]


class _Itself:
    """A tree that equals only itself: quicker to look up than by all that is in it."""

    __slots__ = ("node",)

    def __init__(self, node: Node) -> None:
        self.node = node

    def __hash__(self) -> int:
        return id(self.node)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.node is other.node


@lru_cache(maxsize=512)
def _key(node: _Itself, variables: tuple[str, ...], more: tuple[str, ...], domain: Domain) -> Key:
    """The key over the names that it has and `more`, in the order of `variables`: a witness speaks of no others."""
    names = dict.fromkeys((*names_in(node.node), *more))
    in_order = tuple(name for name in variables if name in names)
    return Key(node.node, (*in_order, *(name for name in names if name not in in_order)), domain)


def _prepared(key: Node, answer: Node, variables: tuple[str, ...], domain: Domain) -> Key:
    found = _key(_Itself(key), variables, (), domain)
    more = tuple(name for name in names_in(answer) if name not in found.variables)
    return _key(_Itself(key), variables, more, domain) if more else found


def same(key: Node, answer: Node, variables: tuple[str, ...], domain: Domain = REAL) -> Decision:
    """Does `answer` equal `key` wherever the key is defined on the domain, up to isolated points?

    Both are scalar trees; `variables` are their names in the order in which a witness tells them. Never raises;
    the same on every run and machine, except that SymPy's last word has a deadline.
    """
    if key == answer:
        return Decision(True, "identical")
    prepared = _prepared(key, answer, variables, domain)
    found = _points(prepared, answer, range(1))
    if found is not None:
        return found
    if prepared.shape == shape(answer):
        return Decision(True, "proven")
    found = _points(prepared, answer, range(1, min(_FIRST, prepared.count)))
    if found is not None:
        return found
    algebra = _algebra(prepared, answer)
    if algebra is Algebra.EQUAL:
        return Decision(True, "proven")
    found = _points(prepared, answer, range(_FIRST, prepared.count))
    if found is not None:
        return found
    if algebra is Algebra.EQUAL_WHERE_DEFINED:
        return Decision(True, "probable", bound=f"defined at {prepared.count} points of the domain")
    return _by_numbers(prepared, answer, algebra)


def _points(key: Key, answer: Node, indices: range) -> Decision | None:
    """A "no" if one of the points gives one on the first rung of the ladder."""
    for index in indices:
        ours = key.value(index)
        if isinstance(ours, Lack):
            continue
        found = at(key.node, answer, key.point(index), LADDER[0], ours)
        if found in (Found.DIFFERENT, Found.GAP):
            return _no(key, answer, key.point(index), found)
    return None


def _no(key: Key, answer: Node, point: Coordinates, found: Found) -> Decision:
    reason: Reason = "undefined" if found is Found.GAP else "differs"
    return Decision(False, "proven", reason, Witness(point, answer, key.node))


def _algebra(key: Key, answer: Node) -> Algebra:
    for size in SIZES:
        prepared = key.form(size)
        if prepared is not None:
            with suppress(NoRoom):
                return compare_forms(prepared, answer)
    return Algebra.OPEN


def _by_numbers(key: Key, answer: Node, algebra: Algebra) -> Decision:
    """What is left open by algebra: a signature for a "yes", higher precision and points far out for either."""
    if algebra is Algebra.OPEN and _signatures_agree(key.node, answer):
        return Decision(True, "probable", bound=f"two residues modulo {PRIME} agree")
    near = points(key.variables, key.domain)
    depth = bits_deep(near[:_DEPTHS], key.node, answer)
    top = _MOST_BITS if depth is None else min(LADDER[-1] + 2 * depth, _MOST_BITS)
    tried = near + far_points(key.variables, key.domain)
    agreed = 0
    for bits in (*LADDER[1:-1], top):
        agreed = 0
        for point in tried:
            found = at(key.node, answer, point, bits)
            if found in (Found.DIFFERENT, Found.GAP):
                return _no(key, answer, point, found)
            agreed += found is Found.AGREE
    too_deep = depth is None or top == _MOST_BITS
    if too_deep or algebra is Algebra.DIFFERENT or (key.variables and (_in_pieces(key.node) or _in_pieces(answer))):
        # Where a difference may hide below all precision, or a law may change between the points that were
        # tried, agreement proves nothing.
        return Decision(None, None, "undecided")
    if agreed >= min(_ENOUGH, key.count):
        return Decision(True, "numerical", bound=f"equal to {top // 2} bits at {agreed} points")
    if agreed and symbolically_zero(key.node, answer, key.domain):
        return Decision(True, "symbolic")
    return Decision(None, None, "undecided")


def _signatures_agree(key: Node, answer: Node) -> bool:
    for salt in (1, 2):
        ours = signature(key, salt)
        if ours is None or ours != signature(answer, salt):
            return False
    return True


def _in_pieces(node: Node) -> bool:
    return any(isinstance(part, Call) and part.function in _PIECES for part in walk(node))


def close(key: Node, answer: Node, relative: Fraction, absolute: Fraction) -> bool | None:
    """Is |answer - key| ≤ max(relative·|key|, absolute), for two trees without variables? None if not decided."""
    from flint import arb, fmpq

    for bits in LADDER:
        with precision(bits):
            ours, theirs = evaluate(key, {}), evaluate(answer, {})
            if ours is Lack.UNDEFINED or theirs is Lack.UNDEFINED:
                return None
            if isinstance(ours, Lack) or isinstance(theirs, Lack):
                continue
            scale = arb(fmpq(relative.numerator, relative.denominator)) * abs(ours)
            allowed = scale.max(arb(fmpq(absolute.numerator, absolute.denominator)))
            distance = abs(theirs - ours)
            if distance <= allowed:
                return True
            if distance > allowed:
                return False
    # On the very edge, where balls never part: the edge itself is allowed.
    return True
