"""quizengine bank show: questions with their keys, mistakes, hints and steps, in the terminal or as a web page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizengine.cli.named_items import NAME_OR_PATH, item_named, items_there
from quizengine.cli.options import SEED, Config, Whole, bank_option, describe_option
from quizengine.cli.progress_line import count_of
from quizengine.errors import CannotDraw
from quizengine.one_question import one_question
from quizengine.seeded import SEEDS

if TYPE_CHECKING:
    from quizengine.bank import Bank
    from quizengine.draw import Question
    from quizengine.item import Item

MOST_SEEDS = 50


@click.command()
@click.argument("id", type=NAME_OR_PATH, metavar="ID")
@click.option("--seed", type=SEED, default=1, show_default=True, help="The seed of the numbers.")
@click.option(
    "--seeds", "many", type=Whole(1, MOST_SEEDS), default=1, show_default=True, help="How many seeds, from that on."
)
@click.option("--json", "as_json", is_flag=True, help="Each question as one JSON value.")
@click.option("--html", "as_html", is_flag=True, help="A web page with all of it, and what the checker says.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file for the page.  [default: the ID with hyphens, here]",
)
@click.option("--watch", "watched", is_flag=True, help="Write the page anew whenever the item is saved, until Ctrl-C.")
@describe_option
@bank_option
@click.pass_obj
def show(config: Config, /, **wanted: Any) -> int:
    """Draw the item ID and show the question with its keys, mistakes, hints and steps. ID may be the path of a file.

    \b
    Example:
      quizengine bank show gradient/polynomial --seed 7
      quizengine bank show gradient/polynomial --html --seeds 5 --watch
    """
    order = _Wanted(**wanted)
    _refuse_what_does_not_go_together(order)
    config = config.with_paths(None, order.bank).in_words(order.describe)
    return _show_page(config, order) if order.as_html else _print_questions(config, order)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The options of the command, as typed."""

    id: str
    seed: int
    many: int
    as_json: bool
    as_html: bool
    output: Path | None
    watched: bool
    describe: bool
    bank: tuple[Path, ...]

    @property
    def seeds(self) -> tuple[int, ...]:
        return tuple(range(self.seed, self.seed + self.many))

    def load(self, config: Config) -> Bank:
        """Return the bank in which `find` finds the item; raises BankUnusable for a path with none."""
        return items_there(config.bank(), [self.id])

    def find(self, bank: Bank) -> Item:
        """Return the item that is meant; raises UnknownTopic, or BankUnusable for one that cannot be read."""
        return item_named(bank, self.id)


def _refuse_what_does_not_go_together(order: _Wanted) -> None:
    if order.as_html and order.as_json:
        raise click.UsageError("--html and --json are two ways to show it; choose one")
    if not order.as_html and (order.watched or order.output):
        raise click.UsageError(f"{'--watch' if order.watched else '--output'} goes with a web page; add --html")
    if order.seeds[-1] >= SEEDS:
        raise click.UsageError(
            f"the last of {order.many} seeds from {order.seed} on is too large; choose a smaller one"
        )


def _show_page(config: Config, order: _Wanted) -> int:
    """Write the page and print its path; gives 1 if no question is on it."""
    import time
    from datetime import datetime

    from quizengine.cli.preview import Order, look_up, refuse_others, usual_file
    from quizengine.cli.preview_watch import Clock, told, watch, write_page

    preview = Order(lambda: order.load(config), order.find, order.seeds)
    output = order.output or usual_file(look_up(preview).id)
    refuse_others(output)
    clock = Clock(datetime.now, time.sleep)
    if order.watched:
        watch(preview, output, config.terminal, clock)
        return 0
    page = write_page(preview, output, clock)
    config.terminal.print(str(output))
    config.terminal.say(told(page))
    return 0 if page.drawn else 1


def _print_questions(config: Config, order: _Wanted) -> int:
    """Print one question after the other; one of several that cannot be drawn is told, and gives 1 in the end."""
    from quizengine.draw import draw_question

    loaded = order.load(config)
    item, failed = order.find(loaded), 0
    for seed in order.seeds:
        try:
            question = draw_question(item, seed, loaded.mistakes)
            with one_question(item.id, seed, "shown"):
                _print(config, question, order.as_json)
        except CannotDraw as failure:
            if order.many == 1:
                raise
            failed = 1
            config.terminal.out.flush()
            config.terminal.say(f"quizengine: {failure}")
    return failed


def _print(config: Config, question: Question, as_json: bool) -> None:
    if as_json:
        from quizengine.cli.question_json import question_json

        config.terminal.json(question_json(question))
    else:
        print_question(config, question)


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
