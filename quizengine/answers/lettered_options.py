"""Options that are printed with letters, and the letters, numbers and texts that a learner types for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from quizengine.answers.key import Key, Shuffle
from quizengine.errors import Unreadable
from quizengine.maths.language.fill_in import words_of
from quizengine.maths.print.picture import Picture

if TYPE_CHECKING:
    from quizengine.maths.print import Prose

R = TypeVar("R")
K = TypeVar("K", bound=Key[Any])
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_JOINTS = re.compile(r"[\s,;&/+{}]+|\b(?:and|then)\b")
_ARTICLE = re.compile(r"^(?:the|an?)\s+")
_MINUS = str.maketrans("−–", "--")
_AFTER_COMMA = re.compile(r",\s*")
_AROUND = "()[].:;!?\"'\u200b "  # signs that may stand around a letter
_MAX_TYPED = 2_000


class LetteredKey(Key[R]):
    """A key whose options have letters; its classes are frozen dataclasses with a field `shown`."""

    __slots__ = ()
    shown: tuple[Prose, ...]

    def without_letters(self) -> str:
        return replace(self, shown=()).show()  # type: ignore[type-var]


def folded(text: str) -> str:
    """Return a text for comparing: lower case, single blanks, one minus sign, without a closing full stop."""
    one_minus = _AFTER_COMMA.sub(", ", text.casefold().translate(_MINUS))
    return " ".join(one_minus.split()).rstrip(".").strip()


def lettered(option: int, options: Sequence[Prose]) -> str:
    """Return an option as it is named in a sentence: `b) the learning rate`; a figure by its letter alone."""
    text = options[option]
    return LETTERS[option] if is_figure(text) else f"{LETTERS[option]}) {words_of(text)}"


def with_name(name: str, option: Prose) -> Prose:
    """Return an option after its letter or number: `b) the learning rate`; of a figure the name alone."""
    return (name,) if is_figure(option) else (f"{name}) ", *option)


def is_figure(option: Prose) -> bool:
    """Return whether an option holds a figure, which is named by its letter and typed by it."""
    return any(isinstance(piece, Picture) for piece in option)


def pick(text: str, options: Sequence[Prose]) -> int:
    """Return the option that a typed letter, number or text names; raises Unreadable with the letters there are."""
    bounded(text)
    typed = folded(text)
    texts = ["" if is_figure(option) else folded(words_of(option)) for option in options]
    mark = typed.strip(_AROUND)
    found = _by_letter(mark, len(options))
    if found is None and typed in texts:
        found = texts.index(typed)
    if found is None:
        found = _by_number(mark, len(options))
    if found is None:
        found = _by_start(typed, texts)
    if found is None:
        raise Unreadable("no-such-option", 0, f"type one letter, {first_and_last(len(options))}", max(1, len(text)))
    return found


def pick_letters(text: str, count: int) -> tuple[int, ...]:
    """Return the options that a list of letters or numbers names: `a, c`, `ac`, `1 3`; raises Unreadable."""
    bounded(text)
    marks = [mark.strip(_AROUND) for mark in _JOINTS.split(text.casefold()) if mark.strip(_AROUND)]
    spread = [one for mark in marks for one in (mark if mark.isalpha() or (mark.isdigit() and count < 10) else [mark])]
    picked = []
    for mark in spread:
        found = _by_letter(mark, count)
        found = _by_number(mark, count) if found is None else found
        if found is None:
            place = max(0, text.casefold().find(mark))
            raise Unreadable("no-such-option", place, f"type letters, {first_and_last(count)}", max(1, len(mark)))
        picked.append(found)
    return tuple(picked)


def pick_several(text: str, options: Sequence[Prose]) -> tuple[int, ...]:
    """Return the options that a list of letters, or of texts with commas between them, names; raises Unreadable."""
    try:
        return pick_letters(text, len(options))
    except Unreadable as unknown:
        try:
            return tuple(pick(piece, options) for piece in re.split("[,;]", text))
        except Unreadable:
            raise unknown from None


def first_and_last(count: int) -> str:
    """Return the range of letters in words."""
    return "a" if count == 1 else f"{LETTERS[0]} {'or' if count == 2 else 'to'} {LETTERS[count - 1]}"


def bounded(text: str) -> None:
    """Raises Unreadable for a text that is empty or too long for any option."""
    if not text.strip():
        raise Unreadable("empty", 0, "nothing is typed yet")
    if len(text) > _MAX_TYPED:
        raise Unreadable("too-long", _MAX_TYPED, f"at most {_MAX_TYPED} characters")


def shuffled(options: Sequence[Prose], shuffle: Shuffle) -> tuple[Prose, ...]:
    """Return the options in the order of the seed."""
    return tuple(options[place] for place in shuffle(len(options)))


def distinct(options: Sequence[Prose]) -> tuple[Prose, ...]:
    """Return the options, equal texts and equal figures once."""
    first: dict[str | Prose, Prose] = {}
    for option in options:
        first.setdefault(_compared(option), option)
    return tuple(first.values())


def fitted(mistakes: tuple[Key[Any], ...], kind: type[K], fit: Callable[[K], Key[Any]]) -> tuple[Key[Any], ...]:
    """Return the mistakes of a part, with those of `kind` made to fit its key."""
    return tuple(fit(mistake) if isinstance(mistake, kind) else mistake for mistake in mistakes)


def place_of(option: Prose, options: Sequence[Prose]) -> int:
    """Return where an option with the same text or figure stands; -1 if nowhere."""
    wanted = _compared(option)
    return next((place for place, other in enumerate(options) if _compared(other) == wanted), -1)


def _compared(option: Prose) -> str | Prose:
    """What two options are compared by: their words; a figure by its numbers, which takes no drawing."""
    return option if is_figure(option) else folded(words_of(option))


def _by_start(typed: str, texts: Sequence[str]) -> int | None:
    """The one text that begins as typed, articles aside; a letter is enough for "yes" and "no"."""
    begun = _ARTICLE.sub("", typed)
    enough = len(begun) > 3 or set(texts) == {"yes", "no"}
    starts = [place for place, text in enumerate(texts) if enough and text and _ARTICLE.sub("", text).startswith(begun)]
    return starts[0] if len(starts) == 1 else None


def _by_letter(mark: str, count: int) -> int | None:
    return LETTERS.index(mark) if len(mark) == 1 and mark in LETTERS[:count] else None


def _by_number(mark: str, count: int) -> int | None:
    return int(mark) - 1 if mark.isascii() and mark.isdigit() and len(mark) < 3 and 1 <= int(mark) <= count else None
