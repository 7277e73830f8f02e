"""Where elements of the field have one sign, differ from zero and have a value.

signs           the sign of a polynomial on the domain, or in the case that is looked at
strict_signs    the sign of a polynomial without a zero on a region, but such as do not cut it
ranges          signs from a ball around all values, on a finite box
definedness     is an element different from zero almost everywhere?
assumptions     the same element under other signs
"""
