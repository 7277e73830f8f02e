"""Normal forms: expressions as elements of a field, in which equality is decided by algebra alone."""
