"""Text to tree: students' answers in plain, Unicode and LaTeX notation, and the author's language.

    read(text, notation, rules) -> Reading      a student's text; raises Unreadable and nothing else
    read_author(text) -> AuthorNode             an author's text
    point_at(text, unreadable) -> str           the text with a caret under the fault

README.md beside this file is the table of all that may be typed, and of how a text is read where people read it in
two ways; Rules tells the other ways, Reading.ambiguities the places.

In the order in which to read the files:

    notation                        what reading takes and gives: what is asked, the rules, the ambiguities
    fold, words, numbers, runs      the closed tables: signs, names, literals, and words run together
    tokens, scanning                text to tokens; latex and raised cut out what LaTeX and small raised signs say
    reading                         the verb: tokens made plain, then a label taken off, then the grammar
    separators, numerals, commas    tokens made plain: what separates items, 2 1/2, 0,5
    labels, pieces, labelled        ∇f = and f_x = before an answer: what they say, where they stand, where they belong
    spaced                          16 -21 where a vector is asked
    nothing                         `none`, ∅, "no critical points"
    state, arithmetic, brackets,    the grammar, each a class over the one before it:
      bars, calls, bare, functions,   where the parser stands, sums to powers, lists, |x|, what a function means,
      student                         sin 2x, sin^2(x), and everything together
    vectors                         arithmetic on vectors and i, j, k
    faults, strangers               what is wrong, where, and the cure
    author, author_tokens,          the author's language: its nodes, its tokens, its grammar
      language
"""

from quizengine.maths.parse.author_grammar import parse_author
from quizengine.maths.parse.messages import point_at
from quizengine.maths.parse.no_answer import NONE
from quizengine.maths.parse.notation import Ambiguity, Conventions, Notation, Reading
from quizengine.maths.parse.parser import parse
from quizengine.maths.parse.shape_properties import Wants

__all__ = ["NONE", "Ambiguity", "Conventions", "Notation", "Reading", "Wants", "parse", "parse_author", "point_at"]
