"""LaTeX commands as tokens, read in the same pass as everything else."""

from __future__ import annotations

import re
from typing import Any

from quizengine.maths.parse.lexer.characters import GREEK
from quizengine.maths.parse.lexer.tokens import Tokens
from quizengine.maths.parse.lexer.words import UNIT_AXES
from quizengine.maths.tree import Constant

COMMANDS: dict[str, tuple[str, Any]] = {
    **dict.fromkeys(("cdot", "cdotp", "times", "ast", "star", "bullet"), ("*", "*")),
    **dict.fromkeys(("div",), ("/", "/")),
    **dict.fromkeys(("le", "leq", "leqslant"), ("=", "≤")),
    **dict.fromkeys(("ge", "geq", "geqslant"), ("=", "≥")),
    **dict.fromkeys(("ne", "neq"), ("=", "≠")),
    **{"lt": ("<", "<"), "gt": (">", ">"), "coloneqq": ("=", ":="), "in": ("=", "∈")},
    **dict.fromkeys(("gets", "leftarrow", "longleftarrow"), ("=", "←")),
    **{"exponentialE": ("x", Constant("e"))},  # as MathLive writes it
    **{"langle": ("⟨", "⟨"), "rangle": ("⟩", "⟩"), "lparen": ("(", "("), "rparen": (")", ")")},
    **{"{": ("{", "set"), "}": ("}", "}"), "lbrace": ("{", "set"), "rbrace": ("}", "}")},
    **{"lbrack": ("[", "["), "rbrack": ("]", "]"), "_": ("_", "_")},
    **dict.fromkeys(("\\", "newline", "cr"), (";", ";")),
    **dict.fromkeys(("lvert", "rvert", "vert", "mid"), ("|", "|")),
    **dict.fromkeys(("lVert", "rVert", "Vert", "|"), ("‖", "‖")),
    **dict.fromkeys(("to", "rightarrow", "longrightarrow"), ("→", "→")),
    **dict.fromkeys(("top", "intercal"), ("?", "T")),
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"), ("frac", "frac")),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), ("frac", "binom")),
    **{"over": ("over", "over"), "sqrt": ("√", 2), "infty": ("x", Constant("infinity"))},
    **{"partial": ("!", "∂"), "nabla": ("!", "∇"), "pm": ("!", "±"), "mp": ("!", "∓"), "approx": ("!", "≈")},
    **{"int": ("!", "∫"), "sum": ("!", "∑"), "prod": ("!", "∏"), "cup": ("!", "∪"), "prime": ("!", "'")},
    **{"circ": ("!", "°"), "degree": ("!", "°"), "%": ("!", "%"), "ldots": ("!", "…"), "dots": ("!", "…")},
}
_SIZES = "left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr"
_STYLES = "quad qquad thinspace displaystyle textstyle scriptstyle limits nolimits boxed rm bf it"
#: Commands that change only how a formula looks.
NOTHING = frozenset((*_SIZES.split(), *_STYLES.split(), *",;:!> \n\t"))
HATS = frozenset(("hat", "widehat"))
BOLD = frozenset(("mathbf", "boldsymbol", "bm", "vec", "overrightarrow", "underline", "textbf", "hat", "widehat"))
WRAPPERS = BOLD | frozenset(
    ("mathrm", "mathit", "mathsf", "mathnormal", "operatorname", "operatorname*", "text", "textrm", "textit", "mbox")
)
MATRICES = {"matrix": "()", "pmatrix": "()", "smallmatrix": "()", "array": "()", "bmatrix": "[]", "Bmatrix": "{}"}
#: Environments around formulas that say nothing themselves; the & that aligns an = sign is dropped later.
LAYOUTS = frozenset(["equation", "align", "aligned", "gather", "gathered", "split", "multline", "math", "displaymath"])
MAX_STYLES = 4  # typefaces around one word
LETTERS = frozenset(GREEK.values())

_INNER = re.compile(
    r"[ ]*(\{?)[ ]*(?:\\(" + "|".join(sorted(re.escape(name) for name in WRAPPERS)) + r")(?![A-Za-z])"
    r"|(\\imath|\\jmath|[A-Za-z]+))"
)
_CLOSING = re.compile(r"[ ]*\}")
_EMPTY = re.compile(r"[ ]*\{[ ]*\}")
_SINGLE = re.compile(r"[ ]*([0-9A-Za-z])[ ]*([0-9A-Za-z])?")
_DEGREE = re.compile(r"[ ]*\[[ ]*([0-9]{1,3})[ ]*\]")
_ENVIRONMENT = re.compile(r"[ ]*\{([A-Za-z]+\*?)\}(?:[ ]*\{(?:\*\{[0-9]+\}\{)?[clr| ]*\}{1,2})?")
_ROW_SPACE = re.compile(r"\[[0-9.]+(?:pt|em|ex|mm)\]")


