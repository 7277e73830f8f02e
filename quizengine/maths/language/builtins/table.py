"""Every word of the author's language beyond the functions of the tree, in one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Builtin:
    """What a word takes (least to most arguments), what it gives, and an example with its value in plain notation."""

    least: int
    most: int
    says: str
    example: str
    gives: str


MANY = 100

#: Grouped as an author looks for them; the tests run every example.
BUILTINS: Mapping[str, Builtin] = {
    # calculus
    "diff": Builtin(2, 9, "the derivative in x; in x twice; in x and then y", "diff(x^3*y, x, 2)", "6*x*y"),
    "grad": Builtin(2, 9, "the gradient in the variables named", "grad(x^2*y, x, y)", "(2*x*y, x^2)"),
    "hessian": Builtin(2, 9, "the matrix of second derivatives", "hessian(x^2*y, x, y)", "[[2*y, 2*x], [2*x, 0]]"),
    "jacobian": Builtin(
        2, 9, "one row a component, one column a variable", "jacobian((x*y, x), x, y)", "[[y, x], [1, 0]]"
    ),
    "at": Builtin(1, 9, "with values for variables, all at once", "at(x^2 + y, x = 3, y = x)", "9 + x"),
    "solve": Builtin(2, 9, "the real solutions, ascending", "solve(x^2 = 4, x)", "(-2, 2)"),
    "expand": Builtin(1, 1, "multiplied out, like terms collected", "expand((x + 1)^2)", "x^2 + 2*x + 1"),
    "factor": Builtin(1, 1, "as a product", "factor(x^2 - 1)", "(x + 1)*(x - 1)"),
    "simplify": Builtin(1, 1, "in the shortest form", "simplify(sin(x)^2 + cos(x)^2)", "1"),
    "equation": Builtin(2, 2, "an equation as a value", "equation(z, x + 1)", "z = x + 1"),
    # vectors and matrices
    "dot": Builtin(2, 2, "the scalar product", "dot((1, 2), (3, 4))", "11"),
    "cross": Builtin(2, 2, "the vector product in space", "cross((1, 0, 0), (0, 1, 0))", "(0, 0, 1)"),
    "unit": Builtin(1, 1, "the vector divided by its length", "unit((3, 4))", "(3/5, 4/5)"),
    "hadamard": Builtin(2, 2, "the product component by component", "hadamard((1, 2), (3, 4))", "(3, 8)"),
    "outer": Builtin(2, 2, "the matrix of all products of two components", "outer((1, 2), (3, 4))", "[[3, 4], [6, 8]]"),
    "clip": Builtin(
        3, 3, "cut to the range from low to high, component by component", "clip((-5, 2), -3, 3)", "(-3, 2)"
    ),
    "times": Builtin(2, 2, "matrix times vector, or times matrix", "times([[1, 2], [3, 4]], (1, 1))", "(3, 7)"),
    "transpose": Builtin(1, 1, "rows become columns", "transpose([[1, 2], [3, 4]])", "[[1, 3], [2, 4]]"),
    "det": Builtin(1, 1, "the determinant", "det([[1, 2], [3, 4]])", "-2"),
    "trace": Builtin(1, 1, "the sum of the diagonal", "trace([[1, 2], [3, 4]])", "5"),
    "onehot": Builtin(2, 2, "1 at place k of n, else 0", "onehot(2, 3)", "(0, 1, 0)"),
    # lists
    "each": Builtin(
        3,
        9,
        "an expression for each item of a list, or of several side by side",
        "each(t*s, t, (1, 2), s, (3, 4))",
        "(3, 8)",
    ),
    "sum": Builtin(1, 4, "of a list, or of an expression for i from … to …", "sum(2^i, i, 0, 3)", "15"),
    "product": Builtin(1, 4, "of a list, or of an expression for i from … to …", "product(i, i, 1, 4)", "24"),
    "mean": Builtin(1, 1, "the sum divided by the number of items", "mean((1, 2, 6))", "3"),
    "iterate": Builtin(
        4, 4, "the results of a step done n times, from a start", "iterate(x - diff(x^2, x)/4, x, 8, 3)", "(4, 2, 1)"
    ),
    "integers": Builtin(2, 2, "the whole numbers from … to …", "integers(1, 3)", "(1, 2, 3)"),
    "repeat": Builtin(2, 2, "the same item n times", "repeat(0, 3)", "(0, 0, 0)"),
    "length": Builtin(1, 1, "how many items a list has", "length((5, 6, 7))", "3"),
    "take": Builtin(2, 2, "the first n items", "take((5, 6, 7), 2)", "(5, 6)"),
    "join": Builtin(2, MANY, "one list after another", "join((1, 2), (3, 4))", "(1, 2, 3, 4)"),
    "reverse": Builtin(1, 1, "last item first", "reverse((1, 2, 3))", "(3, 2, 1)"),
    "sort": Builtin(1, 1, "numbers in ascending order", "sort((3, 1, 2))", "(1, 2, 3)"),
    "order_by": Builtin(
        2, 2, "a list in ascending order of the numbers beside it", "order_by((x, y), (5, -1))", "(y, x)"
    ),
    "column": Builtin(2, 2, "column k of a matrix (A[k] is a row)", "column([[1, 2], [3, 4]], 2)", "(2, 4)"),
    "position": Builtin(2, 2, "the place of the first item that equals a value", "position((7, 8, 9), 9)", "3"),
    # conditions
    "if": Builtin(
        3, MANY, "condition, value, condition, value, …, value otherwise", "if(2 < 1, 10, 2 < 3, 20, 30)", "20"
    ),
    "choose": Builtin(2, MANY, "the k-th of the values that follow", "choose(2, 10, 20, 30)", "20"),
    "contains": Builtin(2, 2, "whether a list has an item", "contains((1, 2), 2)", "true"),
    "distinct": Builtin(1, MANY, "whether all items differ", "distinct(1, 2, 1)", "false"),
    "all": Builtin(3, 3, "whether a condition holds for all items", "all(t > 0, t, (1, 2))", "true"),
    "any": Builtin(3, 3, "whether a condition holds for an item", "any(t < 0, t, (1, 2))", "false"),
    "keep": Builtin(3, 3, "the items for which a condition holds", "keep(t > 1, t, (1, 2, 3))", "(2, 3)"),
    "first": Builtin(
        4, 4, "the first whole number from … to … for which a condition holds", "first(2^i > 50, i, 1, 60)", "6"
    ),
    # numbers
    "floor": Builtin(1, 1, "rounded down to a whole number", "floor(7/2)", "3"),
    "ceil": Builtin(1, 1, "rounded up to a whole number", "ceil(7/2)", "4"),
    "round": Builtin(2, 2, "rounded to so many decimal places, shown as a decimal", "round(2/3, 2)", "0.67"),
    "decimal": Builtin(2, 2, "to so many significant figures, shown as a decimal", "decimal(sqrt(2), 4)", "1.414"),
    "close": Builtin(
        3, 3, "whether two numbers, or all components, agree to so many figures", "close(sqrt(2), 1.4142, 4)", "true"
    ),
    "mod": Builtin(2, 2, "the remainder, 0 or of the sign of the second", "mod(7, 3)", "1"),
    "gcd": Builtin(2, MANY, "the greatest common divisor", "gcd(12, 18)", "6"),
    "numerator": Builtin(1, 1, "of a fraction in lowest terms", "numerator(6/4)", "3"),
    "denominator": Builtin(1, 1, "of a fraction in lowest terms", "denominator(6/4)", "2"),
}
