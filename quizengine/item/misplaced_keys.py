"""Keys that are known, but not where they stand: where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.answers import KINDS

if TYPE_CHECKING:
    from quizengine.item.faults import Where

#: Of the answer, not of a mistake.
_OF_ANSWER = {
    "credit": "credit goes under [answer]: a mistake earns nothing",
    "unit": "a mistake has the unit of its answer; leave 'unit' out of [[mistakes]]",
    "also": "a mistake has the units of its answer; leave 'also' out of [[mistakes]]",
}
#: tables whose keys are names of the author's own
_OWN_NAMES = ("parameters", "let", "require", "verify")


def misplaced(where: Where) -> str:
    """Return where the key at `where` belongs, "" for one that is known nowhere, or may stand there."""
    from quizengine.item.help import Help
    from quizengine.item.model import Body, WrittenPart

    name = str(where[-1])
    above = next((step for step in reversed(where[:-1]) if isinstance(step, str)), "")
    prefix = "parts." if where[0] == "parts" else ""
    if above == "mistakes" and name in _OF_ANSWER:
        return _OF_ANSWER[name]
    if above in ("", "parts") and any(name in kind.model_fields for kind in KINDS.values()):
        return f"'{name}' goes under [{prefix}answer]"
    if above in ("", "parts") and name in Help.model_fields:
        return f"'{name}' goes under [{prefix}help]"
    if above in ("answer", "help", "mistakes", *_OWN_NAMES) and name in WrittenPart.model_fields:
        return f"'{name}' goes to the top of the item, before its tables, or right below [[parts]]"
    if above and name in (*_OWN_NAMES, "table", "figure"):
        return f"'{name}' stands once: write [{name}], outside the parts"
    return f"'{name}' goes to the top of the file, before its tables" if above and name in Body.model_fields else ""


def misplaced_among_own_names(where: Where) -> str:
    """As `misplaced`, for what an author may have meant as a name of his own, and wrote something else for."""
    return misplaced(where) if len(where) > 1 and where[-2] in _OWN_NAMES else ""
