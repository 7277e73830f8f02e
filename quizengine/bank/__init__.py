"""Banks: folders of items, found, read and searched.

    bank = load_bank()                         what the program brings; a faulty file does not stop it
    bank.items, bank.skills, bank.mistakes     items in order of id; skills and mistakes by name
    bank.faults                                every slip of every file, with its line; this reads all items whole
    select(bank, ("gradient",))                the items of a topic folder, of a skill, or one item by its id
    select(bank, ("my-bank:gradient",))        … of one bank alone, where several are used
    bank.faults_of(("gradient",))              what is wrong with them

    bank.course.in_order(items)                as the course goes; bank.course.topic("gradient").title
    bank.statements.covered(items)             which items cover which statements of the texts

bank               the value; searching   what a typed name stands for; unknown_names   names that no list explains
folders            how a bank is loaded; joining   several as one; paths   files and folders named by their paths
files              finds and reads the files of a folder; format_number   bank.toml
course             topics.toml: titles and order; statement_lists   statements.toml, and rules that cannot be shown
new_item           the text of a new item; statistics   what a bank has, and what is thin
upgrade            rewrites the files of an older format; rewriting   each change, line by line

Only the headers are read when a bank is loaded, so the first question of a large bank comes at once.
"""

from quizengine.bank.bank import Bank, named, select
from quizengine.bank.folders import load, load_bank
from quizengine.bank.paths import with_files
from quizengine.item import Fault
from quizengine.item.skills_and_mistakes import KnownMistake, Skill

__all__ = ["Bank", "Fault", "KnownMistake", "Skill", "load", "load_bank", "named", "select", "with_files"]
