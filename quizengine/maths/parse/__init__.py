r"""Text to tree: students' answers in plain, Unicode and LaTeX notation, and the author's language.

    read(text, notation, rules) -> Reading      a student's text; raises Unreadable and nothing else
    read_author(text) -> AuthorNode             an author's text
    point_at(text, unreadable) -> str           the text with a caret under the fault

README.md beside this file is the table of all that may be typed, and of how a text is read where people read it in
two ways; Rules tells the other ways, Reading.ambiguities the places.

How one text is read, here `∇f = (2x²; 0,5y)` where a vector in x and y is asked, and in which files:

1.  What is asked. Its Notation (notation) says `vector`; the row of that name in SHAPES (expected_shape, whose
    columns are explained in shape_properties) says that a list is read, that i, j, k are axes, that 5% is a number, …
2.  Characters. fold makes 𝑥 and ｘ the letter x, one for one, so that offsets stay those of the text as typed.
3.  Tokens. scanning cuts the text into pieces; words says which are known (x, sin, alpha), numbers which are numbers,
    runs parts words run together (`xsin`), raised takes ² as an exponent, latex what a command means. tokens lists the
    kinds: here ! (the ∇) ? (the f) = ( 0 x ^ { 0 } ; 0 , 0 x ). A token that nobody knows is kept: whoever cannot use
    it raises its fault.
4.  The cursor (cursor) stands at the first token. Before anything is read, tokens are made plain: separators makes
    commas of `and` and of the ends of lines, numerals joins 2 1/2 and 10 %, commas joins 0,5 to one number,
    which it is here since a semicolon parts the items.
    reading is the list of these steps. bracket_pairs tells them which brackets belong together.
5.  Labels. pieces finds `∇f =` before the answer; labels/ says what that names and whether it is what is asked;
    labelled takes it off, and puts f_y = 2, f_x = 1 in order. nothing reads `none` and ∅.
6.  Rules. whole reads what stands alone: an expression, a relation, a bare list. grammar is the loop that reads an
    expression: of each kind of token a prefix rule says what begins with it, an infix rule what goes on with it, and
    how tightly. student is the table of the rules; each is a function in the file of its topic:
        arithmetic  + - * / and factors side by side        brackets, rows   ( [ { ⟨ and lists in them
        powers      ^                                       transposes       [3 4]', (x, y)^T
        functions   sin(x), sin^2 x, log_2 x                bars             |x|, ‖(x, y)‖
        bare        how far sin 2x reaches                  axes             2i + 3j
        calls       what a function makes of its arguments  roots            √x, ∛x
        atoms       what stands after _ and in \frac        latex_fractions  \frac, \over
    token_kinds says which kinds begin a factor and which close what; strangers what is wrong with a token that no
    rule can use; faults puts it in words.
7.  Shape. shaping does the arithmetic on vectors (vectors), refuses two vectors where one is asked and (2x -2y)
    without its comma (spaced), and makes a list of one point a list. What comes out is the Reading.

An author's text has its own cutter (author_tokens), a few rules of its own (author_rules: diff(f, x), g[1], `and`),
and the table language; its nodes stand in author.

To read something new: a sign that means what another does is a row of fold, latex or words; one with a meaning of its
own is a kind of token with a rule in the table of student; one that is read only where some things are asked is a
property in shape_properties, set in the rows of SHAPES.
"""

from quizengine.maths.parse.author_grammar import parse_author
from quizengine.maths.parse.messages import point_at
from quizengine.maths.parse.no_answer import NONE
from quizengine.maths.parse.notation import Ambiguity, Conventions, Notation, Reading
from quizengine.maths.parse.parser import parse
from quizengine.maths.parse.shape_properties import Wants

__all__ = ["NONE", "Ambiguity", "Conventions", "Notation", "Reading", "Wants", "parse", "parse_author", "point_at"]
