"""The words of the author's language beyond the functions of the tree: `table` lists them, the others compute them.

table       every word with its example, its number of arguments and its function
calculus    differentiate, rewrite, solve;  vectors, lists, numbers   take and give what their names say
rounding    round, and compare what is rounded
"""
