"""What grading says of an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Literal

from quizengine.answers.wording import line

Outcome = Literal["correct", "partial", "incorrect", "unreadable", "undecided"]
Evidence = Literal["identical", "proven", "probable", "symbolic", "numerical"]

#: Reasons of an answer that is asked back: it can be read, but not in one way, or not for what is asked.
AMBIGUOUS, SEVERAL = "ambiguous", "several-values"
ASKED_BACK = (AMBIGUOUS, SEVERAL, "label", "incomplete", "other-unit")
FOLLOWED = "follow-through"  # the reason of a verdict that holds for the learner's own earlier answer
COSTS_NO_TRY = ("undecided", "unreadable")  # outcomes
NOT_NONE = "not-none"  # "none" was typed, and there is an answer
ROUNDING = ("too-few-digits", "rounded-wrongly", "not-rounded")  # reasons of answers that are right but for rounding


@dataclass(frozen=True, slots=True)
class Witness:
    """A point at which the answer and the key differ; numbers as short plain text.

    Where a constant may be added, theirs and ours are the values of a derivative, which the message names.
    """

    point: tuple[tuple[str, str], ...]
    theirs: str
    ours: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one answer to one part.

    credit: 0 to 1; parts: how far each component is right, 0 to 1, () where there are none; reason: a stable code (""
    when there is nothing to say); message: one line for the learner; mistake: the name of the mistake that the answer
    shows, if one is proven; offset: of an unreadable answer; echo: `read_as`, or what makes it.
    """

    outcome: Outcome
    credit: float = 0.0
    parts: tuple[float, ...] = ()
    evidence: Evidence | None = None
    witness: Witness | None = None
    reason: str = ""
    message: str = ""
    mistake: str | None = None
    offset: int | None = None
    echo: str | Callable[[], str] = field(default="", compare=False, repr=False)  # most verdicts are never shown

    @property
    def costs_try(self) -> bool:
        """Whether the answer uses up a try."""
        return self.outcome not in COSTS_NO_TRY

    @property
    def followed(self) -> bool:
        """Whether this holds for the learner's own earlier answer only."""
        return self.reason == FOLLOWED

    @property
    def read_as(self) -> str:
        """How the answer was read, in Unicode; "" where it was not."""
        return self.echo if isinstance(self.echo, str) else self.echo()

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as plain JSON values; `outcome` is called `verdict`, the witness' point is an object."""
        row = asdict(replace(self, echo=self.read_as))
        row["verdict"], row["read_as"] = row.pop("outcome"), row.pop("echo")
        row["parts"] = list(self.parts)
        if self.witness is not None:
            row["witness"] = {
                "point": dict(self.witness.point),
                "theirs": self.witness.theirs,
                "ours": self.witness.ours,
            }
        return row

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Verdict:
        """Return the verdict of which `to_json` made `row`; raises KeyError or TypeError for anything else.

        A field that a later version added is left out, one that it lacks has its default.
        """
        known = {one.name: row[one.name] for one in fields(cls) if one.name in row}
        known |= {"outcome": row["verdict"], "parts": tuple(row.get("parts", ())), "echo": row.get("read_as", "")}
        if (saved := row.get("witness")) is not None:
            known["witness"] = Witness(tuple(saved["point"].items()), saved["theirs"], saved["ours"])
        return cls(**known)


CORRECT = Verdict("correct", 1.0, evidence="identical")


def marked(credit: float, reason: str, message: str, parts: tuple[float, ...] = ()) -> Verdict:
    """Return the verdict on an answer that is not all right and earns `credit`; that it differs needs no witness."""
    outcome: Outcome = "partial" if credit else "incorrect"
    return Verdict(outcome, credit, parts, evidence="proven", reason=reason, message=line(message))


def refused(reason: str, message: str) -> Verdict:
    """Return the verdict on an answer that is wrong as a whole."""
    return marked(0.0, reason, message)


def undecided(what: str) -> Verdict:
    """Return the verdict on an answer that could not be judged as a whole; `what` is left open."""
    return Verdict("undecided", reason="undecided", message=f"It could not be decided whether {what}")
