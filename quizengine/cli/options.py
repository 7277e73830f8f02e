"""What several commands take: where the store and the bank lie."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quizengine.cli.terminal import Terminal
from quizengine.seeded import SEEDS, SHORT_SEEDS

if TYPE_CHECKING:
    from quizengine.bank import Bank
    from quizengine.journal import Journal, Timestamp

Command = TypeVar("Command", bound=Callable[..., Any])


class Whole(click.IntRange):
    """A whole number between two bounds; what is wrong is told in words."""

    name = "whole number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            number = int(value)
        except ValueError:
            number = None
        if number is None or not int(self.min or 0) <= number <= int(self.max or 0):
            self.fail(f"{str(value)[:40]!r} is no whole number from {self.min} to {self.max}", param, ctx)
        return number


class Amount(click.FloatRange):
    """A number between two bounds."""

    name = "number"


#: What is wrong with a path is told by whoever opens it.
PATH = click.Path(path_type=Path, readable=False)

SEED = Whole(0, SEEDS - 1)


@dataclass(frozen=True, slots=True)
class Config:
    """Where a command runs: its terminal, the store and the extra banks that were typed."""

    terminal: Terminal
    store: Path | None = None
    extra: tuple[Path, ...] = ()

    def with_paths(self, store: Path | None, banks: tuple[Path, ...]) -> Config:
        """This setting with the paths that are given; those given after the command win over those before it."""
        return replace(self, store=store or self.store, extra=banks or self.extra)

    def in_words(self, wanted: bool) -> Config:
        """This setting, where `wanted` with figures told in words."""
        return replace(self, terminal=replace(self.terminal, pictures=self.terminal.pictures and not wanted))

    def again(self, command: str = "") -> str:
        """Return the command that goes on here: paths that were typed have to be typed again, those of the environment
        not.
        """
        typed = (("--store", self.store), *(("--bank", folder) for folder in self.extra))
        return " ".join(filter(None, ("quizengine", command))) + "".join(
            f" {option} {shlex.quote(str(path))}" for option, path in typed if path
        )

    @property
    def named_store(self) -> Path | None:
        """The store that was typed or that the environment names."""
        given = os.environ.get("QUIZENGINE_STORE")  # not read by each command: what is typed before one wins over it
        return self.store or (Path(given) if given else None)

    @property
    def named_banks(self) -> tuple[Path, ...]:
        """The folders that were typed, or else those that the environment names."""
        given = os.environ.get("QUIZENGINE_BANK", "").split(os.pathsep)
        return self.extra or tuple(Path(folder) for folder in given if folder)

    def journal(self) -> Journal:
        from quizengine.journal import Journal

        return Journal(self.named_store or usual_store())

    def bank_to_use(self) -> Bank:
        """Return the bank for questions; says in one line that files of it are left out, and in one that banks use the
        same names, so that nobody wonders.
        """
        bank = self.bank()
        check = replace(self, store=None).again("bank check")
        for told, faults in (("left out: ", bank.early_faults), ("", bank.clashes)):
            if faults:
                more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
                self.terminal.say(f"quizengine: {told}{faults[0]}{more}; see `{check}`")
        return bank

    def bank(self) -> Bank:
        from quizengine.bank import load_bank

        return load_bank(*self.named_banks)


def usual_store() -> Path:
    """Return the store in the user's data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir("quizengine", appauthor=False)) / "answers.db"


def now() -> Timestamp:
    """Return the moment by the learner's clock."""
    from quizengine.journal import Timestamp

    return Timestamp.of(datetime.now().astimezone())


def fresh_id() -> str:
    """Return a text id that no other journal has, so that two journals can be merged."""
    # as secrets.token_hex, which brings in modules for hashing that a start need not wait for
    return os.urandom(10).hex()


def fresh_seed() -> int:
    """Return a seed that nobody foresees, short enough to be typed."""
    return int.from_bytes(os.urandom(8)) % SHORT_SEEDS


def plain_option(command: Command) -> Command:
    return click.option(
        "--plain",
        is_flag=True,
        help="Line by line, without escape codes, figures in words: for scripts and screen readers.",
    )(command)


def describe_option(command: Command) -> Command:
    return click.option(
        "--describe",
        is_flag=True,
        envvar="QUIZENGINE_DESCRIBE",
        help="Figures in words, not as pictures (or set QUIZENGINE_DESCRIBE=1).",
    )(command)


def store_option(command: Command) -> Command:
    return click.option(
        "--store",
        type=PATH,
        help="The file that keeps your answers, instead of the usual one (or set QUIZENGINE_STORE).",
    )(command)


def bank_option(command: Command) -> Command:
    return click.option(
        "--bank",
        type=PATH,
        multiple=True,
        help="A folder with more items; may be repeated (or set QUIZENGINE_BANK).",
    )(command)
