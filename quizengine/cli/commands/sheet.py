"""quizengine sheet: exam sheets and their keys, printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from quizengine.cli.exit_codes import PAUSED
from quizengine.cli.options import SEED, Config, Whole, bank_option, fresh_seed
from quizengine.cli.progress_line import counted
from quizengine.errors import CannotDraw
from quizengine.sheet import FORMATS

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.paper import Paper

MOST_ITEMS, MOST_VARIANTS, MOST_LETTERS = 200, 500, 120


def _short(_context: click.Context, _option: click.Parameter, title: str) -> str:
    if len(title) > MOST_LETTERS:
        raise click.BadParameter(f"a title has at most {MOST_LETTERS} characters, this has {len(title)}")
    return title


@click.command(short_help="Print sheets and their keys.")
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option("-n", "--items", type=Whole(1, MOST_ITEMS), default=8, show_default=True, help="Questions on each sheet.")
@click.option(
    "--variants",
    type=Whole(1, MOST_VARIANTS),
    default=1,
    show_default=True,
    help="How many sheets, each with other numbers.",
)
@click.option("--seed", type=SEED, help="The same seed gives the same sheets; without it they are new each time.")
@click.option("--title", default="", callback=_short, help="What stands at the top of each sheet.")
@click.option(
    "--format",
    "formats",
    type=click.Choice(tuple(FORMATS)),
    multiple=True,
    default=("pdf",),
    help="May be repeated. large-print: PDF in letters of 16 points.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("sheets"),
    show_default=True,
    help="The folder for the files.",
)
@click.option("--code", help="Rebuild exactly the sheet whose pages carry this code.")
@click.option("--json", "as_json", is_flag=True, help="Print codes and files as one JSON value.")
@bank_option
@click.pass_obj
def sheet(config: Config, /, **order: Any) -> int:
    """Print sheets on TOPICs (all topics if none is named), each with its key.

    \b
    Example:
      quizengine sheet gradient -n 6 --variants 2 -o exam
      quizengine sheet --code CODE
    """
    wanted = Order(**order)
    written: list[Path] = []
    try:
        made = _made(wanted, config.with_paths(None, wanted.bank), written)
    except KeyboardInterrupt:
        config.terminal.say(_stopped(wanted, len(written)))
        return PAUSED
    except CannotDraw:
        config.terminal.say(_stopped(wanted, len(written)))
        raise
    if wanted.as_json:
        config.terminal.json(made)
        return 0
    for path in made["files"]:
        config.terminal.print(path)
    config.terminal.say(_told(wanted, made))
    return 0


@dataclass(frozen=True, slots=True)
class Order:
    """The options of the command, as typed."""

    topics: tuple[str, ...]
    items: int
    variants: int
    seed: int | None
    title: str
    formats: tuple[str, ...]
    output: Path
    code: str | None
    as_json: bool
    bank: tuple[Path, ...]


def _made(wanted: Order, config: Config, written: list[Path]) -> dict[str, Any]:
    """Write the files, each of which is added to `written` when it is whole; gives what --json prints."""
    from quizengine.paper import drawable, in_turn, label, sheet_code
    from quizengine.sheet import files, print_on_trial, write_sheets

    planned, numbers = _paper(wanted, config)
    paper, left_out = drawable(planned, print_on_trial)
    for failure in left_out:
        config.terminal.say(f"quizengine: left out: {failure}")
    formats = tuple(dict.fromkeys(wanted.formats))
    last, of = max(numbers) + 1, files(paper, numbers, formats, wanted.output)
    drawn = tuple(counted(islice(in_turn(paper, print_on_trial), last), last, "Drawing sheet", config.terminal))
    there = sum(path.is_file() for path in of)
    sheets = {number: drawn[number] for number in numbers}
    printing = write_sheets(paper, sheets, formats, wanted.output)
    written.extend(counted(printing, len(of), "Printing file", config.terminal))  # one by one, also up to a Ctrl-C
    for remark in _remarks(wanted, paper, drawn, there):
        config.terminal.say(remark)
    codes = {label(number): sheet_code(paper, number) for number in numbers}
    return {"title": paper.title, "seed": paper.seed, "codes": codes, "files": [str(path) for path in written]}


def _remarks(wanted: Order, paper: Paper, drawn: Sequence[Sequence[Question]], replaced: int) -> Iterator[str]:
    """What a teacher should know of the sheets beside where they are."""
    from quizengine.paper import repeated, titled

    if wanted.code and not wanted.title and titled(wanted.code):
        yield "This sheet had a title of its own, which its code does not hold; give it with --title."
    if len(paper.items) < paper.asked:
        yield f"Only {len(paper.items)} questions can be asked on this; the sheet has as many."
    if wanted.code is None and (items := repeated(drawn)):
        more = ", …" if len(items) > 3 else ""
        yield f"Some questions come more than once, since there are no more of {', '.join(items[:3])}{more}."
    if replaced:
        yield f"Replaced {replaced} {'file' if replaced == 1 else 'files'} of the same name there."


def _paper(wanted: Order, config: Config) -> tuple[Paper, Sequence[int]]:
    from quizengine.paper import from_code, plan_paper

    if wanted.code is not None:
        given = click.get_current_context().get_parameter_source
        if any(given(name) is not ParameterSource.DEFAULT for name in ("topics", "seed", "items", "variants")):
            raise click.UsageError("--code rebuilds one sheet; leave out topics, --items, --variants and --seed")
        paper, variant = from_code(wanted.code, config.bank_to_use(), wanted.title)
        return paper, (variant,)
    seed = fresh_seed() if wanted.seed is None else wanted.seed
    return plan_paper(config.bank_to_use(), wanted.topics, wanted.items, seed, wanted.title), range(wanted.variants)


def _stopped(wanted: Order, written: int) -> str:
    """What stands after a Ctrl-C."""
    if not written:
        return "Stopped: no file is written."
    stand = "1 file is" if written == 1 else f"{written} files are"
    return f"Stopped: {stand} whole in {wanted.output}, the others are not written."


def _told(wanted: Order, made: dict[str, Any]) -> str:
    number = len(made["codes"])
    sheets = "1 sheet and its key" if number == 1 else f"{number} sheets and their keys"
    codes = ", ".join(f"{label} {sheet_code}" for label, sheet_code in list(made["codes"].items())[:4])
    more = ", …" if number > 4 else ""
    return f"{sheets} in {wanted.output}; rebuild one with `quizengine sheet --code CODE`: {codes}{more}"
