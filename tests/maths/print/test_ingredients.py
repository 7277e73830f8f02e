"""Two texts with the same ingredients differ in their numbers alone."""

import pytest

from quizengine.maths.language import Workspace
from quizengine.maths.language.fill_in import prose_of
from quizengine.maths.print.ingredients import ingredients

SAME = [
    ("It is $x^2 + 3$.", "It is $x^9 + 14$."),
    ("At 12 it is $<< 1/2 >>$.", "At 7 it is $<< 14/9 >>$."),
    (r"\$5 and 20 %", r"\$17 and 3 %"),
    (r"$$\frac{2}{3}.$$", r"$$\frac{12}{5}.$$"),
    (r"$x = 2 \text{ or 3}$", r"$x = 5 \text{ or 9}$"),
]
MORE = [  # the second has what the first has not
    ("It is $x^2$.", "It is $y^2$."),
    ("It is $x^2$.", "It is $x_2$."),
    ("It is $2x$.", "It is $-2x$."),
    ("It is 2.", "It is 2 %."),
    ("It is $<< 1/2 >>$.", "It is $<< sqrt(2) >>$."),
    ("$x = 2$", "$$x = 2$$"),
    ("$x = 2$", "$x = 2.5$"),
    (r"$\sqrt{x}$", r"$\sqrt{\frac{1}{2}}$"),
    (r"$(x)$", r"$[x]$"),
    (r"$x = 2 \text{ or 3}$", r"$x = 2 \text{ or 3 %}$"),
    (r"$\begin{pmatrix} 1 & 2 \end{pmatrix}$", r"$\begin{pmatrix} 1 \\ 2 \end{pmatrix}$"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_numbers_bring_nothing_new(one: str, other: str) -> None:
    assert ingredients(prose_of(Workspace(), one)) == ingredients(prose_of(Workspace(), other))


@pytest.mark.parametrize(("one", "other"), MORE)
def test_what_prints_otherwise_is_new(one: str, other: str) -> None:
    assert not ingredients(prose_of(Workspace(), other)) <= ingredients(prose_of(Workspace(), one))
