"""An item: what an author writes, one TOML file.

item = Item.read("gradient/polynomial", path, source)    the header is read at once
item.title, item.skills, item.difficulty, item.covers    … so listing a large bank is quick
item.body                                                … and all else when it is first asked for

item                   the value itself
model                  what an author may write, field by field; base   the ground of all models
fields                 what stands in a field: texts, names, expressions; help   hints and worked steps
figure_tables          figures that are written as like another
parameters/            what a seed chooses: one file for each kind of parameter
schema/                the JSON Schema for editors, made from the models
expected_time          how long an item takes
source                 the text of a file to its model, or to all that is wrong with it
plain_lines            the lines with which nearly all items begin, read quickly
toml_text              what is looked at before a text is read as TOML: what nobody sees, and bounds on what is repeated
faults                 an author's slip as data: file, line, message; line_numbers   on which line a key stands
validation_messages    what pydantic complains of, in the words of the file; toml_messages   and tomllib
wanted_values          what should stand where something else stands
misplaced_keys         where a key belongs that stands elsewhere; known_keys   which keys may stand where
answer_options         which options go with which kinds of answers
skills_and_mistakes    the lists that items share: skills.toml and mistakes.toml; shared_prose   their texts
topics, statements     topics.toml and statements.toml: the course, and what the texts say that items cover
circles                whether skills that build on each other can be put into an order
names, renamed_keys    how names are written; keys that had another name in an older format
"""

from quizengine.item.faults import Fault
from quizengine.item.item import Item, unusable
from quizengine.item.source import Header

__all__ = ["Fault", "Header", "Item", "unusable"]
