"""A key and what is known of it before an answer comes."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cached_property, lru_cache
from itertools import islice

from quizengine.maths.equality.at_point import LADDER, NoBall, evaluate, place
from quizengine.maths.equality.domain import MOST_POINTS, POINTS, Coordinates, Domain, beside, point
from quizengine.maths.equality.normal_form.canonical import Form, form
from quizengine.maths.equality.rearrangement import rearrangement_class
from quizengine.maths.evaluate import Ball, precision
from quizengine.maths.tree import Itself, Node
from quizengine.maths.tree import variables as names_in

ENOUGH = 6  # points that must agree where nothing but numbers speaks
_AROUND = 4
_FIRST = 2  # points tried before algebra: they settle most wrong answers


class Grid:
    """The points at which answers are compared with keys, and their balls: made once for all keys of a domain."""

    def __init__(self, variables: tuple[str, ...], domain: Domain) -> None:
        self.variables = variables
        self.domain = domain
        self.points: list[Coordinates] = []
        self.places: list[Mapping[str, Ball]] = []

    def point(self, index: int) -> Coordinates:
        """Return the point `index`, from 0 to MOST_POINTS - 1."""
        while len(self.points) <= index:
            self.points.append(point(self.variables, self.domain, len(self.points)))
            self.places.append(place(self.points[-1], LADDER[0]))
        return self.points[index]


@lru_cache(maxsize=256)
def grid(variables: tuple[str, ...], domain: Domain) -> Grid:
    """Return the points of a domain, the same object as long as it is in use."""
    return Grid(variables, domain)


class Prepared:
    """A key with all that can be known of it before an answer comes, computed when first needed."""

    def __init__(self, node: Node, variables: tuple[str, ...], domain: Domain) -> None:
        self.node = node
        self.variables = variables
        self.domain = domain
        self.known = frozenset(variables)
        self._grid = grid(variables, domain)
        self._values: dict[int, Ball | NoBall] = {}
        self._forms: dict[int, Form | None] = {}

    @cached_property
    def has_unknown_names(self) -> bool:
        """Does the key hold a name that is not among its variables?"""
        return not self.known.issuperset(names_in(self.node))

    def point(self, index: int) -> Coordinates:
        """Return the point `index` of those at which answers are compared with the key, from 0 to count - 1."""
        return self._grid.point(index)

    def place(self, index: int) -> Mapping[str, Ball]:
        """Return the point as balls on the first rung of the ladder."""
        return self._grid.places[index]

    @cached_property
    def first(self) -> tuple[int, ...]:
        """The first points at which the key has a value, which are tried before algebra."""
        indices = range(POINTS if self.variables else 1)
        return tuple(islice((index for index in indices if not isinstance(self.value(index), NoBall)), _FIRST))

    @cached_property
    def first_points(self) -> tuple[Coordinates, ...]:
        """The same as points."""
        return tuple(self.point(index) for index in self.first)

    @cached_property
    def count(self) -> int:
        """How many points there are: more where the key is defined at few of the usual ones, as acos(x + 3) is."""
        if not self.variables:
            return 1
        return POINTS if len(self._defined(POINTS)) >= ENOUGH else MOST_POINTS

    def points_around(self) -> tuple[Coordinates, ...]:
        """Return a few points at which the key has a value, each moved a little, so that nothing vanishes there by
        chance.
        """
        return tuple(beside(place, self.domain) for place in self.defined()[:_AROUND])

    def defined(self) -> tuple[Coordinates, ...]:
        """Return the points at which the key has a value."""
        return tuple(self.point(index) for index in self._defined(self.count))

    def _defined(self, count: int) -> list[int]:
        return [index for index in range(count) if not isinstance(self.value(index), NoBall)]

    @cached_property
    def shape(self) -> Hashable:
        """The key's shape."""
        return rearrangement_class(self.node)

    def value(self, index: int) -> Ball | NoBall:
        """Return the key's ball at point `index` on the first rung of the ladder."""
        if index not in self._values:
            self.point(index)
            with precision(LADDER[0]):
                self._values[index] = evaluate(self.node, self.place(index))
        return self._values[index]

    def form(self, size: int) -> Form | None:
        """Return the key's normal form in a ring of `size` generators."""
        if size not in self._forms:
            self._forms[size] = form(self.node, self.domain, size)
        return self._forms[size]


def prepare(node: Node, variables: tuple[str, ...], domain: Domain) -> Prepared:
    """Return the key `node`, the same object for the same tree as long as it is in use."""
    return _prepared(Itself(node), variables, domain)


@lru_cache(maxsize=512)
def _prepared(node: Itself, variables: tuple[str, ...], domain: Domain) -> Prepared:
    return Prepared(node.node, variables, domain)
