"""The author's language: its words are longer, and mean what they mean in items.

nodes     calls of builtins, indices, texts and truth values, beside those of a tree
tokens    whole words are names, a word before a bracket is a call, quotes hold a text
rules     diff(f, x), g[1], `and`
grammar   the tables of its rules, over the same functions as the student's
"""
