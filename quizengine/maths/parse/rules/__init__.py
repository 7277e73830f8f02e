"""The rules of the grammars: each is a function in the file of its topic that reads on from a cursor.

arithmetic              + - * / and factors side by side
powers                  ^
functions               sin(x), sin^2 x, log_2 x; function_calls   what a function makes of its arguments
unbracketed_arguments   how far sin 2x reaches
roots                   √x, ∛x; latex_fractions   \\\\frac, \\\\over
bars                    |x|, ‖(x, y)‖
brackets, rows          ( [ { ⟨ and lists in them; transposes   [3 4]', (x, y)^T
axes                    2i + 3j
atoms                   what stands after _ and in \\\\frac
whole                   what stands alone: an expression, a relation, a list without brackets
"""
