"""quizengine bank list: the items, the topics, the skills, or the statements that items cover."""

from __future__ import annotations

from pathlib import Path

import click

from quizengine.cli.options import Config, bank_option


@click.command("list")
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option(
    "--topics", "view", flag_value="topics", help="The topics of the course instead, with what they are about."
)
@click.option("--skills", "view", flag_value="skills", help="The skills that the items train, with their rules.")
@click.option("--covers", "view", flag_value="covers", help="The statements of the texts that the items cover.")
@click.option("--uncovered", "view", flag_value="uncovered", help="The statements that none of the items covers.")
@click.option("--json", "as_json", is_flag=True, help="One JSON list.")
@bank_option
@click.pass_obj
def list_items(config: Config, topics: tuple[str, ...], view: str | None, as_json: bool, bank: tuple[Path, ...]) -> int:
    """List the items of TOPICs as the course goes: a topic, a skill or an item's id; all if none is named.

    \b
    Example:
      quizengine bank list
      quizengine bank list gradient --json
      quizengine bank list --uncovered
    """
    from quizengine.bank import named
    from quizengine.cli.item_lists import VIEWS

    loaded = config.with_paths(None, bank).bank()
    items, _ = named(loaded, topics)
    listed = VIEWS[view or "items"](loaded, loaded.course.in_order(items))
    if as_json:
        config.terminal.json(listed.to_json())
    else:
        listed.print(config.terminal)
    early = (*loaded.early_faults, *loaded.clashes)
    faults = loaded.faults_of(topics) if as_json else early  # of whole items where they are read anyway
    for fault in faults:
        config.terminal.say(f"quizengine: {fault}")
    return 1 if faults else 0
