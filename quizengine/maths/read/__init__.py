"""Text to tree: students' answers in plain, Unicode and LaTeX notation, and the author's language.

    read(text, notation, rules) -> Reading      a student's text; raises Unreadable and nothing else
    read_author(text) -> AuthorNode             an author's text
    point_at(text, unreadable) -> str           the text with a caret under the fault

README.md beside this file is the table of all that may be typed. Where people read one text in two ways there is one
rule (Rules tells the other, Reading.ambiguities the places):

    1/2x        (1/2)·x       products and quotients go from left to right, written or side by side
    -x^2        -(x^2)        a power binds tighter than a sign
    x^y^2       x^(y^2)       powers go from right to left
    e^xy        (e^x)·y       an exponent takes one atom; braces or brackets take all they hold
    sin 2x      sin(2x)       a function without brackets takes the product side by side, with its powers: sin x^2 is
                              sin(x^2); it ends at the next function, at e^, at * and / (but sin 2*x is sin(2x)), and
                              once a variable was met at a bracket: cos x (1 + x) is cos(x)·(1 + x)
    √2x         (√2)·x        the sign takes one factor, with its power; ³√x is the cube root, x³√y is x³·√y
    sin^2 x     sin(x)^2      and sin^-1 x is arcsin x
    log x       ln x          log_2 x and lg x (base ten) say otherwise
    xy          x·y           known names multiply, the longest first; x1, x_1, x₁ and x_{1} are one name
    x2, (x)2    refused       where x_2 is no name: a power or a product may be meant, and asking costs no try
                              but (ln 2) 2^x and \\frac{1}{x} 2x are products
    0,5         0.5           where one number or expression is asked, and in (0,5; 1,5); else a comma separates
    2 1/2, 2½   5/2           a mixed number, spelled out only where one number is asked
    10%         0.1           where numbers are asked

In the order in which to read the files:

    notation                        what reading takes and gives: what is asked, the rules, the ambiguities
    fold, words, numbers, runs      the closed tables: signs, names, literals, and words run together
    tokens, scanning                text to tokens; latex and raised cut out what LaTeX and small raised signs say
    reading                         the verb: tokens made plain, then a label taken off, then the grammar
    separators, numerals, commas    tokens made plain: what separates items, 2 1/2, 0,5
    labels, labelled                ∇f = and f_x = before an answer
    state, arithmetic, brackets,    the grammar, each a class over the one before it:
      bars, calls, bare, functions,   where the parser stands, sums to powers, lists, |x|, what a function means,
      student                         sin 2x, sin^2(x), and everything together
    vectors                         arithmetic on vectors and i, j, k
    faults, strangers               what is wrong, where, and the cure
    author, author_tokens,          the author's language: its nodes, its tokens, its grammar
      language
"""

from quizengine.maths.read.faults import point_at
from quizengine.maths.read.language import read_author
from quizengine.maths.read.notation import Ambiguity, Notation, Reading, Rules, Wants
from quizengine.maths.read.reading import read

__all__ = ["Ambiguity", "Notation", "Reading", "Rules", "Wants", "point_at", "read", "read_author"]
