"""quizengine bank …: one file a command.

group                     puts them together
list_items, show, check   what a bank holds, one question of it, the author's checker
new, schema               a new item's file, what editors need to know of it
stats                     what a bank has, and what is thin in it
upgrade                   files of an older format
"""

from quizengine.cli.commands.bank.group import bank

__all__ = ["bank"]
