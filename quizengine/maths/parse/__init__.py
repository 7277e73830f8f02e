"""Text to tree: students' answers in plain, Unicode and LaTeX notation, and the author's language.

    parse(text, notation, rules) -> Reading     a student's text; raises Unreadable and nothing else
    parse_author(text) -> AuthorNode            an author's text

README.md beside this file is the table of all that may be typed, and of how a text is read where people read it in
two ways; Conventions tells the other ways, Reading.ambiguities the places.

How one text is read, here `∇f = (2x²; 0,5y)` where a vector in x and y is asked, and in which files:

1.  What is asked. Its Notation (notation) says `vector`; the row of that name in SHAPES (expected_shape, whose
    columns are explained in shape_properties) says that a list is read, that i, j, k are axes, that 5% is a number, …
2.  Tokens. lexer/ makes 𝑥 and ｘ the letter x, cuts the text into pieces, and knows x, sin, alpha, `xsin`, ² and
    LaTeX's commands. Here: ! (the ∇) ? (the f) = ( 0 x ^ { 0 } ; 0 , 0 x ). A token that nobody knows is kept: whoever
    cannot use it raises its fault.
3.  The cursor (cursor) stands at the first token. Before anything is read, tokens are made plain: separators makes
    commas of `and` and of the ends of lines, numerals joins 2 1/2 and 10 %, commas joins 0,5 to one number,
    which it is here since a semicolon parts the items. parser is the list of these steps; bracket_pairs tells them
    which brackets belong together.
4.  Labels. labels/ finds `∇f =` before the answer, says what it names and whether it is what is asked, takes it off,
    and puts f_y = 2, f_x = 1 in order. no_answer reads `none` and ∅.
5.  Rules. grammar is the loop that reads an expression: of each kind of token a prefix rule says what begins with it,
    an infix rule what goes on with it, and how tightly. student_grammar is the table of the rules; each is a function
    in rules/, in the file of its topic. syntax_faults says what is wrong with a token that no rule can use,
    fault_messages puts it in words.
6.  Shape. shaping does the arithmetic on vectors (vectors), refuses two vectors where one is asked and (2x -2y)
    without its comma (missing_commas), and makes a list of one point a list. What comes out is the Reading.

An author's text has its own tokens, a few rules and a table of its own in author/.

To read something new: a sign that means what another does is a row of lexer/characters, latex or words; one with a
meaning of its own is a kind of token with a rule in the table of student_grammar; one that is read only where some
things are asked is a property in shape_properties, set in the rows of SHAPES.
"""

from quizengine.maths.parse.author.grammar import parse_author
from quizengine.maths.parse.no_answer import NONE
from quizengine.maths.parse.notation import Ambiguity, Conventions, Notation, Reading
from quizengine.maths.parse.parser import parse
from quizengine.maths.parse.shape_properties import Wants

__all__ = ["NONE", "Ambiguity", "Conventions", "Notation", "Reading", "Wants", "parse", "parse_author"]
