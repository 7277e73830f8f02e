"""Are two expressions equal? Yes, no or not decided, each with its evidence."""

from quizengine.maths.same.decide import close, same
from quizengine.maths.same.decision import Decision, Witness
from quizengine.maths.same.domain import POSITIVE, REAL, Domain
from quizengine.maths.same.numbers import value

__all__ = ["POSITIVE", "REAL", "Decision", "Domain", "Witness", "close", "same", "value"]
