"""Mathematics without quizzes: read it, show it, evaluate it, compare it.

In the order in which to read them; a room uses only those before it:

    tree          the expression tree, the one language between the rooms
    budget        how much work the judging of one answer may take
    read/         text to tree
    show/         tree to text, LaTeX, Typst, MathML and speech; authors' formulas and sentences
    evaluate/     tree to a ball with a proven error, to an exact rational
    tidy/         tree to tree: numbers folded, idle signs removed, the shape kept
    same/         are two trees equal? yes, no or undecided, each with its evidence
    calculus/     derivatives, rewriting and equations, by way of SymPy
    workspace/    the author's language: names with values, and expressions over them
"""
