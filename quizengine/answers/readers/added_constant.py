"""A formula to which a learner may add a constant of their own: x^2·y + C."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quizengine.answers.readers.formula import WORD, FormulaReader
from quizengine.errors import Unreadable
from quizengine.maths.parse import Reading

#: What a constant is called: C, c, K, k, C_1, c2, const; not z or t, which may be meant for variables.
_CONSTANT = re.compile(r"(?:[CcKkDAB](?:_?[0-9₀-₉])?|const(?:ant)?)")
_MOST = 3  # constants in one answer


@dataclass(frozen=True, slots=True)
class AddedConstantReader:
    """Reads as `usual` does, and knows the names of constants besides, unless they are names of the item."""

    usual: FormulaReader

    def read(self, text: str) -> Reading:
        """Return the reading of `text`; raise Unreadable, as if there were no constants."""
        try:
            return self.usual.read(text)
        except Unreadable as fault:
            found = self._with_constants(text, fault)
            if found is None:
                raise
            return found

    def _with_constants(self, text: str, fault: Unreadable) -> Reading | None:
        """The reading with one name after the other known that is not, as long as it is one of a constant."""
        reader = self.usual
        for _ in range(_MOST):
            word = WORD.match(text, fault.offset) if fault.reason == "name-unknown" else None
            if word is None or not _CONSTANT.fullmatch(word[0]):
                return None
            known = (*reader.notation.variables, word[0])
            reader = replace(reader, notation=replace(reader.notation, variables=known))
            try:
                return reader.read(text)
            except Unreadable as other:
                fault = other
        return None
