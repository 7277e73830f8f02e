"""Is what was typed the key, and if not, what is to be said? For mathematics of every kind, built up from one scalar.

scalar        one number or formula: right, wrong or undecided, with evidence and a witness
components    lists of scalars one by one: the credit of each, and the sentence that names right and wrong ones
parallel      vectors of which only the direction counts
zeros         equations: one the multiple of the other;  solutions   a point that solves one and not the other

numeric       values at exact points, below all of these;  worth   by which most wrong answers are told at once
decimals      numbers near enough, or wrong by rounding only;  coefficients   the same for decimals within formulas
gaps          where an answer is undefined, in words
accepted      what counts as right beside the key as printed, in words
"""
