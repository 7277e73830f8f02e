"""Normal forms: expressions as elements of a field, in which equality is decided by algebra alone.

In the order in which to read them:

    ring                    rational functions over generators, some bound by a relation; `reduce`
    generators              what the generators stand for: variables, e^u, roots, ln|u|, angles
    complex_exponentials    e^u and e^(iθ); exponentials   their exponents, split into independent ones
    values                  polynomials at a point, as balls
    factorisation, factors  polynomials and elements as products
    roots, powers           |u|, sign u, roots, logarithms; u^v
    function_rules          the functions of the tree; inverse_functions   arcsin(sin u)
    opaque                  functions without a rule: equal arguments, equal values
    canonical               a tree to its element
    separation_bound        numbers that are zero
"""
