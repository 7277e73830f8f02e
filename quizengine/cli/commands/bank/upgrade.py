"""quizengine bank upgrade: files of an older format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizengine.cli.options import PATH, Config
from quizengine.cli.progress_line import count_of

if TYPE_CHECKING:
    from quizengine.bank import Fault


@click.command()
@click.argument("folder", type=PATH)
@click.option("--dry-run", is_flag=True, help="Tell what would change, and write nothing.")
@click.pass_obj
def upgrade(config: Config, folder: Path, dry_run: bool) -> int:
    """Rewrite the bank in FOLDER from an older format to that of today; a second time changes nothing.

    Only the lines that have to change are touched. A file that cannot be read stays as it is and is told: exit code 1.

    \b
    Example:
      quizengine bank upgrade my-bank --dry-run
      quizengine bank upgrade my-bank
    """
    from quizengine.bank.upgrade import upgrade_folder, write

    written = 0
    left: list[Fault] = []
    for found in upgrade_folder(folder):
        hindered = None if dry_run or found.left else write(found)
        left += found.left or filter(None, [hindered])
        if not found.left and hindered is None:
            written += 1
            for line, change in found.changes:
                config.terminal.print(f"{found.path}:{line}: {change}")
    for fault in left:
        config.terminal.say(f"quizengine: left as it is: {fault}")
    told = "would be rewritten; nothing is written yet" if dry_run else "rewritten"
    nothing = "Nothing to rewrite: all is in the format of today."
    config.terminal.say(nothing if not written and not left else f"{count_of(written, 'file')} {told}")
    return 1 if left else 0
