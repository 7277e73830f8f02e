"""Every run of the tests tries the same examples; `pytest --hypothesis-profile=searching` tries new ones."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", derandomize=True)
settings.register_profile("searching", derandomize=False, print_blob=True)
settings.load_profile("steady")
