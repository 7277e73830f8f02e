"""quizengine bank stats: what a bank has, and what is thin in it."""

from __future__ import annotations

from pathlib import Path

import click

from quizengine.cli.options import Config, bank_option


@click.command()
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option("--json", "as_json", is_flag=True, help="All of it as one JSON value.")
@bank_option
@click.pass_obj
def stats(config: Config, topics: tuple[str, ...], as_json: bool, bank: tuple[Path, ...]) -> int:
    """Count what the items of TOPICs have, and tell what is thin; all items if no topic is named.

    Counted are items by skill, difficulty and kind of answer, the statements that they cover, the mistakes that they
    name.

    \b
    Example:
      quizengine bank stats
      quizengine bank stats gradient --json
    """
    from quizengine.bank import named
    from quizengine.bank.statistics import statistics
    from quizengine.cli.bank_page import print_page, to_json

    loaded = config.with_paths(None, bank).bank()
    items, _ = named(loaded, topics)
    found = statistics(loaded, items)
    if as_json:
        config.terminal.json(to_json(found))
    else:
        print_page(config.terminal, found)
    left_out = loaded.faults_of(topics)
    for fault in left_out:
        config.terminal.say(f"quizengine: {fault}")
    return 1 if left_out else 0
