"""The ground of all that an author writes in a file."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """The ground of all models of a file: nothing may be changed, nothing unknown may stand in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
