"""Is what was typed the key, and if not, what is to be said? For mathematics of every kind, built up from one scalar.

scalar              one number or formula: right, wrong or undecided, with evidence and a witness
components          lists of scalars one by one: the credit of each, and the sentence that names the wrong ones
parallel            vectors of which only the direction counts; angle   how far one is off
equations           one the multiple of the other; separating_points   a point that solves one and not the other
added_constant      formulas that are equal but for a constant
zeros_on_lines      zeros of a tree along lines parallel to the axes

values_at_points    values at exact points; sample_values   by which most wrong answers are told at once
decimals            numbers near enough, or wrong by rounding only; coefficients   decimals within formulas
undefined_points    where an answer is undefined, in words
tolerance_text      a key as a decimal
key_validation      keys that mean nothing, which only their author can mend
"""
