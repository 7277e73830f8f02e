"""quizengine bank show: one question with its keys, mistakes, hints and steps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizengine.cli.options import SEED, Config, bank_option, describe_option
from quizengine.cli.progress_line import count_of
from quizengine.one_question import one_question

if TYPE_CHECKING:
    from quizengine.draw import Question


@click.command()
@click.argument("id")
@click.option("--seed", type=SEED, default=1, show_default=True, help="The seed of the numbers.")
@click.option("--json", "as_json", is_flag=True, help="The question as one JSON value.")
@describe_option
@bank_option
@click.pass_obj
def show(config: Config, id: str, seed: int, as_json: bool, describe: bool, bank: Path | None) -> None:
    """Draw the item ID and show the question with its keys, mistakes, hints and steps.

    \b
    Example:
      quizengine bank show gradient/polynomial --seed 7
    """
    from quizengine.draw import draw_question

    loaded = config.with_paths(None, bank).bank()
    question = draw_question(loaded.item(id), seed, loaded.mistakes)
    with one_question(id, seed, "shown"):
        if as_json:
            from quizengine.cli.question_json import question_json

            config.terminal.json(question_json(question))
        else:
            print_question(config.in_words(describe), question)


def print_question(config: Config, question: Question) -> None:
    """Print `question` as learners see it, and below each part what an author wants to see of it."""
    from quizengine.cli.screen import Screen

    screen = Screen(config.terminal)
    item = question.item
    time = f"about {count_of(item.minutes, 'minute')}"
    config.terminal.print(f"{item.id}  seed {question.seed}  level {item.difficulty}  {time}", "dim")
    screen.prompt(question.prompt)
    screen.stimulus(question)
    for part, written in zip(question.parts, item.parts, strict=True):
        screen.part(part, len(question.parts))
        screen.key(part)
        for mistake in part.mistakes:
            screen.note(f"mistake {mistake.name}:", mistake.key.prose())
            screen.note("  which says", mistake.says)
        for number, hint in enumerate(part.hints, 1):
            screen.note(f"hint {number}:", hint)
        if written.help.feedback is not None:
            screen.line(f"  feedback, as it is written: {' '.join(written.help.feedback.split())}")
        screen.steps(part)
        for number, step in enumerate(part.steps, 1):
            if step.key is not None:
                screen.note(f"step {number} can be asked:", step.asks)
                screen.note("  and its answer:", step.key.prose())
