"""What a question starts from: the values that it shows or puts in, which nobody has to work out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from quizengine.errors import CannotCompute
from quizengine.maths.language.fill_in import fill_ins
from quizengine.maths.language.filled_text import FilledText
from quizengine.maths.language.values_inside import points_within
from quizengine.maths.tree import Node, Relation, Vector, variables

if TYPE_CHECKING:
    from quizengine.answers.key import AnswerModel
    from quizengine.draw.question import Question
    from quizengine.maths.language.values import Value


def texts_of(written: Any) -> tuple[str, ...]:
    """Return the author's expressions under [answer], those in << >> too."""
    if isinstance(written, str):
        return (written, *fill_ins(written))
    if isinstance(written, Mapping):
        return tuple(text for value in written.values() for text in texts_of(value))
    return tuple(text for value in written for text in texts_of(value)) if isinstance(written, tuple | list) else ()


def texts_of_answers(*answers: AnswerModel) -> tuple[str, ...]:
    """Return the author's expressions in answers and mistakes, which may be names of figures."""
    return texts_of(tuple(answer.model_dump(exclude={"credit"}) for answer in answers))


def given_points(question: Question) -> tuple[Node, ...]:
    """Return the vectors and formulas that a question shows or starts from.

    They are parameters, points that are put in, what a prompt shows, and what stands side by side in it, as in
    P = (<< x0 >>, << y0 >>).
    """
    body, values = question.item.body, question.workspace.values
    found: list[Value | None] = [part for name in body.parameters for part in _values_in(values[name])]
    for text in (body.prompt, *(part.prompt for part in body.parts)):
        shown = (_value(question, expression) for expression in fill_ins(text))
        found += _side_by_side([part for value in shown for part in _values_in(value)])
    found += (Vector(point) for text in body.let.values() for point in points_put_in(text, values) if len(point) > 1)
    nodes = dict.fromkeys(value for value in found if isinstance(value, Node))
    return tuple(value for value in nodes if isinstance(value, Vector) or variables(value))


def given_numbers(text: str, names: Iterable[str], values: Mapping[str, Value]) -> tuple[Node, ...]:
    """Return the numbers and formulas from which a text is worked out: those of its `names`, and those that it puts in.

    Among the few small numbers of a question two are equal by chance, so no other number is held against a value.
    """
    found = [values[name] for name in sorted(names)]
    found += (number for point in points_put_in(text, values) for number in point)
    return tuple(value for value in found if isinstance(value, Node) and not isinstance(value, Vector | Relation))


def points_put_in(text: str, values: Mapping[str, Value]) -> Iterator[tuple[Node, ...]]:
    """Yield the points at which a text evaluates something, each as its coordinates."""
    for point in points_within(text, values):
        numbers = tuple(value for value in point if isinstance(value, Node))
        if len(numbers) == len(point):
            yield numbers[0].items if len(numbers) == 1 and isinstance(numbers[0], Vector) else numbers


def _side_by_side(row: list[Value | None]) -> Iterator[Node]:
    """All runs of two or more numbers, and each value by itself."""
    for start in range(len(row)):
        run: list[Node] = []
        for value in row[start:]:
            if not isinstance(value, Node):
                break
            run.append(value)
            yield Vector(tuple(run)) if len(run) > 1 else value


def _values_in(value: Value | None) -> tuple[Value | None, ...]:
    """The values inside a text or a list that holds texts, else the value itself."""
    if isinstance(value, tuple):
        return tuple(part for item in value for part in _values_in(item))
    return tuple(value.values.values()) if isinstance(value, FilledText) else (value,)


def _value(question: Question, expression: str) -> Value | None:
    try:
        return question.workspace.evaluate(expression)
    except CannotCompute:
        return None
