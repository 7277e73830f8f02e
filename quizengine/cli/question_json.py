"""A drawn question as the one JSON value of `quizengine bank show --json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizengine.maths.print import show_prose

if TYPE_CHECKING:
    from quizengine.draw import Part, Question, WorkedStep


def question_json(question: Question) -> dict[str, Any]:
    """Return what is told of a drawn question: its texts as Unicode, its keys in plain notation."""
    table = question.table
    return {
        "id": question.item.id,
        "version": question.item.version,
        "seed": question.seed,
        "title": question.item.title,
        "prompt": show_prose(question.prompt, "text"),
        "table": table
        and {
            "header": [show_prose(cell, "text") for cell in table.header],
            "rows": [[show_prose(cell, "text") for cell in row] for row in table.rows],
        },
        "figure": question.figure and show_prose(question.figure.description(), "text"),
        "marks": question.marks,
        "minutes": question.item.minutes,
        "parts": [
            {**_part_json(part), "skills": list(skills), "feedback": written.help.feedback}
            for part, skills, written in zip(
                question.parts, question.item.skills_of_parts, question.item.parts, strict=True
            )
        ],
    }


def _part_json(part: Part) -> dict[str, Any]:
    return {
        "label": part.label,
        "prompt": show_prose(part.prompt, "text"),
        "kind": part.key.kind,
        "marks": part.marks,
        "room": part.room,
        "key": part.key.plain(),
        "key_text": part.key.show("text"),
        "options": [show_prose(option, "text") for option in part.key.options],
        "stems": [show_prose(stem, "text") for stem in part.key.stems],
        "mistakes": [
            {"name": mistake.name, "value": mistake.key.plain(), "says": show_prose(mistake.says, "text")}
            for mistake in part.mistakes
        ],
        "hints": [show_prose(hint, "text") for hint in part.hints],
        "steps": [_step_json(step) for step in part.steps],
    }


def _step_json(step: WorkedStep) -> dict[str, Any]:
    return {
        "says": show_prose(step.says, "text"),
        "marks": step.marks,
        "asks": show_prose(step.asks, "text"),
        "key": step.key and step.key.plain(),
        "key_text": step.key and step.key.show("text"),
    }
