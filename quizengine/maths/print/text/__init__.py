"""Layout on one line: Unicode text, and its ASCII twin for terminals that cannot print Unicode.

A fraction becomes a slash here, so brackets that print does not need are added: `(1/2)·x`, `1/(2·x)`.

    one_line      a rule for each kind of layout
    spacing       where a gap or a bracket is needed
    alphabet      how the two spell signs, letters, brackets and small digits
"""

from quizengine.maths.print.text.one_line import line, root, small_script

__all__ = ["line", "root", "small_script"]
