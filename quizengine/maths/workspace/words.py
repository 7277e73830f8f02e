"""Every word of the author's language beyond the functions of the tree, in one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word takes (least to most arguments), what it gives, and an example with its value in plain notation."""

    least: int
    most: int
    says: str
    example: str
    gives: str


MANY = 100

#: Grouped as an author looks for them; the tests run every example.
WORDS: Mapping[str, Meaning] = {
    # calculus
    "diff": Meaning(2, 9, "the derivative in x; in x twice; in x and then y", "diff(x^3*y, x, 2)", "6*x*y"),
    "grad": Meaning(2, 9, "the gradient in the variables named", "grad(x^2*y, x, y)", "(2*x*y, x^2)"),
    "hessian": Meaning(2, 9, "the matrix of second derivatives", "hessian(x^2*y, x, y)", "[[2*y, 2*x], [2*x, 0]]"),
    "jacobian": Meaning(
        2, 9, "one row a component, one column a variable", "jacobian((x*y, x), x, y)", "[[y, x], [1, 0]]"
    ),
    "at": Meaning(1, 9, "with values for variables, all at once", "at(x^2 + y, x = 3, y = x)", "9 + x"),
    "solve": Meaning(2, 9, "the real solutions, ascending", "solve(x^2 = 4, x)", "(-2, 2)"),
    "expand": Meaning(1, 1, "multiplied out, like terms collected", "expand((x + 1)^2)", "x^2 + 2*x + 1"),
    "factor": Meaning(1, 1, "as a product", "factor(x^2 - 1)", "(x + 1)*(x - 1)"),
    "simplify": Meaning(1, 1, "in the shortest form", "simplify(sin(x)^2 + cos(x)^2)", "1"),
    "equation": Meaning(2, 2, "an equation as a value", "equation(z, x + 1)", "z = x + 1"),
    # vectors and matrices
    "dot": Meaning(2, 2, "the scalar product", "dot((1, 2), (3, 4))", "11"),
    "cross": Meaning(2, 2, "the vector product in space", "cross((1, 0, 0), (0, 1, 0))", "(0, 0, 1)"),
    "unit": Meaning(1, 1, "the vector divided by its length", "unit((3, 4))", "(3/5, 4/5)"),
    "hadamard": Meaning(2, 2, "the product component by component", "hadamard((1, 2), (3, 4))", "(3, 8)"),
    "clip": Meaning(
        3, 3, "cut to the range from low to high, component by component", "clip((-5, 2), -3, 3)", "(-3, 2)"
    ),
    "times": Meaning(2, 2, "matrix times vector, or times matrix", "times([[1, 2], [3, 4]], (1, 1))", "(3, 7)"),
    "transpose": Meaning(1, 1, "rows become columns", "transpose([[1, 2], [3, 4]])", "[[1, 3], [2, 4]]"),
    "det": Meaning(1, 1, "the determinant", "det([[1, 2], [3, 4]])", "-2"),
    "trace": Meaning(1, 1, "the sum of the diagonal", "trace([[1, 2], [3, 4]])", "5"),
    "onehot": Meaning(2, 2, "1 at place k of n, else 0", "onehot(2, 3)", "(0, 1, 0)"),
    # lists
    "each": Meaning(
        3,
        9,
        "an expression for each item of a list, or of several side by side",
        "each(t*s, t, (1, 2), s, (3, 4))",
        "(3, 8)",
    ),
    "sum": Meaning(1, 4, "of a list, or of an expression for i from … to …", "sum(2^i, i, 0, 3)", "15"),
    "product": Meaning(1, 4, "of a list, or of an expression for i from … to …", "product(i, i, 1, 4)", "24"),
    "mean": Meaning(1, 1, "the sum divided by the number of items", "mean((1, 2, 6))", "3"),
    "iterate": Meaning(
        4, 4, "the results of a step done n times, from a start", "iterate(x - diff(x^2, x)/4, x, 8, 3)", "(4, 2, 1)"
    ),
    "integers": Meaning(2, 2, "the whole numbers from … to …", "integers(1, 3)", "(1, 2, 3)"),
    "repeat": Meaning(2, 2, "the same item n times", "repeat(0, 3)", "(0, 0, 0)"),
    "length": Meaning(1, 1, "how many items a list has", "length((5, 6, 7))", "3"),
    "take": Meaning(2, 2, "the first n items", "take((5, 6, 7), 2)", "(5, 6)"),
    "join": Meaning(2, MANY, "one list after another", "join((1, 2), (3, 4))", "(1, 2, 3, 4)"),
    "reverse": Meaning(1, 1, "last item first", "reverse((1, 2, 3))", "(3, 2, 1)"),
    "sort": Meaning(1, 1, "numbers in ascending order", "sort((3, 1, 2))", "(1, 2, 3)"),
    "order_by": Meaning(
        2, 2, "a list in ascending order of the numbers beside it", "order_by((x, y), (5, -1))", "(y, x)"
    ),
    "column": Meaning(2, 2, "column k of a matrix (A[k] is a row)", "column([[1, 2], [3, 4]], 2)", "(2, 4)"),
    "position": Meaning(2, 2, "the place of the first item that equals a value", "position((7, 8, 9), 9)", "3"),
    # conditions
    "if": Meaning(
        3, MANY, "condition, value, condition, value, …, value otherwise", "if(2 < 1, 10, 2 < 3, 20, 30)", "20"
    ),
    "choose": Meaning(2, MANY, "the k-th of the values that follow", "choose(2, 10, 20, 30)", "20"),
    "contains": Meaning(2, 2, "whether a list has an item", "contains((1, 2), 2)", "true"),
    "distinct": Meaning(1, MANY, "whether all items differ", "distinct(1, 2, 1)", "false"),
    "all": Meaning(3, 3, "whether a condition holds for all items", "all(t > 0, t, (1, 2))", "true"),
    "any": Meaning(3, 3, "whether a condition holds for an item", "any(t < 0, t, (1, 2))", "false"),
    "keep": Meaning(3, 3, "the items for which a condition holds", "keep(t > 1, t, (1, 2, 3))", "(2, 3)"),
    "first": Meaning(
        4, 4, "the first whole number from … to … for which a condition holds", "first(2^i > 50, i, 1, 60)", "6"
    ),
    # numbers
    "floor": Meaning(1, 1, "rounded down to a whole number", "floor(7/2)", "3"),
    "ceil": Meaning(1, 1, "rounded up to a whole number", "ceil(7/2)", "4"),
    "round": Meaning(2, 2, "rounded to so many decimal places, shown as a decimal", "round(2/3, 2)", "0.67"),
    "mod": Meaning(2, 2, "the remainder, 0 or of the sign of the second", "mod(7, 3)", "1"),
    "gcd": Meaning(2, MANY, "the greatest common divisor", "gcd(12, 18)", "6"),
    "numerator": Meaning(1, 1, "of a fraction in lowest terms", "numerator(6/4)", "3"),
    "denominator": Meaning(1, 1, "of a fraction in lowest terms", "denominator(6/4)", "2"),
}
