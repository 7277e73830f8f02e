"""The ground of all that an author writes in a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Whole = Annotated[int, Field(strict=True)]  # true, 2.0 and '2' are no whole numbers
MAX_ENTRIES = 60  # of each list and table of an answer, in all its rows
MAX_LENGTH = 4_000  # characters of each text of one


class Model(BaseModel):
    """The ground of all models of a file: nothing may be changed, nothing unknown may stand in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def bounded(written: Any) -> None:
    """Raise ValueError if the table of an answer holds a longer list or text than anybody can work with."""
    if isinstance(written, str):
        if len(written) > MAX_LENGTH:
            raise ValueError(f"a text of {len(written):,} characters; at most {MAX_LENGTH:,}")
    elif isinstance(written, Mapping | list | tuple):
        if len(written) > MAX_ENTRIES:
            raise ValueError(f"a list or table of {len(written):,} entries; at most {MAX_ENTRIES}")
        for entry in [*written.keys(), *written.values()] if isinstance(written, Mapping) else written:
            bounded(entry)
