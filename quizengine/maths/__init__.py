"""Mathematics without quizzes: parse it, print it, evaluate it, compare it.

In the order in which to read them; a file or folder uses only those before it:

    tree          the expression tree, the one language between all of these
    functions     the table of functions, a row for each; function_row   what a row tells
    budget        how much work the judging of one answer may take; effort   and the drawing of one question
    held_back     work that must not wait for SymPy
    parse/        text to tree
    print/        tree to text, LaTeX, Typst, MathML and speech; authors' formulas and sentences
    evaluate/     tree to a ball with a proven error, to an exact rational
    normalise/    tree to tree: numbers folded, idle signs removed, the form kept
    equality/     are two trees equal? yes, no or undecided, each with its evidence
    solution_sets/  have two equations the same solutions?
    cas/          derivatives, rewriting and equations, by flint and SymPy
    language/     the author's language: names with values, and expressions over them
"""