def command(tokens: Tokens, name: str, offset: int, at: int) -> int:
    """Append what the command `name` at `offset` says, its text ending at `at`; returns where to go on."""
    if name in COMMANDS:
        kind, value = COMMANDS[name]
        return _command(tokens, kind, value, offset, at)
    if name in NOTHING:
        return at + 1 if name in ("left", "right") and tokens.text[at : at + 1] == "." else at
    if name in WRAPPERS:
        return _wrapped(tokens, name, offset, at)
    if name in ("begin", "end"):
        return _environment(tokens, name, offset, at)
    letter = name.removeprefix("var")
    if letter in LETTERS:
        end = tokens.suffix_end(at)
        tokens.word(letter + tokens.text[at:end], offset, end)
        return end
    entry = tokens.names.entries.get(name)
    if entry is not None and entry[0] == "f":
        tokens.push(*entry, offset)
    elif name in ("imath", "jmath", "ell"):
        tokens.word({"imath": "i", "jmath": "j", "ell": "l"}[name], offset, at)
    else:
        tokens.push("!", "\\" + name, offset)
    return at


def _command(tokens: Tokens, kind: str, value: Any, offset: int, at: int) -> int:
    r"""A command of the table, with what belongs to it: the degree of a root, the single characters of \frac12."""
    if kind == "√" and (degree := _DEGREE.match(tokens.text, at)):
        tokens.push("√", int(degree[1]), offset)
        return degree.end()
    tokens.push(kind, value, offset)
    if kind == "frac" and (single := _SINGLE.match(tokens.text, at)):
        for group in (1, 2):
            if single[group]:
                tokens.single(single[group], single.start(group))
        return single.end()
    if kind == ";" and (space := _ROW_SPACE.match(tokens.text, at)):
        return space.end()
    return at


def _wrapped(tokens: Tokens, name: str, offset: int, at: int) -> int:
    """A word in another typeface: bold i and anything with a hat is an axis, else the word is read as if plain.

    Where the braces hold more than one word the typeface is ignored.
    """
    text, styles, braces, end = tokens.text, {name}, 0, at
    if empty := _EMPTY.match(text, at):
        return empty.end()
    for _ in range(MAX_STYLES):
        inner = _INNER.match(text, end)
        if inner is None:
            return at
        braces += bool(inner[1])
        end = inner.end()
        if inner[3]:
            break
        styles.add(inner[2])
    else:
        return at
    word = inner[3].replace("\\imath", "i").replace("\\jmath", "j")
    if not braces:
        word, end = word[0], end if inner[3][0] == "\\" else inner.start(3) + 1
    for _ in range(braces):
        closing = _CLOSING.match(text, end)
        if closing is None:
            return at
        end = closing.end()
    return _styled(tokens, word, styles, offset, end)


def _styled(tokens: Tokens, word: str, styles: set[str], offset: int, at: int) -> int:
    """The word of a typeface, with the subscript that stands after it."""
    end = tokens.suffix_end(at)
    index = tokens.text[at:end].strip("_{}")
    axes = tokens.names.axes and styles & BOLD
    unit = tokens.names.entries.get(f"e_{index}") if word == "e" and axes and index else None
    if unit is not None and unit[0] == "u":
        tokens.push(*unit, offset)
    elif word in UNIT_AXES and axes and word not in tokens.names.variables:
        tokens.push("u", UNIT_AXES[word], offset)
    elif styles & HATS:
        tokens.hat(word, offset)
        return at
    else:
        tokens.word(word + tokens.text[at:end], offset, end)
    return end


def _environment(tokens: Tokens, name: str, offset: int, at: int) -> int:
    found = _ENVIRONMENT.match(tokens.text, at)
    kind = found[1].removesuffix("*") if found else ""
    if found is not None and kind in LAYOUTS:
        return found.end()
    if found is None or kind not in MATRICES:
        tokens.push("!", f"\\{name}{{{found[1]}}}" if found else f"\\{name}", offset)
        return at
    tokens.push("M" if name == "begin" else "N", MATRICES[kind], offset)
    return found.end()
