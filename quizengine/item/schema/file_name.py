"""What the file of the schema is called, and how it is known again."""

FILE = "item.schema.json"  # in the folder of a bank, where `#:schema ../item.schema.json` finds it
TITLE = "An item of a question bank"
