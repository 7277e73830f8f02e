"""quizengine compare: the judge by itself, for one pair or for a stream of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from quizengine.answers.kind_names import TYPED
from quizengine.cli.jsonl_fields import DOMAINS, MOST_DIGITS
from quizengine.cli.options import Amount, Config, Whole

if TYPE_CHECKING:
    from quizengine.answers.verdict import Verdict
    from quizengine.cli.terminal import Style, Terminal

STYLES: dict[str, Style] = {"correct": "good", "undecided": "plain"}  # all others are bad


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("key", required=False)
@click.argument("answer", required=False)
@click.option("--kind", type=click.Choice(TYPED), help="What the key is; else it is taken from the key.")
@click.option("--variables", help="The names an answer may use, as in x,y; else those of the key.")
@click.option("--domain", type=click.Choice(DOMAINS), help="Where the two must agree.  [default: real]")
@click.option("--relative", type=Amount(0, 1), help="Numbers may be off by this share of the key.")
@click.option("--absolute", type=Amount(0), help="Numbers may be off by this much.")
@click.option("--digits", type=Whole(1, MOST_DIGITS), help="Decimals need this many significant figures.")
@click.option("--json", "as_json", is_flag=True, help="The verdict as one JSON value.")
@click.option(
    "--jsonl", type=click.Path(), help="Judge each line of this file (- for standard input), one JSON row each."
)
@click.pass_obj
def compare(config: Config, /, key: str | None, answer: str | None, jsonl: str | None, **options: Any) -> None:
    """Judge ANSWER against KEY.

    Negative answers can be typed as they are. With --jsonl each line holds id, key and answer, and may hold kind,
    variables, domain, tolerance and digits; each gives one line with the verdict, in the same order, whatever it
    holds.

    \b
    Example:
      quizengine compare "(2x, 2y)" "(2x, 3y)"
      quizengine compare "2*x*y" "-x y" --json
      quizengine compare "z = 2x + 3y - 1" "4x + 6y - 2z = 2"
      quizengine compare --jsonl answers.jsonl > verdicts.jsonl
    """
    from quizengine.cli import jsonl_rows

    if jsonl is not None:
        del options["as_json"]  # it is JSON already
        if any(value is not None for value in (key, answer, *options.values())):
            raise click.UsageError("--jsonl takes key, answer and options from each line; leave the others out")
        jsonl_rows.judge_lines(jsonl, config.terminal)
        return
    if key is None or answer is None:
        raise click.UsageError("KEY and ANSWER are needed, or --jsonl FILE")
    row = {"id": None, "key": key, "answer": answer, **_fields(options)}
    if options["as_json"]:
        jsonl_rows.ready()
        config.terminal.json(jsonl_rows.judge_row(row))
    else:
        _show(config.terminal, jsonl_rows.verdict_on(row), answer)


def _fields(options: dict[str, Any]) -> dict[str, Any]:
    """The options as the fields of a row."""
    fields: dict[str, Any] = {name: options[name] for name in ("kind", "domain", "digits")}
    if options["variables"] is not None:
        fields["variables"] = [name.strip() for name in options["variables"].split(",") if name.strip()]
    tolerance = {name: options[name] for name in ("relative", "absolute") if options[name] is not None}
    return {**fields, "tolerance": tolerance} if tolerance else fields


def _show(terminal: Terminal, verdict: Verdict, answer: str) -> None:
    from quizengine.cli.screen import Screen

    credit = f"  credit {verdict.credit:g}" if verdict.outcome == "partial" else ""
    evidence = f"  ({verdict.evidence})" if verdict.evidence else ""
    terminal.print(f"{verdict.outcome}{credit}{evidence}", STYLES.get(verdict.outcome, "bad"))
    if verdict.read_as:
        terminal.print(f"read as  {verdict.read_as}")
    Screen(replace(terminal, width=None, follows=False)).caret(answer, verdict, "")
    if verdict.message:
        terminal.print(verdict.message)
