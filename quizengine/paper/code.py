"""The sheet code: the short text on every page from which exactly this sheet is rebuilt.

A code is a row of characters of Crockford's base 32 (no I, L, O, U), five bits each:
edition and title bit · items asked · variant · seed · number of topics · three for each topic (a hash of its name) ·
five for the digest of the items chosen from · three for the checksum. Numbers take one character for each four bits.
The checksum catches every single wrong character and every two that changed places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from quizengine.bank import Bank
from quizengine.errors import BadSheetCode, UnknownTopic
from quizengine.paper.plan import EDITION, MAX_ITEMS, MAX_VARIANTS, Paper, default_title, plan_paper
from quizengine.seeded import SEEDS, fingerprint

MAX_LENGTH = 2_000  # characters of a code: that of a paper on some five hundred topics

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKE = str.maketrans("OIL", "011", "-‐‑–—−")
_GROUP = 4
_TOPIC, _DIGEST, _CHECK = 3, 5, 3  # characters
_PRIME = 32_749  # the greatest prime below 32^3, so that a checksum fills three characters
_COMPARE = "compare it with the foot of the sheet, character by character"
_MISTYPED = f"is mistyped; {_COMPARE}"
_BEFORE = "SHEETCODE"  # what stands before a code at the foot of a sheet, and may be copied with it


def sheet_code(paper: Paper, variant: int) -> str:
    """Return the code of one variant, in groups of characters that are easy to type: "3K7Q-D0AV-4M"."""
    own_title = paper.title != default_title(paper.bank, paper.topics)
    digits = [EDITION << 1 | own_title, *_number(paper.asked), *_number(variant), *_number(paper.seed)]
    digits += _number(len(paper.topics))
    for topic in paper.topics:
        digits += _hash(topic, _TOPIC)
    digits += _digest(paper)
    digits += _checksum(digits)
    text = "".join(_ALPHABET[digit] for digit in digits)
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def from_code(text: str, bank: Bank, title: str = "") -> tuple[Paper, int]:
    """Return the paper and the variant that `text` stands for. A title of one's own is not in the code: give it again.

    Raises BadSheetCode where the text is mistyped or the bank's items have changed since the sheet was made.
    """
    text = " ".join(text.split())
    digits = iter(_digits(text))
    if next(digits) >> 1 != EDITION:
        raise BadSheetCode(text, "was made by another version of quizengine; use the version that printed the sheet")
    try:
        asked, variant, seed, topics = [_read_number(digits) for _ in range(4)]
        hashes = [[next(digits) for _ in range(_TOPIC)] for _ in range(topics)]
    except StopIteration:
        raise BadSheetCode(text, _MISTYPED) from None
    digest = list(digits)
    if not (1 <= asked <= MAX_ITEMS and variant < MAX_VARIANTS and seed < SEEDS):
        raise BadSheetCode(text, _MISTYPED)
    for names in product(*(_called(bank, wanted) for wanted in hashes)):
        paper = _plan(bank, names, asked, seed, title)
        if paper is not None and _digest(paper) == digest:
            return paper, variant
    raise BadSheetCode(text, "is of other items: the bank has changed since; use the bank and version that printed it")


def titled(text: str) -> bool:
    """Return whether the sheet had a title of its own, which its code does not hold. Raises BadSheetCode."""
    return bool(_digits(text)[0] & 1)


def _plan(bank: Bank, topics: tuple[str, ...], asked: int, seed: int, title: str) -> Paper | None:
    try:
        return plan_paper(bank, topics, asked, seed, title)
    except UnknownTopic:
        return None


def _digits(text: str) -> list[int]:
    """The digits of a code, without its checksum, which is right. Raises BadSheetCode."""
    if len(text) > MAX_LENGTH:
        raise BadSheetCode(text[:20] + "…", "is too long; type only what stands at the foot of the sheet")
    plain = "".join(text.upper().split()).removeprefix(_BEFORE).translate(_LOOK_ALIKE)
    for character in plain:
        if character not in _ALPHABET:
            raise BadSheetCode(text, f"has '{character}', which no code has; {_COMPARE}")
    digits = [_ALPHABET.index(character) for character in plain]
    if len(digits) < 5 + _DIGEST + _CHECK:
        raise BadSheetCode(text, "is too short; type all groups that stand at the foot of the sheet")
    if _checksum(digits[:-_CHECK]) != digits[-_CHECK:]:
        raise BadSheetCode(text, _MISTYPED)
    return digits[:-_CHECK]


def _number(value: int) -> list[int]:
    """Four bits a digit, high ones first; all but the last have the fifth bit set."""
    digits = [value & 15]
    while value := value >> 4:
        digits.append(value & 15 | 16)
    return digits[::-1]


def _read_number(digits: Iterator[int]) -> int:
    value = 0
    for digit in digits:
        value = value << 4 | digit & 15
        if digit < 16:
            return value
    raise StopIteration


def _hash(text: str, length: int) -> list[int]:
    return _base32(int(fingerprint(text, 10), 16), length)


def _base32(value: int, length: int) -> list[int]:
    return [value >> 5 * place & 31 for place in reversed(range(length))]


def _digest(paper: Paper) -> list[int]:
    """Of the items that the paper's were chosen from: a change elsewhere in the bank leaves the code valid."""
    return _hash("\n".join(sorted(f"{item.id} {item.version}" for item in paper.pool)), _DIGEST)


def _checksum(digits: Sequence[int]) -> list[int]:
    """A polynomial over a prime field: its weights are all different and none is 0."""
    total = 0
    for digit in digits:
        total = (total * 37 + digit + 1) % _PRIME
    return _base32(total, _CHECK)


def _called(bank: Bank, wanted: list[int]) -> list[str]:
    """The topics, skills and items of the bank whose hash is `wanted`; nearly always one."""
    return sorted(name for name in bank.names | bank.names_of_banks | set(bank.skills) if _hash(name, _TOPIC) == wanted)
