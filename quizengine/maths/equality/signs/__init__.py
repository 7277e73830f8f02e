"""Where expressions of the field have one sign, differ from zero and have a value."""
