"""Every exception that quizengine raises on purpose, in one tree.

    QuizError                 the common root: str(error) is one line that says what happened and what to do
    ├── Unreadable            a text is not mathematics that we read: reason code, offset, message
    ├── CannotCompute         the author's expression has no value (wrong types, no derivative, division by zero)
    │   └── NeverComputes     … and other numbers would not help (unknown name, takes too long)
    ├── CannotDraw            an item gives no question for a seed, or one that cannot be shown, judged or printed
    ├── BankUnusable          a bank folder or file cannot be used at all
    ├── UnknownTopic          no item matches what was asked for
    │   └── AmbiguousName     … or items of several banks do
    ├── StoreUnusable         the journal's file is no journal, or cannot be read or written
    ├── CannotWrite           a folder or file for output cannot be written
    └── BadSheetCode          a sheet code is damaged or belongs to another bank

A learner's mistake is a verdict and an author's is a fault in a list; exceptions carry them only
across the floors. An error stores values; its sentence is written here.
"""

from __future__ import annotations

from pathlib import Path


def unforeseen(error: Exception) -> str:
    """Return what went wrong, in a few words on one line, where nobody foresaw it."""
    if isinstance(error, QuizError):
        return " ".join(str(error).split())
    if isinstance(error, MemoryError):
        return "it takes more memory than there is"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    place, trace = "", error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if "quizengine" in file.parts or not place:
            place = f"{file.name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return " ".join(f"a fault of the program at {place} ({type(error).__name__} {error}".split())[:200] + ")"


class QuizError(Exception):
    """The root of the tree. `str(error)` is one line for the user."""


class Unreadable(QuizError):
    """A text could not be read as mathematics.

    reason: a stable code such as "bracket-not-closed"; offset and length: the characters of the typed
    text that the caret stands under (0-based); message: at most 200 characters, what is wrong and the cure.
    """

    def __init__(self, reason: str, offset: int, message: str, length: int = 1) -> None:
        super().__init__(message)
        self.reason = reason
        self.offset = offset
        self.length = length
        self.message = message


class CannotCompute(QuizError):
    """An author's expression has no value; `expression` is its text, `why` says what is wrong."""

    def __init__(self, expression: str, why: str) -> None:
        written = " ".join(expression.split())
        super().__init__(f"cannot compute '{written if len(written) <= 80 else written[:79] + '…'}': {why}")
        self.expression = expression
        self.why = why


class NeverComputes(CannotCompute):
    """An author's expression has no value whatever the numbers are: to draw others is no use."""


class CannotDraw(QuizError):
    """The item `item` gives no question for `seed`, or one that cannot be used.

    verb: what cannot be done with it; hopeless: other seeds need not be tried.
    """

    def __init__(self, item: str, seed: int, why: str, verb: str = "drawn", hopeless: bool = False) -> None:
        super().__init__(f"{item} cannot be {verb} with seed {seed}: {why}; see `quizengine bank check {item}`")
        self.item = item
        self.seed = seed
        self.why = why
        self.verb = verb
        self.hopeless = hopeless


class BankUnusable(QuizError):
    """A bank folder or file at `path` cannot be used."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class UnknownTopic(QuizError):
    """No item, skill or topic is called `topic`; `known` are the names to choose from, nearest first, `unread` tells
    of a file or folder in which it may be and that was not read, "" if there is none.
    """

    def __init__(self, topic: str, known: tuple[str, ...], unread: str = "") -> None:
        near = f"did you mean {known[0]}? " if known else ""
        cure = f"it may be in what was not read, {unread}" if unread else "`quizengine bank list` shows all"
        super().__init__(f"no topic, skill or item is called '{topic[:60]}'; {near}{cure}")
        self.topic = topic
        self.known = known


class AmbiguousName(UnknownTopic):
    """Several banks have an item called `topic`; `known` are the ids that tell them apart."""

    def __init__(self, topic: str, known: tuple[str, ...]) -> None:
        QuizError.__init__(self, f"more than one bank has '{topic[:60]}'; type one of {', '.join(known)}")
        self.topic = topic
        self.known = known


class StoreUnusable(QuizError):
    """The store of answers at `path` cannot be used; nothing in it was changed. `cure` says what to do."""

    def __init__(self, path: Path, why: str, cure: str = "choose another file with --store") -> None:
        super().__init__(f"{path}: {why}; nothing was changed; {cure}")
        self.path = path
        self.why = why


class CannotWrite(QuizError):
    """Output cannot be written to `path`."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"cannot write {path}: {why}; choose another folder with -o")
        self.path = path
        self.why = why


class BadSheetCode(QuizError):
    """The sheet code `code` rebuilds no sheet."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(f"sheet code '{code}' {why}")
        self.code = code
        self.why = why
