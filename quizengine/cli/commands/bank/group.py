"""quizengine bank: the group of the commands for who looks at items or writes them."""

from __future__ import annotations

import click

from quizengine.cli.commands.bank.check import check
from quizengine.cli.commands.bank.list_items import list_items
from quizengine.cli.commands.bank.new import new
from quizengine.cli.commands.bank.schema import schema
from quizengine.cli.commands.bank.show import show
from quizengine.cli.commands.bank.stats import stats
from quizengine.cli.commands.bank.upgrade import upgrade


@click.group()
def bank() -> None:
    """Look at the items, write one, check them.

    \b
    Example:
      quizengine bank list gradient
    """


for command in (check, list_items, new, schema, show, stats, upgrade):
    bank.add_command(command)
