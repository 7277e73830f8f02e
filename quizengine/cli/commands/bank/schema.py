"""quizengine bank schema: what TOML editors need to complete and check an item."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizengine.cli.options import PATH, Config, bank_option
from quizengine.errors import CannotWrite

if TYPE_CHECKING:
    from quizengine.bank import Bank


@click.command()
@click.option("-o", "--output", type=PATH, help="The file or the bank folder to write it into, instead of the screen.")
@bank_option
@click.pass_obj
def schema(config: Config, output: Path | None, bank: tuple[Path, ...]) -> None:
    """Tell a TOML editor what an item may hold: a JSON Schema with every key, kind of answer, skill, mistake and
    statement.

    Write it into the folder of your bank, and anew when a list of the bank has changed. An editor with Taplo, such as
    VS Code with Even Better TOML, uses it for items that begin with the line `#:schema ../item.schema.json`.

    \b
    Example:
      quizengine bank schema -o my-bank --bank my-bank
    """
    told = json.dumps(_schema(config.with_paths(None, bank).bank()), indent=1)
    if output is None:
        config.terminal.out.write(told + "\n")
        return
    from quizengine.item.schema.file_name import FILE

    path = output / FILE if output.is_dir() else output
    _refuse_other_file(path)
    path.write_text(told + "\n", encoding="utf-8")
    config.terminal.print(str(path))
    config.terminal.say(f"The first line of an item: #:schema ../{path.name}")


def _schema(bank: Bank) -> dict[str, Any]:
    """The schema with the names that the lists of `bank` tell."""
    from quizengine.item.schema import Names, item_schema

    skills = {name: skill.title for name, skill in bank.skills.items()}
    mistakes = {name: mistake.says for name, mistake in bank.mistakes.items()}
    statements = {id: statement.says for id, statement in bank.statements.known.items()}
    return item_schema(Names(skills, mistakes, statements))


def _refuse_other_file(path: Path) -> None:
    """Raise CannotWrite for a file that is there and is none of ours: nobody wants to lose an item to a slip."""
    from quizengine.item.schema.file_name import TITLE

    if path.exists() and TITLE not in path.read_text(encoding="utf-8", errors="replace")[:200]:
        raise CannotWrite(path, "it is there already, and no schema of ours")
