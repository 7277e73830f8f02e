"""The group of commands, and the last handler of errors: a person sees a sentence and never a traceback."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from quizengine import __version__
from quizengine.cli.commands.bank import bank
from quizengine.cli.commands.compare import compare
from quizengine.cli.commands.practice import practice, resume_or_begin
from quizengine.cli.commands.progress import progress
from quizengine.cli.commands.sheet import sheet
from quizengine.cli.exit_codes import FAILED, PAUSED, USAGE
from quizengine.cli.options import Config, bank_option, describe_option, plain_option, store_option
from quizengine.cli.terminal import Terminal
from quizengine.errors import QuizError, UnknownTopic


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="quizengine %(version)s")
@plain_option
@describe_option
@store_option
@bank_option
@click.pass_context
def quizengine(
    context: click.Context, plain: bool, describe: bool, store: Path | None, bank: tuple[Path, ...]
) -> int | None:
    """Practise gradients, print exam sheets with keys, and see how it goes.

    Without a command: go on with the open session, or begin one of ten questions.

    \b
    Example:
      quizengine

    \b
    Tab completion in bash (for zsh: zsh_source, for fish: fish_source):
      eval "$(_QUIZENGINE_COMPLETE=bash_source quizengine)"
    """
    config = context.ensure_object(Config).with_paths(store, bank).in_words(plain or describe)
    context.obj = config
    if context.invoked_subcommand is None:
        return resume_or_begin(config, plain)
    return None


for command in (practice, sheet, progress, compare, bank):
    quizengine.add_command(command)


def run(arguments: Sequence[str]) -> int:
    """Run one command line; gives the exit code and never raises but for KeyboardInterrupt out of its own reports."""
    terminal = Terminal.here()
    try:
        code = quizengine.main(list(arguments), prog_name="quizengine", standalone_mode=False, obj=Config(terminal))
        terminal.out.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        terminal.say(error.format_message())
        return USAGE
    except click.ClickException as error:
        terminal.say(_usage(error, arguments))
        return error.exit_code
    except UnknownTopic as error:
        terminal.say(f"quizengine: {_line(error)}")
        return USAGE
    except QuizError as error:
        terminal.say(f"quizengine: {_line(error)}")
        return FAILED
    except (KeyboardInterrupt, click.Abort):
        terminal.say("quizengine: stopped")
        return PAUSED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that Python's last flush is quiet
        return FAILED
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        told = f"{error.filename}: {why}; choose another file"
        nowhere = f"the output cannot be written: {why}; send it elsewhere"
        terminal.say(f"quizengine: {_line(told) if error.filename else nowhere}")
        return FAILED
    except Exception as error:
        _report(terminal, error)
        return FAILED


def _line(told: object) -> str:
    """What is told, on one line, whatever a file or a topic is called."""
    return str(told).replace("\n", "\\n")


def _usage(error: click.ClickException, arguments: Sequence[str]) -> str:
    message = " ".join(error.format_message().split()).rstrip(".")
    message = re.sub(r"\. \((Did you mean .*\?)\)$", r". \1", message)
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else _path(arguments)
    joint = " See" if message.endswith("?") else "; see"
    return f"quizengine: {message}{joint} `{path} --help`"


def _path(arguments: Sequence[str]) -> str:
    """The command that was typed, for a fault that was found before click took it as one."""
    path, command = "quizengine", quizengine
    for word in arguments:
        found = command.commands.get(word)
        path = f"{path} {word}" if found else path
        if not isinstance(found, click.Group):
            if found:
                break
            continue
        command = found
    return path


def _report(terminal: Terminal, error: Exception) -> None:
    """A fault of the program itself: one line that can be reported."""
    import traceback

    if os.environ.get("QUIZENGINE_DEBUG"):
        terminal.say("".join(traceback.format_exception(error)).rstrip())
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if f"{os.sep}quizengine{os.sep}" in frame.filename] or frames
    place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "an unknown place"
    what = " ".join(f"{type(error).__name__} {error}".split())[:200]
    terminal.say(
        f"quizengine: a fault of the program at {place} ({what}); saved answers are safe. Please report this line with "
        f"quizengine {__version__} and the command you typed; QUIZENGINE_DEBUG=1 shows where it happened"
    )
