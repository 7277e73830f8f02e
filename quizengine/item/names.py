"""How the names that files share are written: of topics, items, skills and mistakes, and of statements."""

from __future__ import annotations

import re

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
STATEMENT_ID = r"^[A-Z][A-Za-z0-9]*-[0-9]{1,4}$"
