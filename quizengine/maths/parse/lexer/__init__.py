"""A text to tokens, and what words, numbers and signs stand for.

characters        what single characters stand for: 𝑥 and ｘ are x, ∇ is a sign, ₁ a subscript
lexer             a text cut into tokens
tokens            the tokens, and how a cutter adds them; token_kinds   which kinds begin a factor, close a bracket
words             functions, constants and variables in every spelling; word_splitting   words run together: xsin
numbers           decimals; superscripts   x² and e⁻ˣ; latex   what commands mean
"""
